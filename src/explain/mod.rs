//! Why a stretch of text gave the findings it gave, and why others were turned away.

mod show;
mod trace;

use crate::analysis::Finding;
use crate::document::Document;
use crate::extractor::Extractor;
use crate::lexicon::Grade;
use crate::span::Span;

/// The term of a lexicon that was read, and where to find it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TermSource {
    /// As written in the lexicon.
    pub text: String,
    /// The file, by the name it was read under.
    pub file: String,
    /// The line in it.
    pub line: usize,
    /// The list it stands in: `nouns`, `verbs`, …
    pub list: &'static str,
    /// How freely it may stand.
    pub grade: Grade,
    /// How its words bend: each with the paradigm, or the irregular word, that it bends like.
    pub paradigms: Vec<(String, String)>,
}

/// What lets a term stand that may not stand anywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Licence {
    /// Its grade: it needs none.
    Strong,
    /// A carrier before it: *erfaring med*.
    Carrier(Span),
    /// A word of demand or task in its sentence: *vi søker*.
    Word(Span),
    /// The demand or duty section of an ad.
    Section,
    /// A mention in the same coordination.
    Conjunct,
}

/// Why there is a finding, and why it has its stance. Spans are bytes of the text as given.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Grounds {
    /// The finding itself, with the rule and the cue of its stance.
    pub finding: Finding,
    /// The id of its concept.
    pub concept: String,
    /// The term it was read by; for a compound the noun or stem that its first part is. `None` for an open frame.
    pub term: Option<TermSource>,
    /// The naming frame before the term (*evne til å*), the head of its compound (*-kompetanse*), or the lead of an open frame.
    pub frame: Option<Span>,
    /// What let it stand.
    pub licence: Licence,
}

/// Why something that could have been a finding is none.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// An exclusion of its concept covers it: the words mean something else there.
    Excluded {
        /// The exclusion, as written.
        phrase: String,
        /// The reason that the lexicon gives.
        why: String,
    },
    /// A longer or freer mention of another concept won.
    Beaten {
        /// Its concept.
        by: String,
        /// Its place.
        at: Span,
    },
    /// The words are part of a carrier (*trygg på*), and name nothing themselves.
    Carries,
    /// It stands in a title, heading, page header or among the contacts.
    Place,
    /// Its grade asks for a licence, and there is none; or it is a name.
    Unlicensed(Grade),
    /// The word goes on where the term ends, in no way that the term allows.
    Boundary {
        /// The whole word.
        word: String,
    },
}

/// Something that could have been a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rejected {
    /// The id of its concept.
    pub concept: String,
    /// Where it stands.
    pub span: Span,
    /// The term, where it is known.
    pub term: Option<TermSource>,
    /// Why it is none.
    pub reason: Reason,
}

/// What was found and what was turned away in a stretch of text. `Display` tells it in English, a line each.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Explanation {
    /// The findings that touch the span, in order.
    pub found: Vec<Grounds>,
    /// What lost there, in order.
    pub rejected: Vec<Rejected>,
    /// The text explained, for the words of the spans.
    text: String,
}

impl Extractor {
    /// Says why `span` of the document gave the findings it gave: the term with its file and line, the frame, the paradigm, the licence, the
    /// rule and the cue of the stance; and what else could have been found there and why it was not.
    ///
    /// It analyses the whole document twice, once with a trace, and looks at everything in the text for each thing in the span, so ask for
    /// short spans of long texts; [`Extractor::extract`] pays nothing for it. A span that does not lie in the text explains nothing.
    ///
    /// ```
    /// use competence_needs::{Extractor, Span};
    ///
    /// let text = "Vi trenger folk med evne til å samarbeide.";
    /// let explanation = Extractor::curated().explain(text, Span::new(0, text.len()));
    /// let grounds = &explanation.found[0];
    /// assert_eq!(grounds.concept, "collaboration");
    /// assert_eq!(grounds.frame.unwrap().of(text), "evne til å");
    /// let term = grounds.term.as_ref().unwrap();
    /// assert_eq!((term.text.as_str(), term.list), ("samarbeide", "verbs"));
    /// assert_eq!(term.file, "collaboration.toml");
    /// println!("{explanation}");
    /// ```
    #[must_use]
    pub fn explain<'t>(&self, document: impl Into<Document<'t>>, span: Span) -> Explanation {
        trace::explain(self, document.into(), span)
    }
}
