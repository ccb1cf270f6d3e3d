//! The lines of a text and what each looks like by itself.

use crate::span::Span;

/// One line, without the white space around it.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Content behind the bullet.
    pub(super) span: Span,
    pub(super) bullet: bool,
    /// A blank line (or a form feed) stands before it.
    pub(super) blank_before: bool,
    pub(super) furniture: bool,
}

/// Cuts a text into its non-blank lines; cells of a table become lines.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut out = Vec::new();
    let mut blank = true;
    let mut at = 0;
    for raw in text.split_inclusive(['\n', '\r', '\u{c}', '\u{b}', '\u{2028}', '\u{2029}']) {
        let start = at;
        at += raw.len();
        if raw.trim().is_empty() {
            // «\r\n» is one break, not a blank line.
            let second_half = raw == "\n" && start > 0 && text.as_bytes()[start - 1] == b'\r';
            blank |= !second_half;
            continue;
        }
        for (offset, cell) in cells(raw) {
            push(text, start + offset, cell, blank, &mut out);
            blank = false;
        }
    }
    mark_furniture(text, &mut out);
    out
}

/// The columns of a line: cut at tabs and at three or more spaces, but not behind a bullet.
fn cells(raw: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    let mut start = 0;
    let bytes = raw.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        let space = bytes[i..].iter().take_while(|&&b| b == b' ' || b == b'\t').count();
        let cut = space >= 3 || (space > 0 && bytes[i..i + space].contains(&b'\t'));
        // Only at white space is `i` sure to be a character boundary.
        let left = if cut { raw[start..i].trim() } else { "" };
        if left.chars().nth(2).is_some() && !raw[i + space..].trim().is_empty() {
            out.push((start, &raw[start..i]));
            start = i + space;
        }
        i += space.max(1);
    }
    out.push((start, &raw[start..]));
    out
}

fn push(text: &str, start: usize, cell: &str, blank: bool, out: &mut Vec<Line>) {
    let lead = cell.len() - cell.trim_start_matches(is_space).len();
    let body = cell.trim_matches(is_space);
    if body.is_empty() {
        return;
    }
    let from = start + lead;
    let skip = bullet(body);
    let rest = &body[skip..];
    let shift = rest.len() - rest.trim_start_matches(is_space).len();
    let span = Span::new(from + skip + shift, from + body.len());
    if span.is_empty() || !text[span.range()].contains(char::is_alphanumeric) {
        return;
    }
    out.push(Line { span, bullet: skip > 0, blank_before: blank, furniture: false });
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}')
}

/// The length of the bullet that a line begins with: a glyph, `-`, `1.`, `a)`, `o `; 0 where there is none.
pub(super) fn bullet(body: &str) -> usize {
    let mut len = 0;
    // «- - mange andre oppgaver»: glyphs may be doubled.
    while let Some(c) = body[len..].chars().next() {
        let glyph = matches!(
            c,
            '•' | '●'
                | '▪'
                | '◦'
                | '‣'
                | '■'
                | '□'
                | '○'
                | '·'
                | '∙'
                | '➢'
                | '→'
                | '✓'
                | '✔'
                | '☑'
                | '★'
                | '◆'
                | '❖'
                | '»'
                | '>'
                | '\u{e000}'..='\u{f8ff}'
        ) || is_emoji(c);
        let dash = matches!(c, '-' | '–' | '—' | '*' | '+');
        let next = body[len + c.len_utf8()..].chars().next();
        // A dash glued to a letter is a bullet too («-Du har»), but «*» twice is markup.
        let dash_bullet =
            dash && next.is_some_and(|n| n.is_whitespace() || n.is_alphabetic()) && !(c == '*' && next == Some('*'));
        if glyph || dash_bullet {
            len += c.len_utf8();
            len += body[len..].len() - body[len..].trim_start_matches(is_space).len();
        } else {
            break;
        }
    }
    if len > 0 {
        return len;
    }
    let mut chars = body.chars();
    match (chars.next(), chars.next()) {
        (Some('o'), Some(' ')) => 1,
        (Some(c), Some(')' | '.')) if c.is_ascii_lowercase() && body[2..].starts_with(' ') => 2,
        (Some(c), _) if c.is_ascii_digit() => {
            let digits = body.bytes().take_while(u8::is_ascii_digit).count();
            let mark = body[digits..].starts_with(['.', ')']);
            if digits <= 2 && mark && body[digits + 1..].starts_with(' ') { digits + 1 } else { 0 }
        }
        _ => 0,
    }
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f300}'..='\u{1faff}' | '\u{2700}'..='\u{27bf}' | '\u{2600}'..='\u{26ff}')
}

/// Page numbers, *Side 1 av 2*, and lines that come again (digits aside) beside one of these.
fn mark_furniture(text: &str, lines: &mut [Line]) {
    use std::collections::HashMap;
    for line in lines.iter_mut() {
        line.furniture = is_page_number(line.span.of(text));
    }
    if !lines.iter().any(|line| line.furniture) {
        return;
    }
    let key = |line: &Line| -> String { line.span.of(text).chars().filter(|c| !c.is_ascii_digit()).collect() };
    let mut counts: HashMap<String, usize> = HashMap::new();
    for line in lines.iter() {
        *counts.entry(key(line)).or_default() += 1;
    }
    for i in 0..lines.len() {
        let repeated =
            !lines[i].bullet && lines[i].span.len() > 8 && counts.get(&key(&lines[i])).is_some_and(|&n| n > 1);
        let near = (i.saturating_sub(3)..(i + 4).min(lines.len())).any(|k| lines[k].furniture) || i < 3;
        if repeated && near {
            lines[i].furniture = true;
        }
    }
}

fn is_page_number(line: &str) -> bool {
    let line = line.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    if !line.is_empty() && line.len() <= 4 && line.bytes().all(|b| b.is_ascii_digit()) {
        return true;
    }
    let Some(rest) =
        line.strip_prefix("side ").or_else(|| line.strip_prefix("s. ")).or_else(|| line.strip_prefix("page "))
    else {
        return false;
    };
    rest.split_whitespace()
        .all(|word| matches!(word, "av" | "of" | "/") || word.chars().all(|c| c.is_ascii_digit() || c == '/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_of_every_kind() {
        for line in [
            "• x",
            "- x",
            "-Du",
            "– x",
            "* x",
            "o x",
            "1. x",
            "12) x",
            "a) x",
            "\u{f0b7} x",
            "✓ x",
            "> x",
            "- - x",
            "👉 x",
        ] {
            assert!(bullet(line) > 0, "{line}");
        }
        for line in ["om oss", "3.3 Teknikk", "2024 var", "**Krav**", "og så", "-5 grader"] {
            assert_eq!(bullet(line), 0, "{line}");
        }
    }

    #[test]
    fn tables_become_lines_and_page_furniture_is_marked() {
        let text = "Krav     Førerkort\r\n\r\nside en\nSide 1 av 2\n7\n";
        let found = lines(text);
        let shown: Vec<_> = found.iter().map(|l| (l.span.of(text), l.furniture)).collect();
        assert_eq!(
            shown,
            [("Krav", false), ("Førerkort", false), ("side en", false), ("Side 1 av 2", true), ("7", true)]
        );
        assert!(found[2].blank_before && !found[1].blank_before);
    }
}
