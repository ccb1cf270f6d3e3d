//! [`Extractor`]: the one place that wires the stages.

use crate::analysis::{Analysis, Candidate, Finding};
use crate::candidates;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::lexicon::frames::Frames;
use crate::matching::{self, index::Index};
use crate::need;
use crate::span::Span;
use crate::stored;
use crate::text;
use once_cell::sync::Lazy;
use std::sync::Arc;

/// Finds competences in texts. Build it once and share it: it is immutable, `Send`, `Sync` and cheap to clone.
///
/// # Resource usage
/// `cargo run --release --example throughput` measures it on your machine. On an idle two-core machine first use of the curated extractor took
/// 420 to 450 ms; it then keeps 25 MB, which clones share. Running prose went through at 14 to 18 MB a second, a list of qualifications in which
/// every twelfth word begins a finding at 6 to 7. Time is linear in the text, whatever the text. `tests/memory.rs` holds what
/// a text needs while it is worked on below 80 times its size; only its findings, sentences and sections stay. Threads share one extractor
/// without locks; [`extract_all`](Self::extract_all) uses all cores with the feature `rayon`.
///
/// ```
/// use competence_needs::Extractor;
///
/// let text = "Vi søker deg som har gode samarbeidsevner.";
/// let analysis = Extractor::curated().extract(text);
/// let finding = &analysis.findings()[0];
/// assert_eq!(finding.span().of(text), "samarbeidsevner");
/// assert_eq!(analysis.concept(finding).id(), "collaboration");
/// ```
#[derive(Clone, Debug)]
pub struct Extractor {
    lexicon: Lexicon,
    index: Arc<Index>,
    candidates: bool,
    tolerant: bool,
}

static CURATED: Lazy<Extractor> = Lazy::new(|| Extractor::compile(Lexicon::curated().clone()));

impl Extractor {
    /// The extractor of the curated lexicon: built on first use, then shared.
    #[must_use]
    pub fn curated() -> &'static Self {
        &CURATED
    }

    /// Begins to build an extractor with a lexicon of your own.
    #[must_use]
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder { lexicon: None, candidates: false, tolerant: false }
    }

    fn compile(lexicon: Lexicon) -> Self {
        let stored = lexicon.is_curated().then(stored::index).flatten();
        let index = stored.unwrap_or_else(|| Index::build(&lexicon, Frames::get(), &need::markers()));
        let index = Arc::new(index);
        Self { lexicon, index, candidates: false, tolerant: false }
    }

    pub(crate) fn index(&self) -> &Index {
        &self.index
    }

    pub(crate) fn options(&self, around: bool) -> matching::Options {
        matching::Options { around, tolerant: self.tolerant }
    }

    /// The lexicon it was built with.
    #[must_use]
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The matching stage alone, from the fold to the proposals: how many there are. For the benches; each line counts as a block.
    #[doc(hidden)]
    #[must_use]
    pub fn proposals(&self, text: &str) -> usize {
        let prepared = text::prepare_lines(text);
        matching::propose(&self.index, text, &prepared)
    }

    /// Finds the competences that a text names. Never fails, on any string; linear in its length.
    #[must_use]
    pub fn extract<'t>(&self, document: impl Into<Document<'t>>) -> Analysis {
        let document = document.into();
        let source = document.plain_text();
        let prepared = text::prepare(source, document.known_genre(), &document.known_sections());
        let (matches, around) =
            matching::find(&self.index, Frames::get(), source, &prepared, self.options(self.candidates));
        let verdicts = need::classify(&prepared, source, &matches);
        let span = |tokens: std::ops::Range<usize>| -> Option<Span> {
            let first = prepared.tokens.get(tokens.start)?;
            let last = prepared.tokens.get(tokens.end.checked_sub(1)?)?;
            // A suspended hyphen belongs to its word.
            let start = first.start as usize - usize::from(first.hyphen_before);
            let span = prepared.original(start, last.end as usize + usize::from(last.hyphen_after));
            Some(document.source_span(span))
        };
        let sentence = |token: usize| u32::try_from(matches.sentence_at(token)).unwrap_or(u32::MAX);
        let candidates = around.map(|around| {
            let original =
                |folded: std::ops::Range<usize>| document.source_span(prepared.original(folded.start, folded.end));
            let found = candidates::find(&prepared, source, &matches, &around);
            let candidates = found.into_iter().map(|(proposed, verdict)| Candidate {
                kind: proposed.kind,
                span: original(proposed.folded),
                key: candidates::key(&prepared.folded[proposed.named.clone()]).into_boxed_str(),
                head: proposed.head.map(original),
                named: original(proposed.named),
                stance: verdict.stance,
                rule: verdict.rule,
                cue: verdict.cue.and_then(span),
                sentence: sentence(proposed.tokens.start),
                section: prepared.blocks[proposed.block].section,
            });
            candidates.collect()
        });
        let findings = matches.mentions.iter().zip(verdicts).map(|(mention, verdict)| {
            let plain = prepared.original(mention.folded.start, mention.folded.end);
            let place = document.source_span(plain);
            // Markup in the midst of a name hides it.
            let hidden = place.of(document.text()) != plain.of(source);
            Finding {
                concept: mention.concept,
                span: place,
                stance: verdict.stance,
                rule: verdict.rule,
                cue: verdict.cue.and_then(span),
                level: verdict.level,
                years: verdict.years,
                holder: verdict.holder.and_then(span),
                source: verdict.source.and_then(span),
                purpose: verdict.purpose.and_then(span),
                form: mention.form,
                name: mention
                    .name
                    .clone()
                    .or_else(|| hidden.then(|| plain.of(source).replace('\u{ad}', "")))
                    .map(String::into_boxed_str),
                sentence: sentence(mention.tokens.start),
                section: prepared.blocks[mention.block].section,
            }
        });
        let findings = findings.collect();
        let sentences = matches.sentences.iter().map(|s| span(s.clone()).unwrap_or(Span::new(0, 0))).collect();
        let sections = text::layout::sections(&prepared.blocks);
        let sections = sections.into_iter().map(|(span, kind)| (document.source_span(span), kind)).collect();
        Analysis { lexicon: self.lexicon.clone(), genre: prepared.genre, findings, candidates, sentences, sections }
    }
}

/// Builds an [`Extractor`].
#[derive(Clone, Debug)]
pub struct ExtractorBuilder {
    lexicon: Option<Lexicon>,
    candidates: bool,
    tolerant: bool,
}

impl ExtractorBuilder {
    /// Uses this lexicon instead of the curated one.
    #[must_use]
    pub fn lexicon(mut self, lexicon: Lexicon) -> Self {
        self.lexicon = Some(lexicon);
        self
    }

    /// Also collects what names a competence by its form but stands in no lexicon: [`Analysis::candidates`]. The findings stay the
    /// same. Off by default; an extraction that collects candidates runs the need stage twice.
    ///
    /// ```
    /// use competence_needs::Extractor;
    ///
    /// let text = "Vi søker deg som har erfaring med garnrensing.";
    /// let analysis = Extractor::builder().candidates(true).build().extract(text);
    /// assert!(analysis.findings().is_empty());
    /// assert_eq!(analysis.candidates()[0].span().of(text), "garnrensing");
    /// ```
    #[must_use]
    pub fn candidates(mut self, collect: bool) -> Self {
        self.candidates = collect;
        self
    }

    /// Also finds words that miss a form of the lexicon by one slip: *aa* for *å*, *oe* for *ø*, *ae* for *æ*, a letter doubled or not, an *s* too
    /// many or too few in a compound, or, in a word of at least eight letters, one letter that is wrong, left out, added or
    /// swapped, the first and the ending aside. Such findings have [`Form::Misspelled`](crate::Form::Misspelled) and the right spelling as their name. Off by default: some
    /// of what it finds is another word that was meant.
    ///
    /// ```
    /// use competence_needs::{Extractor, Form};
    ///
    /// let text = "Vi søker deg som har gode samarbiedsevner.";
    /// let analysis = Extractor::builder().tolerant(true).build().extract(text);
    /// let finding = &analysis.findings()[0];
    /// assert_eq!(finding.form(), Form::Misspelled);
    /// assert_eq!((finding.span().of(text), finding.name()), ("samarbiedsevner", Some("samarbeidsevner")));
    /// ```
    #[must_use]
    pub fn tolerant(mut self, tolerant: bool) -> Self {
        self.tolerant = tolerant;
        self
    }

    /// Compiles the lexicon. Costs some tens of milliseconds for one of the curated one's size.
    #[must_use]
    pub fn build(self) -> Extractor {
        let extractor = match self.lexicon {
            Some(lexicon) => Extractor::compile(lexicon),
            None => Extractor::curated().clone(),
        };
        Extractor { candidates: self.candidates, tolerant: self.tolerant, ..extractor }
    }
}
