//! Terms that stand in each other's way, within a concept and between concepts.

use super::super::cover::{Claim, Claims, Reader};
use super::super::entry::{Concept, List, TermEntry};
use super::exclusions::turns_away;
use super::{LintRule, Remark};
use std::collections::HashMap;
use std::hash::Hash;

/// Duplicates of terms, exclusions and sentences, and terms that another term of the concept covers.
pub(super) fn within_concepts(concepts: &[Concept], claims: &Claims<'_>, out: &mut Vec<Remark>) {
    for concept in concepts {
        let key = |term: &TermEntry| (term.text.to_lowercase(), term.list, term.text.starts_with(char::is_uppercase));
        for (first, again) in repeated(&concept.details().terms, key) {
            // A misspelling that is spelled right too, or the stricter grade, is the one that does nothing.
            let free = |term: &TermEntry| (!term.hidden, term.grade);
            let (kept, idle) = if free(first) < free(again) { (again, first) } else { (first, again) };
            let message = format!("«{}» stands twice: also in line {}, `{}`", idle.text, kept.line, kept.path());
            out.push(Remark::on_term(LintRule::Duplicate, concept, idle, message, "take this one out").idle());
        }
        for (first, again) in repeated(&concept.details().exclusions, |e| e.phrase.to_lowercase()) {
            let message = format!("the exclusion «{}» stands twice: first in line {}", again.phrase, first.line);
            out.push(Remark::on_exclusion(LintRule::Duplicate, concept, again, message, "take one out").idle());
        }
        for (list, examples) in [("hits", &concept.details().hits), ("misses", &concept.details().misses)] {
            for (first, again) in repeated(examples, |example| example.text.clone()) {
                let message = format!("the sentence «{}» stands twice: first in line {}", again.text, first.line);
                let remark = Remark::on_example(LintRule::Duplicate, concept, list, again, message, "take one out");
                out.push(remark.idle());
            }
        }
    }
    for (i, claim) in claims.all.iter().enumerate() {
        let own = |&j: &usize| claims.all[j].of == claim.of && !same_text(claim, &claims.all[j]);
        let rivals: Vec<usize> = claims.rivals(i).filter(own).collect();
        // Of two that cover each other the later one goes.
        let covers = |&j: &usize| {
            let other = &claims.all[j];
            claim.is_covered_by(other) && (j < i || !other.is_covered_by(claim))
        };
        let matches = |&j: &usize| {
            let other = &claims.all[j];
            other.term.list == claim.term.list
                && other.rank() >= claim.rank()
                && !other.pattern.is_compound_of(&claim.pattern)
                && (j < i || !claim.pattern.matches(&other.pattern))
        };
        if let Some(&j) = rivals.iter().find(|j| covers(j)) {
            let other = claims.all[j].term;
            let message = format!("«{}» is covered by «{}» in line {}", claim.term.text, other.text, other.line);
            let mend = "take it out: the other term finds all its forms";
            out.push(Remark::on_term(LintRule::CoveredTerm, claim.concept, claim.term, message, mend).idle());
        } else if let Some(&j) = rivals.iter().find(|j| matches(j)) {
            let other = claims.all[j].term;
            let message = format!("«{}» is a form of «{}» in line {}", claim.term.text, other.text, other.line);
            let mend = "take it out, unless it bends otherwise than that term does";
            out.push(Remark::on_term(LintRule::InflectedTerm, claim.concept, claim.term, message, mend));
        }
    }
}

fn same_text(a: &Claim<'_>, b: &Claim<'_>) -> bool {
    a.term.list == b.term.list && a.term.text.to_lowercase() == b.term.text.to_lowercase()
}

/// The items whose key stood before, each with the first of that key.
fn repeated<T, K: Eq + Hash>(items: &[T], key: impl Fn(&T) -> K) -> Vec<(&T, &T)> {
    let mut seen = HashMap::new();
    let mut out = Vec::new();
    for item in items {
        match seen.entry(key(item)) {
            std::collections::hash_map::Entry::Occupied(first) => out.push((*first.get(), item)),
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert(item);
            }
        }
    }
    out
}

/// Forms that two concepts claim.
pub(super) fn between_concepts(claims: &Claims<'_>, out: &mut Vec<Remark>) {
    let mut reader = Reader::default();
    for (i, claim) in claims.all.iter().enumerate() {
        let mut others: Vec<&Claim<'_>> = claims.rivals(i).map(|j| &claims.all[j]).collect();
        // Which of two concepts stands first depends on the order of the files, so an exclusion in either parts them.
        others.retain(|other| {
            other.of != claim.of && !yields(other, claim, &mut reader) && !yields(claim, other, &mut reader)
        });
        let place = |other: &Claim<'_>| {
            let TermEntry { text, file, line, .. } = other.term;
            format!("«{text}» of «{}» at {file}:{line}", other.concept.id())
        };
        let same = |other: &&&Claim<'_>| other.rank() == claim.rank() && other.of < claim.of;
        // «evne til» is put before all but adjectives and makes the mention longer; and what stands behind an exclusion somewhere may still come out.
        let freer = |other: &&&Claim<'_>| {
            let as_long = other.term.list != List::Adjective || claim.term.list == List::Adjective;
            let always = other.concept.details().exclusions.is_empty() && other.pattern.covers(&claim.pattern);
            as_long && always && other.rank() > claim.rank()
        };
        let is_tail = |other: &Claim<'_>| other.pattern.is_compound_of(&claim.pattern);
        let Some((rule, other)) = others
            .iter()
            .find(same)
            .map(|other| (LintRule::SharedForm, other))
            .or_else(|| others.iter().find(freer).map(|other| (LintRule::ShadowedTerm, other)))
        else {
            continue;
        };
        let (text, place) = (&claim.term.text, place(other));
        let (rule, message, mend) = match rule {
            _ if is_tail(other) => (
                LintRule::HiddenCompound,
                format!("«{text}» is found as {place}"),
                "if it is meant here, give the other concept an exclusion; if not, take it out",
            ),
            LintRule::SharedForm => (
                rule,
                format!("«{text}» is claimed at the same grade by {place}"),
                "take it out of the concept that it does not name, or put it at another grade there",
            ),
            _ => (
                rule,
                format!("«{text}» never comes out: {place} stands freer and is found in its place"),
                "take it out, or give the other concept an exclusion where this one is meant",
            ),
        };
        out.push(Remark::on_term(rule, claim.concept, claim.term, message, mend));
    }
}

/// Whether an exclusion of the other concept lets the claim's words through to it, always or where they stand in a longer phrase.
fn yields(other: &Claim<'_>, claim: &Claim<'_>, reader: &mut Reader) -> bool {
    let mut exclusions =
        other.concept.details().exclusions.iter().filter_map(|exclusion| reader.exclusion(&exclusion.phrase));
    exclusions.any(|exclusion| turns_away(&exclusion, &claim.pattern) || claim.pattern.stands_in(&exclusion))
}
