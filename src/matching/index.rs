//! The compiled lexicon: a dictionary of word forms, automata over the ends of words, and a trie over the words of terms.

use super::dictionary::Dictionary;
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
    /// A path of the trie of names begins with it.
    pub(crate) const NAMES: u16 = 512;
    /// A path of the trie of what stands around names begins with it.
    pub(crate) const AROUND: u16 = 1024;
    /// Stands in a path of the trie of names behind its first word.
    pub(crate) const IN_NAMES: u16 = 2048;
    /// The same in the trie of what stands around names.
    pub(crate) const IN_AROUND: u16 = 4096;
    /// A path of the trie of names ends with it as its first word, or goes on whatever follows.
    pub(crate) const NAMES_ALONE: u16 = 8192;
    /// The same in the trie of what stands around names.
    pub(crate) const AROUND_ALONE: u16 = 16_384;
    /// A carrier or a naming frame ends with it.
    pub(crate) const CARRIES: u16 = 32_768;
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
    /// A marker that is wanted in every sentence.
    Everywhere,
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
    /// Wanted in every sentence, not only in and beside those that name something.
    pub(crate) everywhere: bool,
    pub(crate) list: List,
    pub(crate) text: &'a str,
}

/// A concept that a compound's first part names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stem {
    pub(crate) concept: u32,
    pub(crate) grade: Grade,
}

/// The last three bytes of all tails: turns away most words before the automaton.
#[derive(Debug)]
pub(super) struct Ends(Vec<u64>);

impl Ends {
    /// From the tails read backwards.
    pub(super) fn new<'k>(tails: impl Iterator<Item = &'k [u8]>) -> Self {
        let mut bits = vec![0; 128];
        for bit in tails.filter_map(|tail| Self::bit(&[*tail.get(2)?, *tail.get(1)?, *tail.first()?])) {
            bits[bit / 64] |= 1 << (bit % 64);
        }
        Self(bits)
    }

    fn bit(word: &[u8]) -> Option<usize> {
        let [a, b, c] = word.last_chunk::<3>()?.map(usize::from);
        Some((a.wrapping_mul(0x1f35) ^ b.wrapping_mul(0x05d1) ^ c.wrapping_mul(0x0a61)) & 0x1fff)
    }

    fn may_have(&self, word: &[u8]) -> bool {
        Self::bit(word).is_some_and(|bit| self.0[bit / 64] >> (bit % 64) & 1 != 0)
    }
}

/// Lists of items, one a key: list `i` is `items[starts[i]..starts[i + 1]]`.
#[derive(Debug, Default)]
pub(super) struct Lists<T> {
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T: Copy> Lists<T> {
    /// From `(key, item)` pairs in any order; items of one key keep theirs.
    pub(super) fn new(keys: usize, pairs: &[(u32, T)]) -> Self {
        let mut starts = vec![0u32; keys + 1];
        for &(key, _) in pairs {
            starts[key as usize + 1] += 1;
        }
        for i in 0..keys {
            starts[i + 1] += starts[i];
        }
        let Some(&(_, any)) = pairs.first() else { return Self { starts, items: Vec::new() } };
        let mut items = vec![any; pairs.len()];
        let mut next = starts.clone();
        for &(key, item) in pairs {
            items[next[key as usize] as usize] = item;
            next[key as usize] += 1;
        }
        Self { starts, items }
    }

    pub(super) fn of(&self, key: u32) -> &[T] {
        let key = key as usize;
        &self.items[self.starts[key] as usize..self.starts[key + 1] as usize]
    }
}

/// The compiled lexicon.
#[derive(Debug)]
pub(crate) struct Index {
    pub(super) words: Dictionary,
    /// By word.
    pub(super) lemmas: Lists<LemmaId>,
    /// The flags of the lemmas together.
    pub(super) word_flags: Vec<u16>,
    /// By word, in order: few words are stems.
    pub(super) stems: Vec<(u32, Stem)>,
    /// What longer words may begin with (`word~`), and the lemmas they then have.
    pub(super) open: NFA,
    pub(super) open_lemmas: Lists<LemmaId>,
    /// The first bytes of what longer words may begin with.
    pub(super) open_firsts: [bool; 256],
    /// What longer words may end in (`~word`), read backwards, and the lemmas they then have.
    pub(super) tails: NFA,
    pub(super) tail_lemmas: Lists<LemmaId>,
    pub(super) tail_ends: Ends,
    pub(super) flags: Vec<u16>,
    pub(crate) marks: HashMap<char, LemmaId>,
    /// Terms and open frames, and the markers that are wanted everywhere.
    pub(crate) names: Trie,
    /// What decides on a name: exclusions, naming frames, carriers, licences, and the other markers.
    pub(crate) around: Trie,
    pub(crate) targets: Vec<Target>,
}

/// What is known of one word.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// In order; empty where the word has those of its whole alone.
    pub(crate) lemmas: Vec<LemmaId>,
    pub(crate) is_plain: bool,
    /// First parts of a compound whose second part is a head, with the head's flags.
    pub(crate) stems: Vec<(Stem, u16)>,
    pub(crate) flags: u16,
    /// The word itself, where it is a form or stem of the lexicon.
    pub(crate) word: Option<u32>,
}

impl Index {
    pub(crate) fn flags(&self, lemma: LemmaId) -> u16 {
        self.flags[lemma as usize]
    }

    /// Looks a word up: whole, as a compound on a `~tail`, as stem + head.
    pub(crate) fn look_up(&self, word: &str, known: &mut Known) {
        known.lemmas.clear();
        known.stems.clear();
        let bytes = word.as_bytes();
        known.word = self.words.get(bytes);
        if bytes.first().is_some_and(|&first| self.open_firsts[first as usize]) {
            self.look_up_open(bytes, known);
        }
        if self.tail_ends.may_have(bytes) {
            self.look_up_tails(bytes, known);
        }
        known.is_plain = known.lemmas.is_empty();
        if known.is_plain {
            known.flags = known.word.map_or(0, |id| self.word_flags[id as usize]);
            return;
        }
        known.lemmas.extend_from_slice(known.word.map_or(&[], |id| self.lemmas.of(id)));
        known.lemmas.sort_unstable();
        known.lemmas.dedup();
        known.flags = known.lemmas.iter().fold(0, |flags, &lemma| flags | self.flags(lemma));
    }

    fn look_up_open(&self, bytes: &[u8], known: &mut Known) {
        let mut state = self.start(&self.open);
        for (i, &byte) in bytes[..bytes.len().saturating_sub(1)].iter().enumerate() {
            state = self.open.next_state(Anchored::Yes, state, byte);
            if self.open.is_dead(state) {
                return;
            }
            if self.open.is_match(state) {
                let pattern = self.open.match_pattern(state, 0);
                if self.open.pattern_len(pattern) == i + 1 {
                    known.lemmas.extend_from_slice(self.open_lemmas.of(pattern.as_u32()));
                }
            }
        }
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
            let lemmas = self.tail_lemmas.of(pattern.as_u32());
            let heads = lemmas.iter().fold(0, |flags, &lemma| flags | self.flags(lemma)) & flag::HEAD;
            if heads != 0
                && let Some(id) = self.words.get(first)
            {
                known.stems.extend(self.stems_of(id).map(|stem| (stem, heads)));
            }
            // A first part of one or two letters is no word: «is-», «ut-» would make a tail of any ending.
            if first.len() >= 3 || rest.len() > first.len() {
                known.lemmas.extend_from_slice(lemmas);
            }
        }
    }

    /// The stems that `word` as a whole is (*samarbeids*, *endrings*).
    pub(crate) fn stems(&self, word: &str) -> impl Iterator<Item = Stem> {
        self.words.get(word.as_bytes()).into_iter().flat_map(|id| self.stems_of(id))
    }

    /// The stems that a longer word begins with, each with the length of the first part in bytes. For explanations.
    pub(crate) fn beginnings(&self, word: &str) -> Vec<(usize, Stem)> {
        let parts = word.char_indices().map(|(len, _)| len).skip(1);
        parts.flat_map(|len| self.stems(&word[..len]).map(move |stem| (len, stem))).collect()
    }

    /// The head flags of `word` as a whole.
    pub(crate) fn head(&self, word: &str) -> u16 {
        self.words.get(word.as_bytes()).map_or(0, |id| self.word_flags[id as usize] & flag::HEAD)
    }

    /// The lemmas of the word that the parts make together, compounds left aside.
    pub(crate) fn whole(&self, parts: &[&[u8]]) -> &[LemmaId] {
        self.words.get_joined(parts).map_or(&[], |id| self.lemmas.of(id))
    }

    /// The stems that a word is, by its id.
    pub(crate) fn stems_of(&self, word: u32) -> impl Iterator<Item = Stem> {
        let from = self.stems.partition_point(|&(other, _)| other < word);
        self.stems[from..].iter().take_while(move |&&(other, _)| other == word).map(|&(_, stem)| stem)
    }

    pub(crate) fn head_of(&self, word: u32) -> u16 {
        self.word_flags[word as usize] & flag::HEAD
    }

    /// The lemmas of a word by its id, in order.
    pub(crate) fn lemmas_of(&self, word: u32) -> &[LemmaId] {
        self.lemmas.of(word)
    }

    /// Whether the word of this id is a form of some lemma, not a stem alone.
    pub(crate) fn is_form(&self, word: u32) -> bool {
        !self.lemmas.of(word).is_empty()
    }

    /// Whether the word looked up is a form of some lemma as a whole.
    pub(super) fn is_whole(&self, known: &Known) -> bool {
        known.word.is_some_and(|word| self.is_form(word))
    }

    /// The lemmas of the word looked up, in order.
    pub(super) fn lemmas_known<'k>(&'k self, known: &'k Known) -> &'k [LemmaId] {
        match known.word {
            Some(word) if known.is_plain => self.lemmas_of(word),
            _ => &known.lemmas,
        }
    }

    fn start(&self, nfa: &NFA) -> aho_corasick::automaton::StateID {
        nfa.start_state(Anchored::Yes).unwrap_or_default()
    }
}
