//! The compiled lexicon: a dictionary of word forms, automata over the ends of words, and a trie over the words of terms.

use super::dictionary::Dictionary;
use super::parts::{Ends, Lists, WordParts};
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

/// The compiled lexicon.
#[derive(Debug)]
pub(crate) struct Index {
    pub(super) words: Dictionary,
    /// By word.
    pub(super) lemmas: Lists,
    /// The flags of the lemmas together.
    pub(super) word_flags: Vec<u16>,
    /// By word, in order: few words are stems.
    pub(super) stems: Vec<(u32, Stem)>,
    /// What longer words may begin with (`word~`), and the lemmas they then have.
    pub(super) open: WordParts,
    /// The first bytes of what longer words may begin with.
    pub(super) open_firsts: [bool; 256],
    /// What longer words may end in (`~word`), read backwards, and the lemmas they then have.
    pub(super) tails: WordParts,
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

/// What an index is made of; all else follows from it.
pub(super) struct Made {
    pub(super) words: Dictionary,
    pub(super) lemmas: Lists,
    /// In order of the words.
    pub(super) stems: Vec<(u32, Stem)>,
    pub(super) open: WordParts,
    pub(super) tails: WordParts,
    pub(super) flags: Vec<u16>,
    pub(super) marks: HashMap<char, LemmaId>,
    pub(super) names: Trie,
    pub(super) around: Trie,
    pub(super) targets: Vec<Target>,
}

impl Made {
    pub(super) fn index(self) -> Index {
        let Self { words, lemmas, stems, open, tails, flags, marks, names, around, targets } = self;
        let together = |word: usize| {
            let lemmas = lemmas.of(u32::try_from(word).unwrap_or(u32::MAX));
            lemmas.iter().fold(0, |all, &lemma| all | flags[lemma as usize])
        };
        let word_flags = (0..lemmas.len()).map(together).collect();
        let mut open_firsts = [false; 256];
        for first in open.texts().filter_map(<[u8]>::first) {
            open_firsts[*first as usize] = true;
        }
        let tail_ends = Ends::new(tails.texts());
        Index {
            words,
            lemmas,
            word_flags,
            stems,
            open,
            open_firsts,
            tails,
            tail_ends,
            flags,
            marks,
            names,
            around,
            targets,
        }
    }
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
        let mut state = self.start(&self.open.automaton);
        for (i, &byte) in bytes[..bytes.len().saturating_sub(1)].iter().enumerate() {
            state = self.open.automaton.next_state(Anchored::Yes, state, byte);
            if self.open.automaton.is_dead(state) {
                return;
            }
            if self.open.automaton.is_match(state) {
                let pattern = self.open.automaton.match_pattern(state, 0);
                if self.open.automaton.pattern_len(pattern) == i + 1 {
                    known.lemmas.extend_from_slice(self.open.lemmas.of(pattern.as_u32()));
                }
            }
        }
    }

    fn look_up_tails(&self, bytes: &[u8], known: &mut Known) {
        let mut state = self.start(&self.tails.automaton);
        for len in 1..bytes.len() {
            state = self.tails.automaton.next_state(Anchored::Yes, state, bytes[bytes.len() - len]);
            if self.tails.automaton.is_dead(state) {
                return;
            }
            if !self.tails.automaton.is_match(state) {
                continue;
            }
            let pattern = self.tails.automaton.match_pattern(state, 0);
            if self.tails.automaton.pattern_len(pattern) != len {
                continue;
            }
            let rest = &bytes[..bytes.len() - len];
            let first = rest.strip_suffix(b"-").unwrap_or(rest);
            let lemmas = self.tails.lemmas.of(pattern.as_u32());
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
