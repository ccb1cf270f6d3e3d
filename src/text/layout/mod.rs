//! The shape of a text: title, headings and their kind, list items, paragraphs. Independent of the lexicon.

mod blocks;
#[cfg(test)]
pub(in crate::text) mod cases;
mod frames;
mod furniture;
mod genre;
mod glyph;
mod headings;
mod inline;
mod join;
mod lines;
mod patterns;
#[cfg(test)]
mod wordings;
mod words;

use crate::document::Genre;
use crate::span::Span;
use serde::{Deserialize, Serialize};
use std::ops::Range;

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

/// Finds the blocks of `text` and guesses its genre where `genre` is `Auto`. A bounded number of passes over the lines.
pub(crate) fn analyze(text: &str, genre: Genre, known: &[KnownSection]) -> Layout {
    let mut lines = lines::split(text);
    furniture::mark(text, &mut lines);
    let wrap = lines::wrap_width(text, &lines);
    let parts = join::parts(text, &lines, wrap);
    let blocks = blocks::make(text, &parts, known);
    let genre = if genre == Genre::Auto { genre::guess(text, &blocks) } else { genre };
    Layout { blocks, genre }
}

/// Every line that holds something as a paragraph.
pub(crate) fn lines(text: &str) -> Vec<Block> {
    let block = |line: lines::Line| Block {
        span: Span::new(line.start, line.end),
        holes: Vec::new(),
        kind: BlockKind::Paragraph,
        section: None,
        lead: None,
        folded: 0..0,
        tokens: 0..0,
    };
    lines::split(text).into_iter().map(block).collect()
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
