//! [`LexiconError`]: what can be wrong with a lexicon. Extraction itself cannot fail.

use std::error::Error;
use std::fmt;

/// What kind of thing is wrong with a lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LexiconErrorKind {
    /// The file is not well-formed TOML, or a key is missing, unknown or of the wrong type.
    Syntax,
    /// A term, label or id is empty or cannot be read as a term.
    Term,
    /// A term says `(like …)` of a word that no paradigm is named after.
    Paradigm,
    /// One concept id stands twice.
    Duplicate,
    /// A link that is no URI of an ESCO concept, or stands twice.
    Uri,
    /// A limit was passed (see [`Limits`](crate::Limits)).
    Limit,
    /// A file or reader cannot be read, or is no UTF-8.
    Read,
    /// A concept or category is asked for that the lexicon does not have.
    Unknown,
}

/// An error in a lexicon: where it is, what is wrong, and how to mend it.
#[derive(Debug, thiserror::Error)]
pub struct LexiconError {
    pub(crate) kind: LexiconErrorKind,
    pub(crate) file: String,
    pub(crate) line: Option<usize>,
    pub(crate) entry: Option<String>,
    pub(crate) message: String,
    #[source]
    pub(crate) source: Option<Box<dyn Error + Send + Sync>>,
}

impl LexiconError {
    /// What kind of thing is wrong.
    #[must_use]
    pub fn kind(&self) -> LexiconErrorKind {
        self.kind
    }

    /// The file (or the name given for it) that holds the fault.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line, counted from 1, where known.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// The concept or term concerned, where known.
    #[must_use]
    pub fn entry(&self) -> Option<&str> {
        self.entry.as_deref()
    }
}

impl fmt::Display for LexiconError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(entry) = &self.entry {
            write!(f, ": {entry}")?;
        }
        write!(f, ": {}", self.message)
    }
}
