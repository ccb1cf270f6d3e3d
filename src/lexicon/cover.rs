//! What a term matches, for questions about terms rather than texts: does one term match another's words, does it cover it whole?

use super::entry::{List, TermEntry};
use super::frames::Frames;
use super::paradigm::Paradigms;
use super::term::{self, Element, Word};
use super::{Concept, Grade};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// One word of a term with all its forms.
#[derive(Debug)]
pub(crate) struct Forms {
    pub(crate) word: Word,
    pub(crate) all: HashSet<String>,
}

/// The shortest first part of a compound on a `~tail`, as the matcher has it.
const FIRST_PART: usize = 3;

impl Forms {
    /// Whether the matcher takes `word` for this word of the term.
    pub(crate) fn take(&self, word: &str) -> bool {
        let compound = |at: usize| {
            let (first, rest) = word.split_at(at);
            let long = first.ends_with('-') || first.chars().count() >= FIRST_PART;
            self.word.tail && long && self.all.contains(rest)
                || self.word.open && !rest.is_empty() && self.all.contains(first)
        };
        self.all.contains(word)
            || (self.word.tail || self.word.open) && word.char_indices().skip(1).any(|(at, _)| compound(at))
    }

    /// Whether whatever matches `other` matches this word too.
    fn cover(&self, other: &Self) -> bool {
        (self.word.tail || !other.word.tail)
            && (self.word.open || !other.word.open)
            && (self.word == other.word || other.all.iter().all(|form| self.take(form)))
    }
}

#[derive(Clone, Debug)]
pub(crate) enum Part {
    Word(Arc<Forms>),
    Mark(char),
    Gap,
}

/// A term, or an exclusion, as what it matches.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    pub(crate) parts: Vec<Part>,
}

/// Words that a gap crosses at most, as the matcher has it.
const GAP: usize = 3;

impl Pattern {
    /// Its words as written, lower case.
    pub(crate) fn words(&self) -> impl Iterator<Item = &Arc<Forms>> {
        self.parts.iter().filter_map(|part| match part {
            Part::Word(forms) => Some(forms),
            _ => None,
        })
    }

    /// Whether it takes a word of `other` only as a compound (`~tail`, `open~`).
    pub(crate) fn is_compound_of(&self, other: &Self) -> bool {
        !align(&self.parts, &other.parts, &|ours, theirs| ours.all.contains(&theirs.word.text))
    }

    /// Whether it matches the words of `other` as they are written there.
    pub(crate) fn matches(&self, other: &Self) -> bool {
        align(&self.parts, &other.parts, &|ours, theirs| ours.take(&theirs.word.text))
    }

    /// Whether it matches some of the words of `other` as they are written there.
    pub(crate) fn stands_in(&self, other: &Self) -> bool {
        let parts = &other.parts;
        (0..parts.len())
            .any(|from| (from + 1..=parts.len()).any(|to| self.matches(&Self { parts: parts[from..to].to_vec() })))
    }

    /// Whether it matches whatever `other` matches.
    pub(crate) fn covers(&self, other: &Self) -> bool {
        align(&self.parts, &other.parts, &|ours, theirs| ours.cover(theirs))
    }
}

fn align(ours: &[Part], theirs: &[Part], fits: &impl Fn(&Forms, &Forms) -> bool) -> bool {
    match (ours, theirs) {
        ([], []) => true,
        ([Part::Gap, ours @ ..], [Part::Gap, theirs @ ..]) => align(ours, theirs, fits),
        ([Part::Gap, ours @ ..], _) => (0..=GAP.min(theirs.len())).any(|crossed| {
            let free =
                theirs[..crossed].iter().all(|part| matches!(part, Part::Word(forms) if !joins(&forms.word.text)));
            free && align(ours, &theirs[crossed..], fits)
        }),
        ([Part::Mark(a), ours @ ..], [Part::Mark(b), theirs @ ..]) => a == b && align(ours, theirs, fits),
        ([Part::Word(a), ours @ ..], [Part::Word(b), theirs @ ..]) => fits(a, b) && align(ours, theirs, fits),
        _ => false,
    }
}

fn joins(word: &str) -> bool {
    Frames::get().conjunctions.iter().any(|conjunction| conjunction == word)
}

/// Reads terms into patterns; a word that many terms share is bent once.
#[derive(Default)]
pub(crate) struct Reader {
    words: HashMap<Word, Arc<Forms>>,
}

impl Reader {
    pub(crate) fn term(&mut self, term: &TermEntry) -> Option<Pattern> {
        Some(self.pattern(term::elements(&term.text, term.list)?))
    }

    pub(crate) fn exclusion(&mut self, phrase: &str) -> Option<Pattern> {
        Some(self.pattern(term::loose_elements(phrase)?))
    }

    fn pattern(&mut self, elements: Vec<Element>) -> Pattern {
        let parts = elements.into_iter().map(|element| match element {
            Element::Gap => Part::Gap,
            Element::Mark(mark) => Part::Mark(mark),
            Element::Word(word) => Part::Word(Arc::clone(self.words.entry(word).or_insert_with_key(|word| {
                Arc::new(Forms { word: word.clone(), all: word.forms().into_iter().collect() })
            }))),
        });
        Pattern { parts: parts.collect() }
    }
}

/// One term of one concept, read. Stems and qualifiers are left out: they match only with a head.
pub(crate) struct Claim<'l> {
    pub(crate) concept: &'l Concept,
    /// Index of the concept among those the claims were made of.
    pub(crate) of: usize,
    pub(crate) term: &'l TermEntry,
    pub(crate) pattern: Pattern,
}

/// All terms of some concepts, to be asked which of them match the same words.
pub(crate) struct Claims<'l> {
    pub(crate) all: Vec<Claim<'l>>,
    /// Claims by each form of their first word.
    first: HashMap<String, Vec<u32>>,
    /// The same for claims that begin with a `~tail` or `open~`.
    compounds: HashMap<String, Vec<u32>>,
}

impl<'l> Claims<'l> {
    pub(crate) fn new(concepts: impl IntoIterator<Item = &'l Concept>) -> Self {
        let mut reader = Reader::default();
        let mut claims = Self { all: Vec::new(), first: HashMap::new(), compounds: HashMap::new() };
        for (of, concept) in concepts.into_iter().enumerate() {
            for term in &concept.details().terms {
                if matches!(term.list, List::Stem | List::Qualifier) {
                    continue;
                }
                let Some(pattern) = reader.term(term) else { continue };
                let id = u32::try_from(claims.all.len()).unwrap_or(u32::MAX);
                if let Some(Part::Word(forms)) = pattern.parts.first() {
                    for form in &forms.all {
                        claims.first.entry(form.clone()).or_default().push(id);
                        if forms.word.tail || forms.word.open {
                            claims.compounds.entry(form.clone()).or_default().push(id);
                        }
                    }
                }
                claims.all.push(Claim { concept, of, term, pattern });
            }
        }
        claims
    }

    /// The claims that match the words of the claim as they are written, in order; itself is none of them.
    pub(crate) fn rivals(&self, id: usize) -> impl Iterator<Item = usize> {
        let claim = &self.all[id];
        let mut found = Vec::new();
        if let Some(Part::Word(forms)) = claim.pattern.parts.first() {
            let word = forms.word.text.as_str();
            let parts = word.char_indices().skip(1).flat_map(|(at, _)| [&word[..at], &word[at..]]);
            let compounds = parts.filter_map(|part| self.compounds.get(part));
            found.extend(self.first.get(word).into_iter().chain(compounds).flatten().map(|&id| id as usize));
        }
        found.sort_unstable();
        found.dedup();
        found.retain(|&other| other != id && self.all[other].pattern.matches(&claim.pattern));
        found.into_iter()
    }
}

impl Claim<'_> {
    /// Whether the other claim does all that this one does, in a text and in compounds, so that this one could be left out.
    pub(crate) fn is_covered_by(&self, other: &Self) -> bool {
        let (ours, theirs) = (self.term, other.term);
        ours.list == theirs.list
            && ours.grade <= theirs.grade
            && ours.hidden == theirs.hidden
            && (!self.is_capital() || other.is_capital())
            && other.pattern.covers(&self.pattern)
            && (ours.list != List::Noun || stems(&self.pattern).is_subset(&stems(&other.pattern)))
    }

    fn is_capital(&self) -> bool {
        self.term.list == List::Acronym || self.term.text.starts_with(char::is_uppercase)
    }

    /// The grade at which it counts; a misspelling yields to what is spelled right.
    pub(crate) fn rank(&self) -> (Grade, bool) {
        (self.term.grade, !self.term.hidden)
    }
}

/// The stems that a one-word noun gives to compounds.
fn stems(pattern: &Pattern) -> HashSet<String> {
    match pattern.parts.as_slice() {
        [Part::Word(forms)] => Paradigms::get().spellings(&forms.word.text).into_iter().collect(),
        _ => HashSet::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(text: &str, list: List) -> Pattern {
        Reader::default().pattern(term::elements(text, list).unwrap())
    }

    #[test]
    fn a_term_covers_what_bends_into_it() {
        let evne = pattern("samarbeidsevne", List::Noun);
        assert!(evne.covers(&pattern("samarbeidsevne (fixed)", List::Noun)));
        assert!(evne.matches(&pattern("samarbeidsevner", List::Noun)));
        assert!(!pattern("samarbeidsevne (fixed)", List::Noun).covers(&evne));
        assert!(!evne.covers(&pattern("~samarbeidsevne", List::Noun)));
    }

    #[test]
    fn tails_and_gaps_cover_what_they_cross() {
        let tail = pattern("~behandling", List::Noun);
        assert!(tail.covers(&pattern("saksbehandling", List::Noun)));
        assert!(!tail.covers(&pattern("ubehandling", List::Noun)), "a first part of one letter is none");
        let gap = pattern("bygge … relasjoner", List::Verb);
        assert!(gap.covers(&pattern("bygge relasjoner", List::Verb)));
        assert!(gap.covers(&pattern("bygge gode faglige relasjoner", List::Verb)));
        assert!(!gap.covers(&pattern("bygge tillit og relasjoner", List::Verb)));
        assert!(!gap.covers(&pattern("bygge svært gode nære faglige relasjoner", List::Verb)));
        assert!(!pattern("bygge relasjoner", List::Verb).covers(&gap));
    }

    #[test]
    fn marks_must_be_the_same() {
        let slash = pattern("fag-/svennebrev", List::Noun);
        assert!(slash.covers(&slash));
        assert!(!slash.covers(&pattern("fag-, svennebrev", List::Noun)));
    }
}
