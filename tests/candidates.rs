//! Candidates: `tests/candidates/*.toml`, each a class of wording, and what holds of all candidates.
//!
//! A case is a text with marks, `[[surface|kind|stance|head=…|named=…]]`; all behind the kind may be left out. Every candidate must be marked, unless
//! the case is `open = true`. A text that begins with `• ` runs under *Kvalifikasjoner* in an ad, with `◦ ` under *Arbeidsoppgaver*.

mod marked;

use competence_needs::{Candidate, Document, Extractor, Genre, OffsetUnit, Span};
use proptest::prelude::*;
use std::sync::LazyLock;

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| Extractor::builder().candidates(true).build());

fn kind(candidate: &Candidate) -> String {
    serde_json::to_value(candidate.kind()).unwrap().as_str().unwrap().to_owned()
}

/// What is wrong with the candidate, by the fields of its mark.
fn faults(text: &str, candidate: &Candidate, fields: &[&str]) -> Vec<String> {
    let of = |span: Option<Span>| span.map_or("-", |span| span.of(text)).to_owned();
    let check = |(i, field): (usize, &&str)| {
        let (got, wanted) = match field.split_once('=') {
            Some(("head", wanted)) => (of(candidate.head()), wanted),
            Some(("named", wanted)) => (of(Some(candidate.named())), wanted),
            Some((key, _)) => panic!("unknown key «{key}»"),
            None if i == 0 => (kind(candidate), *field),
            None => (candidate.stance().as_str().to_owned(), *field),
        };
        (got.to_lowercase() != wanted.to_lowercase()).then(|| format!("{got} ({}), not {wanted}", candidate.rule()))
    };
    fields.iter().enumerate().filter_map(check).collect()
}

#[test]
fn all_cases() {
    let (mut count, mut failed) = (0, Vec::new());
    for path in marked::files("candidates") {
        let file = marked::read(&path);
        for case in &file.case {
            count += 1;
            let ready = case.ready();
            let text = &ready.text;
            let analysis = EXTRACTOR.extract(Document::new(text).genre(ready.genre));
            let mut wrong = Vec::new();
            for (span, fields) in &ready.marks {
                match analysis.candidates().iter().find(|candidate| candidate.span() == *span) {
                    Some(candidate) => {
                        wrong.extend(
                            faults(text, candidate, fields).iter().map(|f| format!("«{}»: {f}", span.of(text))),
                        );
                    }
                    None => wrong.push(format!("«{}» is no candidate", span.of(text))),
                }
            }
            for candidate in analysis.candidates() {
                if !case.open && ready.marks.iter().all(|(span, _)| *span != candidate.span()) {
                    wrong.push(format!("«{}» is one ({}) and not marked", candidate.span().of(text), kind(candidate)));
                }
            }
            if !wrong.is_empty() {
                failed.push(format!("{}: «{}»\n    {}", file.class, ready.bare(), wrong.join("\n    ")));
            }
        }
    }
    assert!(count >= 40, "{count} cases");
    assert!(failed.is_empty(), "{} of {count} cases fail:\n{}", failed.len(), failed.join("\n"));
}

#[test]
fn nobody_gets_candidates_who_did_not_ask() {
    let text = "Du har erfaring med garnrensing.";
    let analysis = Extractor::curated().extract(text);
    assert!(analysis.candidates().is_empty());
    let record = serde_json::to_value(analysis.record(text)).unwrap();
    assert!(record.get("candidates").is_none(), "{record}");
}

#[test]
fn the_record_gives_offsets_in_the_unit_asked_for() {
    let text = "På øya må du ha erfaring med ærfugl.";
    let record = EXTRACTOR.extract(Document::new(text).genre(Genre::Ad)).record_in(text, OffsetUnit::Chars);
    let candidates = record.candidates.as_ref().unwrap();
    assert_eq!(candidates.len(), 1);
    let letters: Vec<char> = text.chars().collect();
    assert_eq!(letters[candidates[0].start..candidates[0].end].iter().collect::<String>(), "ærfugl");
    assert_eq!(candidates[0].head.as_ref().unwrap().text, "erfaring med");
    let json = serde_json::to_string(&record).unwrap();
    assert_eq!(serde_json::from_str::<competence_needs::Record>(&json).unwrap(), record);
}

#[test]
fn keys_join_what_differs_only_in_inflection_and_spelling() {
    let key = |text: &str| EXTRACTOR.extract(Document::new(text).genre(Genre::Ad)).candidates()[0].key().to_owned();
    assert_eq!(key("Du har erfaring med garnrensing."), key("Du har erfaring med garnrensingen."));
    assert_eq!(key("Du har seilmakerkompetanse."), key("Du har god seilmakerkompetanse."));
    assert_ne!(key("Du har erfaring med garnrensing."), key("Du har erfaring med taubøting."));
}

const PIECES: &[&str] = &[
    "erfaring med ",
    "kunnskap om ",
    "evne til å ",
    "og ",
    ", ",
    "garnrensing ",
    "tau- ",
    "samarbeidsevner ",
    "kompetanse ",
    "Kvalifikasjoner\n",
    "- ",
    "\n",
    "mangel på ",
    "sykepleiere ",
    "av ",
    ". ",
    "nautisk ",
    "å ",
    "(",
    "du er ",
    "ærlig ",
    "torvkunnskap ",
    "é",
    "/",
    "den ",
    "1 ",
];

proptest! {
    #[test]
    fn candidates_overlap_nothing_and_change_no_finding(picks in proptest::collection::vec(0..PIECES.len(), 0..40)) {
        let text: String = picks.iter().map(|&i| PIECES[i]).collect();
        for genre in [Genre::Ad, Genre::Policy] {
            let analysis = EXTRACTOR.extract(Document::new(&text).genre(genre));
            let plain = Extractor::curated().extract(Document::new(&text).genre(genre));
            prop_assert_eq!(analysis.findings(), plain.findings());
            for pair in analysis.candidates().windows(2) {
                prop_assert!(pair[0].span().end <= pair[1].span().start, "{:?}", text);
            }
            for candidate in analysis.candidates() {
                let span = candidate.span();
                prop_assert!(!span.of(&text).trim().is_empty());
                prop_assert!(span.contains(candidate.named()), "{:?}", text);
                prop_assert!(analysis.findings().iter().all(|finding| !finding.span().overlaps(span)), "{:?}", text);
                prop_assert!(!candidate.named().of(&text).is_empty());
            }
        }
    }

    #[test]
    fn any_string_will_do(text in ".{0,200}") {
        let _ = EXTRACTOR.extract(&text);
    }
}
