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
mod candidates;
mod check;
mod document;
mod error;
#[cfg(feature = "esco")]
mod esco;
mod explain;
mod extractor;
mod hasher;
mod lexicon;
mod many;
mod matching;
mod need;
mod record;
mod span;
mod stored;
mod text;

pub use analysis::{Analysis, Candidate, Finding, Need};
pub use candidates::CandidateKind;
pub use check::Complaint;
pub use document::{Document, Genre};
pub use error::{LexiconError, LexiconErrorKind};
#[cfg(feature = "esco")]
pub use esco::{EscoImport, EscoLexicon, Skipped};
pub use explain::{Explanation, Grounds, Licence, Reason, Rejected, TermSource};
pub use extractor::{Extractor, ExtractorBuilder};
pub use lexicon::{
    Concept, Conflict, ConflictKind, Grade, Lexicon, LexiconBuilder, Limits, LintRule, Merged, Remark, Severity,
};
pub use matching::Form;
pub use need::{Level, Stance};
pub use record::{CandidateRecord, FindingRecord, Place, Quote, Record};
pub use span::{OffsetUnit, Span};
pub use text::layout::SectionKind;
