//! The curated lexicon is whole, and its own sentences come out as they say.

use competence_needs::{Extractor, Lexicon, LexiconErrorKind, Severity};

/// The ids of the inventory the lexicon was curated from; more may be added, none dropped.
const INVENTORY: &str = include_str!("data/concept-ids.txt");

#[test]
fn every_concept_of_the_inventory_is_there() {
    let missing: Vec<&str> =
        INVENTORY.lines().filter(|id| !id.is_empty() && Lexicon::curated().concept(id).is_none()).collect();
    assert!(missing.is_empty(), "missing: {missing:?}");
}

#[test]
fn every_concept_has_terms_and_three_hits() {
    let poor: Vec<&str> = Lexicon::curated()
        .concepts()
        .filter(|concept| concept.hits().len() < 3 || concept.terms().count() == 0)
        .map(|concept| concept.id())
        .collect();
    assert!(poor.is_empty(), "fewer than three hits or no term: {poor:?}");
}

#[test]
fn the_sentences_of_the_lexicon_come_out_as_they_say() {
    let complaints = Extractor::curated().check();
    let lines: Vec<String> = complaints.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "{} complaints:\n{}", lines.len(), lines.join("\n"));
}

fn error(toml: &str) -> competence_needs::LexiconError {
    Lexicon::parse("own.toml", toml).unwrap_err()
}

#[test]
fn errors_say_where_and_how_to_mend_it() {
    let head = "category = \"x\"\n[[concept]]\nid = \"a\"\nlabel = \"a\"\nlabel-en = \"a\"\n";
    let bad = error("category = \"x\"\n[[concept]]\nid = \"a\"\nlabel = \n");
    assert_eq!((bad.kind(), bad.line()), (LexiconErrorKind::Syntax, Some(4)));
    let unknown = error(&format!("{head}noun = [\"x\"]\n"));
    assert!(unknown.to_string().contains("noun"), "{unknown}");
    let paradigm = error(&format!("{head}nouns = [\"fag\", \"ord (like sykkel)\"]\n"));
    assert_eq!((paradigm.kind(), paradigm.line()), (LexiconErrorKind::Paradigm, Some(6)));
    assert!(
        paradigm.to_string().starts_with("own.toml:6: a, «ord (like sykkel)»: no paradigm is named «sykkel»"),
        "{paradigm}"
    );
    let gap = error(&format!("{head}verbs = [\"… relasjoner\"]\n"));
    assert_eq!(gap.kind(), LexiconErrorKind::Term);
    let id = error("category = \"x\"\n[[concept]]\nid = \"Å b\"\nlabel = \"a\"\nlabel-en = \"a\"\n");
    assert_eq!(id.kind(), LexiconErrorKind::Term);
    let twice = error(&format!("{head}{}", &head["category = \"x\"\n".len()..]));
    assert_eq!((twice.kind(), twice.line()), (LexiconErrorKind::Duplicate, Some(7)));
}

#[test]
fn the_curated_lexicon_passes_lint_with_no_warning() {
    let remarks = Lexicon::curated().lint();
    let lines: Vec<String> =
        remarks.iter().filter(|r| r.severity() >= Severity::Warning).map(ToString::to_string).collect();
    assert!(lines.is_empty(), "`lint_lexicon --fix` mends some of these {}:\n{}", lines.len(), lines.join("\n"));
}
