//! Data-driven cases: files of texts with marks, `[[surface|field|…]]`.

use competence_needs::{Genre, Span};
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    /// What the cases have in common.
    pub(crate) class: String,
    pub(crate) case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    text: String,
    #[serde(default)]
    genre: Genre,
    /// What is found beside the marks is no fault.
    #[serde(default)]
    pub(crate) open: bool,
}

/// A case made ready to run.
pub(crate) struct Text<'c> {
    /// With the heading under which it runs.
    pub(crate) text: String,
    pub(crate) genre: Genre,
    /// Where the case itself begins.
    pub(crate) skip: usize,
    /// Each mark's span in `text`, and its fields.
    pub(crate) marks: Vec<(Span, Vec<&'c str>)>,
}

impl Text<'_> {
    /// The text of the case alone.
    pub(crate) fn bare(&self) -> &str {
        &self.text[self.skip..]
    }
}

/// The files `*.toml` right in a folder of `tests/`, by name.
pub(crate) fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "toml"));
    paths.sort();
    assert!(!paths.is_empty());
    paths
}

pub(crate) fn read(path: &Path) -> File {
    let source = fs::read_to_string(path).unwrap();
    let file: File = toml::from_str(&source).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(!file.case.is_empty(), "{} has no case", path.display());
    file
}

impl Case {
    /// Takes the marks out; fails on one that is not closed. A text that begins with `• ` runs under *Kvalifikasjoner* in an ad, with `◦ ` under *Arbeidsoppgaver*.
    pub(crate) fn ready(&self) -> Text<'_> {
        let (heading, genre) = match self.text.chars().next() {
            Some('•') => ("Kvalifikasjoner\n", Genre::Ad),
            Some('◦') => ("Arbeidsoppgaver\n", Genre::Ad),
            _ => ("", self.genre),
        };
        let (mut text, mut marks, mut rest) = (heading.to_owned(), Vec::new(), self.text.as_str());
        while let Some((before, behind)) = rest.split_once("[[") {
            text.push_str(before);
            let (inside, behind) =
                behind.split_once("]]").unwrap_or_else(|| panic!("unclosed mark in «{}»", self.text));
            let mut fields: Vec<&str> = inside.split('|').collect();
            let start = text.len();
            text.push_str(fields.remove(0));
            marks.push((Span::new(start, text.len()), fields));
            rest = behind;
        }
        text.push_str(rest);
        Text { text, genre, skip: heading.len(), marks }
    }
}
