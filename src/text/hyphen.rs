//! What a hyphen before white space is: a word broken at a line end, a compound that keeps its hyphen, or a suspended end.

use super::fold::is_hyphen;
use unicode_normalization::UnicodeNormalization;

/// How the words on both sides of "hyphen, white space" belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// `samar-⏎beidsevner`: one word, the hyphen goes.
    Broken,
    /// `IT-⏎drift`: one word, the hyphen stays.
    Compound,
    /// `helse- og omsorg`: two words, the first cut short.
    Suspended,
}

/// Words that show that the hyphen before them is suspended: something is joined to what was cut short.
const JOINING: &[&str] = &[
    "og",
    "eller",
    "samt",
    "og/eller",
    "eller/og",
    "and",
    "or",
    "evt",
    "eventuelt",
    "eventuell",
    "resp",
    "henholdsvis",
    "hhv",
    "kontra",
    "versus",
    "vs",
    "såvel",
    "men",
    "både",
    "også",
];

/// Words of one or two letters that never are the rest of a broken word.
const SMALL: &[&str] = &["i", "å", "på"];

/// How much of the words on both sides is looked at, in bytes: no Norwegian word is longer.
const WINDOW: usize = 96;

/// `before` ends right before the hyphen, `after` begins behind the white space; `line_end`: a line ended between them.
pub(super) fn joint(before: &str, line_end: bool, after: &str) -> Joint {
    let stem = tail_word(before);
    let next = head_word(after);
    let last = stem.chars().rev().find(|&c| !is_mark(c) && c != '\u{ad}');
    let (Some(last), Some(first)) = (last, next.chars().next()) else { return Joint::Suspended };
    if !last.is_alphanumeric() || !first.is_alphanumeric() {
        return Joint::Suspended;
    }
    let lower = next.nfc().collect::<String>().to_lowercase();
    let follows = &after[next.len()..];
    if SMALL.contains(&lower.as_str()) || (JOINING.contains(&lower.as_str()) && !broken_rest(stem, &lower, line_end)) {
        return Joint::Suspended;
    }
    if last.is_ascii_digit() || first.is_ascii_digit() {
        // `10-⏎12 år`, `2030-⏎agendaen`; but `covid- 19` is as likely a name as anything else, so it joins too.
        return Joint::Compound;
    }
    // `drifts- prosjekt- og brukerstøtte`: the commas are missing. At a line end a broken word is the likelier reading.
    let mut behind = follows.chars();
    let hyphen = behind.next().is_some_and(is_hyphen);
    if !line_end && hyphen && !behind.next().is_some_and(char::is_alphanumeric) {
        return Joint::Suspended;
    }
    let letters = stem.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = |word: &str| word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let shouting =
        letters > 1 && capitals(stem) && next.chars().filter(|c| c.is_alphabetic()).count() > 1 && capitals(next);
    if shouting {
        return Joint::Broken;
    }
    if first.is_uppercase() {
        // `Nord-⏎Norge`; with a plain space (`Oslo- Bergen`, `helse- Norge`) nothing is sure.
        return if line_end { Joint::Compound } else { Joint::Suspended };
    }
    if letters == 1 || capitals(stem) {
        return Joint::Compound;
    }
    Joint::Broken
}

/// Whether a joining word is the rest of a broken one after all: `sam-⏎men`, `opp-⏎og`? Only *men* ends Norwegian words in plenty.
fn broken_rest(stem: &str, next: &str, line_end: bool) -> bool {
    next == "men" && line_end && stem.ends_with('m')
}

fn tail_word(before: &str) -> &str {
    let from = floor(before, before.len().saturating_sub(WINDOW));
    let window = &before[from..];
    let start = window.char_indices().rev().take_while(|&(_, c)| belongs(c)).last().map_or(window.len(), |(i, _)| i);
    &window[start..]
}

fn head_word(after: &str) -> &str {
    let window = &after[..floor(after, WINDOW.min(after.len()))];
    let end = window.find(|c: char| !belongs(c)).unwrap_or(window.len());
    let word = &window[..end];
    // `og/eller` is one joining word; other words end at the slash.
    match word.find('/') {
        Some(_) if JOINING.contains(&word.to_lowercase().as_str()) => word,
        Some(slash) => &word[..slash],
        None => word,
    }
}

fn belongs(c: char) -> bool {
    c.is_alphanumeric() || c == '/' || c == '\u{ad}' || is_mark(c)
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
