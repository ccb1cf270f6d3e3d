//! Hits and misses, nynorsk, and the order of a file.

use super::super::Grade;
use super::super::entry::{Concept, List};
use super::super::paradigm::Paradigms;
use super::super::term::{self, Element};
use super::{LintRule, Remark};
use crate::text::tokens;

/// Hits that a concept has at least.
const HITS: usize = 3;

/// Words that only nynorsk has, common in ads.
const NYNORSK: &[&str] = &[
    "ikkje",
    "ein",
    "eit",
    "frå",
    "dei",
    "kva",
    "korleis",
    "kven",
    "søkjer",
    "vere",
    "vera",
    "eigen",
    "eige",
    "eigne",
    "noko",
    "nokon",
    "nokre",
    "mykje",
    "meir",
    "saman",
    "heile",
    "heilt",
    "gjere",
    "gjer",
    "arbeidar",
    "kjem",
    "veit",
    "røynsle",
    "evna",
    "trengst",
    "berre",
    "utan",
    "innan",
    "verksemd",
    "oppgåver",
    "òg",
    "kunnskapar",
];

pub(super) fn check(concept: &Concept, out: &mut Vec<Remark>) {
    if concept.details().hits.len() < HITS {
        let message = format!("has {} hits; {HITS} are the least", concept.details().hits.len());
        let mend = "add sentences of your own to `hits`, the mention in [[…]]";
        out.push(Remark::on_concept(LintRule::MissingHits, concept, message, mend));
    }
    for hit in concept.details().hits.iter().filter(|hit| !hit.text.contains("[[") || !hit.text.contains("]]")) {
        let message = format!("the hit «{}» marks nothing", hit.text);
        let mend = "put [[…]] round the mention";
        out.push(Remark::on_example(LintRule::UnmarkedHit, concept, "hits", hit, message, mend));
    }
    let carried = concept.details().terms.iter().find(|term| term.grade == Grade::Carried && term.list == List::Noun);
    if let Some(term) = carried.filter(|_| concept.details().misses.is_empty()) {
        let message = format!("«{}» is carried, for it has other senses, and no miss shows one", term.text);
        let mend = "add a sentence to `misses` in which it means something else";
        out.push(Remark::on_term(LintRule::MissingMisses, concept, term, message, mend));
    }
    if let Some((written, nynorsk)) = differs(concept).filter(|_| !has_nynorsk(concept)) {
        let message = format!("no hit or term is nynorsk, where «{written}» is «{nynorsk}»");
        out.push(Remark::on_concept(LintRule::MissingNynorsk, concept, message, "add a hit in nynorsk"));
    }
}

/// A noun of the concept that nynorsk spells otherwise by the spelling pairs, with that spelling.
fn differs(concept: &Concept) -> Option<(String, String)> {
    words(concept).find_map(|word| {
        let nynorsk = Paradigms::get().nynorsk(&word)?;
        Some((word, nynorsk))
    })
}

/// The words of the concept's nouns.
fn words(concept: &Concept) -> impl Iterator<Item = String> {
    let nouns = concept.details().terms.iter().filter(|term| term.list == List::Noun && !term.hidden);
    nouns.filter_map(|term| term::elements(&term.text, term.list)).flatten().filter_map(|element| match element {
        Element::Word(word) => Some(word.text),
        _ => None,
    })
}

fn has_nynorsk(concept: &Concept) -> bool {
    let term = concept.details().terms.iter().map(|term| term.text.as_str());
    let hit = concept.details().hits.iter().map(|hit| hit.text.as_str());
    term.chain(hit).any(|text| {
        let text = text.to_lowercase();
        let mut found = Vec::new();
        tokens::scan(&text, 0, &mut found);
        found.iter().filter(|token| token.is_word()).any(|token| {
            let word = &text[token.start as usize..token.end as usize];
            NYNORSK.contains(&word) || Paradigms::get().is_nynorsk(word)
        })
    })
}

/// Concepts that do not stand in the order of their ids.
pub(super) fn order(concepts: &[Concept], out: &mut Vec<Remark>) {
    for pair in concepts.windows(2) {
        let [before, concept] = pair else { continue };
        if before.file == concept.file && before.id > concept.id {
            let message = format!("stands behind «{}»", before.id);
            let mend = "put the concepts of a file in the order of their ids (`lint_lexicon --fix` does)";
            out.push(Remark::on_concept(LintRule::UnsortedConcepts, concept, message, mend));
        }
    }
}
