//! Word forms to dense ids: a small fingerprint filter that turns most words away, and an exact hash table behind it.

/// A set of byte strings with dense ids, in the order they came in.
#[derive(Clone, Debug)]
pub(super) struct Dictionary {
    /// All strings one behind the other; string `i` is `bytes[starts[i]..starts[i + 1]]`.
    bytes: Vec<u8>,
    starts: Vec<u32>,
    /// Open addressing: the upper half of the hash, and the id + 1; 0 where nothing stands.
    slots: Vec<(u32, u32)>,
    /// One bit for each fingerprint that some string has.
    filter: Vec<u64>,
    longest: usize,
}

/// Longer strings are not found by their parts.
const LONGEST: usize = 128;

/// Slots at the least; always a multiple of 64, so that the filter has whole words.
const SMALLEST: usize = 1 << 10;
/// Bits of the filter for each slot.
const BITS: usize = 8;

impl Default for Dictionary {
    fn default() -> Self {
        Self {
            bytes: Vec::new(),
            starts: vec![0],
            slots: vec![(0, 0); SMALLEST],
            filter: vec![0; SMALLEST * BITS / 64],
            longest: 0,
        }
    }
}

impl Dictionary {
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The strings in the order of their ids.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.len()).map(|id| self.string(id))
    }

    fn string(&self, id: usize) -> &[u8] {
        &self.bytes[self.starts[id] as usize..self.starts[id + 1] as usize]
    }

    /// The id of the string, if it is one of the set.
    #[inline]
    pub(super) fn get(&self, string: &[u8]) -> Option<u32> {
        if !self.may_have(fingerprint(string)) {
            return None;
        }
        self.find(string, hash(string)).ok()
    }

    /// The id of the string that the parts make together.
    pub(super) fn get_joined(&self, parts: &[&[u8]]) -> Option<u32> {
        if let [first, .., last] = parts
            && let (Some(first), Some(last)) = (first.first_chunk::<4>(), last.last_chunk::<4>())
            && !self.may_have(mark(four(first), four(last), parts.iter().map(|part| part.len()).sum()))
        {
            return None;
        }
        let mut buffer = [0; LONGEST];
        let mut len = 0;
        for part in parts {
            buffer.get_mut(len..len + part.len())?.copy_from_slice(part);
            len += part.len();
        }
        if len > self.longest {
            return None;
        }
        self.get(&buffer[..len])
    }

    #[inline]
    fn may_have(&self, fingerprint: u64) -> bool {
        let bit = self.bit(fingerprint);
        self.filter[bit / 64] >> (bit % 64) & 1 != 0
    }

    fn bit(&self, fingerprint: u64) -> usize {
        place((fingerprint >> 32) as u32, self.filter.len() * 64)
    }

    /// The id, or else the free slot where it would stand.
    fn find(&self, string: &[u8], hash: u64) -> Result<u32, usize> {
        let tag = (hash >> 32) as u32;
        let mut at = place(hash as u32, self.slots.len());
        loop {
            match self.slots[at] {
                (_, 0) => return Err(at),
                (other, id) if other == tag && self.string(id as usize - 1) == string => return Ok(id - 1),
                _ => at = self.next(at),
            }
        }
    }

    /// The id of the string, a new one where it is not yet in the set.
    pub(super) fn insert(&mut self, string: &[u8]) -> u32 {
        let hash = hash(string);
        match self.find(string, hash) {
            Ok(id) => id,
            Err(at) => {
                let id = size(self.len());
                self.bytes.extend_from_slice(string);
                self.starts.push(size(self.bytes.len()));
                self.longest = self.longest.max(string.len());
                self.slots[at] = ((hash >> 32) as u32, id + 1);
                let bit = self.bit(fingerprint(string));
                self.filter[bit / 64] |= 1 << (bit % 64);
                if self.len() * 8 > self.slots.len() * 7 {
                    self.grow(self.slots.len() * 2);
                }
                id
            }
        }
    }

    /// Makes room for about so many strings.
    pub(super) fn reserve(&mut self, strings: usize) {
        let slots = (strings * 8 / 7).next_power_of_two() / 2;
        if slots > self.slots.len() {
            self.grow(slots);
        }
    }

    fn grow(&mut self, slots: usize) {
        self.slots = vec![(0, 0); slots];
        self.filter = vec![0; slots * BITS / 64];
        for id in 0..self.len() {
            let (hash, bit) = (hash(self.string(id)), self.bit(fingerprint(self.string(id))));
            self.filter[bit / 64] |= 1 << (bit % 64);
            let mut at = place(hash as u32, slots);
            while self.slots[at].1 != 0 {
                at = self.next(at);
            }
            self.slots[at] = ((hash >> 32) as u32, size(id) + 1);
        }
    }

    fn next(&self, at: usize) -> usize {
        if at + 1 < self.slots.len() { at + 1 } else { 0 }
    }

    /// Gives back what growth kept in store.
    pub(super) fn shrink(&mut self) {
        let enough = (self.len() * 4 / 3).next_multiple_of(64).max(SMALLEST);
        if enough * 4 < self.slots.len() * 3 {
            self.grow(enough);
        }
        self.bytes.shrink_to_fit();
        self.starts.shrink_to_fit();
    }
}

fn size(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Spreads 32 bits of a hash over so many places.
fn place(hash: u32, places: usize) -> usize {
    ((u64::from(hash) * places as u64) >> 32) as usize
}

const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

fn mix(a: u64, b: u64) -> u64 {
    let wide = u128::from(a ^ ODD) * u128::from(b ^ 0xd6e8_feb8_6659_fd93);
    (wide as u64) ^ (wide >> 64) as u64
}

/// First bytes, last bytes and length in one number: cheap, and different for most words.
#[inline]
fn fingerprint(string: &[u8]) -> u64 {
    let (first, last) = ends(string);
    mark(first, last, string.len())
}

fn mark(first: u64, last: u64, len: usize) -> u64 {
    (first ^ last.rotate_left(29) ^ ((len as u64) << 57)).wrapping_mul(ODD)
}

fn four(bytes: &[u8; 4]) -> u64 {
    u64::from(u32::from_le_bytes(*bytes))
}

/// The first and the last four bytes, or what there is.
#[inline]
fn ends(string: &[u8]) -> (u64, u64) {
    match (string.first_chunk::<4>(), string.last_chunk::<4>()) {
        (Some(first), Some(last)) => (four(first), four(last)),
        _ => (string.iter().fold(0, |sum, &byte| sum << 8 | u64::from(byte)), 0),
    }
}

#[inline]
fn hash(string: &[u8]) -> u64 {
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashMap;

    proptest! {
        #[test]
        fn agrees_with_a_hash_map(strings in proptest::collection::vec("[a-dæø]{0,20}", 0..3000), others in proptest::collection::vec("[a-dæø]{0,20}", 200)) {
            let mut dictionary = Dictionary::default();
            let mut map: HashMap<&str, u32> = HashMap::new();
            for string in &strings {
                let next = u32::try_from(map.len()).unwrap();
                let id = *map.entry(string).or_insert(next);
                prop_assert_eq!(dictionary.insert(string.as_bytes()), id);
            }
            for string in strings.iter().chain(&others) {
                prop_assert_eq!(dictionary.get(string.as_bytes()), map.get(string.as_str()).copied());
            }
        }
    }
}
