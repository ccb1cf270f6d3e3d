//! [`Document`]: a text and what the caller already knows of it.

use crate::span::Span;
#[cfg(feature = "html")]
use crate::text::html::Shown;
use crate::text::layout::{KnownSection, SectionKind};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

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
    /// What `text` shows, where it is HTML.
    #[cfg(feature = "html")]
    shown: Option<Shown>,
    genre: Genre,
    sections: Vec<KnownSection>,
}

impl<'t> Document<'t> {
    /// A document of unknown genre.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            #[cfg(feature = "html")]
            shown: None,
            genre: Genre::Auto,
            sections: Vec::new(),
        }
    }

    /// A document in HTML: a whole page or a fragment, as feeds carry ads (feature `html`).
    ///
    /// Block elements, headings, list items, table rows and `<br>` become the layout; a short line in bold alone (`<p><strong>Krav</strong></p>`) is a
    /// heading; character references are decoded; scripts, styles, the title of the page and comments are left out; tags within a line
    /// break no word. [`Document::plain_text`] is what is read.
    ///
    /// **Every offset is a byte of the HTML** as given, in [`Document::section`] too. A span reaches from the first to the last source byte of what it covers, with the
    /// tags between them: in `sam<b>arbeid</b>` the word's span is `sam<b>arbeid`. [`crate::Finding::name`] then gives the plain name.
    ///
    /// Malformed HTML is no error: it is read as a browser reads it, so an unclosed `<script>` hides all that follows. Costs one pass and a copy of the text.
    ///
    /// ```
    /// use competence_needs::{Document, Extractor, Stance};
    ///
    /// let html = "<p><strong>Kvalifikasjoner</strong></p><ul><li>gode sam&shy;arbeids&shy;evner</li><li>digital <em>kompetanse</em></li></ul>";
    /// let analysis = Extractor::curated().extract(Document::from_html(html));
    /// let found: Vec<_> = analysis.findings().iter().map(|f| (f.span().of(html), f.name())).collect();
    /// assert_eq!(found[0].0, "sam&shy;arbeids&shy;evner");
    /// assert_eq!(found[1], ("digital <em>kompetanse", Some("digital kompetanse")));
    /// assert_eq!(analysis.findings()[0].stance(), Stance::Required);
    /// ```
    #[cfg(feature = "html")]
    #[must_use]
    pub fn from_html(html: &'t str) -> Self {
        Self { shown: Some(crate::text::html::render(html)), ..Self::new(html) }
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

    /// The text that is read: as given, or what the HTML shows, one line a block and list items behind `•`.
    #[must_use]
    pub fn plain_text(&self) -> &str {
        #[cfg(feature = "html")]
        if let Some(shown) = &self.shown {
            return &shown.text;
        }
        self.text
    }

    /// From a span of [`Document::plain_text`] to one of [`Document::text`].
    pub(crate) fn source_span(&self, span: Span) -> Span {
        #[cfg(feature = "html")]
        if let Some(shown) = &self.shown {
            return shown.offsets.span(span.start, span.end);
        }
        span
    }

    pub(crate) fn known_genre(&self) -> Genre {
        self.genre
    }

    /// The sections the caller knows, in bytes of [`Document::plain_text`].
    pub(crate) fn known_sections(&self) -> Cow<'_, [KnownSection]> {
        #[cfg(feature = "html")]
        if let Some(shown) = &self.shown {
            let plain = |known: &KnownSection| KnownSection { span: shown.plain_span(known.span), kind: known.kind };
            return self.sections.iter().map(plain).collect();
        }
        Cow::Borrowed(&self.sections)
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
