//! The lexicon: concepts, the terms that name them, and how words bend.

mod curated;
mod entry;
pub(crate) mod frames;
mod links;
pub(crate) mod paradigm;
mod parse;
pub(crate) mod term;
mod write;

pub(crate) use entry::List;
#[cfg(feature = "esco")]
pub(crate) use entry::TermEntry;
pub use entry::{Concept, Grade};
#[cfg(feature = "esco")]
pub(crate) use links::esco_uri;
#[cfg(feature = "esco")]
pub(crate) use term::check as check_term;

use crate::error::{LexiconError, LexiconErrorKind};
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
    /// The curated lexicon, embedded in the crate. Parsed on first use, then shared.
    #[must_use]
    pub fn curated() -> &'static Self {
        curated::lexicon()
    }

    /// Reads a lexicon from TOML; `name` is what errors call it.
    ///
    /// # Errors
    /// Where the TOML is malformed, a key unknown, a term empty, a paradigm unknown or an id used twice; the error says where and how to mend it.
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
        let mut concepts = Vec::new();
        for (name, toml) in files {
            parse::parse(name, toml, &mut concepts)?;
        }
        Self::from_concepts(version, concepts)
    }

    /// A lexicon of these concepts; an error where two have one id.
    pub(crate) fn from_concepts(version: &str, concepts: Vec<Concept>) -> Result<Self, LexiconError> {
        let mut seen = std::collections::HashMap::new();
        for (i, concept) in concepts.iter().enumerate() {
            if let Some(&first) = seen.get(concept.id()) {
                let first: &Concept = &concepts[first];
                return Err(LexiconError {
                    kind: LexiconErrorKind::Duplicate,
                    file: concept.file.clone(),
                    line: Some(concept.line),
                    entry: Some(concept.id.clone()),
                    message: format!(
                        "this id stands already at {}:{}: join the two, or give one another id",
                        first.file, first.line
                    ),
                    source: None,
                });
            }
            seen.insert(concept.id(), i);
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
}
