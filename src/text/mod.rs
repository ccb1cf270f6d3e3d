//! From the caller's text to a folded token stream with its layout. Knows nothing of the lexicon.

pub(crate) mod fold;
#[cfg(feature = "html")]
pub(crate) mod html;
mod hyphen;
pub(crate) mod layout;
mod offsets;
#[cfg(test)]
mod properties;
pub(crate) mod sentences;
pub(crate) mod tokens;

use crate::document::Genre;
use crate::span::Span;
use layout::Block;
use tokens::Token;

/// A text made ready for matching: layout, folded view and tokens.
#[derive(Debug)]
pub(crate) struct Prepared {
    /// Folded text: the folded content of every block, each followed by `'\n'` (the hard break that no form contains).
    pub(crate) folded: String,
    /// From folded to original byte offsets.
    pub(crate) offsets: fold::Offsets,
    /// The blocks in order of the text.
    pub(crate) blocks: Vec<Block>,
    /// All tokens of `folded`, in order; each block ends in one [`tokens::Kind::Break`].
    pub(crate) tokens: Vec<Token>,
    /// As given, or as guessed where the caller said `Auto`.
    pub(crate) genre: Genre,
}

impl Prepared {
    /// Original span of the folded range `start..end`.
    pub(crate) fn original(&self, start: usize, end: usize) -> Span {
        self.offsets.span(start, end)
    }

    /// The index of the block that the token stands in.
    pub(crate) fn block_at(&self, token: usize) -> usize {
        self.blocks.partition_point(|block| block.tokens.end <= token)
    }

    /// The folded text of a token.
    pub(crate) fn word(&self, token: &Token) -> &str {
        &self.folded[token.start as usize..token.end as usize]
    }
}

/// Layout, fold and tokens of `text` in one go.
pub(crate) fn prepare(text: &str, genre: Genre, known: &[layout::KnownSection]) -> Prepared {
    let layout::Layout { blocks, genre } = layout::analyze(text, genre, known);
    prepare_blocks(text, blocks, genre)
}

/// Fold and tokens alone: every line is a paragraph.
pub(crate) fn prepare_lines(text: &str) -> Prepared {
    prepare_blocks(text, layout::lines(text), Genre::Ad)
}

fn prepare_blocks(text: &str, mut blocks: Vec<Block>, genre: Genre) -> Prepared {
    let (folded, offsets) = fold::fold(text, &mut blocks);
    let tokens = tokens::tokenize(&folded, &mut blocks);
    Prepared { folded, offsets, blocks, tokens, genre }
}
