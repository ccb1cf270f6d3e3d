//! The lexicon: concepts, the terms that name them, and how words bend.

mod combine;
mod cover;
mod curated;
mod entry;
pub(crate) mod frames;
mod limits;
mod links;
mod lint;
mod load;
pub(crate) mod paradigm;
mod parse;
mod stored;
pub(crate) mod term;
mod write;

pub use combine::{Conflict, ConflictKind, Merged};
#[cfg(feature = "esco")]
pub(crate) use entry::TermEntry;
pub use entry::{Concept, Grade};
pub(crate) use entry::{Example, List};
pub use limits::Limits;
#[cfg(feature = "esco")]
pub(crate) use links::esco_uri;
pub use lint::{LintRule, Remark, Severity};
pub use load::LexiconBuilder;
#[cfg(test)]
pub(crate) use stored::pack;
pub(crate) use stored::unpack;
#[cfg(feature = "esco")]
pub(crate) use term::check as check_term;

use crate::error::{LexiconError, LexiconErrorKind};
use std::collections::HashMap;
use std::sync::Arc;

/// A set of concepts with the terms that name them. Cheap to clone: the content is shared.
///
/// [`Lexicon::curated`] is the one that ships with the crate; [`Lexicon::parse`] reads one of your own, in the same format
/// (`src/lexicon/data/README.md` describes it).
///
/// ```
/// use competence_needs::Lexicon;
///
/// let lexicon = Lexicon::parse("kaffe.toml", r#"
///     category = "barista"
///     [[concept]]
///     id = "coffee"
///     label = "kaffekompetanse"
///     label-en = "coffee making"
///     hits = ["Du har [[kaffekompetanse]]."]
///     nouns = ["kaffekompetanse", "latte-kunst"]
///     verbs = ["brygge kaffe"]
/// "#)?;
/// assert_eq!(lexicon.concepts().count(), 1);
/// # Ok::<(), competence_needs::LexiconError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Lexicon {
    version: Arc<str>,
    concepts: Arc<Vec<Concept>>,
}

impl Lexicon {
    /// Files that a folder may hold beside lexicon files: how words bend, how they are spelled, the words around terms, and links to ESCO.
    pub const FILES_WITHOUT_CONCEPTS: [&str; 4] = ["paradigms.toml", "spelling.toml", "frames.toml", "esco.toml"];

    /// The curated lexicon, embedded in the crate, read on first use and then shared. What its concepts are called is at hand in about a millisecond;
    /// their terms and sentences are read from TOML, in some tens, when they are first asked for.
    #[must_use]
    pub fn curated() -> &'static Self {
        curated::lexicon()
    }

    /// Reads a lexicon from TOML; `name` is what errors call it.
    ///
    /// # Errors
    /// Where the TOML is malformed, a key unknown, a term empty, a paradigm unknown, an id used twice, or one of the default [`Limits`] passed; the error says
    /// where and how to mend it.
    pub fn parse(name: &str, toml: &str) -> Result<Self, LexiconError> {
        Self::parse_files("own", [(name, toml)])
    }

    /// Reads a lexicon that is spread over several files, given as `(name, toml)`.
    ///
    /// # Errors
    /// As [`Lexicon::parse`].
    pub fn parse_files<'f>(
        version: &str,
        files: impl IntoIterator<Item = (&'f str, &'f str)>,
    ) -> Result<Self, LexiconError> {
        let builder = files.into_iter().try_fold(Self::builder(), |builder, (name, toml)| builder.toml(name, toml))?;
        builder.version(version).build()
    }

    /// Reads a lexicon from a reader, within the default [`Limits`]; `name` is what errors call it.
    ///
    /// # Errors
    /// As [`Lexicon::parse`], and where it cannot be read or is no UTF-8.
    pub fn from_reader(name: &str, reader: impl std::io::Read) -> Result<Self, LexiconError> {
        Self::builder().reader(name, reader)?.build()
    }

    /// Reads a lexicon from a file, or from all files `*.toml` right in a folder, within the default [`Limits`].
    ///
    /// # Errors
    /// As [`Lexicon::from_reader`].
    pub fn from_path(path: impl AsRef<std::path::Path>) -> Result<Self, LexiconError> {
        Self::builder().path(path)?.build()
    }

    /// Begins to read a lexicon from several sources, or within other [`Limits`] than the default ones.
    #[must_use]
    pub fn builder() -> LexiconBuilder {
        LexiconBuilder::new()
    }

    /// A lexicon of these concepts, whose ids must differ.
    pub(crate) fn of(version: &str, concepts: Vec<Concept>) -> Result<Self, LexiconError> {
        let mut seen: HashMap<&str, &Concept> = HashMap::new();
        for concept in &concepts {
            if let Some(first) = seen.insert(&concept.id, concept) {
                return Err(LexiconError {
                    kind: LexiconErrorKind::Duplicate,
                    file: concept.file.to_string(),
                    line: Some(concept.line),
                    entry: Some(concept.id.clone()),
                    message: format!(
                        "this id stands already at {}:{}: join the two, or give one another id",
                        first.file, first.line
                    ),
                    source: None,
                });
            }
        }
        Ok(Self { version: version.into(), concepts: Arc::new(concepts) })
    }

    /// The lexicon's version; `"own"` for one read by [`Lexicon::parse`].
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The concepts, in the order of the files.
    pub fn concepts(&self) -> impl ExactSizeIterator<Item = &Concept> {
        self.concepts.iter()
    }

    /// The concept of this id, if there is one. Costs a pass over the concepts.
    #[must_use]
    pub fn concept(&self, id: &str) -> Option<&Concept> {
        self.concepts.iter().find(|concept| concept.id == id)
    }

    pub(crate) fn all(&self) -> &[Concept] {
        &self.concepts
    }

    /// Whether this is the curated lexicon itself, not one made of it.
    pub(crate) fn is_curated(&self) -> bool {
        Arc::ptr_eq(&self.concepts, &Self::curated().concepts)
    }

    /// The curated lexicon as the TOML has it, whatever is stored.
    #[cfg(test)]
    pub(crate) fn curated_from_toml() -> Self {
        curated::from_toml()
    }
}

/// The texts that decide on what the curated lexicon finds: its concepts, and how words bend and are spelled.
pub(crate) fn sources() -> impl Iterator<Item = &'static str> {
    curated::sources().chain([frames::SOURCE]).chain(paradigm::SOURCES)
}
