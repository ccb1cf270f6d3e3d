//! Word forms to dense ids: a small fingerprint filter that turns most words away, and an exact hash table behind it.

use crate::hasher::{self, ODD, ends, four};
#[cfg(test)]
use crate::stored::pack::Packer;
use crate::stored::pack::Unpacker;

/// A set of byte strings with dense ids, in the order they came in.
#[derive(Clone, Debug)]
pub(super) struct Dictionary {
    /// The strings; one may begin another and stand in it.
    bytes: Vec<u8>,
    /// Where each begins, and its length.
    starts: Vec<u32>,
    lens: Vec<u16>,
    /// Open addressing: the id + 1 in the lower `id_bits`, above it what there is room for of the hash; 0 where nothing stands.
    slots: Vec<u32>,
    id_bits: u32,
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
            starts: Vec::new(),
            lens: Vec::new(),
            slots: vec![0; SMALLEST],
            id_bits: bits(SMALLEST),
            filter: vec![0; SMALLEST * BITS / 64],
            longest: 0,
        }
    }
}

impl Dictionary {
    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    /// The strings in the order of their ids.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.len()).map(|id| self.string(id))
    }

    fn string(&self, id: usize) -> &[u8] {
        &self.bytes[self.starts[id] as usize..][..self.lens[id].into()]
    }

    /// The id of the string, if it is one of the set.
    #[inline]
    pub(super) fn get(&self, string: &[u8]) -> Option<u32> {
        if !self.may_have(fingerprint(string)) {
            return None;
        }
        self.find(string, hasher::bytes(string)).ok()
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
        let tag = self.slot(hash, 0);
        let mut at = place(hash as u32, self.slots.len());
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                return Err(at);
            }
            let id = slot ^ tag;
            if id >> self.id_bits == 0 && self.string(id as usize - 1) == string {
                return Ok(id - 1);
            }
            at = self.next(at);
        }
    }

    /// What stands in the slot of a string.
    fn slot(&self, hash: u64, id: u32) -> u32 {
        ((hash >> 32) as u32) << self.id_bits | id
    }

    /// The id of the string, a new one where it is not yet in the set. Strings past 65,535 bytes are cut there: no word of a lexicon is so long.
    pub(super) fn insert(&mut self, string: &[u8]) -> u32 {
        let string = &string[..string.len().min(u16::MAX.into())];
        let hash = hasher::bytes(string);
        match self.find(string, hash) {
            Ok(id) => id,
            Err(at) => {
                let id = size(self.len());
                let start = self.bytes.len();
                self.bytes.extend_from_slice(string);
                self.push(start);
                self.slots[at] = self.slot(hash, id + 1);
                self.mark(fingerprint(string));
                if self.len() * 8 > self.slots.len() * 7 {
                    self.grow(self.slots.len() * 2);
                }
                id
            }
        }
    }

    /// Takes the bytes from `start` on as the next string.
    fn push(&mut self, start: usize) {
        let len = self.bytes.len() - start;
        self.starts.push(size(start));
        self.lens.push(u16::try_from(len).unwrap_or(u16::MAX));
        self.longest = self.longest.max(len);
    }

    fn mark(&mut self, fingerprint: u64) {
        let bit = self.bit(fingerprint);
        self.filter[bit / 64] |= 1 << (bit % 64);
    }

    /// Makes room for about so many strings.
    pub(super) fn reserve(&mut self, strings: usize) {
        let slots = (strings * 8 / 7).next_power_of_two() / 2;
        if slots > self.slots.len() {
            self.grow(slots);
        }
    }

    fn grow(&mut self, slots: usize) {
        self.slots = vec![0; slots];
        self.id_bits = bits(slots);
        self.filter = vec![0; slots * BITS / 64];
        for id in 0..self.len() {
            let (hash, fingerprint) = (hasher::bytes(self.string(id)), fingerprint(self.string(id)));
            self.mark(fingerprint);
            let mut at = place(hash as u32, slots);
            while self.slots[at] != 0 {
                at = self.next(at);
            }
            self.slots[at] = self.slot(hash, size(id) + 1);
        }
    }

    fn next(&self, at: usize) -> usize {
        if at + 1 < self.slots.len() { at + 1 } else { 0 }
    }

    /// Gives back what growth kept in store.
    pub(super) fn shrink(&mut self) {
        let enough = enough(self.len());
        if enough < self.slots.len() {
            self.grow(enough);
        }
        self.bytes.shrink_to_fit();
        self.starts.shrink_to_fit();
        self.lens.shrink_to_fit();
    }

    /// Writes the strings in their order; gives the ids in it.
    #[cfg(test)]
    pub(super) fn pack(&self, out: &mut Packer) -> Vec<u32> {
        let mut order: Vec<u32> = (0..size(self.len())).collect();
        order.sort_unstable_by_key(|&id| self.string(id as usize));
        out.count(order.len());
        let mut last: &[u8] = &[];
        for &id in &order {
            let string = self.string(id as usize);
            let shared = string.iter().zip(last).take_while(|(a, b)| a == b).count();
            out.count(shared);
            out.bytes(&string[shared..]);
            last = string;
        }
        order
    }

    /// Reads strings in their order, the ids counted in it.
    pub(super) fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let count = from.count()?;
        let mut all = Self {
            bytes: Vec::with_capacity(count * 8),
            starts: Vec::with_capacity(count),
            lens: Vec::with_capacity(count),
            ..Self::default()
        };
        let mut start = 0;
        for _ in 0..count {
            let shared = from.number()? as usize;
            let rest = from.bytes()?;
            let last = start..all.bytes.len();
            if shared > last.len() {
                return None;
            }
            // What the string before it begins stands in its place; all else is written out.
            if shared < last.len() || rest.is_empty() {
                all.bytes.extend_from_within(start..start + shared);
                start = last.end;
            }
            all.bytes.extend_from_slice(rest);
            all.push(start);
        }
        all.bytes.shrink_to_fit();
        all.grow(enough(count));
        Some(all)
    }
}

/// Slots for so many strings that come no more.
fn enough(strings: usize) -> usize {
    (strings * 4 / 3).next_multiple_of(64).max(SMALLEST)
}

/// Bits that hold any number up to this.
fn bits(most: usize) -> u32 {
    usize::BITS - most.leading_zeros()
}

fn size(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Spreads 32 bits of a hash over so many places.
fn place(hash: u32, places: usize) -> usize {
    ((u64::from(hash) * places as u64) >> 32) as usize
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
