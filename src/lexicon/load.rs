//! Lexicons from elsewhere: strings, readers, files and folders, within limits.

use super::entry::Concept;
use super::limits::{self, Limits, Meter};
use super::{Lexicon, parse};
use crate::error::{LexiconError, LexiconErrorKind};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Reads a [`Lexicon`] from several sources, within [`Limits`]. Made by [`Lexicon::builder`].
///
/// ```
/// use competence_needs::Lexicon;
///
/// let (hall, shop) = (
///     "category = \"museum\"\n[[concept]]\nid = \"hosting\"\nlabel = \"vertskap\"\nlabel-en = \"hosting\"\nnouns = [\"museumsvertskap\"]\n",
///     "category = \"museum\"\n[[concept]]\nid = \"till\"\nlabel = \"kasse\"\nlabel-en = \"till\"\nnouns = [\"kasseoppgjør\"]\n",
/// );
/// let lexicon = Lexicon::builder()
///     .version("museum 3")
///     .toml("hall.toml", hall)?
///     .reader("shop.toml", shop.as_bytes())?
///     .build()?;
/// assert_eq!(lexicon.concepts().len(), 2);
/// assert_eq!(lexicon.version(), "museum 3");
/// # Ok::<(), competence_needs::LexiconError>(())
/// ```
#[derive(Debug)]
pub struct LexiconBuilder {
    version: String,
    limits: Limits,
    meter: Meter,
    concepts: Vec<Concept>,
}

impl LexiconBuilder {
    pub(super) fn new() -> Self {
        let version = "own".to_owned();
        Self { version, limits: Limits::default(), meter: Meter::default(), concepts: Vec::new() }
    }

    /// What the lexicon calls its version; `"own"` where nothing is said.
    #[must_use]
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = version.into();
        self
    }

    /// Sets the limits for what is read from here on.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Adds the concepts of a TOML text; `name` is what errors call it.
    ///
    /// # Errors
    /// Where the TOML is malformed, a key unknown, a term empty, a paradigm unknown, or a limit passed.
    pub fn toml(mut self, name: &str, toml: &str) -> Result<Self, LexiconError> {
        self.meter.file(&self.limits, name, toml)?;
        let from = self.concepts.len();
        parse::parse(name, toml, &mut self.concepts)?;
        self.meter.concepts(&self.limits, &self.concepts[from..])?;
        parse::check(&self.concepts[from..])?;
        Ok(self)
    }

    /// Adds the concepts of a TOML text that comes from a reader. Reads no more than [`Limits::file_bytes`] (and one byte).
    ///
    /// # Errors
    /// As [`LexiconBuilder::toml`], and where it cannot be read or is no UTF-8.
    pub fn reader(self, name: &str, reader: impl Read) -> Result<Self, LexiconError> {
        let toml = read(&self.limits, name, reader)?;
        self.toml(name, &toml)
    }

    /// Adds the concepts of a file, or of all files `*.toml` right in a folder, by name. In a folder [`Lexicon::FILES_WITHOUT_CONCEPTS`] are passed over.
    ///
    /// # Errors
    /// As [`LexiconBuilder::reader`], and where a folder cannot be listed or holds no lexicon file.
    pub fn path(mut self, path: impl AsRef<Path>) -> Result<Self, LexiconError> {
        let path = path.as_ref();
        for file in files(path)? {
            let name = file.display().to_string();
            let reader = std::fs::File::open(&file).map_err(|error| unreadable(&name, error))?;
            self = self.reader(&name, reader)?;
        }
        Ok(self)
    }

    /// The lexicon of all that was added.
    ///
    /// # Errors
    /// Where a concept id is used twice; [`Lexicon::merge`] joins lexicons that share ids.
    pub fn build(self) -> Result<Lexicon, LexiconError> {
        Lexicon::of(&self.version, self.concepts)
    }
}

fn read(limits: &Limits, name: &str, reader: impl Read) -> Result<String, LexiconError> {
    let mut bytes = Vec::new();
    let most = limits.file_bytes.saturating_add(1);
    reader.take(most).read_to_end(&mut bytes).map_err(|error| unreadable(name, error))?;
    if bytes.len() as u64 > limits.file_bytes {
        return Err(limits::too_long(limits, name));
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..good].iter().filter(|&&byte| byte == b'\n').count() + 1;
        LexiconError {
            kind: LexiconErrorKind::Read,
            file: name.to_owned(),
            line: Some(line),
            entry: None,
            message: format!("is no UTF-8: byte {good} begins no character; save the file as UTF-8"),
            source: Some(Box::new(error)),
        }
    })
}

/// The lexicon files that a path names, in order.
fn files(path: &Path) -> Result<Vec<PathBuf>, LexiconError> {
    let name = path.display().to_string();
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let is_lexicon = |file: &PathBuf| {
        let grammar =
            Lexicon::FILES_WITHOUT_CONCEPTS.iter().any(|grammar| file.file_name().is_some_and(|name| name == *grammar));
        file.extension().is_some_and(|extension| extension == "toml") && !grammar && file.is_file()
    };
    let entries = std::fs::read_dir(path).map_err(|error| unreadable(&name, error))?;
    let all: Result<Vec<PathBuf>, io::Error> = entries.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut files = all.map_err(|error| unreadable(&name, error))?;
    files.retain(is_lexicon);
    files.sort();
    if files.is_empty() {
        return Err(LexiconError {
            kind: LexiconErrorKind::Read,
            file: name,
            line: None,
            entry: None,
            message: "the folder holds no lexicon: put files named *.toml right into it".to_owned(),
            source: None,
        });
    }
    Ok(files)
}

fn unreadable(name: &str, error: io::Error) -> LexiconError {
    LexiconError {
        kind: LexiconErrorKind::Read,
        file: name.to_owned(),
        line: None,
        entry: None,
        message: format!("cannot be read: {error}"),
        source: Some(Box::new(error)),
    }
}
