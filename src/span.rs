//! [`Span`]: where something stands in the original text.

use serde::{Deserialize, Serialize};

/// A half-open range `start..end` of **bytes** of the text as the caller gave it.
///
/// Both ends lie on character boundaries, so `&text[span.range()]` never panics for the text the span was made from.
///
/// ```
/// use competence_needs::{OffsetUnit, Span};
///
/// let text = "på nett";
/// let span = Span::new(4, 8);
/// assert_eq!(span.of(text), "nett");
/// assert_eq!(span.convert(text, OffsetUnit::Chars), 3..7);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// The unit in which a record gives offsets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum OffsetUnit {
    /// UTF-8 bytes, as Rust and this crate count.
    #[default]
    Bytes,
    /// Unicode scalar values, as Python counts.
    Chars,
    /// UTF-16 code units, as JavaScript, Java and C# count.
    Utf16,
}

impl Span {
    /// The span `start..end`.
    ///
    /// # Panics
    /// If `end < start`: such a span is a programming error.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a span must not end before it starts");
        Self { start, end }
    }

    /// Length in bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range, to index with.
    #[must_use]
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start..self.end
    }

    /// The text the span covers; `""` where it does not fit `text`.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The span counted in another unit. Costs one pass over the text before its end.
    #[must_use]
    pub fn convert(self, text: &str, unit: OffsetUnit) -> std::ops::Range<usize> {
        let before = Self::new(0, self.start).convert_len(text, unit);
        before..before + self.convert_len(text, unit)
    }

    /// The span's length in another unit.
    pub(crate) fn convert_len(self, text: &str, unit: OffsetUnit) -> usize {
        match unit {
            OffsetUnit::Bytes => self.len(),
            OffsetUnit::Chars => self.of(text).chars().count(),
            OffsetUnit::Utf16 => self.of(text).encode_utf16().count(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn converts_to_chars_and_utf16() {
        let text = "𝄞 blåbær";
        let at = text.find("blåbær").unwrap();
        let span = Span::new(at, text.len());
        assert_eq!(span.of(text), "blåbær");
        assert_eq!(span.convert(text, OffsetUnit::Bytes), 5..13);
        assert_eq!(span.convert(text, OffsetUnit::Chars), 2..8);
        assert_eq!(span.convert(text, OffsetUnit::Utf16), 3..9);
    }

    #[test]
    fn a_foreign_span_covers_nothing() {
        assert_eq!(Span::new(1, 9).of("å"), "");
        assert!(Span::new(0, 2).overlaps(Span::new(1, 3)));
        assert!(!Span::new(0, 2).overlaps(Span::new(2, 3)));
    }
}
