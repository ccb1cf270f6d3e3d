//! What is said of people: *Leiaren er tydeleg*, *du tek ansvar*, *elevar som kan matematikk*.

use super::index::flag;
use super::proposals::Proposal;
use super::walk::Walker;
use crate::lexicon::frames::Frames;
use crate::lexicon::{Grade, List};
use std::ops::Range;

const COPULAS: [&str; 12] =
    ["er", "var", "være", "vere", "blir", "bli", "vert", "verte", "blitt", "vorte", "virker", "verkar"];

/// Words between a subject and what is said of it: *skal alltid være*, *må også*.
const BETWEEN: [&str; 20] = [
    "skal", "må", "bør", "kan", "vil", "lyt", "har", "være", "vere", "ha", "kunne", "også", "òg", "alltid", "ofte",
    "både", "selv", "sjølv", "derfor", "difor",
];

const KNOWING: [&str; 10] =
    ["kan", "kunne", "lært", "kjenner", "kjenne", "behersker", "beherske", "meistrar", "meistre", "mestrer"];

/// Words that are looked back over, at most.
const BACK: usize = 5;

/// Whether a trait or an activity is said of a person, or a field is one that somebody knows.
pub(super) fn is_said_of_person(walker: &Walker<'_>, sentence: &Range<usize>, p: &Proposal) -> bool {
    let before = Before { walker, sentence };
    match p.list {
        List::Adjective => before
            .nearest(p.own.start)
            .is_some_and(|copula| COPULAS.contains(&before.word(copula)) && before.is_of_person(copula)),
        List::Verb | List::Phrase => p.grade == Grade::Strong && before.is_of_person(p.own.start),
        // «Kan KI hjelpe oss?» asks of the thing itself.
        List::Noun | List::Qualifier | List::Acronym => before
            .nearest(p.own.start)
            .is_some_and(|knows| knows > sentence.start && KNOWING.contains(&before.word(knows))),
        List::Stem => false,
    }
}

/// What stands before a place in its sentence.
struct Before<'a, 'w> {
    walker: &'a Walker<'w>,
    sentence: &'a Range<usize>,
}

impl Before<'_, '_> {
    fn word(&self, at: usize) -> &str {
        let token = &self.walker.text.tokens[at];
        if token.is_word() { self.walker.text.word(token) } else { "" }
    }

    fn back(&self, at: usize) -> impl Iterator<Item = usize> {
        (self.sentence.start.max(at.saturating_sub(BACK))..at).rev()
    }

    /// Degrees and fillers: *er svært og alltid* …
    fn is_skipped(&self, at: usize) -> bool {
        self.walker.atoms.flags(at) & (flag::INSERT | flag::FILLER) != 0
    }

    /// The nearest word before `at` that is no degree or filler.
    fn nearest(&self, at: usize) -> Option<usize> {
        self.back(at).find(|&i| !self.is_skipped(i))
    }

    /// Whether the subject right before `at`, apart from auxiliaries and adverbs, is a person.
    fn is_of_person(&self, at: usize) -> bool {
        let persons = &Frames::get().persons;
        let is_pronoun = |i: usize| persons.pronouns.iter().any(|pronoun| pronoun == self.word(i));
        let subject =
            self.back(at).find(|&i| is_pronoun(i) || !(BETWEEN.contains(&self.word(i)) || self.is_skipped(i)));
        subject.is_some_and(|i| is_pronoun(i) || persons.ends.iter().any(|end| self.word(i).ends_with(end.as_str())))
    }
}
