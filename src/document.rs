//! [`Document`]: a text and what the caller already knows of it.

use crate::span::Span;
use crate::text::layout::{KnownSection, SectionKind};
use serde::{Deserialize, Serialize};

/// What kind of text it is; what a competence's stance is by default depends on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Genre {
    /// Not known: guessed from the layout and the words.
    #[default]
    Auto,
    /// A job advertisement.
    Ad,
    /// A plan, strategy, report or other document of an organisation.
    Policy,
    /// A newspaper article, interview, blog post or other prose.
    Article,
}

/// A text to extract from, with what the caller knows of it.
///
/// ```
/// use competence_needs::{Document, Genre};
///
/// let document = Document::new("Vi søker deg som er nysgjerrig.").genre(Genre::Ad);
/// assert_eq!(document.text(), "Vi søker deg som er nysgjerrig.");
/// ```
#[derive(Clone, Debug)]
pub struct Document<'t> {
    text: &'t str,
    genre: Genre,
    sections: Vec<KnownSection>,
}

impl<'t> Document<'t> {
    /// A document of unknown genre.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self { text, genre: Genre::Auto, sections: Vec::new() }
    }

    /// Says what genre it is, so that nothing is guessed.
    #[must_use]
    pub fn genre(mut self, genre: Genre) -> Self {
        self.genre = genre;
        self
    }

    /// Says that `span` of the text is a section of this kind, as where a feed has "qualifications" as a field of its own.
    /// Headings inside the span are not consulted for its kind. Later sections win over earlier ones where they overlap.
    #[must_use]
    pub fn section(mut self, span: Span, kind: SectionKind) -> Self {
        self.sections.push(KnownSection { span, kind });
        self
    }

    /// The text as given.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    pub(crate) fn known_genre(&self) -> Genre {
        self.genre
    }

    pub(crate) fn known_sections(&self) -> &[KnownSection] {
        &self.sections
    }
}

impl<'t> From<&'t str> for Document<'t> {
    fn from(text: &'t str) -> Self {
        Self::new(text)
    }
}

impl<'t> From<&'t String> for Document<'t> {
    fn from(text: &'t String) -> Self {
        Self::new(text)
    }
}
