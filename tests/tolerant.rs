//! The tolerant mode: what it mends, what it leaves alone, and that nobody else notices.

use competence_needs::{Document, Extractor, Form, Genre};
use proptest::prelude::*;
use std::sync::LazyLock;

static TOLERANT: LazyLock<Extractor> = LazyLock::new(|| Extractor::builder().tolerant(true).build());

/// The findings in an ad as `(text, concept, name, form)`.
fn found(extractor: &Extractor, text: &str) -> Vec<(String, String, Option<String>, Form)> {
    let analysis = extractor.extract(Document::new(text).genre(Genre::Ad));
    let one = |f: &competence_needs::Finding| {
        let concept = analysis.concept(f).id().to_owned();
        (f.span().of(text).to_owned(), concept, f.name().map(str::to_owned), f.form())
    };
    analysis.findings().iter().map(one).collect()
}

#[test]
fn one_slip_is_mended_and_marked() {
    let cases = [
        // A letter swapped, left out, added, wrong.
        ("Du har gode samarbiedsevner.", "samarbiedsevner", "collaboration", "samarbeidsevner"),
        ("Du har gode samabeidsevner.", "samabeidsevner", "collaboration", "samarbeidsevner"),
        ("Du har gode samarbeixdsevner.", "samarbeixdsevner", "collaboration", "samarbeidsevner"),
        ("Du har gode samarbaidsevner.", "samarbaidsevner", "collaboration", "samarbeidsevner"),
        ("Du har gode samarbaidsevnar.", "samarbaidsevnar", "collaboration", "samarbeidsevnar"),
        ("Du har førrerkort.", "førrerkort", "driving-license", "førerkort"),
        // aa, oe, ae.
        ("Du er paalitelig.", "paalitelig", "reliability", "pålitelig"),
        ("Du er loesningsorientert.", "loesningsorientert", "solution-orientation", "løsningsorientert"),
        ("Du er noeyaktig.", "noeyaktig", "accuracy", "nøyaktig"),
        // Double letters, and an s too many.
        ("Du har kommunikasjonnsevne.", "kommunikasjonnsevne", "communication", "kommunikasjonsevne"),
        ("Du har kommunikasjonssevne.", "kommunikasjonssevne", "communication", "kommunikasjonsevne"),
        // -ig and -ing.
        ("Du er selvstending.", "selvstending", "independence", "selvstendig"),
        ("Du har erfaring med saksbehandlig.", "saksbehandlig", "case-handling", "saksbehandling"),
        // Within a frame and in nynorsk.
        ("Du har evne til å samarbiede.", "evne til å samarbiede", "collaboration", "evne til å samarbeide"),
        ("Du er sjølvstending.", "sjølvstending", "independence", "sjølvstendig"),
    ];
    for (text, surface, concept, name) in cases {
        let strict = found(Extractor::curated(), text);
        assert!(strict.iter().all(|(seen, ..)| seen != surface), "strict: {strict:?}");
        let wanted = (surface.to_owned(), concept.to_owned(), Some(name.to_owned()), Form::Misspelled);
        assert_eq!(found(&TOLERANT, text), [wanted], "{text}");
    }
}

#[test]
fn compounds_written_apart_and_without_their_s_need_no_tolerance() {
    for (text, surface, concept) in [
        ("Du har gode samarbeids evner.", "samarbeids evner", "collaboration"),
        ("Du har gode samarbeidevner.", "samarbeidevner", "collaboration"),
        ("Du er løsnings orientert.", "løsnings orientert", "solution-orientation"),
    ] {
        for extractor in [Extractor::curated(), &TOLERANT] {
            let seen = found(extractor, text);
            assert_eq!((seen[0].0.as_str(), seen[0].1.as_str()), (surface, concept), "{text}");
        }
    }
}

#[test]
fn other_words_are_left_alone() {
    for text in [
        // Another ending, another first letter, two slips, too short.
        "Det går automatisk.",
        "Hun er arbeidsledig.",
        "Du har gode damarbeidsevner.",
        "Du har gode samarbidsevvner.",
        "Du er trigg.",
        "Vi selger noetter og aarer.",
        "",
    ] {
        assert_eq!(found(&TOLERANT, text), [], "{text}");
    }
}

#[test]
fn what_is_spelled_right_is_found_as_before() {
    for text in [
        "Du har gode samarbeidsevner, førerkort og erfaring fra hjemmetjenesten.",
        "Vi søkjer deg som er sjølvstendig og har digital og pedagogisk kompetanse.",
        "Samarbeids- og kommunikasjonsevner er viktig.",
    ] {
        assert_eq!(found(&TOLERANT, text), found(Extractor::curated(), text));
    }
}

proptest! {
    #[test]
    fn any_string_will_do_and_spans_lie_in_it(text in "(Du har |erfaring med |[a-zæøå]{3,14}|samarbi?e?dsevner|-| |\\.|é|\u{301}|aa){0,20}") {
        let analysis = TOLERANT.extract(&text);
        for finding in analysis.findings() {
            prop_assert!(!finding.span().of(&text).is_empty());
            if finding.form() == Form::Misspelled {
                prop_assert!(finding.name().is_some() || analysis.concept(finding).hidden_terms().count() > 0);
            }
        }
    }
}
