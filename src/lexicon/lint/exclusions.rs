//! Exclusions against the terms of their own concept.

use super::super::cover::{Forms, Part, Pattern, Reader};
use super::super::entry::{Concept, List};
use super::super::frames::Frames;
use super::super::paradigm::Paradigms;
use super::{LintRule, Remark};
use std::collections::HashSet;

/// Exclusions that no term can reach, and terms that an exclusion turns away wherever they stand.
pub(super) fn check(concept: &Concept, reader: &mut Reader, out: &mut Vec<Remark>) {
    if concept.details().exclusions.is_empty() {
        return;
    }
    let reach = Reach::new(concept, reader);
    for exclusion in &concept.details().exclusions {
        let Some(pattern) = reader.exclusion(&exclusion.phrase) else { continue };
        if !pattern.words().any(|forms| reach.touches(forms)) {
            let message = format!("the exclusion «{}» shares no word with a term of this concept", exclusion.phrase);
            let mend = "take it out, or write the word that the term has";
            out.push(Remark::on_exclusion(LintRule::UnreachableExclusion, concept, exclusion, message, mend).idle());
        }
        for term in concept.details().terms.iter().filter(|term| !matches!(term.list, List::Stem | List::Qualifier)) {
            let Some(ours) = reader.term(term) else { continue };
            if turns_away(&pattern, &ours) {
                let message =
                    format!("«{}» never comes out: the exclusion «{}» turns it away", term.text, exclusion.phrase);
                let mend = "take the term out, or make the exclusion longer";
                out.push(Remark::on_term(LintRule::ShadowedTerm, concept, term, message, mend));
            }
        }
    }
}

/// Whether the exclusion matches somewhere in the term whatever form the term takes.
pub(super) fn turns_away(exclusion: &Pattern, term: &Pattern) -> bool {
    let (ours, theirs) = (exclusion.parts.len(), term.parts.len());
    ours > 0
        && (0..theirs).any(|from| {
            (from + 1..=theirs).any(|to| exclusion.covers(&Pattern { parts: term.parts[from..to].to_vec() }))
        })
}

/// The words that a concept's terms can stand on.
struct Reach {
    forms: HashSet<String>,
    marked: Vec<std::sync::Arc<Forms>>,
    /// First parts of compounds on a head.
    stems: HashSet<String>,
}

impl Reach {
    fn new(concept: &Concept, reader: &mut Reader) -> Self {
        let mut reach = Self { forms: HashSet::new(), marked: Vec::new(), stems: HashSet::new() };
        let mut heads = false;
        for term in &concept.details().terms {
            let Some(pattern) = reader.term(term) else { continue };
            heads |= term.list == List::Qualifier;
            for forms in pattern.words() {
                reach.forms.extend(forms.all.iter().cloned());
                if forms.word.tail || forms.word.open {
                    reach.marked.push(forms.clone());
                }
            }
            if let ([Part::Word(forms)], List::Noun | List::Stem | List::Acronym) =
                (pattern.parts.as_slice(), term.list)
            {
                reach.stems.extend(Paradigms::get().spellings(&forms.word.text));
            }
        }
        // A qualifier is found with the noun behind it, and so is a stem on an adjective head (*sosialfaglig kompetanse*).
        if heads || !reach.stems.is_empty() {
            let frames = Frames::get();
            for head in frames.heads.names.iter().chain(&frames.heads.licensed) {
                reach.forms.extend(Paradigms::get().loose(head));
            }
        }
        reach
    }

    fn touches(&self, exclusion: &Forms) -> bool {
        let compound = |form: &str| form.char_indices().skip(1).any(|(at, _)| self.stems.contains(&form[..at]));
        exclusion.all.iter().any(|form| {
            self.forms.contains(form) || compound(form) || self.marked.iter().any(|marked| marked.take(form))
        }) || (exclusion.word.tail || exclusion.word.open) && self.forms.iter().any(|form| exclusion.take(form))
    }
}
