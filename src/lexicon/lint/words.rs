//! Terms that match too much by being too short or too common.

use super::super::Grade;
use super::super::entry::{Concept, List};
use super::super::frames::Frames;
use super::super::term::{self, Element};
use super::{LintRule, Remark};

pub(super) fn check(concept: &Concept, out: &mut Vec<Remark>) {
    if concept.details().terms.is_empty() {
        let message = "has no term, so it is never found".to_owned();
        out.push(Remark::on_concept(LintRule::NoTerms, concept, message, "add the words that name it"));
    }
    let frames = Frames::get();
    let lists = [&frames.function_words, &frames.prepositions, &frames.conjunctions, &frames.fillers, &frames.stops];
    let common = |word: &str| lists.iter().any(|list| list.iter().any(|other| other == word));
    for term in &concept.details().terms {
        let Some(elements) = term::elements(&term.text, term.list) else { continue };
        let words: Vec<_> = elements
            .iter()
            .filter_map(|element| match element {
                Element::Word(word) => Some(word.text.as_str()),
                _ => None,
            })
            .collect();
        // A word with a sign (*C++*) or in capitals (*VA*) is no accident.
        let capitals = !term.text.chars().any(char::is_lowercase);
        let short = |word: &str| word.chars().count() < SHORTEST && word.chars().all(char::is_alphabetic);
        let [word] = words.as_slice() else { continue };
        if capitals || matches!(term.list, List::Stem | List::Acronym) {
            continue;
        }
        if common(word) && term.grade > Grade::Carried {
            let message = format!("«{}» is a function word: it stands in almost every text", term.text);
            let mend = "add the word that carries the meaning, or put it among the carried terms";
            out.push(Remark::on_term(LintRule::CommonTerm, concept, term, message, mend));
        } else if short(word) {
            let message = format!("«{}» is too short: it matches other words and abbreviations", term.text);
            let mend = "write it out, or as an acronym in capitals";
            out.push(Remark::on_term(LintRule::ShortTerm, concept, term, message, mend));
        }
    }
}

/// Letters of a word that may be a term of its own.
const SHORTEST: usize = 3;
