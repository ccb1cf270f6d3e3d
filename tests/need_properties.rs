//! What must not change a stance: decomposed letters, the case of headings, line breaks inside a paragraph, another bullet, a neutral paragraph before.

use competence_needs::{Document, Extractor, Genre};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

const SENTENCES: [&str; 14] = [
    "Kommunen mangler folk med digital kompetanse og evne til å lære.",
    "Du må ha førerkort, og mastergrad er en fordel.",
    "Det er ikke krav om fagbrev, men vi ønsker oss samarbeidsevne.",
    "Vi legger vekt på gjennomføringsevne og samarbeidsevne.",
    "Våre ansatte er løsningsorienterte og har digital kompetanse.",
    "Kommunane treng fleire med digital kompetanse for å lukkast.",
    "Endringskompetanse blir stadig viktigere for skolene.",
    "Dei tilsette får tilbod om vidareutdanning.",
    "«Vi mangler digital kompetanse», sier rådmannen.",
    "Førarkort krevst ikkje, men er eit pluss.",
    "Ifølge rektor må lærerne tenke nytt.",
    "Du skal jobbe på tvers og bygge nettverk.",
    "Har du ikke fagbrev, kan lang praksis kompensere.",
    "Samarbeidsevne er viktig, og digital kompetanse må styrkes.",
];

const ITEMS: [&str; 8] = [
    "Førerkort",
    "Gode samarbeidsevner",
    "Fagbrev er en fordel",
    "Minst tre års erfaring med tverrfaglig samarbeid",
    "Digital kompetanse",
    "Løysingsorientert og flink til å samarbeide",
    "Mastergrad er ønskelig, men ikke et krav",
    "Evne til å lære",
];

const HEADINGS: [&str; 4] = ["Kvalifikasjoner", "Arbeidsoppgaver", "Vi tilbyr", "Personlige egenskaper"];

/// Concept, stance and rule of every finding.
fn stances(text: &str, genre: Genre) -> Vec<(String, String, String)> {
    let analysis = Extractor::curated().extract(Document::new(text).genre(genre));
    let of = |finding: &competence_needs::Finding| {
        let concept = analysis.concept(finding).id().to_owned();
        (concept, finding.stance().as_str().to_owned(), finding.rule().to_owned())
    };
    analysis.findings().iter().map(of).collect()
}

fn ad(heading: &str, items: &[&str], glyph: &str) -> String {
    let lines: Vec<String> = items.iter().map(|item| format!("{glyph} {item}")).collect();
    format!("Rådgiver i Lindvåg kommune\n\nVi er en liten kommune ved fjorden.\n\n{heading}\n{}\n", lines.join("\n"))
}

/// Breaks lines at the blanks that stand behind every `width` characters.
fn wrap(text: &str, width: usize) -> String {
    let mut column = 0;
    let mut out = String::new();
    for word in text.split(' ') {
        if column > 0 {
            out.push(if column + word.chars().count() > width { '\n' } else { ' ' });
            if out.ends_with('\n') {
                column = 0;
            }
        }
        out.push_str(word);
        column += word.chars().count() + 1;
    }
    out
}

fn prose() -> impl Strategy<Value = Vec<&'static str>> {
    proptest::collection::vec(proptest::sample::select(&SENTENCES[..]), 1..6)
}

fn items() -> impl Strategy<Value = Vec<&'static str>> {
    proptest::collection::vec(proptest::sample::select(&ITEMS[..]), 2..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn decomposed_letters_change_nothing(sentences in prose()) {
        let text = sentences.join(" ");
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(stances(&text, Genre::Article), stances(&decomposed, Genre::Article));
    }

    #[test]
    fn headings_in_capitals_change_nothing(heading in proptest::sample::select(&HEADINGS[..]), items in items()) {
        let plain = stances(&ad(heading, &items, "•"), Genre::Ad);
        prop_assert_eq!(plain, stances(&ad(&heading.to_uppercase(), &items, "•"), Genre::Ad));
    }

    #[test]
    fn the_bullet_changes_nothing(heading in proptest::sample::select(&HEADINGS[..]), items in items()) {
        let plain = stances(&ad(heading, &items, "•"), Genre::Ad);
        for glyph in ["-", "*", "–", "▪", "·"] {
            prop_assert_eq!(&plain, &stances(&ad(heading, &items, glyph), Genre::Ad), "{}", glyph);
        }
    }

    #[test]
    fn a_neutral_paragraph_before_changes_nothing(sentences in prose()) {
        let text = sentences.join(" ");
        let more = format!("Fjorden ligger stille om morgenen.\n\n{text}");
        prop_assert_eq!(stances(&text, Genre::Article), stances(&more, Genre::Article));
    }

    #[test]
    fn wrapping_changes_nothing(sentences in prose(), width in 60usize..90) {
        // Enough lines of even width for the text to be known as wrapped; the first line may be taken for a title.
        let neutral = "Fjorden ligger stille om morgenen".to_owned() + &" og vinden hviler mens båtene vugger ved bryggene".repeat(9);
        let text = format!("{neutral}. {}", sentences.join(" "));
        prop_assert_eq!(stances(&text, Genre::Article), stances(&wrap(&text, width), Genre::Article));
    }
}
