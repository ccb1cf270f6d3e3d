//! A hasher for tables whose keys come from the crate's or the caller's word lists, never from a text: nobody can choose them to collide.

use std::hash::{BuildHasherDefault, Hasher};

#[derive(Default)]
pub(crate) struct FastHasher(u64);

pub(crate) type Fast = BuildHasherDefault<FastHasher>;

impl Hasher for FastHasher {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut eight = [0; 8];
            eight[..chunk.len()].copy_from_slice(chunk);
            self.write_u64(u64::from_le_bytes(eight));
        }
    }

    fn write_u8(&mut self, n: u8) {
        self.write_u64(n.into());
    }

    fn write_u32(&mut self, n: u32) {
        self.write_u64(n.into());
    }

    fn write_u64(&mut self, n: u64) {
        self.0 = (self.0.rotate_left(23) ^ n).wrapping_mul(ODD);
    }

    fn write_usize(&mut self, n: usize) {
        self.write_u64(n as u64);
    }
}

pub(crate) const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

fn mix(a: u64, b: u64) -> u64 {
    let wide = u128::from(a ^ ODD) * u128::from(b ^ 0xd6e8_feb8_6659_fd93);
    (wide as u64) ^ (wide >> 64) as u64
}

pub(crate) fn four(bytes: &[u8; 4]) -> u64 {
    u64::from(u32::from_le_bytes(*bytes))
}

/// The first and the last four bytes, or what there is.
#[inline]
pub(crate) fn ends(string: &[u8]) -> (u64, u64) {
    match (string.first_chunk::<4>(), string.last_chunk::<4>()) {
        (Some(first), Some(last)) => (four(first), four(last)),
        _ => (string.iter().fold(0, |sum, &byte| sum << 8 | u64::from(byte)), 0),
    }
}

/// A hash of a byte string.
#[inline]
pub(crate) fn bytes(string: &[u8]) -> u64 {
    let len = string.len() as u64;
    let eight = |bytes: &[u8; 8]| u64::from_le_bytes(*bytes);
    match (string.first_chunk::<8>(), string.last_chunk::<8>()) {
        (Some(first), Some(last)) => {
            let mut sum = len;
            // Whole words of eight bytes, then the last eight, which may overlap.
            for chunk in string[..string.len() - 1].chunks_exact(8).skip(1) {
                sum = mix(sum, chunk.first_chunk().map_or(0, eight));
            }
            mix(sum ^ eight(first), eight(last))
        }
        _ => {
            let (first, last) = ends(string);
            mix(first | last << 32, len)
        }
    }
}
