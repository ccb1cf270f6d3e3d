//! Lines that are more than one block: cells of a table, a heading with what stands behind its colon, headings and bullets run into the
//! text where line breaks were lost.

use super::{SectionKind, glyph, headings, lines, words};
use crate::text::fold::fold_str;

/// A piece of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) shape: Shape,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Plain,
    Item,
    Heading(SectionKind),
    /// `Søknadsfrist: 1. mai`, `Hvordan er du? Rolig og blid.`: label and value are one paragraph, in a section of their own.
    Field(SectionKind),
}

/// Whether the line is several cells. Only a tab or two white spaces on end can part them.
pub(super) fn has_cells(body: &str) -> bool {
    may_have_cells(body) && cells(body).len() > 1
}

fn may_have_cells(body: &str) -> bool {
    let bytes = body.as_bytes();
    // All bytes are looked at, without a branch between them, so that many are at once.
    let plain = |byte: u8| !(byte.is_ascii_control() | matches!(byte, 0xc2 | 0xe1..=0xe3));
    let double =
        bytes.iter().zip(bytes.iter().skip(1)).fold(false, |found, (&a, &b)| found | ((a == b' ') & (b == b' ')));
    let odd = bytes.iter().fold(false, |found, &byte| found | !plain(byte));
    // Spaces beyond ASCII begin with one of the odd bytes; dashes, bullets and quotation marks do so too, and are none.
    double || (odd && bytes.iter().enumerate().any(|(i, &byte)| !plain(byte) && !lines::is_mark_at(bytes, i)))
}

/// Columns of a table that became a line: split at tabs and at three or more spaces. Spans are relative to `body`.
pub(super) fn cells(body: &str) -> Vec<(usize, usize)> {
    if !may_have_cells(body) {
        return vec![(0, body.trim_end().len())];
    }
    let mut cells = Vec::new();
    let (mut start, mut end, mut gap, mut tab) = (0, 0, 0, false);
    for (i, c) in body.char_indices() {
        if c.is_whitespace() {
            gap += 1;
            tab |= c == '\t';
            continue;
        }
        if gap >= 3 || tab {
            cells.push((start, end));
            start = i;
        }
        (gap, tab) = (0, false);
        end = i + c.len_utf8();
    }
    cells.push((start, end));
    cells
}

/// The blocks in `body`, which stands at `offset` and may begin with an item's marker already taken off (`item`).
pub(super) fn pieces(body: &str, offset: usize, item: bool, out: &mut Vec<Piece>) {
    let mut push = |from: usize, to: usize, shape: Shape| {
        let piece = &body[from..to];
        let trimmed = piece.trim();
        if !trimmed.is_empty() {
            let start = offset + from + (piece.len() - piece.trim_start().len());
            out.push(Piece { start, end: start + trimmed.len(), shape });
        }
    };
    let plain = if item { Shape::Item } else { Shape::Plain };
    let mut at = 0;
    let mut shape = plain;
    let mut headings = if item { Vec::new() } else { run_in(body) };
    if !item
        && headings.first().is_none_or(|&(start, ..)| start > 0)
        && let Some((end, kind)) = headings::label(body).filter(|&(end, _)| !body[end..].trim().is_empty())
    {
        headings.retain(|&(start, ..)| start >= end);
        headings.insert(0, (0, end, kind));
    }
    if !item
        && headings.is_empty()
        && let Some(kind) = words::answered(body)
    {
        shape = Shape::Field(kind);
    }
    for (start, end, kind) in headings {
        for (from, to, listed) in list_parts(&body[at..start], at > 0) {
            push(at + from, at + to, if listed { Shape::Item } else { shape });
        }
        if is_field(&body[start..end], kind) {
            (at, shape) = (start, Shape::Field(kind));
        } else {
            push(start, end, Shape::Heading(kind));
            (at, shape) = (end, Shape::Plain);
        }
    }
    let listed = at > 0 || item;
    for (from, to, listed) in list_parts(&body[at..], listed && !matches!(shape, Shape::Field(_))) {
        push(at + from, at + to, if listed { Shape::Item } else { shape });
    }
}

/// `Søknadsfrist:`, `Arbeidsgiver:`, `Lønn:`: a label whose value is no list of competences and begins no section.
fn is_field(label: &str, kind: SectionKind) -> bool {
    let word = fold_str(label.trim_end_matches(':'));
    let aside = matches!(kind, SectionKind::Contact | SectionKind::Other | SectionKind::About);
    label.ends_with(':') && (aside || matches!(word.as_str(), "lønn" | "løn" | "betingelser" | "vilkår"))
}

/// Headings of the table that stand in the midst of a line: `(start, end with the colon, kind)`.
fn run_in(body: &str) -> Vec<(usize, usize, SectionKind)> {
    // Shorter lines are taken whole.
    const SHORTEST: usize = 40;
    if lines::width(body) < SHORTEST {
        return Vec::new();
    }
    let mut found: Vec<(usize, usize, SectionKind)> = Vec::new();
    let mut sure = false;
    let mut skip = 0;
    for i in capitals(body.as_bytes()) {
        if i < skip {
            continue;
        }
        let before = body[..i].chars().next_back();
        let word_start = before.is_none_or(|c| c.is_whitespace() || matches!(c, '.' | '!' | '?' | ')' | '*' | '•'));
        let starts = word_start && body[i..].starts_with(char::is_uppercase);
        if starts && let Some((len, kind)) = headings::sure_prefix(&body[i..]) {
            let previous = body[..i].trim_end().chars().next_back();
            let stop = i + len;
            let rest = &body[stop..];
            let behind = rest.trim_start_matches(['*', ' ']);
            let mark = behind.chars().next().filter(|mark| matches!(mark, ':' | '?'));
            let marked = mark.is_some();
            let end = if marked { body.len() - behind.len() + 1 } else { stop };
            let follows = body[end..]
                .trim_start_matches(|c: char| c.is_whitespace() || glyph::is_bullet(c) || matches!(c, '-' | '–' | '*'));
            let capital = follows.starts_with(char::is_uppercase);
            let sentence_start =
                previous.is_none_or(|c: char| matches!(c, '.' | '!' | '?' | ':' | ';' | ')' | '"' | '»' | '*' | '•'));
            let bulleted =
                body[end..].trim_start().starts_with(|c: char| glyph::is_bullet(c) || matches!(c, '-' | '–' | '*'));
            // `Vi tilbyr Norges beste …` may be a sentence; `Personlige egenskaper Du er …` is none.
            let noun = kind != SectionKind::Offer && !body[i..stop].starts_with("Vi ");
            if !follows.is_empty() && (capital || mark == Some(':') || bulleted) {
                sure |= (sentence_start && (noun || marked)) || (marked && noun);
                found.push((i, end, kind));
                skip = end;
            }
        }
    }
    if sure || found.len() > 1 { found } else { Vec::new() }
}

/// Where a capital may begin: capitals of ASCII, and letters beyond it. Looked for in many bytes at once, as most stretches hold none.
fn capitals(bytes: &[u8]) -> impl Iterator<Item = usize> {
    const MANY: usize = 16;
    let may = |byte: u8| byte.is_ascii_uppercase() | (byte >= 0xc3);
    let stretches = bytes.chunks(MANY).enumerate();
    let holds = move |&(_, few): &(usize, &[u8])| few.iter().fold(false, |found, &byte| found | may(byte));
    stretches.filter(holds).flat_map(move |(n, few)| {
        few.iter().enumerate().filter(move |&(_, &byte)| may(byte)).map(move |(i, _)| n * MANY + i)
    })
}

/// Items that are set apart by bullets within a line: `(start, end, item)`. `listed`: the line stands in a list or under a heading, so that
/// weaker signs are enough.
fn list_parts(body: &str, listed: bool) -> Vec<(usize, usize, bool)> {
    let bullet = |c| {
        matches!(c, '•' | '●' | '▪' | '‣' | '◦' | '∙' | '➢' | '✓' | '✔' | '*') || ('\u{e000}'..='\u{f8ff}').contains(&c)
    };
    // The marks are these three, or begin with one of these bytes.
    let mark = |byte: u8| matches!(byte, b'*' | b'|' | b'-' | 0xc2 | 0xe2 | 0xee | 0xef);
    if !body.bytes().fold(false, |found, byte| found | mark(byte)) {
        return vec![(0, body.len(), false)];
    }
    for (mark, dash) in [
        (&bullet as &dyn Fn(char) -> bool, false),
        (&|c| matches!(c, '·' | '|'), false),
        (&|c| matches!(c, '-' | '–'), true),
    ] {
        let seps = separators(body, mark);
        let Some(&(first, _)) = seps.first() else { continue };
        let before = body[..first].trim_end();
        let led = before.ends_with(':') || (listed && before.is_empty());
        // A hyphen between spaces is a dash, unless all that it sets apart are alike.
        let alike = !dash || seps.iter().all(|&(_, end)| body[end..].starts_with(char::is_uppercase));
        let several = seps.len() >= 2 && (!dash || listed || led);
        if alike && (several || led) {
            return split_at(body, &seps, listed);
        }
    }
    vec![(0, body.len(), false)]
}

/// Where a mark stands between spaces (or at the start): `(start, start of what follows)`.
fn separators(body: &str, mark: impl Fn(char) -> bool) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut space = true;
    for (i, c) in body.char_indices() {
        if space && mark(c) {
            let rest = &body[i + c.len_utf8()..];
            let spaced = rest.starts_with(char::is_whitespace) || ('\u{e000}'..='\u{f8ff}').contains(&c);
            let after = rest.trim_start();
            if spaced && !after.is_empty() {
                out.push((i, body.len() - after.len()));
            }
        }
        space = c.is_whitespace();
    }
    out
}

fn split_at(body: &str, seps: &[(usize, usize)], listed: bool) -> Vec<(usize, usize, bool)> {
    let mut out = Vec::new();
    let mut start = 0;
    for &(from, to) in seps {
        // What stands before the first bullet is an item too, unless it leads over to the list.
        let piece = body[start..from].trim();
        if !piece.is_empty() {
            let leads = start == 0
                && (lines::ends_sentence(piece) || piece.ends_with(':') || !listed && lines::width(piece) > 80);
            out.push((start, from, !leads));
        }
        start = to;
    }
    out.push((start, body.len(), true));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(body: &str) -> Vec<(String, Shape)> {
        let mut out = Vec::new();
        pieces(body, 0, false, &mut out);
        out.iter().map(|p| (body[p.start..p.end].to_owned(), p.shape)).collect()
    }

    fn texts(body: &str, shape: Shape) -> Vec<String> {
        split(body).into_iter().filter(|(_, s)| *s == shape).map(|(t, _)| t).collect()
    }

    #[test]
    fn headings_run_into_the_text() {
        let body = "Arbeidet går i turnus. Kvalifikasjoner Du har fagbrev og førerkort. Personlige egenskaper Du er rolig og varm.";
        assert_eq!(
            texts(body, Shape::Plain),
            ["Arbeidet går i turnus.", "Du har fagbrev og førerkort.", "Du er rolig og varm."]
        );
        assert_eq!(texts(body, Shape::Heading(SectionKind::PersonalQualities)), ["Personlige egenskaper"]);
        let body = "Arbeidsoppgaver Drift av kjelanlegg Vi tilbyr Fri kaffe Kontaktinformasjon Kari Nes";
        assert_eq!(texts(body, Shape::Plain), ["Drift av kjelanlegg", "Fri kaffe", "Kari Nes"]);
    }

    #[test]
    fn sentences_that_begin_like_headings_stay_whole() {
        for body in [
            "Vi er et lite kontor. Kvalifikasjoner utover dette blir ikke vektlagt ved ansettelsen.",
            "Arbeidsoppgavene vil blant annet være å stelle hagen og å male gjerdet rundt bygget.",
            "Du får god tid til opplæring. Vi tilbyr Norges beste kantine og en kort arbeidsvei.",
        ] {
            assert_eq!(split(body).len(), 1, "{body}");
        }
    }

    #[test]
    fn labels_and_fields() {
        assert_eq!(texts("Kvalifikasjoner: rørlegger", Shape::Plain), ["rørlegger"]);
        assert_eq!(texts("Søknadsfrist: 1. mai", Shape::Field(SectionKind::Contact)), ["Søknadsfrist: 1. mai"]);
    }

    #[test]
    fn bullets_within_a_line() {
        let body = "Du må ha: • fagbrev • førerkort • godt humør";
        assert_eq!(texts(body, Shape::Item), ["fagbrev", "førerkort", "godt humør"]);
        assert_eq!(texts("Vi tilbyr: - God lønn - Fri parkering", Shape::Item), ["God lønn", "Fri parkering"]);
        assert_eq!(texts("Rolig · Varm · Stødig", Shape::Item), ["Rolig", "Varm", "Stødig"]);
        assert_eq!(split("Vi trenger folk - mange folk - til høsten").len(), 1);
    }

    #[test]
    fn cells_of_a_table() {
        assert_eq!(cells("Utdanning\tfagbrev").len(), 2);
        assert_eq!(cells("Utdanning     fagbrev eller mer").len(), 2);
        assert_eq!(cells("et  dobbelt  mellomrom").len(), 1);
    }
}
