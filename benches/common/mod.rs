//! Texts and word lists to measure on, made by seeded generators out of sentences of our own, so that every machine measures the same.

mod forms;
mod text;
mod words;

pub(crate) use forms::{forms, frozen, own_lexicon};
pub(crate) use text::{adversarial, dense, pieces, prose};

/// A small, fixed pseudo-random generator (xorshift): the same numbers everywhere, for ever.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n
    }

    pub(crate) fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}
