//! The word classes of `data/grammar.toml` for other stages.

use super::grammar::words;

/// Whether the word is a finite verb, a pronoun or a verb of saying, so that no noun phrase goes on with it.
pub(crate) fn closes_phrase(word: &str) -> bool {
    let words = words();
    words.is_finite(word) || words.is_pronoun(word) || words.is_saying(word)
}

/// Whether the word looks like an adjective.
pub(crate) fn is_adjective(word: &str) -> bool {
    words().is_adjective(word)
}

/// Whether the word is an adverb.
pub(crate) fn is_adverb(word: &str) -> bool {
    words().is_adverb(word)
}

/// Whether the word names people or a body in definite form: *kommunen*, *lærarane*.
pub(crate) fn is_definite_agent(word: &str) -> bool {
    words().is_agent(word) && words().is_definite(word)
}
