//! [`Analysis`]: what one text says of competences.

use crate::candidates::CandidateKind;
use crate::document::Genre;
use crate::lexicon::{Concept, Lexicon};
use crate::matching::Form;
use crate::need::{Level, Stance};
use crate::span::Span;
use crate::text::layout::SectionKind;

/// One competence that the text names, and what it says of it. Offsets are bytes of the text as given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub(crate) concept: u32,
    pub(crate) span: Span,
    pub(crate) stance: Stance,
    pub(crate) rule: &'static str,
    pub(crate) cue: Option<Span>,
    pub(crate) level: Option<Level>,
    pub(crate) years: Option<u8>,
    pub(crate) holder: Option<Span>,
    pub(crate) source: Option<Span>,
    pub(crate) purpose: Option<Span>,
    pub(crate) form: Form,
    pub(crate) name: Option<Box<str>>,
    pub(crate) sentence: u32,
    pub(crate) section: Option<SectionKind>,
}

impl Finding {
    /// Where the mention stands.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// What the text says of the competence.
    #[must_use]
    pub fn stance(&self) -> Stance {
        self.stance
    }

    /// Whether it is a need: required, preferred, needed or important.
    #[must_use]
    pub fn is_need(&self) -> bool {
        self.stance.is_need()
    }

    /// The stable id of the rule that decided the stance: *needed/behov-for*.
    #[must_use]
    pub fn rule(&self) -> &'static str {
        self.rule
    }

    /// The words that decided the stance, where words did.
    #[must_use]
    pub fn cue(&self) -> Option<Span> {
        self.cue
    }

    /// The level of proficiency, where the text gives one.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.level
    }

    /// Years of experience asked for, where the text gives them.
    #[must_use]
    pub fn years(&self) -> Option<u8> {
        self.years
    }

    /// Whose need it is, where the text says so.
    #[must_use]
    pub fn holder(&self) -> Option<Span> {
        self.holder
    }

    /// Who says so, in quoted or reported speech.
    #[must_use]
    pub fn source(&self) -> Option<Span> {
        self.source
    }

    /// What the competence is needed for: the *for å …* clause.
    #[must_use]
    pub fn purpose(&self) -> Option<Span> {
        self.purpose
    }

    /// How the text writes the name.
    #[must_use]
    pub fn form(&self) -> Form {
        self.form
    }

    /// The name in full where the text cuts it short: *samarbeidsevner* for *samarbeids-*; or without the markup where HTML has some in its midst.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The kind of section it stands in, where a heading says so.
    #[must_use]
    pub fn section(&self) -> Option<SectionKind> {
        self.section
    }
}

/// What names a competence by its form but stands in no lexicon. Offsets are bytes of the text as given.
///
/// Only an extractor that was built with [`candidates`](crate::ExtractorBuilder::candidates) collects them. No candidate overlaps a finding or
/// another candidate. They are guesses, to show what a lexicon lacks and let it grow: about one in four is none.
///
/// ```
/// use competence_needs::{CandidateKind, Extractor, Stance};
///
/// let text = "Du har god heraldisk forståelse og evne til å spleise tau.";
/// let extractor = Extractor::builder().candidates(true).build();
/// let analysis = extractor.extract(text);
/// let [first, second] = analysis.candidates() else { panic!("two") };
/// assert_eq!(first.kind(), CandidateKind::Qualified);
/// assert_eq!(first.span().of(text), "heraldisk forståelse");
/// assert_eq!(second.span().of(text), "evne til å spleise tau");
/// assert_eq!(second.head().unwrap().of(text), "evne til å");
/// assert_eq!(second.named().of(text), "spleise tau");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub(crate) kind: CandidateKind,
    pub(crate) span: Span,
    pub(crate) head: Option<Span>,
    pub(crate) named: Span,
    pub(crate) key: Box<str>,
    pub(crate) stance: Stance,
    pub(crate) rule: &'static str,
    pub(crate) cue: Option<Span>,
    pub(crate) sentence: u32,
    pub(crate) section: Option<SectionKind>,
}

impl Candidate {
    /// What in its form makes it one.
    #[must_use]
    pub fn kind(&self) -> CandidateKind {
        self.kind
    }

    /// Where it stands, as a mention would: with its head or naming frame, without its carrier.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// The carrier (*erfaring med*), naming frame (*evne til å*) or head (*-kompetanse*), where it has one.
    #[must_use]
    pub fn head(&self) -> Option<Span> {
        self.head
    }

    /// The noun phrase or infinitive that is named, or the first part of the compound.
    #[must_use]
    pub fn named(&self) -> Span {
        self.named
    }

    /// The same for inflections and spellings of the same words, to group candidates by. No word of the language.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// What the text says of it.
    #[must_use]
    pub fn stance(&self) -> Stance {
        self.stance
    }

    /// Whether it is a need: required, preferred, needed or important.
    #[must_use]
    pub fn is_need(&self) -> bool {
        self.stance.is_need()
    }

    /// The stable id of the rule that decided the stance.
    #[must_use]
    pub fn rule(&self) -> &'static str {
        self.rule
    }

    /// The words that decided the stance, where words did.
    #[must_use]
    pub fn cue(&self) -> Option<Span> {
        self.cue
    }

    /// The kind of section it stands in, where a heading says so.
    #[must_use]
    pub fn section(&self) -> Option<SectionKind> {
        self.section
    }
}

/// What one text says of competences: an owned value, free of the text.
///
/// Its findings are ordered by start, end and concept. The same text and lexicon give the same analysis everywhere.
#[derive(Clone, Debug)]
pub struct Analysis {
    pub(crate) lexicon: Lexicon,
    pub(crate) genre: Genre,
    pub(crate) findings: Vec<Finding>,
    /// `None` where nobody asked for them.
    pub(crate) candidates: Option<Vec<Candidate>>,
    pub(crate) sentences: Vec<Span>,
    pub(crate) sections: Vec<(Span, SectionKind)>,
}

impl Analysis {
    /// The findings, in order of the text.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What names a competence by its form but stands in no lexicon, in order of the text; empty unless the extractor was built with
    /// [`candidates`](crate::ExtractorBuilder::candidates).
    #[must_use]
    pub fn candidates(&self) -> &[Candidate] {
        self.candidates.as_deref().unwrap_or_default()
    }

    /// The concept that a finding of this analysis names.
    #[must_use]
    pub fn concept(&self, finding: &Finding) -> &Concept {
        &self.lexicon.all()[finding.concept as usize]
    }

    /// The genre as given, or as guessed where it was [`Genre::Auto`].
    #[must_use]
    pub fn genre(&self) -> Genre {
        self.genre
    }

    /// The version of the lexicon it was made with.
    #[must_use]
    pub fn lexicon_version(&self) -> &str {
        self.lexicon.version()
    }

    /// The sentences, in order.
    #[must_use]
    pub fn sentences(&self) -> &[Span] {
        &self.sentences
    }

    /// The sentence a finding of this analysis stands in.
    #[must_use]
    pub fn sentence(&self, finding: &Finding) -> Span {
        self.sentences[finding.sentence as usize]
    }

    /// The sentence a candidate of this analysis stands in.
    #[must_use]
    pub fn candidate_sentence(&self, candidate: &Candidate) -> Span {
        self.sentences[candidate.sentence as usize]
    }

    /// The sections whose heading says what they are about, in order: each reaches to the next heading.
    #[must_use]
    pub fn sections(&self) -> &[(Span, SectionKind)] {
        &self.sections
    }

    /// One entry for each needed concept, in order of its first mention, with the findings that say so.
    #[must_use]
    pub fn needs(&self) -> Vec<Need<'_>> {
        let mut needs: Vec<Need<'_>> = Vec::new();
        for finding in self.findings.iter().filter(|finding| finding.is_need()) {
            match needs.iter_mut().find(|need| need.evidence[0].concept == finding.concept) {
                Some(need) => need.evidence.push(finding),
                None => needs.push(Need { concept: self.concept(finding), evidence: vec![finding] }),
            }
        }
        needs
    }
}

impl<'a> IntoIterator for &'a Analysis {
    type Item = &'a Finding;
    type IntoIter = std::slice::Iter<'a, Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.findings.iter()
    }
}

/// One needed concept and the findings that say so.
#[derive(Clone, Debug)]
pub struct Need<'a> {
    concept: &'a Concept,
    evidence: Vec<&'a Finding>,
}

impl<'a> Need<'a> {
    /// The concept.
    #[must_use]
    pub fn concept(&self) -> &'a Concept {
        self.concept
    }

    /// The findings that say it is needed, in order of the text; at least one.
    #[must_use]
    pub fn evidence(&self) -> &[&'a Finding] {
        &self.evidence
    }

    /// The strongest stance among the evidence: required before needed, preferred and important.
    #[must_use]
    pub fn stance(&self) -> Stance {
        let rank = |stance: Stance| match stance {
            Stance::Required => 0,
            Stance::Needed => 1,
            Stance::Preferred => 2,
            _ => 3,
        };
        self.evidence
            .iter()
            .map(|finding| finding.stance)
            .min_by_key(|&stance| rank(stance))
            .unwrap_or(Stance::Mentioned)
    }
}
