//! The invariants of the extractor, as properties over arbitrary and over Norwegian-looking text.

use competence_needs::{Analysis, Document, Extractor, Genre, OffsetUnit};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// Words of ads, of the lexicon and around it, so that random texts hit the matcher's branches.
const WORDS: [&str; 48] = [
    "samarbeids-",
    "og",
    "kommunikasjonsevner",
    "evne",
    "til",
    "å",
    "lære",
    "digital",
    "kompetanse",
    "skriftlig",
    "muntlig",
    "framstillingsevne",
    "du",
    "er",
    "strukturert",
    "selvstendig",
    "må",
    "kunne",
    "norsk",
    "engelsk",
    "en fordel",
    "ikke",
    "krav",
    "om",
    "førerkort",
    "vi",
    "søker",
    "deg",
    "som",
    "har",
    "erfaring",
    "med",
    "saksbehandling",
    "prosjekt",
    "ledelse",
    "-utvikling",
    "raskt",
    "gode",
    ",",
    ".",
    ":",
    "•",
    "\n",
    "\n\n",
    "Kvalifikasjoner\n",
    "eller",
    "behov",
    "for å",
];

fn texts() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(&WORDS[..]), 0..40).prop_map(|words| words.join(" "))
}

fn extract(text: &str) -> Analysis {
    Extractor::curated().extract(Document::new(text).genre(Genre::Ad))
}

/// Concept and stance of each finding.
fn findings(text: &str) -> Vec<(String, &'static str)> {
    let analysis = extract(text);
    analysis.findings().iter().map(|f| (analysis.concept(f).id().to_owned(), f.stance().as_str())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_string_extracts_and_spans_lie_on_characters(text in "(?s).{0,200}") {
        let analysis = Extractor::curated().extract(&text);
        for finding in &analysis {
            prop_assert!(text.get(finding.span().range()).is_some_and(|s| !s.is_empty()));
        }
        let record = analysis.record_in(&text, OffsetUnit::Chars);
        prop_assert_eq!(record.findings.len(), analysis.findings().len());
    }

    #[test]
    fn findings_are_ordered_and_do_not_overlap(text in texts()) {
        let analysis = extract(&text);
        for finding in &analysis {
            prop_assert!(text.get(finding.span().range()).is_some_and(|s| !s.trim().is_empty()));
            prop_assert!(analysis.sentence(finding).contains(finding.span()), "{:?}", finding);
        }
        for pair in analysis.findings().windows(2) {
            prop_assert!(pair[0].span().end <= pair[1].span().start, "{:?}", pair);
        }
    }

    #[test]
    fn a_neutral_paragraph_before_only_shifts(text in texts()) {
        let before = "Kontoret ligger ved elva.\n\n";
        let shifted = format!("{before}{text}");
        // A first line may be a title; a paragraph before it makes it none.
        let (one, two) = (extract(&format!("Hus og hage står her.\n\n{text}")), extract(&format!("{before}Hus og hage står her.\n\n{text}")));
        prop_assert!(shifted.ends_with(&text));
        let spans = |a: &Analysis, by: usize| a.findings().iter().map(|f| (f.span().start - by, f.span().end - by, f.stance())).collect::<Vec<_>>();
        prop_assert_eq!(spans(&one, 0), spans(&two, before.len()));
    }

    #[test]
    fn decomposed_and_soft_hyphenated_text_gives_the_same(text in texts()) {
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(findings(&text), findings(&decomposed));
        let hyphenated: String = text.split_inclusive("mar").collect::<Vec<_>>().join("\u{ad}");
        prop_assert_eq!(findings(&text), findings(&hyphenated));
    }

    #[test]
    fn the_same_text_gives_the_same_bytes(text in texts()) {
        let json = |text: &str| serde_json::to_string(&extract(text).record(text)).unwrap();
        prop_assert_eq!(json(&text), json(&text));
    }
}

/// A piece just under a bound of the layout, whose bytes are over it once it is decomposed.
#[test]
fn the_layout_counts_characters_not_bytes() {
    let text = "må strukturert må må for å prosjekt prosjekt du du og søker prosjekt må • • lære";
    let decomposed: String = text.nfd().collect();
    assert_eq!(findings(text), findings(&decomposed));
}

/// A word of half a million letters took minutes while its last parts were looked up whole; now it takes a fraction of a second.
#[test]
fn an_endless_word_is_read_in_time() {
    let endless = "x".repeat(500_000);
    let text = format!("{endless}kompetanse, {endless}- og {endless}evner. Kommunen mangler {endless}.");
    let begin = std::time::Instant::now();
    let _ = Extractor::builder().candidates(true).tolerant(true).build().extract(&text);
    assert!(begin.elapsed().as_secs() < 30, "{:?}", begin.elapsed());
}
