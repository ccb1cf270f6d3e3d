//! Runs a lexicon's own sentences: every hit must be found, every miss must not.

use crate::document::{Document, Genre};
use crate::extractor::Extractor;
use crate::lexicon::{Concept, Example};
use std::fmt;

/// A sentence of the lexicon that does not come out as it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    file: String,
    line: usize,
    concept: String,
    message: String,
}

impl Complaint {
    /// The lexicon file.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line of the sentence, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The id of the concept concerned.
    #[must_use]
    pub fn concept(&self) -> &str {
        &self.concept
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}", self.file, self.line, self.concept, self.message)
    }
}

/// A sentence without its marks, and where the marked stretches stand in it.
fn unmark(marked: &str) -> (String, Vec<std::ops::Range<usize>>) {
    let mut text = String::with_capacity(marked.len());
    let mut marks = Vec::new();
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once("[[") {
        text.push_str(before);
        let start = text.len();
        let (inside, behind) = after.split_once("]]").unwrap_or((after, ""));
        text.push_str(inside);
        marks.push(start..text.len());
        rest = behind;
    }
    text.push_str(rest);
    (text, marks)
}

/// The heading under which a sentence with this bullet runs.
fn context(sentence: &str) -> (&'static str, Genre) {
    if sentence.starts_with("• ") {
        ("Kvalifikasjoner\n", Genre::Ad)
    } else if sentence.starts_with("◦ ") {
        ("Arbeidsoppgaver\n", Genre::Ad)
    } else {
        ("", Genre::Article)
    }
}

impl Extractor {
    /// Runs the sentences that the lexicon gives for each concept and reports those that come out otherwise than it says.
    ///
    /// A sentence that begins with `• ` runs as an item under *Kvalifikasjoner* in an ad, one with `◦ ` as an item under *Arbeidsoppgaver*, every other as
    /// a paragraph of an article.
    #[must_use]
    pub fn check(&self) -> Vec<Complaint> {
        let mut out = Vec::new();
        for concept in self.lexicon().concepts() {
            let complain = |example: &Example, message| Complaint {
                file: example.file.to_string(),
                line: example.line,
                concept: concept.id().to_owned(),
                message,
            };
            for hit in &concept.details().hits {
                let (sentence, marks) = unmark(&hit.text);
                let found = self.spans_of(concept, &sentence);
                if marks.is_empty() {
                    out.push(complain(
                        hit,
                        format!("the hit «{}» marks nothing: put [[…]] round the mention", hit.text),
                    ));
                }
                for mark in marks {
                    if !found.iter().any(|(range, ours)| *ours && *range == mark) {
                        let seen: Vec<String> = found
                            .iter()
                            .filter(|(range, _)| range.start < mark.end && mark.start < range.end)
                            .map(|(range, ours)| {
                                let text = &sentence[range.clone()];
                                if *ours { format!("«{text}»") } else { format!("«{text}» as another concept") }
                            })
                            .collect();
                        let seen = if seen.is_empty() { "nothing".to_owned() } else { seen.join(", ") };
                        out.push(complain(hit, format!("hit «{}»: {seen} found for «{}»", hit.text, &sentence[mark])));
                    }
                }
            }
            for miss in &concept.details().misses {
                let (sentence, _) = unmark(&miss.text);
                for (range, _) in self.spans_of(concept, &sentence).into_iter().filter(|(_, ours)| *ours) {
                    out.push(complain(miss, format!("miss «{}»: «{}» found", miss.text, &sentence[range])));
                }
            }
        }
        out
    }

    /// What is found in a sentence of the lexicon, and whether it is the concept.
    fn spans_of(&self, concept: &Concept, sentence: &str) -> Vec<(std::ops::Range<usize>, bool)> {
        let (heading, genre) = context(sentence);
        let text = format!("{heading}{sentence}");
        let analysis = self.extract(Document::new(&text).genre(genre));
        let skip = heading.len();
        analysis
            .findings()
            .iter()
            .filter(|finding| finding.span().start >= skip)
            .map(|finding| {
                let span = finding.span();
                (span.start - skip..span.end - skip, analysis.concept(finding).id() == concept.id())
            })
            .collect()
    }
}
