//! The lines that HTML shows, written as the layout reads them: blank lines between blocks, `•` before items, headings as Markdown has them.

use super::Shown;
use crate::text::offsets::Offsets;

/// What stands between two lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    #[default]
    Line,
    Blank,
}

/// What a line in bold may be long, in characters, and still be a heading.
const BOLD_HEADING: usize = 80;
/// The same for `<h1>` to `<h6>`: what the layout takes for a heading.
const HEADING: usize = 120;

/// Text and where it stands in the source.
#[derive(Debug)]
struct Piece {
    /// Where it begins in the line.
    at: usize,
    /// First source byte.
    source: usize,
    /// `None`: byte for byte; else the source bytes it stands for as a whole.
    unit: Option<usize>,
}

/// The line that is open.
#[derive(Debug, Default)]
struct Line {
    text: String,
    pieces: Vec<Piece>,
    /// All that has letters is in bold.
    bold: bool,
}

/// Takes text and breaks, gives lines.
#[derive(Debug, Default)]
pub(super) struct Lines {
    out: String,
    offsets: Offsets,
    line: Line,
    /// White space that counts if text follows on the line: its source bytes.
    space: Option<(usize, usize)>,
    gap: Gap,
    heading: bool,
    item: bool,
    /// An item was opened and nothing written since.
    fresh: bool,
    /// The last line was an item.
    listed: bool,
}

impl Lines {
    /// Text that stands at `source`: byte for byte, or as a whole for `unit` bytes.
    pub(super) fn text(&mut self, text: &str, source: usize, unit: Option<usize>, bold: bool, pre: bool) {
        let mut at = 0;
        while at < text.len() {
            let rest = &text[at..];
            let word = rest.find(is_space).unwrap_or(rest.len());
            if word > 0 {
                self.word(&rest[..word], source + if unit.is_some() { 0 } else { at }, unit, bold);
                at += word;
                continue;
            }
            let Some(c) = rest.chars().next() else { break };
            let (from, len) = unit.map_or((source + at, c.len_utf8()), |unit| (source, unit));
            at += c.len_utf8();
            if pre && c == '\n' {
                self.line_end(Gap::Line);
            } else {
                let start = self.space.map_or(from, |(start, _)| start);
                self.space = Some((start, from + len));
            }
        }
    }

    fn word(&mut self, word: &str, source: usize, unit: Option<usize>, bold: bool) {
        let line = &mut self.line;
        if line.text.is_empty() {
            line.bold = true;
            self.space = None;
        }
        if let Some((start, end)) = self.space.take() {
            line.pieces.push(Piece { at: line.text.len(), source: start, unit: Some(end - start) });
            line.text.push(' ');
        }
        line.bold &= bold || !word.contains(char::is_alphanumeric);
        line.pieces.push(Piece { at: line.text.len(), source, unit });
        line.text.push_str(word);
    }

    /// The next cell of a table's row.
    pub(super) fn cell(&mut self) {
        self.space = None;
        if let Some(last) = self.line.pieces.last() {
            let end = last.source + last.unit.unwrap_or(self.line.text.len() - last.at);
            self.line.pieces.push(Piece { at: self.line.text.len(), source: end, unit: Some(0) });
            self.line.text.push('\t');
        }
    }

    /// The start or the end of a block element.
    pub(super) fn block(&mut self, gap: Gap) {
        self.line_end(gap);
        self.heading = false;
        if !self.fresh {
            self.item = false;
        }
    }

    pub(super) fn heading(&mut self) {
        self.line_end(Gap::Blank);
        (self.heading, self.item, self.fresh) = (true, false, false);
    }

    pub(super) fn item(&mut self) {
        self.line_end(Gap::Line);
        (self.heading, self.item, self.fresh) = (false, true, true);
    }

    /// Ends the line, if there is one; `gap` is what must come before the next.
    pub(super) fn line_end(&mut self, gap: Gap) {
        self.space = None;
        let text = self.line.text.trim_end_matches('\t').len();
        self.line.text.truncate(text);
        if text > 0 {
            self.write();
            self.gap = gap;
        } else {
            self.gap = self.gap.max(gap);
        }
    }

    fn write(&mut self) {
        let line = &self.line;
        // The first line is left as it is: it may be the title.
        let first = self.out.is_empty();
        let long = |most| line.text.chars().nth(most).is_some();
        let (before, after) = if self.item {
            ("• ", "")
        } else if first {
            ("", "")
        } else if self.heading && !long(HEADING) {
            ("## ", "")
        } else if line.bold && !long(BOLD_HEADING) && !line.text.ends_with(['.', '!', '…', ',', ';']) {
            ("**", "**")
        } else {
            ("", "")
        };
        let start = line.pieces.first().map_or(0, |piece| piece.source);
        if !first || !before.is_empty() {
            self.offsets.unit(self.out.len(), start, 0);
        }
        if !first {
            self.out.push_str(if self.gap == Gap::Blank && !(self.item && self.listed) { "\n\n" } else { "\n" });
        }
        self.out.push_str(before);
        let shift = self.out.len();
        self.out.push_str(&line.text);
        let mut end = start;
        for (i, piece) in line.pieces.iter().enumerate() {
            let next = line.pieces.get(i + 1).map_or(line.text.len(), |next| next.at);
            end = piece.source + piece.unit.unwrap_or(next.saturating_sub(piece.at));
            match piece.unit {
                _ if piece.at >= line.text.len() => {}
                Some(unit) => self.offsets.unit(shift + piece.at, piece.source, unit),
                None => self.offsets.run(shift + piece.at, piece.source),
            }
        }
        if !after.is_empty() {
            self.offsets.unit(self.out.len(), end, 0);
            self.out.push_str(after);
        }
        self.listed = self.item;
        self.fresh = false;
        self.line.text.clear();
        self.line.pieces.clear();
    }

    /// All lines, the open one too.
    pub(super) fn finish(mut self) -> Shown {
        self.line_end(Gap::Line);
        Shown { text: self.out, offsets: self.offsets }
    }
}

/// What HTML shows as one space; the no-break space too, with which editors fill and indent.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\u{a0}')
}
