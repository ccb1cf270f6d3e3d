//! What a heading's words tell beside its kind.

use super::{SectionKind, headings};
use crate::text::fold::fold_str;

/// A question with its answer behind it, *Hvordan er du? Rolig og blid, …*: the kind that the question has as a heading.
pub(super) fn answered(paragraph: &str) -> Option<SectionKind> {
    /// In bytes, the question mark included.
    const LONGEST: usize = 70;
    let stop = paragraph.bytes().take(LONGEST).position(|byte| matches!(byte, b'?' | b'.' | b':' | b'!'))?;
    let (question, answer) = paragraph.split_at(stop + 1);
    let told = answer.starts_with(char::is_whitespace) && !answer.trim().is_empty();
    if told && asks(question) { headings::classify(question).filter(|&kind| lists(kind)) } else { None }
}

/// Whether the line asks by a question word.
pub(super) fn asks(line: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "hva", "kva", "hvem", "kven", "hvordan", "korleis", "hvorleis", "hvorfor", "kvifor", "hvor", "kvar", "når", "hvilke", "hvilken",
    ];
    line.ends_with('?')
        && WORDS.contains(&fold_str(line.split(char::is_whitespace).next().unwrap_or_default()).as_str())
}

/// Whether a section's lines are items even without glyphs.
pub(super) fn lists(kind: SectionKind) -> bool {
    use SectionKind::{DesiredQualifications, Duties, Offer, PersonalQualities, Qualifications};
    matches!(kind, Qualifications | DesiredQualifications | PersonalQualities | Duties | Offer)
}

/// Whether the heading is about the post, so that a list below it tells the work: *Om stillinga*.
pub(super) fn is_post(heading: &str) -> bool {
    #[rustfmt::skip]
    const POST: &[&str] = &[
        "stillingen", "stillinga", "jobben", "rollen", "rolla", "arbeidet", "oppdraget", "vikariatet", "position", "role", "job",
    ];
    headings::key(heading).is_some_and(|key| key.split(' ').next_back().is_some_and(|last| POST.contains(&last)))
}

/// Whether the heading names the values of the employer: *Våre verdier*.
pub(super) fn is_values(heading: &str) -> bool {
    let value = |word: &str| {
        let word = word.strip_prefix("kjerne").unwrap_or(word);
        matches!(word, "verdier" | "verdiar" | "verdiene" | "verdiane")
    };
    headings::key(heading).is_some_and(|key| key.split(' ').any(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_that_are_answered() {
        assert_eq!(answered("Hvordan er du? Rolig og blid."), Some(SectionKind::PersonalQualities));
        assert_eq!(answered("Kva får du? God løn og fri kvar fredag."), Some(SectionKind::Offer));
        for none in [
            "Hvordan er du?",
            "Hva mener du? Det er godt.",
            "Er du den rette? Søk i dag!",
            "Du er rolig. Hvordan er du? Blid.",
        ] {
            assert_eq!(answered(none), None, "{none}");
        }
    }

    #[test]
    fn posts_and_values() {
        assert!(is_post("Om stillinga:") && is_post("Litt om jobben") && !is_post("Om oss"));
        assert!(is_values("VERDIANE VÅRE") && is_values("Våre kjerneverdier:") && !is_values("Om verdiskaping"));
    }
}
