//! Marks, notes and frames that change nothing.

use super::super::Grade;
use super::super::entry::{Concept, List, TermEntry};
use super::super::paradigm::{Class, Paradigms};
use super::super::term::{self, Bend, Element};
use super::{LintRule, Remark};
use std::collections::HashSet;

/// Letters of the shortest `~tail` that the matcher looks for.
const SHORTEST_TAIL: usize = 3;

pub(super) fn check(concept: &Concept, out: &mut Vec<Remark>) {
    let nouns = stems_of_nouns(concept);
    for term in &concept.details().terms {
        if let Some((message, mend)) = idle(term, &nouns) {
            let remark = Remark::on_term(LintRule::IdleFrame, concept, term, message, mend);
            out.push(if is_idle_stem(term, &nouns) { remark.idle() } else { remark });
        }
    }
}

/// The stems that the one-word nouns of the concept give by themselves.
fn stems_of_nouns(concept: &Concept) -> HashSet<String> {
    let mut out = HashSet::new();
    // A carried noun gives stricter stems.
    let free = |term: &&TermEntry| term.list == List::Noun && term.grade > Grade::Carried && !term.hidden;
    for term in concept.details().terms.iter().filter(free) {
        let Some(elements) = term::elements(&term.text, term.list) else { continue };
        if let [Element::Word(word)] = elements.as_slice() {
            for spelling in Paradigms::get().spellings(&word.text) {
                out.extend([format!("{spelling}s"), format!("{spelling}e"), spelling]);
            }
        }
    }
    out
}

fn is_idle_stem(term: &TermEntry, nouns: &HashSet<String>) -> bool {
    let spellings = Paradigms::get().spellings(&term.text.to_lowercase());
    term.list == List::Stem && spellings.iter().all(|spelling| nouns.contains(spelling))
}

fn idle(term: &TermEntry, nouns: &HashSet<String>) -> Option<(String, &'static str)> {
    let elements = term::elements(&term.text, term.list)?;
    let text = &term.text;
    let words = elements.iter().filter_map(|element| match element {
        Element::Word(word) => Some(word),
        _ => None,
    });
    let bends = matches!(term.list, List::Noun | List::Verb | List::Adjective | List::Qualifier);
    let note = text.rfind(" (").map(|at| &text[at + 2..text.len() - 1]).filter(|_| text.ends_with(')'));
    let like = note.and_then(|note| note.strip_prefix("like "));
    if !bends && (like.is_some() || note == Some("fixed")) {
        return Some((format!("the note of «{text}» changes nothing: this list does not bend"), "take the note out"));
    }
    for word in words {
        if let (Bend::Class(class, Some(like)), all) = (&word.bend, Paradigms::get()) {
            if !all.is_of(like, *class) {
                let message = format!("«{like}» is no {}, so «{text}» bends wrongly", name(*class));
                return Some((message, "name a word of the same word class"));
            }
            if all.forms(&word.text, *class, None) == word.forms() {
                return Some((
                    format!("the note of «{text}» changes nothing: it would be guessed"),
                    "take the note out",
                ));
            }
        }
        if matches!(term.list, List::Stem | List::Acronym) && (word.tail || word.open) {
            return Some((format!("the mark «~» of «{text}» changes nothing in this list"), "take the mark out"));
        }
        if word.tail && word.forms().iter().all(|form| form.chars().count() < SHORTEST_TAIL) {
            let message = format!("«{}» is too short for a tail: no compound on it is found", word.text);
            return Some((message, "write the compounds out"));
        }
    }
    if is_idle_stem(term, nouns) {
        let message = format!("the stem «{text}» gives nothing: a noun of this concept gives it by itself");
        return Some((message, "take it out"));
    }
    if term.list == List::Acronym && text.chars().any(char::is_lowercase) {
        let message = format!("the acronym «{text}» is found in capitals only, never as it is written here");
        return Some((message, "write it in capitals, or put it among `phrases`"));
    }
    None
}

fn name(class: Class) -> &'static str {
    match class {
        Class::Noun => "noun",
        Class::Verb => "verb",
        Class::Adjective => "adjective",
    }
}
