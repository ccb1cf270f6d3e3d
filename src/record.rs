//! The serde contract: what an [`Analysis`] looks like to other programs.

use crate::analysis::{Analysis, Candidate, Finding};
use crate::candidates::CandidateKind;
use crate::document::Genre;
use crate::matching::Form;
use crate::need::{Level, Stance};
use crate::span::{OffsetUnit, Span};
use crate::text::layout::SectionKind;
use serde::{Deserialize, Serialize};

/// The version of the contract; it grows when a field changes its meaning or goes.
const SCHEMA: u32 = 1;

/// A serialisable copy of an analysis with the texts of its spans. Fields that do not apply are left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Record {
    /// Version of this contract.
    pub schema: u32,
    /// Version of the lexicon.
    pub lexicon: String,
    /// Unit of all offsets.
    pub unit: OffsetUnit,
    /// Genre, as given or guessed.
    pub genre: Genre,
    /// The findings, in order of the text.
    pub findings: Vec<FindingRecord>,
    /// What stands in no lexicon, in order of the text; left out where the extractor was not asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub candidates: Option<Vec<CandidateRecord>>,
}

/// One candidate: what names a competence by its form but stands in no lexicon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CandidateRecord {
    /// What in its form makes it one.
    pub kind: CandidateKind,
    /// First position.
    pub start: usize,
    /// One past its last position.
    pub end: usize,
    /// The candidate as the text has it.
    pub text: String,
    /// The carrier, naming frame or head.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head: Option<Quote>,
    /// The noun phrase, infinitive or first part that is named.
    pub named: Quote,
    /// The same for inflections and spellings of the same words.
    pub key: String,
    /// What the text says of it.
    pub stance: Stance,
    /// Whether that is a need.
    pub need: bool,
    /// The rule that decided.
    pub rule: String,
    /// The words that decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cue: Option<Quote>,
    /// The sentence it stands in.
    pub sentence: Place,
    /// The kind of section it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionKind>,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FindingRecord {
    /// Concept id.
    pub concept: String,
    /// The concept's preferred label.
    pub label: String,
    /// The concept's category.
    pub category: String,
    /// First position of the mention.
    pub start: usize,
    /// One past its last position.
    pub end: usize,
    /// The mention as the text has it.
    pub text: String,
    /// The mention in full, where the text cuts it short; else the text.
    pub name: String,
    /// What the text says of it.
    pub stance: Stance,
    /// Whether that is a need.
    pub need: bool,
    /// The rule that decided.
    pub rule: String,
    /// URIs of ESCO concepts that mean the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exact_match: Vec<String>,
    /// URIs of ESCO concepts that mean nearly the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub close_match: Vec<String>,
    /// The words that decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cue: Option<Quote>,
    /// Level of proficiency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Years of experience.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<u8>,
    /// Whose need it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<Quote>,
    /// Who says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Quote>,
    /// What it is needed for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Quote>,
    /// How the text writes the name.
    pub form: Form,
    /// The sentence it stands in.
    pub sentence: Place,
    /// The kind of section it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionKind>,
}

/// A stretch of the text with its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Quote {
    /// The words.
    pub text: String,
    /// First position.
    pub start: usize,
    /// One past the last position.
    pub end: usize,
}

/// A stretch of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Place {
    /// First position.
    pub start: usize,
    /// One past the last position.
    pub end: usize,
}

impl Analysis {
    /// The analysis as a serialisable record, offsets in bytes. `text` must be the text that was analysed.
    ///
    /// ```
    /// use competence_needs::Extractor;
    ///
    /// let text = "Vi søker deg som er nysgjerrig.";
    /// let record = Extractor::curated().extract(text).record(text);
    /// assert_eq!(record.findings[0].concept, "curiosity");
    /// ```
    #[must_use]
    pub fn record(&self, text: &str) -> Record {
        self.record_in(text, OffsetUnit::Bytes)
    }

    /// The same with offsets in another unit.
    #[must_use]
    pub fn record_in(&self, text: &str, unit: OffsetUnit) -> Record {
        let mut counter = Counter { text, unit, last: (0, 0) };
        Record {
            schema: SCHEMA,
            lexicon: self.lexicon_version().to_owned(),
            unit,
            genre: self.genre(),
            findings: self.findings().iter().map(|finding| self.finding_record(finding, &mut counter)).collect(),
            candidates: self.candidates.as_ref().map(|candidates| {
                candidates.iter().map(|candidate| self.candidate_record(candidate, &mut counter)).collect()
            }),
        }
    }

    fn candidate_record(&self, candidate: &Candidate, counter: &mut Counter<'_>) -> CandidateRecord {
        let place = counter.place(candidate.span());
        CandidateRecord {
            kind: candidate.kind(),
            start: place.start,
            end: place.end,
            text: candidate.span().of(counter.text).to_owned(),
            head: candidate.head().map(|head| counter.quote(head)),
            named: counter.quote(candidate.named()),
            key: candidate.key().to_owned(),
            stance: candidate.stance(),
            need: candidate.is_need(),
            rule: candidate.rule().to_owned(),
            cue: candidate.cue().map(|cue| counter.quote(cue)),
            sentence: counter.place(self.candidate_sentence(candidate)),
            section: candidate.section(),
        }
    }

    fn finding_record(&self, finding: &Finding, counter: &mut Counter<'_>) -> FindingRecord {
        let concept = self.concept(finding);
        let text = finding.span().of(counter.text).to_owned();
        let place = counter.place(self.sentence(finding));
        let span = counter.place(finding.span());
        let mut quote = |span: Option<Span>| span.map(|span| counter.quote(span));
        FindingRecord {
            concept: concept.id().to_owned(),
            label: concept.label().to_owned(),
            category: concept.category().to_owned(),
            start: span.start,
            end: span.end,
            name: finding.name().map_or_else(|| text.clone(), str::to_owned),
            text,
            stance: finding.stance(),
            need: finding.is_need(),
            rule: finding.rule().to_owned(),
            exact_match: concept.exact_match().map(str::to_owned).collect(),
            close_match: concept.close_match().map(str::to_owned).collect(),
            cue: quote(finding.cue()),
            level: finding.level(),
            years: finding.years(),
            holder: quote(finding.holder()),
            source: quote(finding.source()),
            purpose: quote(finding.purpose()),
            form: finding.form(),
            sentence: place,
            section: finding.section(),
        }
    }
}

/// Counts positions in the unit asked for, going on from the last position, so that a whole record costs about one pass.
struct Counter<'t> {
    text: &'t str,
    unit: OffsetUnit,
    /// Byte offset and count in the unit.
    last: (usize, usize),
}

impl Counter<'_> {
    fn at(&mut self, byte: usize) -> usize {
        if self.unit == OffsetUnit::Bytes {
            return byte;
        }
        let (from, count) = if byte >= self.last.0 { self.last } else { (0, 0) };
        let count = count + Span::new(from, byte).convert_len(self.text, self.unit);
        self.last = (byte, count);
        count
    }

    fn place(&mut self, span: Span) -> Place {
        Place { start: self.at(span.start), end: self.at(span.end) }
    }

    fn quote(&mut self, span: Span) -> Quote {
        let Place { start, end } = self.place(span);
        Quote { text: span.of(self.text).to_owned(), start, end }
    }
}
