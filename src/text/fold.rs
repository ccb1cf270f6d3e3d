//! The folded view of a text: lower case, NFC, plain quotes and hyphens, single spaces, whole words.
//!
//! Marks are never stripped: å, æ, ø stay what they are. Runs of bytes that fold to bytes of the same number are pushed in bulk; only what
//! is unusual is looked at letter by letter.

use super::hyphen::{self, Joint};
use super::layout::Block;
pub(crate) use super::offsets::Offsets;
use crate::span::Span;
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Folds every block and sets its `folded` range.
pub(crate) fn fold(text: &str, blocks: &mut [Block]) -> (String, Offsets) {
    let mut folder =
        Folder { text, out: String::with_capacity(text.len() + blocks.len()), offsets: Offsets::default() };
    for block in blocks {
        let start = folder.out.len();
        folder.block(block.span, &block.holes);
        block.folded = start..folder.out.len();
        folder.offsets.unit(folder.out.len(), block.span.end, 0);
        folder.out.push('\n');
    }
    (folder.out, folder.offsets)
}

/// Folds a string that is no document: a form of the lexicon, a cue. White space at the ends is dropped.
#[must_use]
pub(crate) fn fold_str(text: &str) -> String {
    let text = text.trim();
    let mut folder = Folder { text, out: String::with_capacity(text.len()), offsets: Offsets::default() };
    folder.block(Span::new(0, text.len()), &[]);
    folder.out
}

struct Folder<'t> {
    text: &'t str,
    out: String,
    offsets: Offsets,
}

impl Folder<'_> {
    /// Folds the stretch of text that `span` covers, without its holes.
    fn block(&mut self, span: Span, holes: &[Span]) {
        let mut at = span.start;
        let first = self.out.len();
        while at < span.end {
            let stop = next_hole(at, holes).map_or(span.end, |hole| hole.start.min(span.end));
            if at >= stop {
                // In a hole: white space, like the line breaks around it.
                at = self.space(at, span, holes, first);
                continue;
            }
            let run = plain_run(&self.text.as_bytes()[at..stop]);
            if run > 0 {
                self.push_plain(at, run);
                at += run;
                if at >= stop {
                    continue;
                }
            }
            at = self.unusual(at, stop, span, holes, first);
        }
        let kept = self.out[first..].trim_end_matches(' ').len();
        self.out.truncate(first + kept);
    }

    /// Pushes `len` bytes that fold byte for byte.
    fn push_plain(&mut self, at: usize, len: usize) {
        let start = self.out.len();
        self.offsets.run(start, at);
        self.out.push_str(&self.text[at..at + len]);
        self.out[start..].make_ascii_lowercase();
    }

    /// One step through what is not plain; gives the position behind it.
    fn unusual(&mut self, at: usize, stop: usize, span: Span, holes: &[Span], first: usize) -> usize {
        let Some(c) = self.text[at..stop].chars().next() else { return stop };
        let end = at + c.len_utf8();
        if is_space(c) {
            return self.space(at, span, holes, first);
        }
        if is_hyphen(c) || c == SOFT_HYPHEN || is_dash(c) {
            return self.dash(c, at, end, span, holes, first);
        }
        if is_ignored(c) {
            return end;
        }
        let cluster = end + cluster_tail(&self.text[end..stop], c);
        if cluster > end || is_nfc_quick(std::iter::once(c)) != IsNormalized::Yes {
            let original = &self.text[at..cluster];
            let start = self.out.len();
            self.offsets.unit(start, at, original.len());
            for c in original.nfc() {
                push_folded(&mut self.out, c);
            }
            return cluster;
        }
        let start = self.out.len();
        push_folded(&mut self.out, c);
        // One character for one of the same length; `ﬃ` gives three, as many bytes as it has, and must not be cut.
        if self.out.len() - start == end - at && self.out[start..].chars().nth(1).is_none() {
            self.offsets.run(start, at);
        } else {
            self.offsets.unit(start, at, end - at);
        }
        end
    }

    /// White space and holes from `at` on: one space, or none at the start of the block.
    fn space(&mut self, at: usize, span: Span, holes: &[Span], first: usize) -> usize {
        let end = skip_space(self.text, at, span, holes);
        if self.out.len() > first && !self.out.ends_with(' ') && end < span.end {
            let start = self.out.len();
            if end - at == 1 {
                self.offsets.run(start, at);
            } else {
                self.offsets.unit(start, at, end - at);
            }
            self.out.push(' ');
        }
        end
    }

    /// A hyphen, a dash or a soft hyphen: dropped where it only breaks a word at a line end, a hyphen where it joins or is suspended, a dash
    /// (`–`) where it stands for itself.
    fn dash(&mut self, c: char, at: usize, end: usize, span: Span, holes: &[Span], first: usize) -> usize {
        let doubled = c == '-' && self.text[end..span.end].starts_with("- ");
        let end = if doubled { end + 1 } else { end };
        let rest = skip_space(self.text, end, span, holes);
        let gap = &self.text[end..rest.min(span.end)];
        let apart = gap.contains(is_space);
        let alone = self.out.len() == first || self.out.ends_with(' ');
        if alone && (doubled || is_dash(c)) && (apart || rest >= span.end) {
            self.push_mark('–', at, end);
            return end;
        }
        if !apart || rest >= span.end {
            if c == SOFT_HYPHEN {
                // It shows only where a line ends.
                return rest;
            }
            self.push_mark('-', at, end);
            return end;
        }
        match hyphen::joint(&self.text[span.start..at], gap.contains(['\n', '\r']), &self.text[rest..span.end]) {
            // A dash with a space forgotten before it: no hyphen.
            Joint::Broken | Joint::Compound if is_dash(c) || doubled => self.push_mark('–', at, end),
            Joint::Broken => return rest,
            Joint::Compound => {
                self.push_mark('-', at, end);
                return rest;
            }
            Joint::Suspended => self.push_mark('-', at, end),
        }
        end
    }

    fn push_mark(&mut self, mark: char, at: usize, end: usize) {
        let start = self.out.len();
        if mark.len_utf8() == end - at {
            self.offsets.run(start, at);
        } else {
            self.offsets.unit(start, at, end - at);
        }
        self.out.push(mark);
    }
}

const SOFT_HYPHEN: char = '\u{ad}';

/// How many leading bytes fold byte for byte: ASCII (capitals too: they are lowered in place), Latin-1 small letters, single spaces.
fn plain_run(bytes: &[u8]) -> usize {
    let mut i = 0;
    while let Some(&b) = bytes.get(i) {
        if b.is_ascii_graphic() && b != b'-' {
            i += 1;
            continue;
        }
        let next = bytes.get(i + 1).copied();
        match b {
            b' ' => {
                if i == 0 || !next.is_some_and(|n| n.is_ascii_graphic() || n == 0xc3) {
                    break;
                }
            }
            // The hyphen within a word is plain; one at its edge is looked at.
            b'-' => {
                if i == 0 || !bytes[i - 1].is_ascii_alphanumeric() || !next.is_some_and(|n| n.is_ascii_alphanumeric()) {
                    break;
                }
            }
            0xc3 => {
                if next.is_none_or(|n| n < 0x9f) {
                    break;
                }
                i += 1;
            }
            _ => break,
        }
        i += 1;
    }
    // A mark may follow and make the last letter another one.
    if i > 0 && bytes.get(i).is_some_and(|&b| b >= 0xcc) {
        i -= 1;
        while i > 0 && bytes[i] & 0xc0 == 0x80 {
            i -= 1;
        }
    }
    i
}

/// Bytes of what belongs to the letter before it: combining marks and all else that NFC could join to it.
fn cluster_tail(rest: &str, first: char) -> usize {
    let mut end = 0;
    for c in rest.chars() {
        // No letter below U+0300 composes with one before it.
        if c < '\u{300}' || is_ignored(c) {
            break;
        }
        let joins = canonical_combining_class(c) != 0 || is_nfc_quick(std::iter::once(c)) != IsNormalized::Yes;
        if !joins || is_space(first) {
            break;
        }
        end += c.len_utf8();
    }
    end
}

/// The hole that `at` lies in, or else the next one.
fn next_hole(at: usize, holes: &[Span]) -> Option<Span> {
    holes.get(holes.partition_point(|hole| hole.end <= at)).copied()
}

/// Behind white space, dropped characters and holes from `at` on.
fn skip_space(text: &str, mut at: usize, span: Span, holes: &[Span]) -> usize {
    loop {
        let hole = next_hole(at, holes);
        if let Some(hole) = hole.filter(|hole| hole.start <= at) {
            at = hole.end;
            continue;
        }
        let stop = hole.map_or(span.end, |hole| hole.start.min(span.end));
        match text.get(at..stop).and_then(|rest| rest.chars().next()) {
            Some(c) if is_space(c) || is_ignored(c) => at += c.len_utf8(),
            _ => return at,
        }
    }
}

/// The folded form of one character in NFC.
fn push_folded(out: &mut String, c: char) {
    match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => out.push('"'),
        '’' | '‘' | '‚' | '‛' | '′' | '´' | '`' => out.push('\''),
        '…' => out.push_str("..."),
        'ﬀ' => out.push_str("ff"),
        'ﬁ' => out.push_str("fi"),
        'ﬂ' => out.push_str("fl"),
        'ﬃ' => out.push_str("ffi"),
        'ﬄ' => out.push_str("ffl"),
        'ﬅ' | 'ﬆ' => out.push_str("st"),
        _ if is_hyphen(c) || is_dash(c) => out.push('-'),
        _ => out.extend(c.to_lowercase()),
    }
}

/// White space and control characters, which stand for it in what PDF readers give.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control() || c == '\u{2800}'
}

/// Characters that show nothing: zero-width spaces and joiners, marks of direction, variation selectors, the byte order mark.
pub(super) fn is_ignored(c: char) -> bool {
    matches!(c, '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
        || c == SOFT_HYPHEN
}

/// Characters that are hyphens wherever they stand.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}')
}

/// Dashes: hyphens within a word, dashes between spaces.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '\u{2012}'..='\u{2015}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::layout::BlockKind;

    fn block(start: usize, end: usize, holes: Vec<Span>) -> Block {
        Block {
            span: Span::new(start, end),
            holes,
            kind: BlockKind::Paragraph,
            section: None,
            lead: None,
            folded: 0..0,
            tokens: 0..0,
        }
    }

    /// The original text that stands behind `part` of the folded text.
    fn behind<'t>(text: &'t str, part: &str) -> &'t str {
        let mut blocks = [block(0, text.len(), Vec::new())];
        let (folded, offsets) = fold(text, &mut blocks);
        let at = folded.find(part).unwrap_or_else(|| panic!("{part:?} is not in {folded:?}"));
        offsets.span(at, at + part.len()).of(text)
    }

    #[test]
    fn letters() {
        assert_eq!(fold_str("Åpen ÆRLIG Øvet NOË Ünal Čapek ĐURO"), "åpen ærlig øvet noë ünal čapek đuro");
        assert_eq!(fold_str("A\u{30a}pen, a\u{30a}pen, re\u{301}sume\u{301}"), "åpen, åpen, résumé");
        assert_eq!(fold_str("ﬁnne ﬂere eﬀekt oﬃsiell baﬄe"), "finne flere effekt offisiell baffle");
        assert_eq!(fold_str("İ"), "i\u{307}");
        assert_eq!(fold_str("SAMARBEIDSEVNE"), "samarbeidsevne");
    }

    #[test]
    fn marks() {
        assert_eq!(fold_str("«Ja» “ja” „ja“ ‘ja’ n’est …"), "\"ja\" \"ja\" \"ja\" 'ja' n'est ...");
        assert_eq!(
            fold_str("CI/CD‐verktøy, pre‐ og post, 2020–2024, −5"),
            "ci/cd-verktøy, pre- og post, 2020-2024, -5"
        );
        assert_eq!(fold_str("lagspiller – alltid — og – igjen"), "lagspiller – alltid – og – igjen");
        assert_eq!(fold_str("– Vi trenger folk"), "– vi trenger folk");
        assert_eq!(fold_str("hele landet -- og mer"), "hele landet – og mer");
        assert_eq!(
            fold_str("mål - og tiltaksplan, muntlig -og skriftlig"),
            "mål - og tiltaksplan, muntlig -og skriftlig"
        );
        assert_eq!(fold_str("drift og –utvikling"), "drift og -utvikling");
    }

    #[test]
    fn white_space() {
        assert_eq!(fold_str("god\u{a0}evne \t til\r\n\r\nå  lære\u{200b}\u{feff}"), "god evne til å lære");
        assert_eq!(fold_str("sam\u{ad}arbeids\u{ad}evne"), "samarbeidsevne");
        assert_eq!(fold_str(" \n\t "), "");
    }

    #[test]
    fn broken_words_are_joined() {
        for (text, folded) in [
            ("samar-\nbeidsevner", "samarbeidsevner"),
            ("samar-\r\n   beidsevner", "samarbeidsevner"),
            ("samar\u{ad}\nbeidsevner", "samarbeidsevner"),
            ("samar‐\nbeidsevner", "samarbeidsevner"),
            ("lege- tjenester", "legetjenester"),
            ("sam-\nmen med", "sammen med"),
            ("SAMAR-\nBEIDSEVNER", "samarbeidsevner"),
            ("IT-\ndrift og PC- bruk", "it-drift og pc-bruk"),
            ("2030-\nagendaen", "2030-agendaen"),
            ("e-\npost", "e-post"),
            ("Nord-\nNorge", "nord-norge"),
        ] {
            assert_eq!(fold_str(text), folded, "{text:?}");
        }
    }

    #[test]
    fn suspended_hyphens_stay() {
        for (text, folded) in [
            ("helse- og omsorg", "helse- og omsorg"),
            ("helse-\nog omsorg", "helse- og omsorg"),
            ("helse\u{ad}\nog omsorg", "helse- og omsorg"),
            ("pleie-, omsorgs- eller sosialfag", "pleie-, omsorgs- eller sosialfag"),
            ("drifts- prosjekt- og brukerstøtte", "drifts- prosjekt- og brukerstøtte"),
            ("plan- & byggesak", "plan- & byggesak"),
            ("fag- og/eller svennebrev", "fag- og/eller svennebrev"),
            ("pre‐ og postoperativ", "pre- og postoperativ"),
            ("barne- samt ungdomsskole", "barne- samt ungdomsskole"),
            ("pedagogikk/- utvikling", "pedagogikk/- utvikling"),
            ("evne-", "evne-"),
        ] {
            assert_eq!(fold_str(text), folded, "{text:?}");
        }
    }

    #[test]
    fn spans_are_what_a_person_would_underline() {
        let text = "Gode samar-\nbeids\u{ad}evner og A\u{30a}penhet\u{ad}, ﬁn «Åre»";
        assert_eq!(behind(text, "samarbeidsevner"), "samar-\nbeids\u{ad}evner");
        assert_eq!(behind(text, "åpenhet"), "A\u{30a}penhet");
        assert_eq!(behind(text, "penhet"), "penhet");
        assert_eq!(behind(text, "fin"), "ﬁn");
        assert_eq!(behind("oﬃsiell …", "fis"), "ﬃs");
        assert_eq!(behind("oﬃsiell …", " ."), " …");
        assert_eq!(behind(text, "åre"), "Åre");
        assert_eq!(behind("evne  til\n  å lære", "evne til å"), "evne  til\n  å");
    }

    #[test]
    fn holes_are_skipped() {
        let text = "legge-\n\nSide 1 av 2\n\ntjenester og\n7\nomsorg";
        let hole = |part: &str| {
            let at = text.find(part).unwrap();
            Span::new(at, at + part.len())
        };
        let mut blocks = [block(0, text.len(), vec![hole("Side 1 av 2"), hole("7")])];
        let (folded, offsets) = fold(text, &mut blocks);
        assert_eq!(folded, "leggetjenester og omsorg\n");
        assert_eq!(offsets.span(0, 14).of(text), "legge-\n\nSide 1 av 2\n\ntjenester");
    }

    #[test]
    fn the_usual_text_has_few_pieces() {
        let text =
            "Du har god evne til å samarbeide, og du er ærlig og åpen. Øvrige krav: førerkort klasse B – og mer. "
                .repeat(20);
        let mut blocks = [block(0, text.len(), Vec::new())];
        let (_, offsets) = fold(&text, &mut blocks);
        assert!(offsets.pieces() <= 3, "{}", offsets.pieces());
    }
}
