//! Guesses what genre a text is.

use super::{Block, BlockKind, SectionKind};
use crate::document::Genre;

/// Phrases that ads use and hardly any other text.
const AD: [&str; 34] = [
    "søknadsfrist",
    "vi søker",
    "vi søkjer",
    "søker du",
    "stillingen",
    "stillinga",
    "vi tilbyr",
    "vi tilbyd",
    "vi kan tilby",
    "du har ",
    "du er ",
    "du må",
    "tiltredelse",
    "fast stilling",
    "vikariat",
    "arbeidsoppgave",
    "arbeidsoppgåve",
    "kvalifikasjon",
    "personlige egenskap",
    "personlege eigenskap",
    "deg som",
    "søkere",
    "søkjarar",
    "send søknad",
    "politiattest",
    "lønn etter",
    "løn etter",
    "er du ",
    "har du ",
    "søk på",
    "ønsker du",
    "turnus",
    "% stilling",
    "for stillingen",
];
/// Phrases of plans, programmes and reports.
const POLICY: [&str; 26] = [
    "kommunen skal",
    "kommunen vil",
    "regjeringen",
    "regjeringa",
    "departementet",
    "planperioden",
    "strategi",
    "tiltak",
    "målsetting",
    "kommuneplan",
    "fylkeskommunen skal",
    "handlingsplan",
    "utredning",
    "satsingsområde",
    "innsatsområde",
    "vi vil at",
    "partiet",
    "stortinget",
    "kompetanseplan",
    "i perioden",
    "kapittel",
    "årsverk",
    "innbyggjar",
    "innbyggere",
    "kommunane",
    "arbeidsgivarpolitikk",
];

/// Counts the signs of each genre, headings weighing more.
pub(super) fn guess(text: &str, blocks: &[Block]) -> Genre {
    let lower = text.to_lowercase();
    let count = |phrases: &[&str]| phrases.iter().filter(|phrase| lower.contains(**phrase)).count();
    let headings = blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Heading)
        .filter(|block| !matches!(block.section, None | Some(SectionKind::Other | SectionKind::About)))
        .count();
    let numbered = blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Heading || block.kind == BlockKind::Title)
        .filter(|block| block.span.of(text).starts_with(|c: char| c.is_ascii_digit()))
        .count();
    let speech = text.contains('«') || lower.lines().any(|line| line.starts_with("– ") || line.starts_with("- "));
    let saying = ["sier ", "seier ", "forteller ", "fortel ", "mener ", "meiner ", "intervju"]
        .iter()
        .filter(|s| lower.contains(**s))
        .count();
    let ad = count(&AD) + 3 * headings;
    let policy = count(&POLICY) + 3 * numbered;
    let article = if speech { 2 * saying } else { saying };
    let long = text.len() > 20_000;
    if ad > 0 && ad >= policy && ad > article && !long {
        Genre::Ad
    } else if policy >= 2 && policy > article {
        Genre::Policy
    } else {
        Genre::Article
    }
}
