//! The lines of a text and whether they were wrapped by hand.

use super::{glyph, headings};
use crate::text::fold::is_ignored;

/// A line with something on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// First byte that is no white space.
    pub(super) start: usize,
    /// One past the last byte that is no white space.
    pub(super) end: usize,
    /// Columns of white space before it.
    pub(super) indent: usize,
    /// Length in characters.
    pub(super) width: usize,
    /// A blank line, or the start of the text, stands before it.
    pub(super) blank_before: bool,
    /// A form feed stands before it.
    pub(super) page_before: bool,
    /// Page header, footer or number (set by `furniture`).
    pub(super) furniture: bool,
}

impl Line {
    pub(super) fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..self.end]
    }
}

/// Splits at every kind of line end, CRLF as one.
pub(super) fn split(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut at, mut blank, mut page, mut carriage) = (0, true, false, false);
    while at < text.len() {
        let from = at;
        at = line_end(text, from);
        let piece = &text[from..at];
        if carriage && piece == "\n" {
            carriage = false;
            continue;
        }
        carriage = piece.ends_with('\r');
        let body = piece.trim_start_matches(|c| is_edge(c) || c == '\u{ad}');
        let lead = piece.len() - body.len();
        let body = body.trim_end_matches(is_edge);
        if body.is_empty() {
            blank = true;
        } else {
            let indent =
                piece[..lead].chars().map(|c| if c == '\t' { 8 } else { usize::from(c.is_whitespace()) }).sum();
            let start = from + lead;
            lines.push(Line {
                start,
                end: start + body.len(),
                indent,
                width: width(body),
                blank_before: blank,
                page_before: page,
                furniture: false,
            });
            blank = false;
            page = false;
        }
        page |= piece.ends_with('\u{c}');
    }
    lines
}

/// Letters and signs that show; a combining mark is none of its own, so that decomposed text has the widths of composed.
pub(super) fn width(body: &str) -> usize {
    let bytes = body.as_bytes();
    // Up to U+00FF all characters show, but for the soft hyphen and its like below U+00C0. All bytes are looked at, so that many are at once.
    let plain = |byte: u8| (byte < 0xc4) & (byte != 0xc2);
    let odd = bytes.iter().fold(false, |found, &byte| found | !plain(byte));
    let shows = |(i, &byte): (usize, &u8)| plain(byte) || is_mark_at(bytes, i);
    if !odd || bytes.iter().enumerate().all(shows) {
        // Counted in small numbers, so that many bytes are counted at once.
        let count = |few: &[u8]| few.iter().map(|&byte| u8::from(byte & 0xc0 != 0x80)).sum::<u8>();
        return bytes.chunks(255).map(|few| usize::from(count(few))).sum();
    }
    body.chars().filter(|&c| !matches!(c, '\u{300}'..='\u{36f}') && !is_ignored(c)).count()
}

/// Behind the first line end from `from` on, or the end of the text.
fn line_end(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    // Every line end begins with one of these bytes.
    while let Some(found) = bytes[at..].iter().position(|&b| matches!(b, b'\n'..=b'\r' | 0xc2 | 0xe2)) {
        at += found;
        let Some(c) = text[at..].chars().next() else { break };
        at += c.len_utf8();
        if is_line_end(c) {
            return at;
        }
    }
    text.len()
}

/// Whether a dash, a bullet, a quotation mark or their like (U+2010 to U+2027) begins at this byte: they show, and are no space.
pub(super) fn is_mark_at(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at..at + 3), Some([0xe2, 0x80, 0x90..=0xa7]))
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// White space and what shows nothing, at the edge of a line; the soft hyphen at its end is a broken word.
fn is_edge(c: char) -> bool {
    c != '\u{ad}' && (c.is_whitespace() || c.is_control() || is_ignored(c))
}

/// The width at which the text was wrapped by hand (or by a PDF reader), in characters; `None` where a line is a paragraph.
pub(super) fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    const WIDEST: usize = 200;
    // Lengths of lines that run on in the next one, and what the next word would have made of them.
    let mut widths = [0usize; WIDEST + 1];
    let (mut pairs, mut body, mut long) = (0, 0, 0);
    let mut needed = Vec::new();
    let mut lower_start = true;
    for (i, line) in lines.iter().enumerate() {
        if line.furniture {
            continue;
        }
        body += 1;
        let this = line.of(text);
        let after_heading = i > 0 && this.starts_with(char::is_lowercase) && {
            let above = lines[i - 1].of(text);
            above.ends_with(':') || headings::classify(above).is_some()
        };
        if line.blank_before || i == 0 || after_heading || glyph::marker(this).is_some() {
            // A stretch that begins in lower case is a list without glyphs.
            lower_start = glyph::body(this).starts_with(char::is_lowercase) && glyph::marker(this).is_none();
        }
        long += usize::from(line.width > WIDEST);
        let Some(next) = lines.get(i + 1) else { break };
        if next.blank_before || next.furniture || lower_start || !(20..=WIDEST).contains(&line.width) {
            continue;
        }
        let after = next.of(text);
        let runs_on = !ends_sentence(this) && !this.ends_with(':') && glyph::marker(after).is_none();
        if runs_on && (after.starts_with(char::is_lowercase) || ends_in_hyphen(this)) {
            pairs += 1;
            widths[line.width] += 1;
            needed.push(line.width + 1 + first_word(after));
        }
    }
    if pairs == 0 || long * 10 > body || pairs * 30 < body {
        return None;
    }
    let mut above = pairs / 10;
    let width = (0..=WIDEST).rev().find(|&w| {
        let here = widths[w];
        let found = here > above;
        above = above.saturating_sub(here);
        found
    })?;
    // In wrapped text nearly every line is full: the next word would not have fitted.
    let full = needed.iter().filter(|&&n| n * 100 >= width * FULL).count();
    (full * 4 >= pairs * 3).then_some(width)
}

/// A line is full when it and the next word come to this percentage of the usual width: proportional fonts vary.
pub(super) const FULL: usize = 87;

/// Characters of the first word.
pub(super) fn first_word(line: &str) -> usize {
    width(line.split(char::is_whitespace).next().unwrap_or_default())
}

/// Whether the line ends with a sentence's mark, brackets and quotation marks aside.
pub(super) fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '»', '”', ')', '\'', '’', '*', '_']).ends_with(['.', '!', '?', '…'])
}

/// A full stop (or its like) within the text, a capital behind it. Abbreviations and ordinals are followed by small letters or are short.
pub(super) fn has_sentence_break(body: &str) -> bool {
    let mut rest = body;
    while let Some(at) = rest.find(['.', '!', '?']) {
        let before = rest[..at].split(char::is_whitespace).next_back().unwrap_or_default();
        let after = &rest[at + 1..];
        if after.starts_with(char::is_whitespace)
            && after.trim_start().starts_with(char::is_uppercase)
            && width(before) > 3
        {
            return true;
        }
        rest = after;
    }
    false
}

/// Whether a word is cut at the end of the line.
pub(super) fn ends_in_hyphen(line: &str) -> bool {
    let body = line.trim_end_matches(['-', '\u{ad}', '\u{2010}', '\u{2011}']);
    let word = body.trim_end_matches(|c| matches!(c, '\u{300}'..='\u{36f}'));
    body.len() < line.len() && line.len() - body.len() <= 3 && word.ends_with(char::is_alphanumeric)
}
