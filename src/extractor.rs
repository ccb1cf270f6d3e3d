//! [`Extractor`]: the one place that wires the stages.

use crate::analysis::{Analysis, Finding};
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::lexicon::frames::Frames;
use crate::matching::{self, index::Index};
use crate::need;
use crate::span::Span;
use crate::text;
use once_cell::sync::Lazy;
use std::sync::Arc;

/// Finds competences in texts. Build it once and share it: it is immutable, `Send`, `Sync` and cheap to clone.
///
/// # Resource usage
/// Measured on one core of a busy two-core machine with `cargo run --release --example throughput`, which prints them for yours:
/// - First use of the curated extractor takes about 75 ms (one sixth of it reads TOML, the rest bends words and builds tables); it then
///   keeps 13 MB, which clones share.
/// - Running prose goes through at about 27 MB a second, a list of qualifications in which every twelfth word begins a finding at about 15;
///   documents of 2 KB as fast as long ones. Time is linear in the text, and no text made to be slow cost twice as much a byte as prose.
/// - A text needs some 30 times its own size for as long as it is worked on (`tests/memory.rs` holds it below 80); only its findings,
///   sentences and sections stay.
/// - Threads share one extractor without locks: two do 1.9 times the work of one. [`extract_all`](Self::extract_all) does so with the feature `rayon`.
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
        ExtractorBuilder { lexicon: None }
    }

    fn compile(lexicon: Lexicon) -> Self {
        let index = Arc::new(Index::build(&lexicon, Frames::get(), &need::markers()));
        Self { lexicon, index }
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
        let source = document.text();
        let prepared = text::prepare(source, document.known_genre(), document.known_sections());
        let matches = matching::find(&self.index, Frames::get(), source, &prepared);
        let verdicts = need::classify(&prepared, source, &matches);
        let span = |tokens: std::ops::Range<usize>| -> Option<Span> {
            let first = prepared.tokens.get(tokens.start)?;
            let last = prepared.tokens.get(tokens.end.checked_sub(1)?)?;
            // A suspended hyphen belongs to its word.
            let start = first.start as usize - usize::from(first.hyphen_before);
            Some(prepared.original(start, last.end as usize + usize::from(last.hyphen_after)))
        };
        let findings = matches.mentions.into_iter().zip(verdicts).map(|(mention, verdict)| Finding {
            concept: mention.concept,
            span: prepared.original(mention.folded.start, mention.folded.end),
            stance: verdict.stance,
            rule: verdict.rule,
            cue: verdict.cue.and_then(span),
            level: verdict.level,
            years: verdict.years,
            holder: verdict.holder.and_then(span),
            source: verdict.source.and_then(span),
            purpose: verdict.purpose.and_then(span),
            form: mention.form,
            name: mention.name.map(String::into_boxed_str),
            sentence: matches.sentence_of[mention.tokens.start],
            section: prepared.blocks[mention.block].section,
        });
        let findings = findings.collect();
        let sentences = matches.sentences.iter().map(|s| span(s.clone()).unwrap_or(Span::new(0, 0))).collect();
        Analysis {
            lexicon: self.lexicon.clone(),
            genre: prepared.genre,
            findings,
            sentences,
            sections: text::layout::sections(&prepared.blocks),
        }
    }
}

/// Builds an [`Extractor`].
#[derive(Clone, Debug)]
pub struct ExtractorBuilder {
    lexicon: Option<Lexicon>,
}

impl ExtractorBuilder {
    /// Uses this lexicon instead of the curated one.
    #[must_use]
    pub fn lexicon(mut self, lexicon: Lexicon) -> Self {
        self.lexicon = Some(lexicon);
        self
    }

    /// Compiles the lexicon. Costs some tens of milliseconds for one of the curated one's size.
    #[must_use]
    pub fn build(self) -> Extractor {
        match self.lexicon {
            Some(lexicon) => Extractor::compile(lexicon),
            None => Extractor::curated().clone(),
        }
    }
}
