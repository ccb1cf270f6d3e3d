//! The folded view of a text and the way back to the original bytes.

use super::layout::Block;
use crate::span::Span;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// From folded to original byte offsets: pieces of constant shift. A block that folds byte for byte has one piece.
#[derive(Debug, Default)]
pub(crate) struct Offsets {
    pieces: Vec<Piece>,
}

/// From here on, folded bytes come from original ones.
#[derive(Clone, Copy, Debug)]
struct Piece {
    folded: usize,
    original: usize,
    /// Original bytes of the unit, where the piece is one unit of another length (a joined letter, a run of white space); 0 for a run of equal bytes.
    unit: usize,
}

impl Offsets {
    /// Original span of the folded range.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        let (first, _) = self.original(start);
        let last = if end > start { self.original(end - 1).1 } else { first };
        Span::new(first, last.max(first))
    }

    /// Where the unit that the folded byte belongs to begins and ends; inside a run of equal bytes the unit is the byte.
    fn original(&self, at: usize) -> (usize, usize) {
        let i = self.pieces.partition_point(|piece| piece.folded <= at);
        match i.checked_sub(1).and_then(|i| self.pieces.get(i)) {
            Some(piece) if piece.unit > 0 => (piece.original, piece.original + piece.unit),
            Some(piece) => (piece.original + (at - piece.folded), piece.original + (at - piece.folded) + 1),
            None => (at, at + 1),
        }
    }
}

/// Folds every block and sets its `folded` range.
pub(crate) fn fold(text: &str, blocks: &mut [Block]) -> (String, Offsets) {
    let mut folder = Folder {
        text,
        out: String::with_capacity(text.len() + blocks.len()),
        pieces: Vec::with_capacity(blocks.len()),
    };
    for block in blocks {
        let start = folder.out.len();
        let mut at = block.span.start;
        for hole in &block.holes {
            folder.stretch(at, hole.start, Some(hole.end));
            at = hole.end;
        }
        folder.stretch(at, block.span.end, None);
        block.folded = start..folder.out.len();
        folder.out.push('\n');
    }
    (folder.out, Offsets { pieces: folder.pieces })
}

struct Folder<'t> {
    text: &'t str,
    out: String,
    pieces: Vec<Piece>,
}

impl Folder<'_> {
    /// Folds `start..end`; `behind` says where the text goes on if a hole follows.
    fn stretch(&mut self, start: usize, end: usize, behind: Option<usize>) {
        let mut at = start;
        while at < end {
            let run = self.run(at, end);
            if run > at {
                self.pieces.push(Piece { folded: self.out.len(), original: at, unit: 0 });
                self.out.push_str(&self.text[at..run]);
                let from = self.out.len() - (run - at);
                lower_in_place(&mut self.out, from);
                at = run;
            }
            if at < end {
                at = self.unusual(at, end, behind);
            }
        }
        if behind.is_some() && !self.out.ends_with([' ', '\n']) {
            self.space(end, 0);
        }
    }

    /// The end of the run from `at` whose characters fold to as many bytes each.
    fn run(&self, at: usize, end: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut i = at;
        while i < end {
            let byte = bytes[i];
            if byte < 0x80 {
                let space_run = byte == b' ' && (bytes.get(i + 1).is_some_and(|&b| b <= b' ' || b >= 0x80));
                let hyphen = byte == b'-' && bytes.get(i + 1).is_some_and(|&b| b <= b' ' || b >= 0x80);
                if byte < b' ' || space_run || hyphen {
                    return i;
                }
                i += 1;
            } else if byte == 0xC3 && i + 1 < end && !matches!(bytes[i + 1], 0x97 | 0xB7 | 0x9F) {
                // Latin-1 letters: as long in lower case. ×, ÷ are none, ß has no pair.
                i += 2;
            } else {
                return i;
            }
            // A combining mark behind a letter joins it: the letter is no part of the run.
            if i < end && bytes[i] >= 0xCC && bytes[i] <= 0xCD {
                let mark = self.text[i..].chars().next().is_some_and(is_combining_mark);
                if mark {
                    return self.text[at..i].char_indices().next_back().map_or(at, |(k, _)| at + k);
                }
            }
        }
        i
    }

    /// Folds what begins at `at` and is not in a run; gives where it ends.
    fn unusual(&mut self, at: usize, end: usize, behind: Option<usize>) -> usize {
        let rest = &self.text[at..end];
        let Some(c) = rest.chars().next() else { return end };
        let next = at + c.len_utf8();
        if is_dropped(c) {
            return next;
        }
        if c.is_whitespace() || c.is_control() {
            let len =
                rest.find(|c: char| !(c.is_whitespace() || c.is_control() || is_dropped(c))).unwrap_or(rest.len());
            if !self.out.is_empty() && !self.out.ends_with('\n') && at + len < end {
                self.space(at, len);
            }
            return at + len;
        }
        if is_hyphen(c) {
            return self.hyphen(c, at, next, end, behind);
        }
        // A letter with its combining marks.
        let marks = self.text[next..end].find(|c: char| !is_combining_mark(c)).unwrap_or(end - next);
        let unit = c.len_utf8() + marks;
        let folded = self.out.len();
        match c {
            '“' | '”' | '„' | '«' | '»' | '″' => self.out.push('"'),
            '‘' | '’' | '‚' | '´' | '`' => self.out.push('\''),
            '–' | '—' | '‒' | '―' => self.out.push('–'),
            '…' => self.out.push('…'),
            'ﬀ' => self.out.push_str("ff"),
            'ﬁ' => self.out.push_str("fi"),
            'ﬂ' => self.out.push_str("fl"),
            'ﬃ' => self.out.push_str("ffi"),
            'ﬄ' => self.out.push_str("ffl"),
            _ => {
                let lower = self.text[at..at + unit].chars().flat_map(char::to_lowercase);
                self.out.extend(lower.nfc());
            }
        }
        if self.out.len() > folded {
            self.pieces.push(Piece { folded, original: at, unit });
        }
        at + unit
    }

    fn space(&mut self, at: usize, len: usize) {
        if !self.out.ends_with(' ') {
            self.pieces.push(Piece { folded: self.out.len(), original: at, unit: len });
            self.out.push(' ');
        }
    }

    /// A hyphen before white space: a word broken at a line end is joined, a suspended hyphen stays; dashes with space around stay dashes.
    fn hyphen(&mut self, c: char, at: usize, next: usize, end: usize, behind: Option<usize>) -> usize {
        let dash = matches!(c, '–' | '—' | '‒' | '―' | '−');
        let before = self.text[..at].chars().next_back();
        let letter_before = before.is_some_and(char::is_alphabetic);
        let tail = &self.text[next..end];
        let gap = tail.len() - tail.trim_start_matches(|c: char| c.is_whitespace() || is_dropped(c)).len();
        // Where a hole follows, the word goes on behind it.
        let (resume, spaced) = match behind {
            Some(behind) if gap == tail.len() => {
                let rest = &self.text[behind..];
                (behind + (rest.len() - rest.trim_start().len()), true)
            }
            _ => (next + gap, gap > 0),
        };
        let following = &self.text[resume..];
        if spaced && letter_before && !dash && goes_on(following) {
            if is_plain_word(self.text, at) {
                return next + gap;
            }
            // Capitals or digits before the hyphen keep it: «IT-⏎drift».
            if tail[..gap].contains('\n') {
                self.pieces.push(Piece { folded: self.out.len(), original: at, unit: next + gap - at });
                self.out.push('-');
                return next + gap;
            }
        }
        let spaced_dash = dash && before.is_none_or(char::is_whitespace) && (spaced || tail.is_empty());
        self.pieces.push(Piece { folded: self.out.len(), original: at, unit: next - at });
        self.out.push(if spaced_dash { '–' } else { '-' });
        next
    }
}

/// Whether `following` can be the second half of a broken word: lower case, and no word that leaves a hyphen suspended.
fn goes_on(following: &str) -> bool {
    let word = following.split(|c: char| !(c.is_alphabetic() || c == '/')).next().unwrap_or_default();
    let suspends =
        matches!(word, "og" | "eller" | "samt" | "og/eller" | "men" | "så" | "som" | "til" | "for" | "både" | "");
    word.starts_with(char::is_lowercase) && !suspends
}

/// Whether the word before the hyphen at `at` is no acronym and no number.
fn is_plain_word(text: &str, at: usize) -> bool {
    let word = text[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.chars().any(char::is_lowercase) && word.chars().count() >= 2
}

/// Lower-cases ASCII and Latin-1 letters from `from` on; none changes its length.
fn lower_in_place(out: &mut String, from: usize) {
    let tail: String = out[from..]
        .chars()
        .map(|c| match c {
            'A'..='Z' => c.to_ascii_lowercase(),
            'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(c as u32 + 32).unwrap_or(c),
            _ => c,
        })
        .collect();
    out.truncate(from);
    out.push_str(&tail);
}

/// Characters that stand for nothing: soft hyphen, zero-width characters, byte order mark, variation selectors.
pub(super) fn is_dropped(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '−' | '–' | '—' | '‒' | '―')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::layout::{BlockKind, block};
    use proptest::prelude::*;

    /// Blocks hold no white space around their content.
    fn folded(text: &str) -> (String, Offsets) {
        let text = text.trim();
        let mut blocks = vec![block(Span::new(0, text.len()), BlockKind::Paragraph)];
        let (mut out, offsets) = fold(text, &mut blocks);
        out.pop();
        (out, offsets)
    }

    #[track_caller]
    fn check(text: &str, wanted: &str) {
        assert_eq!(folded(text).0, wanted, "of «{text}»");
    }

    #[test]
    fn case_and_normal_form() {
        check("ÆRLIG Øye Århus ÉN", "ærlig øye århus én");
        check("A\u{30a}pen og a\u{30a}pen", "åpen og åpen");
        check("Straße × ÷", "straße × ÷");
        check("ŠAMISK Đ", "šamisk đ");
    }

    #[test]
    fn space_quotes_and_dashes() {
        check("digital\u{a0} \t\r\nkompetanse", "digital kompetanse");
        check("«trygg» “sikker” ‘fast’", "\"trygg\" \"sikker\" 'fast'");
        check("IT\u{2011}drift og ci/cd\u{2010}verktøy", "it-drift og ci/cd-verktøy");
        check("norsk – godt", "norsk – godt");
        check("pre\u{2010} og postoperativ", "pre- og postoperativ");
        check("ﬁne ﬂotte oﬃce", "fine flotte office");
    }

    #[test]
    fn broken_words_are_joined_and_suspended_hyphens_stay() {
        check("samar-\nbeidsevner", "samarbeidsevner");
        check("lege- tjenester", "legetjenester");
        check("helse- og omsorg", "helse- og omsorg");
        check("helse-\nog omsorg", "helse- og omsorg");
        check("IT-\ndrift", "it-drift");
        check("pleie-, omsorgs- og helse", "pleie-, omsorgs- og helse");
        check("kompe\u{ad}tanse", "kompetanse");
    }

    #[test]
    fn spans_lead_back_to_what_a_person_would_underline() {
        let text = "God samar-\nbeidsevne\u{a0} og A\u{30a}penhet";
        let (out, offsets) = folded(text);
        let span = |word: &str| {
            let at = out.find(word).unwrap();
            offsets.span(at, at + word.len()).of(text)
        };
        assert_eq!(span("samarbeidsevne"), "samar-\nbeidsevne");
        assert_eq!(span("åpenhet"), "A\u{30a}penhet");
    }

    proptest! {
        #[test]
        fn any_range_of_characters_maps_to_character_boundaries(text in "\\PC{0,60}|[ a-zæøåÆ\u{301}\u{ad}\u{2011}\n-]{0,60}") {
            let text = text.trim();
            let (out, offsets) = folded(text);
            let cuts: Vec<usize> = out.char_indices().map(|(i, _)| i).chain([out.len()]).collect();
            for pair in cuts.windows(2) {
                let span = offsets.span(pair[0], pair[1]);
                prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{span:?} of {text:?}");
            }
        }

        #[test]
        fn decomposed_text_folds_alike(text in "[ a-zæøåéüöA-ZÆØÅ,.]{0,60}") {
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(folded(&text).0, folded(&decomposed).0);
        }
    }
}
