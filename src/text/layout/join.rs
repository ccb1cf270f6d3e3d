//! From lines to parts: which lines belong together, and what each part looks like by itself.

use super::glyph::{self, Mark, Marker};
use super::inline::{self, Piece, Shape};
use super::lines::{self, FULL, Line};
use super::{SectionKind, headings, patterns};
use crate::span::Span;

/// What a part is by itself, before its neighbours are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Heading(SectionKind),
    /// `dash`: it may be a line of dialogue.
    Item {
        dash: bool,
    },
    Plain,
    Field(SectionKind),
    Furniture,
}

/// A block in the making.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) span: Span,
    pub(super) holes: Vec<Span>,
    pub(super) kind: Kind,
    /// Where its line begins, the marker included.
    pub(super) outset: usize,
    pub(super) blank_before: bool,
    /// One of several cells of a table's row.
    pub(super) cell: bool,
    /// How many lines it is made of, and their letters.
    pub(super) lines: usize,
    pub(super) width: usize,
}

/// Joins the lines of the text to parts. `wrap`: the width at which it is wrapped, if it is.
pub(super) fn parts(text: &str, lines: &[Line], wrap: Option<usize>) -> Vec<Part> {
    let marked = Marked::new(text, lines);
    let mut joiner = Joiner {
        text,
        wrap,
        flush_left: flush_left(lines),
        parts: Vec::new(),
        open: None,
        skipped: Vec::new(),
        lone: 0,
        pieces: Vec::new(),
    };
    for (i, line) in lines.iter().enumerate() {
        if line.furniture {
            joiner.skipped.push(*line);
        } else {
            joiner.line(line, marked.marker(text, i, line));
        }
    }
    joiner.flush();
    joiner.parts
}

/// Which doubtful markers count, by what stands around them.
struct Marked {
    /// Lines whose `1.` is one of a list.
    listed: Vec<bool>,
    questions: bool,
}

impl Marked {
    fn new(text: &str, lines: &[Line]) -> Self {
        /// How many lines an item of a numbered list may have.
        const NEAR: usize = 6;
        let mut listed = vec![false; lines.len()];
        let mut last: Option<(usize, u32)> = None;
        let mut questions = 0;
        for (i, line) in lines.iter().enumerate() {
            match glyph::marker(line.of(text)).map(|m| m.mark) {
                Some(Mark::Number(n)) => {
                    if let Some((at, before)) = last.filter(|&(at, before)| i - at <= NEAR && n == before + 1) {
                        // Headings that stand one under the other are a list all the same.
                        (listed[at], listed[i]) = (before > 0, true);
                    }
                    last = Some((i, n));
                }
                Some(Mark::Question) => questions += 1,
                _ => {}
            }
        }
        Self { listed, questions: questions > 1 }
    }

    fn marker(&self, text: &str, i: usize, line: &Line) -> Option<Marker> {
        glyph::marker(line.of(text)).filter(|marker| match marker.mark {
            Mark::Number(_) => self.listed[i],
            Mark::Question => self.questions,
            _ => true,
        })
    }
}

struct Joiner<'t> {
    text: &'t str,
    wrap: Option<usize>,
    flush_left: bool,
    parts: Vec<Part>,
    /// The last part, if it may go on, and its last line.
    open: Option<Line>,
    /// Furniture since then.
    skipped: Vec<Line>,
    /// Markers that stood on lines of their own and wait for their items.
    lone: usize,
    pieces: Vec<Piece>,
}

impl Joiner<'_> {
    fn line(&mut self, line: &Line, marker: Option<Marker>) {
        let body = line.of(self.text);
        if glyph::is_lone(body) {
            self.flush();
            self.open = None;
            self.lone += 1;
            return;
        }
        let heading = self.heading(line, marker);
        let marker = marker.filter(|marker| !self.is_rest(line, *marker));
        if heading.is_none()
            && marker.is_none()
            && self.goes_on(line)
            && let Some(part) = self.parts.last_mut()
        {
            part.holes.extend(self.skipped.drain(..).map(|skipped| Span::new(skipped.start, skipped.end)));
            part.span = Span::new(part.span.start, line.end);
            part.lines += 1;
            part.width += line.width + 1;
            self.open = Some(*line);
            return;
        }
        self.flush();
        if let Some((from, to, kind)) = heading {
            self.lone = 0;
            self.push(line, Span::new(line.start + from, line.start + to), Kind::Heading(kind), line.blank_before);
            self.open = None;
            return;
        }
        let skip = marker.map_or(0, |marker| marker.len);
        let content = &body[skip..];
        let dash = marker.is_some_and(|marker| marker.mark == Mark::Dash);
        let mut pieces = std::mem::take(&mut self.pieces);
        pieces.clear();
        let cells = inline::cells(content);
        for (n, &(from, to)) in cells.iter().enumerate() {
            let cell = &content[from..to];
            let start = line.start + skip + from;
            if n == 0
                && cells.len() > 1
                && let Some(kind) = headings::classify(cell)
            {
                pieces.push(Piece { start, end: start + cell.len(), shape: Shape::Heading(kind) });
                continue;
            }
            inline::pieces(cell, start, n == 0 && marker.is_some(), &mut pieces);
        }
        for (n, piece) in pieces.iter().enumerate() {
            let mut kind = match piece.shape {
                Shape::Plain => Kind::Plain,
                Shape::Item => Kind::Item { dash: dash && pieces.len() == 1 },
                Shape::Heading(kind) => Kind::Heading(kind),
                Shape::Field(kind) => Kind::Field(kind),
            };
            if body.ends_with(':') {
                self.lone = 0;
            }
            if kind == Kind::Plain && self.lone > 0 {
                self.lone -= 1;
                kind = Kind::Item { dash: false };
            }
            self.push(line, Span::new(piece.start, piece.end), kind, line.blank_before && n == 0);
            if let Some(part) = self.parts.last_mut() {
                part.cell = cells.len() > 1;
            }
        }
        self.pieces = pieces;
        let ended = self.parts.last().is_none_or(|part| matches!(part.kind, Kind::Heading(_))) || cells.len() > 1;
        self.open = (!ended).then_some(*line);
    }

    fn push(&mut self, line: &Line, span: Span, kind: Kind, blank_before: bool) {
        let width = lines::width(span.of(self.text));
        let outset = if span.start - line.start <= 16 { line.start } else { span.start };
        self.parts.push(Part { span, holes: Vec::new(), kind, outset, blank_before, cell: false, lines: 1, width });
    }

    /// Furniture that stands in no part becomes parts of its own.
    fn flush(&mut self) {
        for line in std::mem::take(&mut self.skipped) {
            self.push(&line, Span::new(line.start, line.end), Kind::Furniture, line.blank_before);
        }
    }

    /// The heading that the line is by its words or its markup: its bytes within the line, and its kind.
    fn heading(&self, line: &Line, marker: Option<Marker>) -> Option<(usize, usize, SectionKind)> {
        let body = line.of(self.text);
        if line.width > 130 {
            return None;
        }
        if let Some((from, to)) = markup(body) {
            let inner = &body[from..to];
            let short = lines::width(inner) <= 80 && !lines::ends_sentence(inner);
            let kind =
                headings::classify(inner).or_else(|| (short || body.starts_with('#')).then_some(SectionKind::Other))?;
            return Some((from, to, kind));
        }
        if inline::has_cells(body) {
            return None;
        }
        if let Some(marker) = marker {
            // `🎯 Arbeidsoppgaver`, `- Kvalifikasjoner:`
            let inner = &body[marker.len..];
            let decorated = body.starts_with(|c: char| c >= '\u{2600}' && !('\u{e000}'..='\u{f8ff}').contains(&c));
            let heading = (decorated || inner.ends_with(':')) && marker.mark != Mark::Number(0);
            let kind = if heading { headings::classify(inner) } else { None };
            return kind.map(|kind| (marker.len, body.len(), kind));
        }
        if let Some(from) = numbered(body, line.blank_before) {
            let kind = headings::classify(&body[from..]).unwrap_or(SectionKind::Other);
            return Some((0, body.len(), kind));
        }
        let kind = headings::classify(body)?;
        // A word of a wrapped paragraph that stands on a line of its own is no heading.
        let lower = body.starts_with(char::is_lowercase) && !body.ends_with(':');
        let midst = !line.blank_before
            && self.open.is_some_and(|last| {
                let before = last.of(self.text);
                let open = !lines::ends_sentence(before) && !before.ends_with([':', ';']);
                lower || (open && self.wrap.is_some_and(|wrap| last.width * 100 >= wrap * FULL))
            });
        (!midst).then_some((0, body.len(), kind))
    }

    /// Whether a doubtful marker is no marker but the rest of the line before: `… og⏎-utvikling`.
    fn is_rest(&self, line: &Line, marker: Marker) -> bool {
        let body = line.of(self.text);
        let Some(last) = self.open.filter(|_| !line.blank_before) else { return false };
        let before = last.of(self.text);
        let open = !lines::ends_sentence(before) && !before.ends_with([':', ';']);
        let lower = body[marker.len..].starts_with(char::is_lowercase);
        let full = self.wrap.is_some_and(|wrap| (last.width + 1 + lines::first_word(body)) * 100 >= wrap * FULL);
        let plain = self.parts.last().is_some_and(|part| part.kind == Kind::Plain);
        match marker.mark {
            Mark::Tight => open && lower && (full || before.ends_with(" og") || before.ends_with(" eller")),
            // A dash between words that the wrapping put first.
            Mark::Dash => open && lower && full && plain,
            Mark::Bullet => matches!(body.chars().next(), Some('+' | '*' | 'o')) && open && full && plain && lower,
            _ => false,
        }
    }

    /// Whether the line goes on with the open part.
    fn goes_on(&self, line: &Line) -> bool {
        let Some(last) = self.open else { return false };
        let Some(part) = self.parts.last() else { return false };
        let (before, after) = (last.of(self.text), line.of(self.text));
        if inline::has_cells(after) || after.starts_with('<') {
            return false;
        }
        let lower = after.trim_start_matches(['(', '"', '«', '“']).starts_with(char::is_lowercase);
        let closed = lines::ends_sentence(before) || before.ends_with(':');
        let cut = lines::ends_in_hyphen(before) && after.starts_with(char::is_alphabetic);
        let parted = line.blank_before || line.page_before || self.skipped.iter().any(|skipped| skipped.blank_before);
        if !self.skipped.is_empty() || line.page_before {
            return cut || (lower && !closed);
        }
        if parted {
            return false;
        }
        if cut {
            return true;
        }
        let item = matches!(part.kind, Kind::Item { .. });
        if item && line.indent > last.indent && part.lines == 1
            || item && part.lines > 1 && line.indent > 0 && line.indent == last.indent
        {
            return true;
        }
        // An item whose glyph was lost and left its space.
        let capital = after.starts_with(char::is_uppercase);
        if self.flush_left && !item && (1..4).contains(&line.indent) && line.indent >= last.indent && capital {
            return false;
        }
        // A stretch that begins in lower case is a list without glyphs.
        let list = part.kind == Kind::Plain && self.text[part.span.start..].starts_with(char::is_lowercase);
        match self.wrap {
            Some(wrap) => {
                let full = (last.width + 1 + lines::first_word(after)) * 100 >= wrap * FULL && last.width <= wrap * 2;
                full || (lower && !closed && !list && last.width * 2 >= wrap)
            }
            None => lower && !closed && !list && !before.ends_with(';') && last.width >= 60,
        }
    }
}

/// Whether the text as a whole begins without white space, so that a line with some is something of its own.
fn flush_left(lines: &[Line]) -> bool {
    lines.iter().filter(|line| line.indent == 0).count() * 3 > lines.len()
}

/// The content of `## Krav`, `**Krav**`, `__Krav__`: its bytes.
fn markup(body: &str) -> Option<(usize, usize)> {
    let hashes = body.len() - body.trim_start_matches('#').len();
    if hashes > 0 {
        let rest = &body[hashes..];
        let inner = rest.trim_start();
        let shown = rest.starts_with(char::is_whitespace) && !inner.is_empty();
        return shown.then(|| {
            let (from, to) =
                trim_stars(body, hashes + rest.len() - inner.len(), body.trim_end_matches(['#', ' ']).len());
            (from, to.max(from))
        });
    }
    let both = ["**", "__"].iter().any(|mark| body.starts_with(mark) && body.trim_end_matches(':').ends_with(mark));
    if !both || body.len() < 5 {
        return None;
    }
    let (from, to) = trim_stars(body, 0, body.len());
    (from < to && !body[from..to].contains("**")).then_some((from, to))
}

fn trim_stars(body: &str, from: usize, to: usize) -> (usize, usize) {
    let piece = &body[from..to.max(from)];
    let left = piece.trim_start_matches(['*', '_', ' ']);
    let right = left.trim_end_matches(['*', '_', ' ']);
    let start = from + (piece.len() - left.len());
    (start, start + right.len())
}

/// Where the words of a numbered heading begin: `3.3 Teknikk, plan og miljø`, `Kapittel 2 Mål`.
fn numbered(body: &str, blank_before: bool) -> Option<usize> {
    let chapter = ["Kapittel ", "KAPITTEL ", "Kap. ", "Del ", "Vedlegg "].iter().find(|word| body.starts_with(**word));
    let start = chapter.map_or(0, |word| word.len());
    let rest = &body[start..];
    let number = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').len();
    let digits = rest[..number].trim_end_matches('.');
    let words = rest[number..].trim_start_matches([':', ' ', '\t', '\u{a0}', '–', '-']);
    let from = body.len() - words.len();
    if digits.is_empty() || digits.len() > 9 || digits.starts_with('.') || digits.contains("..") {
        return None;
    }
    if chapter.is_some() && words.is_empty() {
        return Some(0);
    }
    let spaced = rest[number..].starts_with([' ', '\t', '\u{a0}', ':']);
    let deep = digits.contains('.');
    let plausible = digits.split('.').all(|n| n.len() <= 2);
    let count = words.split_whitespace().count();
    let shape = spaced && plausible && words.starts_with(char::is_uppercase) && count <= 14;
    let sentence = words.ends_with(['.', ',', ';', ':', '!']) || (!deep && count > 9);
    let verb = words.split_whitespace().any(|word| patterns::VERBS.contains(&word.to_lowercase().as_str()));
    (shape && !sentence && (deep || chapter.is_some() || (blank_before && !verb))).then_some(from)
}
