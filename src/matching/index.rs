//! The compiled lexicon: automata over word forms, and a trie over the words of terms.

use super::trie::Trie;
use crate::lexicon::{Grade, List};
use aho_corasick::Anchored;
use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::NFA;
use std::collections::HashMap;

/// A set of word forms that count as one word of a term.
pub(crate) type LemmaId = u32;

/// What a word is beside being part of terms.
pub(crate) mod flag {
    /// May stand inside a phrase.
    pub(crate) const INSERT: u16 = 1;
    pub(crate) const CONJUNCTION: u16 = 2;
    /// May follow a conjunction.
    pub(crate) const FILLER: u16 = 4;
    /// Ends the reach of a carrier.
    pub(crate) const STOP: u16 = 8;
    pub(crate) const HEAD_NAME: u16 = 16;
    pub(crate) const HEAD_LICENSED: u16 = 32;
    pub(crate) const HEAD_ADJECTIVE: u16 = 64;
    pub(crate) const HEAD: u16 = HEAD_NAME | HEAD_LICENSED | HEAD_ADJECTIVE;
    /// Only as written in capitals.
    pub(crate) const CAPITALS: u16 = 128;
    /// Makes no compound with the word behind it.
    pub(crate) const FUNCTION: u16 = 256;
}

/// What a path through the trie means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Term,
    Exclusion,
    Naming,
    Carrier,
    Licence,
    Open,
    /// A cue or grammar word of the need stage; `concept` is its marker id.
    Marker,
}

/// One path through the trie.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target {
    pub(crate) role: Role,
    /// Index of the concept; meaningless for carriers and licences.
    pub(crate) concept: u32,
    pub(crate) grade: Grade,
    pub(crate) list: List,
    /// A misspelling.
    pub(crate) hidden: bool,
    /// Whether it is written with a capital (a product, a name).
    pub(crate) capital: bool,
    /// Where it stands among its concept's terms or exclusions; meaningless for all else.
    pub(crate) source: u32,
}

/// A phrase that a later stage wants found, under an id of its own.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Marker<'a> {
    pub(crate) id: u32,
    pub(crate) list: List,
    pub(crate) text: &'a str,
}

/// A concept that a compound's first part names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stem {
    pub(crate) concept: u32,
    pub(crate) grade: Grade,
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Slice {
    pub(super) start: u32,
    pub(super) len: u32,
}

impl Slice {
    fn of<T>(self, pool: &[T]) -> &[T] {
        &pool[self.start as usize..(self.start + self.len) as usize]
    }
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    pub(super) lemmas: Slice,
    /// Lemmas that a longer word beginning so has (`word~`).
    pub(super) open: Slice,
    pub(super) stems: Slice,
}

/// The compiled lexicon.
#[derive(Debug)]
pub(crate) struct Index {
    pub(super) words: NFA,
    pub(super) entries: Vec<Entry>,
    pub(super) tails: NFA,
    pub(super) tail_entries: Vec<Slice>,
    pub(super) lemma_pool: Vec<LemmaId>,
    pub(super) stem_pool: Vec<Stem>,
    pub(super) flags: Vec<u16>,
    pub(crate) marks: HashMap<char, LemmaId>,
    pub(crate) trie: Trie,
    pub(crate) targets: Vec<Target>,
}

/// What is known of one word.
#[derive(Debug, Default)]
pub(crate) struct Known {
    pub(crate) lemmas: Vec<LemmaId>,
    /// First parts of a compound whose second part is a head, with the head's flags.
    pub(crate) stems: Vec<(Stem, u16)>,
    pub(crate) flags: u16,
    /// The whole word is a form of the lexicon.
    pub(crate) whole: bool,
    /// Longer forms begin with the word.
    pub(crate) alive: bool,
    /// Byte lengths of the prefixes that are forms or stems, with their entry.
    prefixes: Vec<(usize, u32)>,
}

impl Known {
    fn clear(&mut self) {
        self.lemmas.clear();
        self.stems.clear();
        self.prefixes.clear();
        self.flags = 0;
        self.whole = false;
        self.alive = false;
    }
}

impl Index {
    pub(crate) fn flags(&self, lemma: LemmaId) -> u16 {
        self.flags[lemma as usize]
    }

    /// Looks a word up: whole, as a compound on a `~tail`, as stem + head.
    pub(crate) fn look_up(&self, word: &str, known: &mut Known) {
        known.clear();
        let bytes = word.as_bytes();
        let mut state = self.start(&self.words);
        for (i, &byte) in bytes.iter().enumerate() {
            state = self.words.next_state(Anchored::Yes, state, byte);
            if self.words.is_dead(state) {
                break;
            }
            known.alive = i + 1 == bytes.len();
            if self.words.is_match(state) {
                let pattern = self.words.match_pattern(state, 0);
                if self.words.pattern_len(pattern) == i + 1 {
                    known.prefixes.push((i + 1, pattern.as_u32()));
                }
            }
        }
        if let Some(&(_, id)) = known.prefixes.last().filter(|&&(len, _)| len == bytes.len()) {
            known.lemmas.extend_from_slice(self.entries[id as usize].lemmas.of(&self.lemma_pool));
            known.whole = !known.lemmas.is_empty();
        }
        for &(len, id) in &known.prefixes {
            if len < bytes.len() {
                known.lemmas.extend_from_slice(self.entries[id as usize].open.of(&self.lemma_pool));
            }
        }
        self.look_up_tails(bytes, known);
        known.lemmas.sort_unstable();
        known.lemmas.dedup();
        known.flags |= known.lemmas.iter().fold(0, |flags, &lemma| flags | self.flags(lemma));
    }

    fn look_up_tails(&self, bytes: &[u8], known: &mut Known) {
        let mut state = self.start(&self.tails);
        for len in 1..bytes.len() {
            state = self.tails.next_state(Anchored::Yes, state, bytes[bytes.len() - len]);
            if self.tails.is_dead(state) {
                return;
            }
            if !self.tails.is_match(state) {
                continue;
            }
            let pattern = self.tails.match_pattern(state, 0);
            if self.tails.pattern_len(pattern) != len {
                continue;
            }
            let rest = &bytes[..bytes.len() - len];
            let first = rest.strip_suffix(b"-").unwrap_or(rest);
            let slice = self.tail_entries[pattern.as_usize()];
            let lemmas = slice.of(&self.lemma_pool);
            let heads = lemmas.iter().fold(0, |flags, &lemma| flags | self.flags(lemma)) & flag::HEAD;
            let prefix = known.prefixes.iter().find(|&&(len, _)| len == first.len()).filter(|_| heads != 0);
            if let Some(&(_, id)) = prefix {
                let stems = self.entries[id as usize].stems.of(&self.stem_pool);
                known.stems.extend(stems.iter().map(|&stem| (stem, heads)));
            }
            // A first part of one or two letters is no word: «is-», «ut-» would make a tail of any ending.
            if first.len() >= 3 || rest.len() > first.len() {
                known.lemmas.extend_from_slice(lemmas);
            }
        }
    }

    /// The stems that `word` as a whole is (*samarbeids*, *endrings*).
    pub(crate) fn stems(&self, word: &str) -> &[Stem] {
        match self.find(word) {
            Some(id) => self.entries[id].stems.of(&self.stem_pool),
            None => &[],
        }
    }

    /// The stems that a longer word begins with, each with the length of the first part in bytes. For explanations.
    pub(crate) fn beginnings(&self, word: &str) -> Vec<(usize, Stem)> {
        let mut known = Known::default();
        self.look_up(word, &mut known);
        let parts = known.prefixes.iter().filter(|&&(len, _)| len < word.len());
        parts
            .flat_map(|&(len, id)| self.entries[id as usize].stems.of(&self.stem_pool).iter().map(move |&s| (len, s)))
            .collect()
    }

    /// The head flags of `word` as a whole.
    pub(crate) fn head(&self, word: &str) -> u16 {
        let lemmas = self.find(word).map_or(&[][..], |id| self.entries[id].lemmas.of(&self.lemma_pool));
        lemmas.iter().fold(0, |flags, &lemma| flags | self.flags(lemma)) & flag::HEAD
    }

    /// The lemmas of the word that the parts make together, compounds left aside.
    pub(crate) fn whole(&self, parts: &[&str]) -> &[LemmaId] {
        self.find_joined(parts).map_or(&[], |id| self.entries[id].lemmas.of(&self.lemma_pool))
    }

    fn find(&self, word: &str) -> Option<usize> {
        self.find_joined(&[word])
    }

    fn find_joined(&self, parts: &[&str]) -> Option<usize> {
        let mut state = self.start(&self.words);
        for byte in parts.iter().flat_map(|part| part.bytes()) {
            state = self.words.next_state(Anchored::Yes, state, byte);
            if self.words.is_dead(state) {
                return None;
            }
        }
        if !self.words.is_match(state) {
            return None;
        }
        let pattern = self.words.match_pattern(state, 0);
        let len: usize = parts.iter().map(|part| part.len()).sum();
        (self.words.pattern_len(pattern) == len).then_some(pattern.as_usize())
    }

    pub(super) fn start(&self, nfa: &NFA) -> aho_corasick::automaton::StateID {
        nfa.start_state(Anchored::Yes).unwrap_or_default()
    }
}
