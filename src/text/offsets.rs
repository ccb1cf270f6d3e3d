//! The way from the folded text back to the original bytes.

use crate::span::Span;

/// A stretch of folded text and where it comes from.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// First folded byte; the piece ends where the next begins.
    folded: usize,
    /// First original byte.
    original: usize,
    /// `None`: byte for byte. `Some(n)`: all folded bytes of the piece stand for these `n` original bytes together (a letter with its
    /// combining mark, a ligature, a run of white space).
    unit: Option<usize>,
}

/// From folded to original byte offsets: pieces of constant shift, ascending. Text that folds byte for byte needs two pieces a block.
#[derive(Clone, Debug, Default)]
pub(crate) struct Offsets {
    pieces: Vec<Piece>,
}

impl Offsets {
    /// Original span of the folded range. What was dropped at its edges stays outside, what was dropped within is inside.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        let first = self.piece(start);
        let from = self.original(first, start).0;
        if end <= start {
            return Span::new(from, from);
        }
        // Most ranges lie in one piece.
        let same = first.is_some_and(|i| self.pieces.get(i + 1).is_none_or(|next| next.folded >= end));
        let last = if same { first } else { self.piece(end - 1) };
        let to = self.original(last, end - 1).1;
        Span::new(from, to.max(from))
    }

    /// The piece that the folded byte stands in; `None` before the first.
    fn piece(&self, at: usize) -> Option<usize> {
        self.pieces.partition_point(|piece| piece.folded <= at).checked_sub(1)
    }

    /// The original bytes `start..end` that the folded byte at `at`, of this piece, stands for.
    fn original(&self, piece: Option<usize>, at: usize) -> (usize, usize) {
        match piece.and_then(|i| self.pieces.get(i)) {
            Some(&Piece { folded, original, unit: None }) => (original + (at - folded), original + (at - folded) + 1),
            Some(&Piece { original, unit: Some(unit), .. }) => (original, original + unit),
            None => (at, at),
        }
    }

    /// Notes that folded text from `folded` on is the original from `original` on, byte for byte.
    pub(super) fn run(&mut self, folded: usize, original: usize) {
        if let Some(last) = self.pieces.last() {
            let same_shift = folded.wrapping_sub(last.folded) == original.wrapping_sub(last.original);
            if last.unit.is_none() && same_shift {
                return;
            }
        }
        self.push(Piece { folded, original, unit: None });
    }

    /// Notes that folded text from `folded` on stands for the `unit` original bytes from `original` on.
    pub(super) fn unit(&mut self, folded: usize, original: usize, unit: usize) {
        self.push(Piece { folded, original, unit: Some(unit) });
    }

    fn push(&mut self, piece: Piece) {
        // A piece that came to nothing (a block without content) gives way.
        if self.pieces.last().is_some_and(|last| last.folded == piece.folded) {
            self.pieces.pop();
        }
        self.pieces.push(piece);
    }

    /// How many pieces the map has: the cost of the unusual.
    #[cfg(test)]
    pub(super) fn pieces(&self) -> usize {
        self.pieces.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_one_shift_are_one_piece() {
        let mut offsets = Offsets::default();
        offsets.run(0, 10);
        offsets.run(4, 14);
        offsets.run(8, 19);
        assert_eq!(offsets.pieces(), 2);
        assert_eq!(offsets.span(2, 4), Span::new(12, 14));
        assert_eq!(offsets.span(6, 10), Span::new(16, 21));
    }

    #[test]
    fn a_unit_is_never_cut() {
        let mut offsets = Offsets::default();
        offsets.run(0, 0);
        offsets.unit(2, 2, 3);
        offsets.run(4, 5);
        assert_eq!(offsets.span(3, 5), Span::new(2, 6));
        assert_eq!(offsets.span(0, 3), Span::new(0, 5));
        assert_eq!(offsets.span(2, 2), Span::new(2, 2));
    }
}
