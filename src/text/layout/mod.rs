//! The shape of a text: title, headings and their kind, list items, paragraphs. Independent of the lexicon.

mod genre;
mod headings;
mod lines;

use crate::document::Genre;
use crate::span::Span;
use lines::Line;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// What a section of a text is about, as its heading says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum SectionKind {
    /// What is demanded: *Kvalifikasjoner*, *Krav*, *Vi søker deg som*.
    Qualifications,
    /// What is wished for: *Ønskede kvalifikasjoner*, *Det er en fordel om*.
    DesiredQualifications,
    /// *Personlige egenskaper*, *Hvem er du?*
    PersonalQualities,
    /// *Arbeidsoppgaver*, *Ansvarsområder*.
    Duties,
    /// *Vi tilbyr*, *Hos oss får du*.
    Offer,
    /// *Om oss*, *Om arbeidsstedet*.
    About,
    /// *Kontaktinformasjon*, *Søknad*.
    Contact,
    /// A heading that says none of these.
    Other,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum BlockKind {
    /// The document's title.
    Title,
    Heading,
    /// A list item, with or without a glyph.
    Item,
    Paragraph,
    /// Page headers, footers and page numbers: nothing is found in them.
    Furniture,
}

/// One stretch of text between hard breaks.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    /// Its content in the original text, without bullet glyph and surrounding white space.
    pub(crate) span: Span,
    /// Pieces of the original that lie inside `span` but are no part of it (page furniture in the midst of a paragraph), in order.
    pub(crate) holes: Vec<Span>,
    pub(crate) kind: BlockKind,
    /// The section it stands in: the kind of the nearest heading above (for a heading: its own kind); `None` before the first heading.
    pub(crate) section: Option<SectionKind>,
    /// For an item: the index of the block that introduces its list (*Du skal:*, *Vi søker deg som*), if a paragraph or heading does.
    pub(crate) lead: Option<usize>,
    /// Filled by `fold`: its range in the folded text.
    pub(crate) folded: Range<usize>,
    /// Filled by `tokenize`: its tokens, the closing break among them.
    pub(crate) tokens: Range<usize>,
}

/// A bare block.
pub(crate) fn block(span: Span, kind: BlockKind) -> Block {
    Block { span, holes: Vec::new(), kind, section: None, lead: None, folded: 0..0, tokens: 0..0 }
}

/// A section that the caller knows, because the feed has it as a field of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct KnownSection {
    pub(crate) span: Span,
    pub(crate) kind: SectionKind,
}

/// The result of [`analyze`].
#[derive(Debug)]
pub(crate) struct Layout {
    /// In order of the text, not overlapping.
    pub(crate) blocks: Vec<Block>,
    /// As given, or guessed.
    pub(crate) genre: Genre,
}

/// Finds the blocks of `text` and guesses its genre where `genre` is `Auto`. One pass over the lines.
pub(crate) fn analyze(text: &str, genre: Genre, known: &[KnownSection]) -> Layout {
    let lines = lines::lines(text);
    let mut builder = Builder {
        text,
        wrapped: is_wrapped(text, &lines),
        lines: &lines,
        blocks: Vec::new(),
        section: None,
        lead: None,
        listed: None,
    };
    for i in 0..lines.len() {
        builder.line(i);
    }
    let mut blocks = builder.blocks;
    for section in known {
        for block in blocks.iter_mut().filter(|block| section.span.overlaps(block.span)) {
            block.section = Some(section.kind);
            if block.kind == BlockKind::Title {
                block.kind = BlockKind::Paragraph;
            }
        }
    }
    let genre = if genre == Genre::Auto { genre::guess(text, &blocks) } else { genre };
    Layout { blocks, genre }
}

/// Whether paragraphs are broken into lines of even width, as in text that comes out of a PDF.
fn is_wrapped(text: &str, lines: &[Line]) -> bool {
    let wraps = lines.windows(2).filter(|pair| {
        let (one, next) = (pair[0].span.of(text), pair[1].span.of(text));
        let adjacent = !pair[1].blank_before && !pair[1].bullet;
        adjacent
            && width(one) >= 35
            && next.starts_with(char::is_lowercase)
            && !one.ends_with(['.', ':', ';', '!', '?'])
    });
    let longest = lines.iter().map(|line| width(line.span.of(text))).max().unwrap_or(0);
    wraps.count() >= 3 && longest <= 200
}

struct Builder<'t> {
    text: &'t str,
    lines: &'t [Line],
    wrapped: bool,
    blocks: Vec<Block>,
    section: Option<SectionKind>,
    /// The block that introduces the list being read.
    lead: Option<usize>,
    /// What that block says its list is about, where it is a paragraph.
    listed: Option<SectionKind>,
}

impl Builder<'_> {
    fn of(&self, i: usize) -> &str {
        self.lines[i].span.of(self.text)
    }

    fn line(&mut self, i: usize) {
        let line = &self.lines[i];
        if line.furniture {
            self.blocks.push(block(line.span, BlockKind::Furniture));
        } else if line.bullet {
            self.item(line.span);
        } else if self.continues(i) {
            self.extend(line.span);
        } else if let Some((head, rest, kind)) = self.labelled(i) {
            self.heading(head, kind);
            self.body(rest, i);
        } else if let Some(kind) = self.heading_kind(i) {
            self.heading(line.span, kind);
        } else if self.is_title(i) {
            self.blocks.push(block(line.span, BlockKind::Title));
        } else {
            self.body(line.span, i);
        }
    }

    /// Whether the line goes on with the block above: a paragraph of hard-wrapped text, a wrapped item, a word broken at the line end.
    fn continues(&self, i: usize) -> bool {
        let line = &self.lines[i];
        let Some(last) = self.blocks.iter().rposition(|block| block.kind != BlockKind::Furniture) else { return false };
        let above = &self.blocks[last];
        let interrupted = last + 1 < self.blocks.len();
        if !matches!(above.kind, BlockKind::Item | BlockKind::Paragraph) || (line.blank_before && !interrupted) {
            return false;
        }
        let before = above.span.of(self.text);
        let here = self.of(i);
        let lower = here.starts_with(char::is_lowercase);
        let open = !before.ends_with(['.', '!', '?', ':', ';']);
        if before.ends_with('-') && lower {
            return true;
        }
        if interrupted {
            return lower && open;
        }
        if self.wrapped {
            // A short line above ends its paragraph unless this one goes on in lower case.
            let above_line = width(before.rsplit('\n').next().unwrap_or(before).trim());
            let known = headings::kind(here).is_some() && !lower;
            return !known && ((open && lower) || above_line >= 45);
        }
        lower && open && above.kind == BlockKind::Item && width(before) > 30
    }

    fn extend(&mut self, span: Span) {
        let Some(last) = self.blocks.iter().rposition(|block| block.kind != BlockKind::Furniture) else { return };
        let holes: Vec<Span> = self.blocks.drain(last + 1..).map(|furniture| furniture.span).collect();
        let block = &mut self.blocks[last];
        block.holes.extend(holes);
        block.span.end = span.end;
    }

    /// *Kvalifikasjoner: fagbrev* is a heading and what stands under it.
    fn labelled(&self, i: usize) -> Option<(Span, Span, SectionKind)> {
        let line = self.lines[i].span;
        let (head, rest) = self.of(i).split_once(':')?;
        if rest.trim().is_empty() || head.split_whitespace().count() > 4 {
            return None;
        }
        let kind = headings::kind(head)?;
        let behind = rest.len() - rest.trim_start().len();
        let from = line.start + head.len() + 1 + behind;
        Some((Span::new(line.start, line.start + head.len()), Span::new(from, line.end), kind))
    }

    fn heading_kind(&self, i: usize) -> Option<SectionKind> {
        let line = self.of(i);
        let words = line.split_whitespace().count();
        let next = self.lines.get(i + 1);
        let before_list = next.is_some_and(|next| next.bullet);
        let colon = line.ends_with(':');
        if let Some(kind) = headings::kind(line) {
            let sentence =
                line.ends_with(['.', '!', ',']) || (words > 6 && !colon && !before_list && !line.ends_with('?'));
            return (!sentence || (before_list && !line.ends_with('.'))).then_some(kind);
        }
        if (colon || (before_list && !line.ends_with(['.', '!']))) && words <= 12 && width(line) <= headings::LONGEST {
            return headings::lead_kind(line);
        }
        self.is_unknown_heading(i, words, before_list, colon).then_some(SectionKind::Other)
    }

    /// A short line between paragraphs, or one that is numbered or in capitals.
    fn is_unknown_heading(&self, i: usize, words: usize, before_list: bool, colon: bool) -> bool {
        let line = self.of(i);
        if words > 9 || width(line) > 70 || line.ends_with(['.', ',', ';', '!']) || colon || before_list {
            return false;
        }
        let starts = line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if !starts || (i == 0 && self.blocks.is_empty()) {
            return false;
        }
        let in_list = matches!(
            self.section,
            Some(
                SectionKind::Qualifications
                    | SectionKind::DesiredQualifications
                    | SectionKind::PersonalQualities
                    | SectionKind::Duties
                    | SectionKind::Offer
            )
        );
        let numbered = line.starts_with(|c: char| c.is_ascii_digit())
            && line
                .split_whitespace()
                .next()
                .is_some_and(|n| n.chars().all(|c| c.is_ascii_digit() || c == '.') && n.contains('.'));
        let capitals = line.chars().any(char::is_alphabetic) && !line.chars().any(char::is_lowercase) && words > 1;
        if numbered || (capitals && !in_list) {
            return true;
        }
        let blank_before = self.lines[i].blank_before;
        let next_long = self.lines.get(i + 1).is_some_and(|next| {
            !next.bullet && width(next.span.of(self.text)) > 80.max(width(line) * 2)
                || self.wrapped && width(next.span.of(self.text)) > 50
        });
        blank_before && next_long && !in_list
    }

    fn is_title(&self, i: usize) -> bool {
        let line = self.of(i);
        let sentence = line.ends_with(['.', ':', ';', ',']) || width(line) > 120;
        // A lone line is a text, not a title.
        self.blocks.is_empty()
            && !sentence
            && self.lines.len() > 1
            && self.lines.get(1).is_some_and(|next| !next.bullet)
    }

    fn heading(&mut self, span: Span, kind: SectionKind) {
        self.section = Some(kind);
        self.listed = None;
        self.lead = Some(self.blocks.len());
        self.blocks.push(Block { section: Some(kind), ..block(span, BlockKind::Heading) });
    }

    fn item(&mut self, span: Span) {
        // A list that follows a paragraph which leads to it is governed by that paragraph.
        if let Some(last) = self.blocks.last().filter(|last| last.kind == BlockKind::Paragraph) {
            let paragraph = last.span.of(self.text);
            let governs = leads(paragraph);
            self.lead = governs.then_some(self.blocks.len() - 1);
            let sentence = paragraph.rsplit(". ").next().unwrap_or(paragraph);
            self.listed = if governs { headings::lead_kind(sentence) } else { None };
        }
        self.blocks.push(Block {
            section: self.listed.or(self.section),
            lead: self.lead,
            ..block(span, BlockKind::Item)
        });
    }

    /// A line that is no heading: an item without a glyph in a list section, else a paragraph.
    fn body(&mut self, span: Span, i: usize) {
        let line = span.of(self.text);
        let count = width(line);
        let listed = matches!(
            self.section,
            Some(
                SectionKind::Qualifications
                    | SectionKind::DesiredQualifications
                    | SectionKind::PersonalQualities
                    | SectionKind::Duties
                    | SectionKind::Offer
            )
        );
        let short = count <= 120 && !line.ends_with(['.', '!', '?', ':']) && !self.wrapped_next(i);
        let section = if is_contact(line) { Some(SectionKind::Contact) } else { self.section };
        if listed && short && section == self.section {
            self.blocks.push(Block { section, lead: self.lead, ..block(span, BlockKind::Item) });
        } else {
            self.lead = None;
            self.listed = None;
            self.blocks.push(Block { section, ..block(span, BlockKind::Paragraph) });
        }
    }

    fn wrapped_next(&self, i: usize) -> bool {
        self.wrapped
            && self.lines.get(i + 1).is_some_and(|next| {
                !next.blank_before && !next.bullet && next.span.of(self.text).starts_with(char::is_lowercase)
            })
    }
}

/// The length of a line in letters as a reader counts them, so that decomposed letters and soft hyphens make no difference.
fn width(line: &str) -> usize {
    line.chars().filter(|&c| !is_combining_mark(c) && !super::fold::is_dropped(c)).count()
}

/// Whether a paragraph leads to the list below it: by a colon, or by breaking off (*er det ønskelig med*).
fn leads(paragraph: &str) -> bool {
    if paragraph.ends_with(':') {
        return true;
    }
    if paragraph.ends_with(['.', '!', '?']) {
        return false;
    }
    true
}

/// A line that says how to apply or whom to ask.
fn is_contact(line: &str) -> bool {
    const SIGNS: [&str; 14] = [
        "søknadsfrist",
        "søknad sendes",
        "send søknad",
        "spørsmål om stilling",
        "spørsmål kan",
        "kontakt ",
        "ta kontakt",
        "for mer informasjon",
        "nærmere opplysning",
        "søknaden",
        "arbeidssted:",
        "søk på",
        "ref. nr",
        "link til søknad",
    ];
    let lower: String = line.chars().take(60).flat_map(char::to_lowercase).collect();
    SIGNS.iter().any(|sign| lower.starts_with(sign))
}

/// The sections of a text, in order: neighbouring blocks under one heading.
pub(crate) fn sections(blocks: &[Block]) -> Vec<(Span, SectionKind)> {
    let mut out: Vec<(Span, SectionKind)> = Vec::new();
    for block in blocks {
        let Some(kind) = block.section else { continue };
        match out.last_mut() {
            Some((span, last)) if *last == kind && block.kind != BlockKind::Heading => span.end = block.span.end,
            _ => out.push((block.span, kind)),
        }
    }
    out
}
