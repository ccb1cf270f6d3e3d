//! Which lines are headings, and of what kind: the wordings of `headings.toml`, the forms of `frames.toml`, and patterns for the rest.

use super::{SectionKind, frames, lines, patterns};
use crate::hasher::Fast;
use crate::text::fold::{fold_str, is_ignored};
use once_cell::sync::Lazy;
use serde::Deserialize;
use std::collections::{HashMap, HashSet};

/// Longest line that may be a heading, in bytes and (its words) in letters.
const LONGEST: usize = 240;
const LONGEST_KEY: usize = 100;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    heading: Vec<Group>,
    lead: Vec<Lead>,
    contact: Contact,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Contact {
    starts: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    kind: SectionKind,
    #[serde(default)]
    sure: bool,
    whole: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lead {
    kind: SectionKind,
    open: Vec<String>,
}

/// The wordings, ready to be looked up.
struct Table {
    whole: HashMap<String, Entry, Fast>,
    /// Without spaces, for words that a PDF reader broke or spread.
    squeezed: HashMap<String, SectionKind, Fast>,
    /// First words of the sure wordings.
    first: HashSet<String, Fast>,
    /// For each letter from a to z, one bit for each length that such a first word has in bytes.
    first_lengths: [u64; 26],
    /// Whether a wording of `contact` begins with the letter.
    contact_letters: [bool; 26],
    leads: Vec<Lead>,
    contact: Vec<String>,
}

#[derive(Clone, Copy)]
struct Entry {
    kind: SectionKind,
    sure: bool,
}

static TABLE: Lazy<Table> = Lazy::new(|| {
    // A test parses the file; a broken one would leave a table without wordings rather than end the caller's program.
    let file: File = toml::from_str(include_str!("headings.toml")).unwrap_or_default();
    let mut table = Table {
        whole: HashMap::default(),
        squeezed: HashMap::default(),
        first: HashSet::default(),
        first_lengths: [0; 26],
        contact_letters: [false; 26],
        leads: file.lead,
        contact: file.contact.starts,
    };
    for start in &table.contact {
        if let Some(letter) = letter(start) {
            table.contact_letters[letter] = true;
        }
    }
    for group in file.heading {
        for wording in group.whole {
            let squeezed = wording.replace(' ', "");
            if squeezed.len() >= 8 {
                table.squeezed.entry(squeezed).or_insert(group.kind);
            }
            if group.sure {
                table.first.extend(wording.split(' ').next().map(str::to_owned));
            }
            table.whole.entry(wording).or_insert(Entry { kind: group.kind, sure: group.sure });
        }
    }
    for word in &table.first {
        if let Some(letter) = letter(word) {
            table.first_lengths[letter] |= 1 << word.len().min(63);
        }
    }
    table
});

/// The number of the letter from a to z that the text begins with, capital or not.
fn letter(text: &str) -> Option<usize> {
    let first = text.bytes().next().filter(u8::is_ascii_alphabetic)?;
    Some(usize::from(first.to_ascii_lowercase() - b'a'))
}

/// The kind of the heading that `line` is, if its words show that it is one.
pub(super) fn classify(line: &str) -> Option<SectionKind> {
    if line.len() > LONGEST || line.ends_with([';', ',', '>']) {
        return None;
    }
    // A label with its value is no heading as a whole.
    if line.find(':').is_some_and(|colon| line[colon + 1..].contains(char::is_alphanumeric)) {
        return None;
    }
    let key = key(line)?;
    let colon = line.trim_end_matches(['*', '_', ' ']).ends_with(':');
    // A full stop ends a sentence, but for the barest of headings.
    if line.ends_with('.') && !line.ends_with("..") {
        return TABLE.whole.get(&key).filter(|entry| entry.sure).map(|entry| entry.kind);
    }
    // A line that begins in lower case is the rest of another, unless the table has it.
    if line.starts_with(char::is_lowercase) && !colon {
        return whole(&key);
    }
    whole(&key)
        .or_else(|| {
            let bare = !lines::has_sentence_break(line);
            bare.then(|| frames::classify(&key).or_else(|| patterns::classify(&key, colon, line.ends_with('?'))))?
        })
        .or_else(|| either(line, colon))
}

/// A label in two languages, *Arbeidssted/Arbetsort:*, of which the table knows the first.
fn either(line: &str, colon: bool) -> Option<SectionKind> {
    let (first, _) = line.split_once('/').filter(|_| colon)?;
    TABLE.whole.get(&key(first)?).map(|entry| entry.kind)
}

/// Whether a wording of the table is the whole of `key`.
pub(super) fn is_listed(key: &str) -> bool {
    TABLE.whole.contains_key(key)
}

/// Whether the heading breaks off before what follows (*Du skal*, *Det er en fordel om du*): it is about its list alone.
pub(super) fn is_open(heading: &str) -> bool {
    key(heading).is_some_and(|key| patterns::ends_open(&key))
}

/// The kind of a wording that is in the table, joined ones too.
fn whole(key: &str) -> Option<SectionKind> {
    if let Some(entry) = TABLE.whole.get(key) {
        return Some(entry.kind);
    }
    if let Some((first, rest)) = split_joined(key)
        && let (Some(first), Some(rest)) = (listed(first), listed(rest))
    {
        return Some(stronger(first, rest));
    }
    // *Me* is *vi*.
    if let Some(rest) = key.strip_prefix("me ") {
        return listed(&format!("vi {rest}"));
    }
    let squeezed = key.replace(' ', "");
    if squeezed.len() != key.len() { TABLE.squeezed.get(&squeezed).copied() } else { None }
}

fn listed(part: &str) -> Option<SectionKind> {
    TABLE.whole.get(part).map(|entry| entry.kind)
}

fn split_joined(key: &str) -> Option<(&str, &str)> {
    [" og ", " eller ", " samt "].iter().find_map(|word| key.split_once(word))
}

/// Of two kinds in one heading, the one that says more of what stands below.
fn stronger(a: SectionKind, b: SectionKind) -> SectionKind {
    const ORDER: [SectionKind; 8] = [
        SectionKind::DesiredQualifications,
        SectionKind::Qualifications,
        SectionKind::PersonalQualities,
        SectionKind::Duties,
        SectionKind::Offer,
        SectionKind::About,
        SectionKind::Contact,
        SectionKind::Other,
    ];
    ORDER.into_iter().find(|&kind| kind == a || kind == b).unwrap_or(SectionKind::Other)
}

/// What the list is about that `sentence` (a key) leads over to.
pub(super) fn lead_kind(sentence: &str) -> Option<SectionKind> {
    let padded = format!(" {sentence} ");
    TABLE
        .leads
        .iter()
        .find(|lead| {
            lead.open.iter().any(|phrase| match phrase.strip_suffix('*') {
                Some(stem) => padded.contains(&format!(" {stem}")),
                None => padded.contains(&format!(" {phrase} ")),
            })
        })
        .map(|lead| lead.kind)
}

/// What the list below a paragraph is about, by the paragraph's last sentence.
pub(super) fn lead(paragraph: &str) -> Option<SectionKind> {
    let body = paragraph.trim_end_matches(|c: char| !c.is_alphanumeric());
    let from = body.rfind(['.', '!', '?', '\n']).map_or(0, |i| i + 1);
    let sentence = &body[from..];
    if lines::width(sentence) > 180 {
        return None;
    }
    lead_kind(&key_of(sentence))
}

/// Whether a paragraph says how to apply or whom to ask, by its first words.
pub(super) fn is_contact(paragraph: &str) -> bool {
    // Most paragraphs begin with a letter that none of the wordings does.
    if letter(paragraph).is_some_and(|letter| !TABLE.contact_letters[letter]) {
        return false;
    }
    let words: Vec<&str> = paragraph.split_whitespace().take(6).collect();
    let key = key_of(&words.join(" "));
    let first = key.split(' ').next().unwrap_or_default();
    TABLE.contact.iter().any(|start| {
        start.starts_with(first)
            && key.strip_prefix(start.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

/// A heading with what stands behind its colon: bytes up to and with the colon.
pub(super) fn label(line: &str) -> Option<(usize, SectionKind)> {
    let colon = line.char_indices().take(70).find(|&(_, c)| c == ':').map(|(i, _)| i)?;
    let rest = &line[colon + 1..];
    // `12:00`, `https://`
    if rest.starts_with('/')
        || (rest.starts_with(|c: char| c.is_ascii_digit()) && line[..colon].ends_with(|c: char| c.is_ascii_digit()))
    {
        return None;
    }
    // What stands before the label's sentence is no label.
    let label = &line[..colon];
    let stop = label.match_indices('.').any(|(at, _)| label[at + 1..].starts_with(char::is_whitespace));
    if stop || label.contains(['!', '?']) {
        return None;
    }
    classify(&line[..=colon]).map(|kind| (colon + 1, kind))
}

/// Whether a capitalised wording of the table that is one wherever it stands begins here: its bytes and kind.
pub(super) fn sure_prefix(text: &str) -> Option<(usize, SectionKind)> {
    let inside = |c: char| c.is_alphanumeric() || c == '-' || is_ignored(c) || matches!(c, '\u{300}'..='\u{36f}');
    let first = text.find(|c: char| !inside(c)).unwrap_or(text.len());
    let word = &text[..first];
    // A word of plain letters folds to as many.
    let plain = letter(word).filter(|_| word.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let known = plain.is_none_or(|letter| TABLE.first_lengths[letter] >> first.min(63) & 1 != 0);
    if first > 40 || !known || !TABLE.first.contains(&fold_str(word)) {
        return None;
    }
    let mut best = None;
    let mut end = 0;
    for (n, word) in text.split(char::is_whitespace).take(6).enumerate() {
        // The white space before the word, however many bytes it has.
        end += if n > 0 { text[end..].chars().next().map_or(0, char::len_utf8) } else { 0 } + word.len();
        let bare = word.trim_end_matches([':', '?']);
        let stop = end - (word.len() - bare.len());
        if let Some(entry) = TABLE.whole.get(&fold_str(&text[..stop])).filter(|entry| entry.sure) {
            best = Some((stop, entry.kind));
        }
        if bare.len() < word.len() || !bare.chars().all(inside) || end > 120 {
            break;
        }
    }
    best
}

/// The words of a line as the table writes them: lower case, no marks, no brackets, `og` for `/` and `&`. `None` where nothing is left.
pub(super) fn key(line: &str) -> Option<String> {
    let line = strip_number(line.trim_start_matches(|c: char| !c.is_alphanumeric()));
    let key = key_of(line);
    (!key.is_empty() && key.len() <= LONGEST_KEY).then_some(key)
}

fn key_of(line: &str) -> String {
    let mut key = String::with_capacity(line.len());
    let mut depth = 0usize;
    for c in fold_str(line).chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '/' | '&' | '+' => key.push_str(" og "),
            _ if c.is_alphanumeric() || c == '-' => key.push(c),
            _ => key.push(' '),
        }
    }
    let words: Vec<&str> = key.split_whitespace().filter(|word| *word != "-").collect();
    words.join(" ")
}

/// Without a leading `3.2` or `2)`.
fn strip_number(line: &str) -> &str {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    if rest.len() < line.len() { rest.trim_start_matches([')', ' ', '.']) } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;
    use SectionKind::*;

    #[test]
    fn the_table_parses_and_lists_no_wording_twice_with_two_kinds() {
        let file: File = toml::from_str(include_str!("headings.toml")).unwrap();
        let mut seen: HashMap<&str, SectionKind> = HashMap::new();
        let mut clashes = Vec::new();
        let mut count = 0;
        for group in &file.heading {
            for wording in &group.whole {
                count += 1;
                if seen.insert(wording, group.kind).is_some_and(|kind| kind != group.kind) {
                    clashes.push(wording);
                }
            }
        }
        assert!(clashes.is_empty(), "{clashes:?}");
        assert!(count > 500, "{count}");
    }

    #[test]
    fn every_wording_is_its_own_key() {
        let file: File = toml::from_str(include_str!("headings.toml")).unwrap();
        let off: Vec<_> = file.heading.iter().flat_map(|g| &g.whole).filter(|w| key(w).as_deref() != Some(w)).collect();
        assert!(off.is_empty(), "{off:?}");
    }

    #[test]
    fn headings_as_ads_word_them() {
        for (line, kind) in [
            ("KVALIFIKASJONER", Qualifications),
            ("Kvalifik asjoner:", Qualifications),
            ("K V A L I F I K A S J O N E R", Qualifications),
            ("**Kvalifikasjoner**", Qualifications),
            ("## Krav", Qualifications),
            ("Kvalifikasjoner og egenskaper", Qualifications),
            ("Utdanning/kvalifikasjoner", Qualifications),
            ("Kvalifikasjoner for stillingen som rørlegger:", Qualifications),
            ("Ønskede kvalifikasjoner og egenskaper:", DesiredQualifications),
            ("Ønskelege kvalifikasjonar", DesiredQualifications),
            ("Personlege eigenskapar:", PersonalQualities),
            ("Hvem er du?", PersonalQualities),
            ("Om deg", PersonalQualities),
            ("Arbeidsoppgåver og ansvar", Duties),
            ("Oppgavene (varierer med erfaring):", Duties),
            ("Kva kan vi tilby deg?", Offer),
            ("Fjordkraft tilbyr:", Offer),
            ("HVORFOR JOBBE HOS OSS?", Offer),
            ("Om avdeling for plan og bygg", About),
            ("Søk her!", Contact),
            ("Vi ønsker en medarbeider som", Qualifications),
            ("For å lykkes hos oss bør du:", DesiredQualifications),
        ] {
            assert_eq!(classify(line), Some(kind), "{line}");
        }
    }

    #[test]
    fn sentences_and_items_are_no_headings() {
        for line in [
            "Personlige egenskaper vil bli vektlagt",
            "Varierte arbeidsoppgaver",
            "Lønn etter kvalifikasjoner",
            "Gode lederegenskaper",
            "Vi tilbyr gode vilkår.",
            "Krav til politiattest",
            "Fagbrev som elektriker",
            "Kvalifikasjoner utover dette er ikke nødvendig",
        ] {
            assert_eq!(classify(line), None, "{line}");
        }
    }
}
