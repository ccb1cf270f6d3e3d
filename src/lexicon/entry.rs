//! Concepts and terms as they are written.

use super::curated;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// How freely a term may stand (see the lexicon's README).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Grade {
    /// Counts only straight behind a carrier, in its coordination, or as a whole list item.
    Carried,
    /// Needs a licence: a carrier, a list under a demand or duty heading, a cue in the sentence.
    Licensed,
    /// Stands anywhere.
    Strong,
}

/// Which list of a concept a term stands in: how it bends and what frames it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum List {
    Noun,
    Verb,
    Adjective,
    Qualifier,
    Stem,
    Phrase,
    Acronym,
}

impl List {
    /// All of them, in the order of the format.
    pub(crate) const ALL: [Self; 7] =
        [Self::Noun, Self::Verb, Self::Adjective, Self::Qualifier, Self::Stem, Self::Phrase, Self::Acronym];

    /// Its key in a lexicon file: *nouns*.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Noun => "nouns",
            Self::Verb => "verbs",
            Self::Adjective => "adjectives",
            Self::Qualifier => "qualifiers",
            Self::Stem => "stems",
            Self::Phrase => "phrases",
            Self::Acronym => "acronyms",
        }
    }
}

/// One term as written.
#[derive(Clone, Debug)]
pub(crate) struct TermEntry {
    pub(crate) text: String,
    pub(crate) list: List,
    pub(crate) grade: Grade,
    /// From `[concept.hidden]`: a misspelling.
    pub(crate) hidden: bool,
    /// Its own, for a concept may be joined from several files.
    pub(crate) file: Arc<str>,
    pub(crate) line: usize,
}

impl TermEntry {
    /// The key of its list with its table: *nouns*, *licensed.nouns*.
    pub(crate) fn path(&self) -> String {
        let list = self.list.key();
        match (self.hidden, self.grade) {
            (true, _) => format!("hidden.{list}"),
            (_, Grade::Strong) => list.to_owned(),
            (_, Grade::Licensed) => format!("licensed.{list}"),
            (_, Grade::Carried) => format!("carried.{list}"),
        }
    }
}

/// A phrase in which a concept's terms mean something else.
#[derive(Clone, Debug)]
pub(crate) struct Exclusion {
    pub(crate) phrase: String,
    pub(crate) reason: String,
    pub(crate) file: Arc<str>,
    pub(crate) line: usize,
}

/// A sentence that shows a concept found or not found.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    pub(crate) text: String,
    pub(crate) file: Arc<str>,
    pub(crate) line: usize,
}

/// What names a concept, and the sentences that show it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Details {
    pub(crate) terms: Vec<TermEntry>,
    pub(crate) exclusions: Vec<Exclusion>,
    pub(crate) hits: Vec<Example>,
    pub(crate) misses: Vec<Example>,
}

/// Where a concept's details are.
#[derive(Clone, Debug)]
pub(super) enum Content {
    Own(Details),
    /// With the curated concept of this index, read when somebody asks for them.
    Curated(usize),
}

/// One competence: what it is called and what names it.
#[derive(Clone, Debug)]
pub struct Concept {
    pub(crate) id: String,
    pub(crate) category: String,
    pub(crate) label: String,
    pub(crate) label_en: String,
    pub(crate) exact_match: Vec<String>,
    pub(crate) close_match: Vec<String>,
    pub(crate) file: Arc<str>,
    pub(crate) line: usize,
    pub(super) content: Content,
}

impl Concept {
    /// A concept of nothing but its names.
    #[cfg(feature = "esco")]
    pub(crate) fn bare(id: String, category: &str, label: &str, label_en: &str, file: &str, line: usize) -> Self {
        Self {
            id,
            category: category.to_owned(),
            label: label.to_owned(),
            label_en: label_en.to_owned(),
            exact_match: Vec::new(),
            close_match: Vec::new(),
            file: file.into(),
            line,
            content: Content::Own(Details::default()),
        }
    }

    pub(crate) fn details(&self) -> &Details {
        match &self.content {
            Content::Own(details) => details,
            Content::Curated(at) => curated::details(*at),
        }
    }

    pub(crate) fn details_mut(&mut self) -> &mut Details {
        if let Content::Curated(at) = self.content {
            self.content = Content::Own(curated::details(at).clone());
        }
        match &mut self.content {
            Content::Own(details) => details,
            Content::Curated(_) => unreachable!("they were just made its own"),
        }
    }

    /// Its stable id: *collaboration*.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The category it belongs to: *self-management*.
    #[must_use]
    pub fn category(&self) -> &str {
        &self.category
    }

    /// The preferred label, in bokmål.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The preferred label in English.
    #[must_use]
    pub fn label_en(&self) -> &str {
        &self.label_en
    }

    /// The terms as written, misspellings left out (SKOS: alternative labels).
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        self.details().terms.iter().filter(|term| !term.hidden).map(|term| term.text.as_str())
    }

    /// The misspellings that are found too (SKOS: hidden labels).
    pub fn hidden_terms(&self) -> impl Iterator<Item = &str> {
        self.details().terms.iter().filter(|term| term.hidden).map(|term| term.text.as_str())
    }

    /// URIs of the ESCO concepts that mean the same (SKOS: exact match).
    pub fn exact_match(&self) -> impl ExactSizeIterator<Item = &str> {
        self.exact_match.iter().map(String::as_str)
    }

    /// URIs of ESCO concepts that mean nearly the same (SKOS: close match).
    pub fn close_match(&self) -> impl ExactSizeIterator<Item = &str> {
        self.close_match.iter().map(String::as_str)
    }

    /// Sentences in which the concept must be found, the mention in `[[…]]`.
    pub fn hits(&self) -> impl ExactSizeIterator<Item = &str> {
        self.details().hits.iter().map(|example| example.text.as_str())
    }

    /// Sentences in which it must not be found.
    pub fn misses(&self) -> impl ExactSizeIterator<Item = &str> {
        self.details().misses.iter().map(|example| example.text.as_str())
    }

    /// The phrases in which its terms mean something else, each with the reason.
    pub fn exclusions(&self) -> impl Iterator<Item = (&str, &str)> {
        self.details().exclusions.iter().map(|e| (e.phrase.as_str(), e.reason.as_str()))
    }
}
