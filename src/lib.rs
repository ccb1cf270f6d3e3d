//! Finds in Norwegian text (bokmål and nynorsk) which **competences** are named, where, and what the text says of each: is it
//! demanded, wished for, lacking, offered, already there, or only mentioned; by whom; how strongly.
//!
//! ```
//! use competence_needs::Extractor;
//!
//! let text = "Kommunen har behov for folk med digital kompetanse og evne til å lære.";
//! let analysis = Extractor::curated().extract(text);
//! let found: Vec<_> = analysis.findings().iter().map(|f| f.span().of(text)).collect();
//! assert_eq!(found, ["digital kompetanse", "evne til å lære"]);
//! ```

#![warn(clippy::print_stdout, clippy::unwrap_used)]

mod analysis;
mod check;
mod document;
mod error;
mod extractor;
mod hasher;
mod lexicon;
mod many;
mod matching;
mod need;
mod record;
mod span;
mod text;

pub use analysis::{Analysis, Finding, Need};
pub use check::Complaint;
pub use document::{Document, Genre};
pub use error::{LexiconError, LexiconErrorKind};
pub use extractor::{Extractor, ExtractorBuilder};
pub use lexicon::{Concept, Grade, Lexicon};
pub use matching::Form;
pub use need::{Level, Stance};
pub use record::{FindingRecord, Place, Quote, Record};
pub use span::{OffsetUnit, Span};
pub use text::layout::SectionKind;
