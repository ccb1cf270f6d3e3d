//! The folded view of a text and the way back to the original bytes.

use super::layout::Block;
use crate::span::Span;

/// From folded to original byte offsets: pieces of constant shift. A text that folds byte for byte has one piece.
#[derive(Debug, Default)]
pub(crate) struct Offsets {
    /// `(folded start, original start, original bytes of the piece's last unit…)`, ascending.
    pieces: Vec<(usize, usize)>,
}

impl Offsets {
    /// Original span of the folded range.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        let start = self.original(start);
        // The end is that of the last byte's piece, so that what was dropped behind it stays outside.
        let end = if end == 0 { start } else { self.original(end - 1) + 1 };
        Span::new(start, end.max(start))
    }

    fn original(&self, at: usize) -> usize {
        let i = self.pieces.partition_point(|&(folded, _)| folded <= at);
        match i.checked_sub(1).and_then(|i| self.pieces.get(i)) {
            Some(&(folded, original)) => original + (at - folded),
            None => at,
        }
    }
}

/// Folds every block and sets its `folded` range.
pub(crate) fn fold(text: &str, blocks: &mut [Block]) -> (String, Offsets) {
    let mut out = String::with_capacity(text.len() + blocks.len());
    let mut offsets = Offsets::default();
    for block in blocks {
        let start = out.len();
        offsets.pieces.push((start, block.span.start));
        for c in block.span.of(text).chars() {
            out.extend(if c.is_whitespace() { ' ' } else { c }.to_lowercase());
        }
        block.folded = start..out.len();
        out.push('\n');
    }
    (out, offsets)
}
