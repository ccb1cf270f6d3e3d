//! Finds competence needs in Norwegian text.
mod document;
mod span;
mod text;

pub use document::{Document, Genre};
pub use span::{OffsetUnit, Span};
pub use text::layout::SectionKind;
