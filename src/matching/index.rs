//! The compiled lexicon: automata over word forms, and a trie over the words of terms.

use super::trie::{Trie, TrieBuilder};
use crate::lexicon::frames::{Frames, Phrases};
use crate::lexicon::paradigm::{Class, Paradigms};
use crate::lexicon::term::{self, Bend, Element, Word};
use crate::lexicon::{Grade, Lexicon, List};
use aho_corasick::automaton::Automaton;
use aho_corasick::nfa::contiguous::{Builder, NFA};
use aho_corasick::{Anchored, MatchKind};
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
struct Slice {
    start: u32,
    len: u32,
}

impl Slice {
    fn of<T>(self, pool: &[T]) -> &[T] {
        &pool[self.start as usize..(self.start + self.len) as usize]
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    lemmas: Slice,
    /// Lemmas that a longer word beginning so has (`word~`).
    open: Slice,
    stems: Slice,
}

/// The compiled lexicon.
#[derive(Debug)]
pub(crate) struct Index {
    words: NFA,
    entries: Vec<Entry>,
    tails: NFA,
    tail_entries: Vec<Slice>,
    lemma_pool: Vec<LemmaId>,
    stem_pool: Vec<Stem>,
    flags: Vec<u16>,
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

    fn start(&self, nfa: &NFA) -> aho_corasick::automaton::StateID {
        nfa.start_state(Anchored::Yes).unwrap_or_default()
    }

    pub(crate) fn build(lexicon: &Lexicon, frames: &Frames, markers: &[Marker<'_>]) -> Self {
        let mut compiler = Compiler::default();
        for marker in markers {
            compiler.path(marker.text, marker.list, Target { role: Role::Marker, concept: marker.id, ..neutral() });
        }
        compiler.build(lexicon, frames)
    }
}

#[derive(Default)]
struct Compiler {
    lemmas: HashMap<Word, LemmaId>,
    flags: Vec<u16>,
    forms: HashMap<String, Vec<LemmaId>>,
    open: HashMap<String, Vec<LemmaId>>,
    tails: HashMap<String, Vec<LemmaId>>,
    stems: HashMap<String, Vec<Stem>>,
    marks: HashMap<char, LemmaId>,
    trie: TrieBuilder,
    targets: Vec<Target>,
}

impl Compiler {
    fn build(mut self, lexicon: &Lexicon, frames: &Frames) -> Index {
        self.collect(lexicon, frames);
        self.finish()
    }

    /// Takes in all words, paths and stems.
    fn collect(&mut self, lexicon: &Lexicon, frames: &Frames) {
        for words in [
            (&frames.inserts, flag::INSERT),
            (&frames.conjunctions, flag::CONJUNCTION),
            (&frames.fillers, flag::FILLER),
            (&frames.stops, flag::STOP),
            (&frames.prepositions, flag::FUNCTION),
            (&frames.function_words, flag::FUNCTION),
        ] {
            for word in words.0 {
                let lemma = self.lemma(&plain(word, Bend::Fixed));
                self.flags[lemma as usize] |= words.1;
            }
        }
        let mut heads = Vec::new();
        for (words, class, bit) in [
            (&frames.heads.names, Class::Noun, flag::HEAD_NAME),
            (&frames.heads.licensed, Class::Noun, flag::HEAD_LICENSED),
            (&frames.heads.adjectives, Class::Adjective, flag::HEAD_ADJECTIVE),
        ] {
            for word in words {
                let lemma = self.lemma(&Word { tail: true, ..plain(word, Bend::Class(class, None)) });
                self.flags[lemma as usize] |= bit;
                if bit != flag::HEAD_ADJECTIVE {
                    heads.push((lemma, bit));
                }
            }
        }
        // The grade of a carrier or licence says where it counts: everywhere, or in ads only.
        self.frames(&frames.naming, Role::Naming, Grade::Strong);
        self.frames(&frames.carriers, Role::Carrier, Grade::Strong);
        self.frames(&frames.carriers_in_ads, Role::Carrier, Grade::Licensed);
        self.frames(&frames.licences, Role::Licence, Grade::Strong);
        self.frames(&frames.licences_in_ads, Role::Licence, Grade::Licensed);
        for (c, concept) in lexicon.all().iter().enumerate() {
            let c = u32::try_from(c).unwrap_or(u32::MAX);
            for open in frames.open.iter().filter(|open| open.concept == concept.id()) {
                for (list, texts) in [(List::Noun, &open.nouns), (List::Verb, &open.verbs)] {
                    for text in texts {
                        self.path(text, list, Target { role: Role::Open, concept: c, ..neutral() });
                    }
                }
            }
            for term in &concept.terms {
                let Some(elements) = term::elements(&term.text, term.list) else { continue };
                let target = Target {
                    role: Role::Term,
                    concept: c,
                    grade: term.grade,
                    list: term.list,
                    hidden: term.hidden,
                    capital: term.text.starts_with(char::is_uppercase),
                };
                let stem = Stem { concept: c, grade: term.grade };
                self.add_stems(&elements, term.list, stem);
                match term.list {
                    List::Stem => {}
                    List::Qualifier => {
                        let Some(Element::Word(word)) = elements.first() else { continue };
                        let lemma = self.lemma(word);
                        let node = self.trie.child(0, lemma, true);
                        for &(head, bit) in &heads {
                            let grade =
                                if bit == flag::HEAD_NAME { term.grade } else { term.grade.min(Grade::Licensed) };
                            let end = self.trie.child(node, head, false);
                            self.target(end, Target { grade, ..target });
                        }
                    }
                    _ => self.insert(&elements, target),
                }
            }
            for exclusion in &concept.exclusions {
                if let Some(elements) = term::loose_elements(&exclusion.phrase) {
                    let target = Target { role: Role::Exclusion, concept: c, ..neutral() };
                    self.insert(&elements, target);
                }
            }
        }
    }

    fn frames(&mut self, phrases: &Phrases, role: Role, grade: Grade) {
        for (list, texts) in
            [(List::Noun, &phrases.nouns), (List::Verb, &phrases.verbs), (List::Phrase, &phrases.phrases)]
        {
            for text in texts {
                self.path(text, list, Target { role, grade, ..neutral() });
            }
        }
    }

    fn path(&mut self, text: &str, list: List, target: Target) {
        if let Some(elements) = term::elements(text, list) {
            self.insert(&elements, Target { list, ..target });
        }
    }

    fn insert(&mut self, elements: &[Element], target: Target) {
        let mut node = 0;
        let bends = target.list == List::Verb || target.role != Role::Term;
        let mut behind_preposition = false;
        for (i, element) in elements.iter().enumerate() {
            match element {
                Element::Word(word) => {
                    let lemma = self.lemma(word);
                    node = self.trie.child(node, lemma, false);
                    let last = i + 1 == elements.len();
                    behind_preposition |= word.bend == Bend::Fixed && i > 0;
                    if !last && (bends || behind_preposition) {
                        self.trie.allow_inserts(node);
                    }
                }
                Element::Mark(mark) => {
                    let lemma = self.mark(*mark);
                    node = self.trie.child(node, lemma, false);
                }
                Element::Gap => node = self.trie.gap(node),
            }
        }
        self.target(node, target);
    }

    fn target(&mut self, node: u32, target: Target) {
        let id = u32::try_from(self.targets.len()).unwrap_or(u32::MAX);
        self.targets.push(target);
        self.trie.end(node, id);
    }

    /// A one-word noun gives compound stems by itself; entries of `stems` are stems and nothing else.
    fn add_stems(&mut self, elements: &[Element], list: List, stem: Stem) {
        let [Element::Word(word)] = elements else { return };
        let texts: Vec<String> = match list {
            List::Stem => Paradigms::get().spellings(&word.text),
            List::Acronym => vec![word.text.clone()],
            List::Noun => {
                let mut texts = Vec::new();
                for spelling in Paradigms::get().spellings(&word.text) {
                    if !spelling.ends_with('s') {
                        texts.push(format!("{spelling}s"));
                    }
                    if !spelling.ends_with('e') {
                        texts.push(format!("{spelling}e"));
                    }
                    texts.push(spelling);
                }
                texts
            }
            _ => return,
        };
        for text in texts {
            let stems = self.stems.entry(text).or_default();
            if !stems.iter().any(|s| s.concept == stem.concept) {
                stems.push(stem);
            }
        }
    }

    fn mark(&mut self, mark: char) -> LemmaId {
        if let Some(&lemma) = self.marks.get(&mark) {
            return lemma;
        }
        let lemma = self.fresh();
        self.marks.insert(mark, lemma);
        lemma
    }

    fn fresh(&mut self) -> LemmaId {
        self.flags.push(0);
        LemmaId::try_from(self.flags.len() - 1).unwrap_or(LemmaId::MAX)
    }

    fn lemma(&mut self, word: &Word) -> LemmaId {
        if let Some(&lemma) = self.lemmas.get(word) {
            return lemma;
        }
        let lemma = self.fresh();
        if word.bend == Bend::Capitals {
            self.flags[lemma as usize] |= flag::CAPITALS;
        }
        for form in word.forms() {
            if word.tail {
                self.tails.entry(form.clone()).or_default().push(lemma);
            }
            if word.open {
                self.open.entry(form.clone()).or_default().push(lemma);
            }
            self.forms.entry(form).or_default().push(lemma);
        }
        self.lemmas.insert(word.clone(), lemma);
        lemma
    }

    fn finish(self) -> Index {
        let mut keys: Vec<&str> =
            self.forms.keys().chain(self.stems.keys()).chain(self.open.keys()).map(String::as_str).collect();
        keys.sort_unstable();
        keys.dedup();
        let mut lemma_pool = Vec::new();
        let mut stem_pool = Vec::new();
        fn push<T: Clone>(pool: &mut Vec<T>, items: Option<&Vec<T>>) -> Slice {
            let start = u32::try_from(pool.len()).unwrap_or(u32::MAX);
            pool.extend(items.into_iter().flatten().cloned());
            Slice { start, len: u32::try_from(pool.len()).unwrap_or(u32::MAX) - start }
        }
        let entries = keys
            .iter()
            .map(|&key| Entry {
                lemmas: push(&mut lemma_pool, self.forms.get(key)),
                open: push(&mut lemma_pool, self.open.get(key)),
                stems: push(&mut stem_pool, self.stems.get(key)),
            })
            .collect();
        let words = automaton(keys.iter().map(|key| key.as_bytes().to_vec()));
        let mut tail_keys: Vec<&String> = self.tails.keys().filter(|key| key.chars().count() >= 3).collect();
        tail_keys.sort_unstable();
        let tail_entries = tail_keys.iter().map(|&key| push(&mut lemma_pool, self.tails.get(key))).collect();
        let tails = automaton(tail_keys.iter().map(|key| key.bytes().rev().collect()));
        Index {
            words,
            entries,
            tails,
            tail_entries,
            lemma_pool,
            stem_pool,
            flags: self.flags,
            marks: self.marks,
            trie: self.trie.finish(),
            targets: self.targets,
        }
    }
}

fn automaton(patterns: impl Iterator<Item = Vec<u8>>) -> NFA {
    let patterns: Vec<Vec<u8>> = patterns.collect();
    match Builder::new().match_kind(MatchKind::Standard).build(&patterns) {
        Ok(nfa) => nfa,
        // The automaton refuses only more than 2^31 states or patterns; the limits on lexicons stop long before.
        Err(error) => unreachable!("the limits on a lexicon let too many forms through: {error}"),
    }
}

fn plain(text: &str, bend: Bend) -> Word {
    Word { text: text.to_lowercase(), bend, tail: false, open: false }
}

fn neutral() -> Target {
    Target { role: Role::Term, concept: 0, grade: Grade::Strong, list: List::Phrase, hidden: false, capital: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LEXICON: &str = r#"
category = "x"
[[concept]]
id = "a"
label = "a"
label-en = "a"
nouns = ["~saksbehandling", "regnskap", "is", "velferdsteknologi~"]
verbs = ["lede", "løse problemer"]
adjectives = ["trygg"]
[[concept]]
id = "b"
label = "b"
label-en = "b"
nouns = ["~regn", "sak", "teknologi"]
phrases = ["saks"]
"#;

    /// The matcher that is too simple to be wrong: every form of every lemma, compared letter by letter.
    struct Naive(Vec<(String, LemmaId, Word)>);

    impl Naive {
        fn new(compiler: &Compiler) -> Self {
            let words = compiler.lemmas.iter();
            Self(
                words
                    .flat_map(|(word, &lemma)| word.forms().into_iter().map(move |form| (form, lemma, word.clone())))
                    .collect(),
            )
        }

        fn look_up(&self, text: &str) -> Vec<LemmaId> {
            let fits = |form: &str, word: &Word| {
                let tail = || {
                    let first = text.strip_suffix(form).filter(|first| !first.is_empty())?;
                    let bare = first.strip_suffix('-').unwrap_or(first);
                    Some(word.tail && form.chars().count() >= 3 && (bare.len() >= 3 || bare.len() < first.len()))
                };
                let open = || text.starts_with(form) && word.open && text != form;
                text == form || open() || tail().unwrap_or(false)
            };
            let mut found: Vec<LemmaId> =
                self.0.iter().filter(|(form, _, word)| fits(form, word)).map(|&(_, lemma, _)| lemma).collect();
            found.sort_unstable();
            found.dedup();
            found
        }
    }

    fn both() -> (Index, Naive) {
        let lexicon = Lexicon::parse("test.toml", LEXICON).unwrap();
        let mut compiler = Compiler::default();
        compiler.collect(&lexicon, Frames::get());
        let naive = Naive::new(&compiler);
        (compiler.finish(), naive)
    }

    proptest! {
        #[test]
        fn the_automata_agree_with_the_naive_matcher(words in proptest::collection::vec("(bygge|is|lov|å)?-?(saks?|saksbehandling|regn|regnskap|leder?|trygg|velferdsteknologi|teknologi)(en|et|er|t|skap|ansvar|)", 20)) {
            let (index, naive) = both();
            let mut known = Known::default();
            for word in words {
                index.look_up(&word, &mut known);
                prop_assert_eq!(&known.lemmas, &naive.look_up(&word), "{}", word);
            }
        }
    }
}
