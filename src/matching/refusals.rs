//! What turns a proposal away although its words are there: names, themes, words that describe a thing, verbs chained over a field.

use super::index::flag;
use super::proposals::Proposal;
use super::walk::Walker;
use crate::lexicon::List;
use crate::lexicon::frames::Frames;
use crate::lexicon::paradigm::{Class, Paradigms};
use once_cell::sync::Lazy;
use std::collections::HashSet;
use std::ops::Range;

/// A capital in the midst of a sentence makes a word a name (*GK Sikkerhet*, *STOLT*), unless the lexicon writes it so.
pub(super) fn is_name(walker: &Walker<'_>, text: &str, p: &Proposal) -> bool {
    if p.capital {
        return false;
    }
    let original = |i: usize| {
        let token = walker.text.tokens.get(i)?;
        token.is_word().then(|| walker.text.original(token.start as usize, token.end as usize).of(text))
    };
    let small = |word: Option<&str>| word.is_some_and(|word| word.starts_with(char::is_lowercase));
    let Some(word) = original(p.own.start) else { return false };
    if p.own.len() == 1 && word.chars().count() > 3 && word.chars().all(char::is_uppercase) {
        return small(original(p.own.end)) || p.own.start.checked_sub(1).is_some_and(|before| small(original(before)));
    }
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
    // «Kunnskap Om Digitale Verktøy», with capitals throughout, says nothing; a capital behind a lower-case word or a name does.
    capital && p.own.start > 0 && original(p.own.start - 1).is_some()
}

/// *Rapporten viser …*: a sentence that begins with one word in the definite speaks of a thing of the text, not of a field.
pub(super) fn is_theme(walker: &Walker<'_>, sentence: &Range<usize>, p: &Proposal) -> bool {
    p.own.start == sentence.start && is_definite(walker, p)
}

/// *kompetansen i barnevernet*: one word in the definite behind *i* is where the competence is.
pub(super) fn is_place(walker: &Walker<'_>, p: &Proposal) -> bool {
    let before = p.own.start.checked_sub(1).map(|before| walker.text.word(&walker.text.tokens[before]));
    before == Some("i") && is_definite(walker, p)
}

/// Whether it is one word that looks like a noun in the definite.
fn is_definite(walker: &Walker<'_>, p: &Proposal) -> bool {
    let word = walker.text.word(&walker.text.tokens[p.own.start]);
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    p.own.len() == 1 && ends(&["en", "et", "ene", "ane", "inga"]) && !ends(&["het", "tet"])
}

/// *hyggelig kultur*, *et trygt og positivt arbeidsmiljø*: an adjective before a thing describes the thing.
pub(super) fn describes_thing(walker: &Walker<'_>, p: &Proposal) -> bool {
    describes(walker, p, &Frames::get().refusals.things)
}

/// *løsningsorienterte medarbeidere*: an adjective before a word for people describes them.
pub(super) fn describes_person(walker: &Walker<'_>, p: &Proposal) -> bool {
    describes(walker, p, &Frames::get().persons.ends)
}

/// Whether the proposal is an adjective that stands before a noun with one of these ends, alone or with its fellows.
fn describes(walker: &Walker<'_>, p: &Proposal, ends: &[String]) -> bool {
    if p.list != List::Adjective || p.own.len() > 1 {
        return false;
    }
    let mut at = p.own.end;
    for _ in 0..MOST_BETWEEN {
        let Some(token) = walker.text.tokens.get(at) else { return false };
        if token.is_word() && !token.hyphen_after {
            let word = walker.text.word(token);
            if ends.iter().any(|end| word.ends_with(end.as_str())) {
                return true;
            }
        }
        match walker.atoms.conjunction(walker.text, at) {
            Some(behind) => at = behind,
            // «fleksibel da arbeidsdagen …»: the phrase ends.
            None if !token.is_word() || walker.atoms.flags(at) & (flag::FUNCTION | flag::STOP) != 0 => return false,
            None => at += 1,
        }
    }
    false
}

/// Words between an adjective and the noun that it describes, at most: its fellow adjectives.
const MOST_BETWEEN: usize = 3;

/// The forms of the verbs that take a field as their object.
static CHAINED: Lazy<HashSet<String>> = Lazy::new(|| {
    let verbs = Frames::get().refusals.chained.iter();
    verbs.flat_map(|verb| Paradigms::get().forms(verb, Class::Verb, None)).collect()
});

/// Whether a verb only says what is done with the field behind it: *planlegge, gjennomføre og følge opp [anskaffelser]*; *gjennomført [bachelorgrad]*.
/// `objects`: where admitted fields begin, in order; `phrases`: where admitted verbs of several words do.
pub(super) fn is_chained(walker: &Walker<'_>, p: &Proposal, objects: &[usize], phrases: &[usize]) -> bool {
    let word = |at: usize| walker.text.tokens.get(at).filter(|t| t.is_word()).map(|token| walker.text.word(token));
    let particle =
        |at: usize| word(at).is_some_and(|word| Frames::get().refusals.particles.iter().any(|other| other == word));
    let chains = |at: usize| word(at).is_some_and(|word| CHAINED.contains(word));
    // A verb with an object of its own is no link: *utvikle tjenestetilbudet og lede prosjekter*.
    let bare = p.own.len() == 1 || (p.own.len() == 2 && particle(p.own.end - 1));
    if !matches!(p.list, List::Verb | List::Phrase) || !bare || !chains(p.own.start) {
        return false;
    }
    let mut at = p.own.end;
    for _ in 0..MOST_VERBS {
        while particle(at) {
            at += 1;
        }
        let Some(behind) = walker.atoms.conjunction(walker.text, at) else { break };
        if phrases.binary_search(&behind).is_ok() {
            return chains(behind);
        }
        if !word(behind).is_some_and(|word| word.ends_with(['e', 'a', 'r', 't'])) {
            return false;
        }
        at = behind + 1;
    }
    while walker.atoms.flags(at) & (flag::INSERT | flag::FILLER) != 0 {
        at += 1;
    }
    objects.binary_search(&at).is_ok()
}

/// Verbs in one chain, at most.
const MOST_VERBS: usize = 5;
