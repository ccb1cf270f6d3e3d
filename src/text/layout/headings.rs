//! What a heading says its section is about (`headings.toml`).

use super::SectionKind;
use once_cell::sync::Lazy;
use serde::Deserialize;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    kind: Vec<RawKind>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawKind {
    kind: SectionKind,
    exact: Vec<String>,
    begins: Vec<String>,
    holds: Vec<String>,
    #[serde(default)]
    leads: Vec<String>,
}

struct Headings {
    exact: HashMap<String, SectionKind>,
    /// In order of the file; a `*` in the middle stands for some words.
    begins: Vec<(String, Option<String>, SectionKind)>,
    holds: Vec<(String, SectionKind)>,
    leads: Vec<(String, SectionKind)>,
}

static HEADINGS: Lazy<Headings> = Lazy::new(|| {
    let raw: Raw = match toml::from_str(include_str!("headings.toml")) {
        Ok(raw) => raw,
        Err(error) => unreachable!("headings.toml does not parse: {error}"),
    };
    let mut all = Headings { exact: HashMap::new(), begins: Vec::new(), holds: Vec::new(), leads: Vec::new() };
    for kind in raw.kind {
        for text in kind.exact {
            all.exact.entry(squeeze(&text)).or_insert(kind.kind);
        }
        for text in kind.begins {
            match text.split_once(".*") {
                Some((head, tail)) => all.begins.push((squeeze(head), Some(squeeze(tail)), kind.kind)),
                None => all.begins.push((squeeze(&text), None, kind.kind)),
            }
        }
        all.leads.extend(kind.leads.into_iter().map(|text| (text, kind.kind)));
        all.holds.extend(kind.holds.into_iter().map(|text| (text, kind.kind)));
    }
    all
});

/// The longest line that can be a heading, in characters.
pub(super) const LONGEST: usize = 80;
/// The longest sentence that can lead to a list, in characters.
const LONGEST_LEAD: usize = 160;
/// A heading that is known only by a word in it has no more words than this.
const WORDS: usize = 7;

/// The letters of a line, lower case: headings are compared so, since PDFs scatter spaces (*Kvalifik asjoner*).
fn squeeze(line: &str) -> String {
    line.nfc().filter(|c| c.is_alphabetic() || *c == '-').flat_map(char::to_lowercase).collect()
}

/// The kind of a line that is worded like a heading; `None` for every other line.
pub(super) fn kind(line: &str) -> Option<SectionKind> {
    if super::width(line) > LONGEST {
        return None;
    }
    let key = squeeze(line);
    if key.is_empty() {
        return None;
    }
    if let Some(&kind) = HEADINGS.exact.get(&key) {
        return Some(kind);
    }
    let begins = |(head, tail, _): &&(String, Option<String>, SectionKind)| {
        key.strip_prefix(head.as_str())
            .is_some_and(|rest| tail.as_ref().is_none_or(|tail| rest.contains(tail.as_str())))
    };
    if let Some((_, _, kind)) = HEADINGS.begins.iter().find(begins) {
        return Some(*kind);
    }
    let line: String = line.nfc().filter(|&c| !crate::text::fold::is_dropped(c)).collect();
    let words: Vec<String> =
        line.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).collect();
    if words.len() > WORDS {
        return None;
    }
    HEADINGS
        .holds
        .iter()
        .find(|(text, _)| words.iter().any(|word| word.starts_with(text.as_str())))
        .map(|&(_, kind)| kind)
}

/// The kind of a line that leads to a list, by the words it holds: *I tillegg er det ønskelig med erfaring fra:*.
pub(super) fn lead_kind(line: &str) -> Option<SectionKind> {
    if super::width(line) > LONGEST_LEAD {
        return None;
    }
    let line: String = line.nfc().flat_map(char::to_lowercase).filter(|&c| !crate::text::fold::is_dropped(c)).collect();
    HEADINGS.leads.iter().find(|(text, _)| line.contains(text.as_str())).map(|&(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use SectionKind::*;

    #[test]
    fn headings_as_ads_word_them() {
        for (line, wanted) in [
            ("Kvalifikasjoner", Qualifications),
            ("KVALIFIKASJONAR:", Qualifications),
            ("Kvalifik asjoner:", Qualifications),
            ("**Kvalifikasjoner og egenskaper**", Qualifications),
            ("Krav til stillingen", Qualifications),
            ("Vi søker deg som", Qualifications),
            ("Ønskede kvalifikasjoner og egenskaper:", DesiredQualifications),
            ("Det er en fordel om du:", DesiredQualifications),
            ("Personlege eigenskapar", PersonalQualities),
            ("Hvem er du?", PersonalQualities),
            ("Arbeidsoppgåver", Duties),
            ("Som montør hos oss vil du:", Duties),
            ("Du skal:", Duties),
            ("Vi tilbyr deg:", Offer),
            ("HVA TILBYR STILLINGEN?", Offer),
            ("Om arbeidsstedet", About),
            ("Søknadsfrist", Contact),
        ] {
            assert_eq!(kind(line), Some(wanted), "{line}");
        }
        assert_eq!(kind("Strukturert og løsningsorientert"), None);
        assert_eq!(kind("Rådgiver, vann og avløp"), None);
    }
}
