//! How an ESCO label bends, guessed by rule. ESCO writes skills as infinitives (*utvikle læreplaner*) and knowledge as nouns; its Norwegian files
//! mostly do so too.

use crate::lexicon::{Grade, List, TermEntry};
use std::sync::Arc;

/// Endings of adjectives in the plural, which look like infinitives: *digitale medier*, *tekniske tegninger*.
const ADJECTIVE: &[&str] = &["iske", "elle", "ale", "lige", "lege", "ive", "ige", "nære", "bare", "ære", "ske", "rte"];
/// Verbs that end so all the same, or compounds of them.
#[rustfmt::skip]
const VERBS: &[&str] = &[
    "skrive", "drive", "rive", "trive", "give", "leve", "stille", "fylle", "skille", "spille", "telle", "fortelle", "velle", "male", "betale",
    "tale", "omtale", "befale", "fiske", "ønske", "forske", "huske", "granske", "overraske", "vaske", "lære", "bære", "være", "skjære", "nære",
    "berettige", "bevilge", "beskjeftige", "besiktige", "berolige", "tilintetgjøre", "offentliggjøre", "starte", "sortere", "forberede",
    "svare", "forklare", "spare", "bevare", "fare", "erfare", "klare", "vare", "forsvare", "avklare", "hogge", "stelle", "felle", "helle",
];
/// What may stand before those verbs.
const PREFIXES: &[&str] = &[
    "", "be", "for", "om", "av", "ut", "inn", "opp", "til", "over", "under", "på", "mot", "ned", "fram", "frem", "sam",
    "etter",
];
/// Endings of nouns that look like infinitives: *tilpasningsevne*, *kundeservice*.
#[rustfmt::skip]
const NOUN: &[&str] = &[
    "evne", "else", "pleie", "service", "tjeneste", "teneste", "helse", "etikette", "programvare", "maskinvare", "software", "hardware", "kunde", "media", "data",
];

/// The term for a label of a row of this `skillType`; says why not where there is none.
pub(super) fn term(
    label: &str,
    kind: &str,
    hidden: bool,
    file: &Arc<str>,
    line: usize,
) -> Result<TermEntry, &'static str> {
    let (body, noted) = without_note(label);
    // Marks of the lexicon's own format.
    let body = body.replace(['~', '…', '[', ']'], " ").replace("...", " ");
    let body = body.split_whitespace().collect::<Vec<_>>().join(" ");
    if body.chars().filter(|c| c.is_alphabetic()).count() < 2 {
        return Err("has fewer than two letters and would be found everywhere");
    }
    let (text, list) = match body.strip_prefix("å ") {
        Some(verb) => (verb.to_owned(), List::Verb),
        None if is_acronym(&body) => (body, List::Acronym),
        None if kind != "knowledge" && begins_in_infinitive(&body, !kind.is_empty()) => (body, List::Verb),
        None => (body, List::Noun),
    };
    let grade = if noted && !hidden { Grade::Carried } else { Grade::Licensed };
    Ok(TermEntry { text, list, grade, hidden, file: Arc::clone(file), line })
}

/// The label without the note in brackets at its end, and whether it had one.
fn without_note(label: &str) -> (&str, bool) {
    let label = label.trim();
    match label.strip_suffix(')').and_then(|open| open.rfind(" (")) {
        Some(at) => (label[..at].trim_end(), true),
        None => (label, false),
    }
}

fn is_acronym(body: &str) -> bool {
    let letters = body.chars().count();
    (2..=6).contains(&letters) && body.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// Whether the first word is an infinitive; `skill`: the row says that it is a skill, and those are verbs unless they look otherwise.
fn begins_in_infinitive(body: &str, skill: bool) -> bool {
    let first = body.split(' ').next().unwrap_or_default();
    let is = |list: &[&str]| list.iter().any(|ending| first.ends_with(ending));
    if !first.chars().all(|c| c.is_lowercase() || c == '-') {
        return false;
    }
    let verb = VERBS.iter().filter_map(|verb| first.strip_suffix(verb)).any(|before| PREFIXES.contains(&before));
    if first.ends_with("ere") || verb {
        return true;
    }
    // *trives med*, *samarbeides*; but not *prosess*.
    let deponent = matches!(first, "trives" | "lykkes" | "omgås" | "møtes" | "synes" | "finnes");
    let ends = first.ends_with(['e', 'a', 'å', 'o', 'y', 'i', 'ø']) || deponent;
    skill && ends && !is(NOUN) && !is(ADJECTIVE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(label: &str, kind: &str) -> (List, String) {
        let term = term(label, kind, false, &"a.csv".into(), 1).unwrap();
        (term.list, term.text)
    }

    #[test]
    fn skills_that_begin_in_an_infinitive_are_verbs() {
        for label in [
            "utvikle seilduk",
            "analysere garnprøver",
            "gi fôr til lam",
            "ha oversikt over sauer",
            "se etter dyr",
            "sy seil",
            "forstå vær",
            "skrive vers",
            "beskrive duft",
            "betale regninger",
            "stille inn vever",
            "trives på havet",
            "være ute",
            "lære bort fløytespill",
            "plukke bær",
        ] {
            assert_eq!(list(label, "skill/competence"), (List::Verb, label.to_owned()));
        }
        assert_eq!(list("å male båter", ""), (List::Verb, "male båter".to_owned()));
        assert_eq!(list("kartlegge bier", ""), (List::Noun, "kartlegge bier".to_owned()));
        assert_eq!(list("sortere ull", ""), (List::Verb, "sortere ull".to_owned()));
    }

    #[test]
    fn everything_else_is_a_noun() {
        for (label, kind) in [
            ("spinning av garn", "knowledge"),
            ("lære", "knowledge"),
            ("digitale vever", "skill/competence"),
            ("tekniske tegninger", "skill/competence"),
            ("omstillingsevne", "skill/competence"),
            ("forståelse av vær", "skill/competence"),
            ("tau og knuter", "skill/competence"),
            ("Excel", "skill/competence"),
            ("naturlige farger", "skill/competence"),
        ] {
            assert_eq!(list(label, kind), (List::Noun, label.to_owned()), "{label}");
        }
    }

    #[test]
    fn capitals_stay_and_notes_go() {
        assert_eq!(list("SQL", "knowledge"), (List::Acronym, "SQL".to_owned()));
        assert_eq!(list("Garn (programmeringsspråk)", "knowledge"), (List::Noun, "Garn".to_owned()));
        assert_eq!(term("Garn (språk)", "knowledge", false, &"a.csv".into(), 1).unwrap().grade, Grade::Carried);
        assert_eq!(term("garn", "knowledge", false, &"a.csv".into(), 1).unwrap().grade, Grade::Licensed);
        assert_eq!(list(" tau ~ og … knop ... her", "knowledge").1, "tau og knop her");
        for label in ["R", "(språk)", "~", "", " (x)", "5"] {
            assert!(term(label, "knowledge", false, &"a.csv".into(), 1).is_err() || label == "(språk)", "{label}");
        }
    }
}
