//! Page headers, footers and page numbers of PDFs.

use super::lines::Line;
use super::{glyph, headings};
use std::collections::HashMap;

/// Marks the lines that are page furniture: page numbers, rulers, dot leaders of a table of contents, and short lines that come again
/// (digits aside) beside page breaks.
pub(super) fn mark(text: &str, lines: &mut [Line]) {
    let mut edge = vec![false; lines.len()];
    let mut pages = false;
    for (i, line) in lines.iter_mut().enumerate() {
        let body = line.of(text);
        if line.width <= 60 && is_page_number(body) {
            line.furniture = true;
            pages = true;
            near(&mut edge, i);
        } else if is_ruler(body) || is_leader(body) {
            line.furniture = true;
        } else if line.page_before {
            pages = true;
            near(&mut edge, i);
        }
    }
    if !pages {
        return;
    }
    near(&mut edge, 0);
    near(&mut edge, lines.len() - 1);
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut keys = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let body = line.of(text);
        let plain = edge[i] && !line.furniture && line.width <= 120 && !body.ends_with(':');
        if plain && glyph::marker(body).is_none() && headings::classify(body).is_none() {
            let key = key(body);
            *seen.entry(key.clone()).or_default() += 1;
            keys.push((i, key));
        }
    }
    for (i, key) in keys {
        lines[i].furniture |= seen.get(&key).is_some_and(|&n| n > 1);
    }
}

/// Two lines to either side of a page break may be header or footer.
fn near(edge: &mut [bool], at: usize) {
    let (from, to) = (at.saturating_sub(2), (at + 3).min(edge.len()));
    edge[from..to].fill(true);
}

fn key(body: &str) -> String {
    let mut key = String::with_capacity(body.len());
    for word in body.split_whitespace() {
        key.extend(word.chars().map(|c| if c.is_ascii_digit() { '#' } else { c }));
        key.push(' ');
    }
    key
}

/// `7`, `- 7 -`, `Side 1 av 2`, `s. 12`, `3/14`.
fn is_page_number(body: &str) -> bool {
    let inner = body.trim_matches(|c: char| matches!(c, '-' | '–' | '|' | '[' | ']') || c.is_whitespace());
    let number = |s: &str| !s.is_empty() && s.len() <= 4 && s.bytes().all(|b| b.is_ascii_digit());
    let lower = inner.to_lowercase();
    let of = |s: &str| {
        ["av", "of", "/"]
            .iter()
            .any(|word| s.split_once(word).is_some_and(|(a, b)| number(a.trim()) && number(b.trim())))
    };
    let rest = ["side", "page", "s."].iter().find_map(|word| lower.strip_prefix(word)).map(str::trim);
    match rest {
        Some(rest) => number(rest) || of(rest),
        None => number(inner) || (lower.contains(" av ") || lower.contains('/') && body.len() <= 7) && of(&lower),
    }
}

/// A line of nothing but strokes.
fn is_ruler(body: &str) -> bool {
    body.len() >= 3
        && body.chars().all(|c| matches!(c, '-' | '_' | '=' | '*' | '–' | '—' | '─' | '━' | '~' | '.' | ' ' | '#'))
}

/// `Likestilling........8`
fn is_leader(body: &str) -> bool {
    let head = body.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    head.ends_with(".....") || head.ends_with("…………") || head.ends_with(". . . .")
}
