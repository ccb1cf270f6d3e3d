//! Compiles a lexicon, its frames and the markers of later stages into an index.

mod freeze;

use super::dictionary::Dictionary;
use super::index::{Index, LemmaId, Marker, Role, Stem, Target, flag};
use super::trie::TrieBuilder;
use crate::hasher::Fast;
use crate::lexicon::frames::{Frames, Phrases};
use crate::lexicon::paradigm::{Class, Forms, Paradigms};
use crate::lexicon::term::{self, Bend, Element, Word};
use crate::lexicon::{Grade, Lexicon, List};
use freeze::Parts;
use std::collections::{HashMap, HashSet};

impl Index {
    pub(crate) fn build(lexicon: &Lexicon, frames: &Frames, markers: &[Marker<'_>]) -> Self {
        let mut compiler = Compiler::default();
        compiler
            .words
            .reserve(lexicon.all().iter().map(|concept| concept.details().terms.len()).sum::<usize>() * FORMS);
        for marker in markers {
            let role = if marker.everywhere { Role::Everywhere } else { Role::Marker };
            compiler.path(marker.text, marker.list, Target { role, concept: marker.id, ..neutral() });
        }
        compiler.build(lexicon, frames)
    }
}

/// Forms of a term that no other term has, roughly: the room that is made for them beforehand.
const FORMS: usize = 12;

#[derive(Default)]
struct Compiler {
    lemmas: HashMap<Word, LemmaId, Fast>,
    flags: Vec<u16>,
    words: Dictionary,
    /// Word and lemma, word and stem.
    forms: Vec<(u32, LemmaId)>,
    /// The last lemma of each word.
    last: Vec<LemmaId>,
    scratch: Forms,
    stems: Vec<(u32, Stem)>,
    /// The stems by word and concept: the first of them counts.
    stem_of: HashSet<(u32, u32), Fast>,
    open: Parts,
    tails: Parts,
    reversed: Vec<u8>,
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
        // The grade of a carrier or licence says where it counts: everywhere, where the text speaks of competence, or in ads only.
        self.frames(&frames.naming, Role::Naming, Grade::Strong);
        self.frames(&frames.carriers_of_competence, Role::Carrier, Grade::Strong);
        self.frames(&frames.carriers, Role::Carrier, Grade::Licensed);
        self.frames(&frames.carriers_in_ads, Role::Carrier, Grade::Carried);
        self.frames(&frames.licences, Role::Licence, Grade::Licensed);
        self.frames(&frames.licences_in_ads, Role::Licence, Grade::Carried);
        for (c, concept) in lexicon.all().iter().enumerate() {
            let c = u32::try_from(c).unwrap_or(u32::MAX);
            for open in frames.open.iter().filter(|open| open.concept == concept.id()) {
                for (list, texts) in [(List::Phrase, &open.phrases), (List::Verb, &open.verbs)] {
                    for text in texts {
                        self.path(text, list, Target { role: Role::Open, concept: c, ..neutral() });
                    }
                }
            }
            for (t, term) in concept.details().terms.iter().enumerate() {
                let Some(elements) = term::elements(&term.text, term.list) else { continue };
                let target = Target {
                    role: Role::Term,
                    concept: c,
                    grade: term.grade,
                    list: term.list,
                    hidden: term.hidden,
                    capital: term.text.starts_with(char::is_uppercase),
                    source: u32::try_from(t).unwrap_or(u32::MAX),
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
            for (e, exclusion) in concept.details().exclusions.iter().enumerate() {
                if let Some(elements) = term::loose_elements(&exclusion.phrase) {
                    let target = Target {
                        role: Role::Exclusion,
                        concept: c,
                        source: u32::try_from(e).unwrap_or(u32::MAX),
                        ..neutral()
                    };
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
            let id = self.words.insert(text.as_bytes());
            if self.stem_of.insert((id, stem.concept)) {
                self.stems.push((id, stem));
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
        let mut forms = std::mem::take(&mut self.scratch);
        forms.clear();
        word.push_forms(&mut forms);
        for form in forms.iter() {
            let id = self.words.insert(form.as_bytes());
            // A form that comes a second time has its id's last lemma already.
            let last = self.last.get_mut(id as usize);
            match last {
                Some(last) if *last == lemma => continue,
                Some(last) => *last = lemma,
                None => {
                    self.last.resize(id as usize, LemmaId::MAX);
                    self.last.push(lemma);
                }
            }
            self.forms.push((id, lemma));
            if word.tail && form.chars().count() >= 3 {
                self.reversed.clear();
                self.reversed.extend(form.bytes().rev());
                self.tails.push(&self.reversed, lemma);
            }
            if word.open {
                self.open.push(form.as_bytes(), lemma);
            }
        }
        self.scratch = forms;
        self.lemmas.insert(word.clone(), lemma);
        lemma
    }
}

fn plain(text: &str, bend: Bend) -> Word {
    Word { text: text.to_lowercase(), bend, tail: false, open: false }
}

fn neutral() -> Target {
    Target {
        role: Role::Term,
        concept: 0,
        grade: Grade::Strong,
        list: List::Phrase,
        hidden: false,
        capital: false,
        source: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::index::Known;
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
            let mut all = Vec::new();
            for (word, &lemma) in &compiler.lemmas {
                let mut forms = Forms::default();
                word.push_forms(&mut forms);
                all.extend(forms.iter().map(|form| (form.to_owned(), lemma, word.clone())));
            }
            Self(all)
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
                let whole = known.word.map_or(&[][..], |id| index.lemmas_of(id));
                let lemmas = if known.is_plain { whole } else { &known.lemmas };
                prop_assert_eq!(lemmas, &naive.look_up(&word), "{}", word);
            }
        }
    }
}
