//! Runs the matching again and reads off it what happened.

use super::{Explanation, Grounds, Licence, Reason, Rejected, TermSource};
use crate::document::Document;
use crate::extractor::Extractor;
use crate::lexicon::frames::Frames;
use crate::lexicon::term::{self, Bend, Element};
use crate::lexicon::{Concept, Grade, List, paradigm::Paradigms};
use crate::matching::{self, Around, Form, Matches, Mention, Proposal, index::Index};
use crate::span::Span;
use crate::text::layout::{BlockKind, SectionKind};
use crate::text::{self, Prepared};
use std::ops::Range;

pub(super) fn explain(extractor: &Extractor, document: Document<'_>, span: Span) -> Explanation {
    let source = document.plain_text();
    let prepared = text::prepare(source, document.known_genre(), &document.known_sections());
    let (matches, around) =
        matching::find(extractor.index(), Frames::get(), source, &prepared, extractor.options(true));
    let analysis = extractor.extract(document.clone());
    let mut explanation = Explanation { found: Vec::new(), rejected: Vec::new(), text: document.text().to_owned() };
    let Some(around) = around else { return explanation };
    let trace = Trace {
        concepts: extractor.lexicon().all(),
        index: extractor.index(),
        document: &document,
        prepared: &prepared,
        matches: &matches,
        around: &around,
    };
    for (mention, finding) in matches.mentions.iter().zip(analysis.findings()) {
        if finding.span().overlaps(span) {
            explanation.found.push(trace.grounds(mention, finding.clone()));
        }
    }
    for proposal in around.found.terms.iter().filter(|p| trace.span(&p.own).overlaps(span)) {
        if let Some(reason) = trace.rejection(proposal) {
            explanation.rejected.push(Rejected {
                concept: trace.id(proposal.concept),
                span: trace.span(&proposal.own),
                term: trace.term(proposal),
                reason,
            });
        }
    }
    trace.boundaries(span, &mut explanation.rejected);
    explanation.rejected.sort_by(|a, b| (a.span, &a.concept).cmp(&(b.span, &b.concept)));
    explanation.rejected.dedup_by(|a, b| (a.span, &a.concept, &a.reason) == (b.span, &b.concept, &b.reason));
    explanation
}

/// One run of the matching.
struct Trace<'a> {
    concepts: &'a [Concept],
    index: &'a Index,
    document: &'a Document<'a>,
    prepared: &'a Prepared,
    matches: &'a Matches,
    around: &'a Around<'a>,
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

impl Trace<'_> {
    /// The bytes of the text as given behind a folded range.
    fn original(&self, start: usize, end: usize) -> Span {
        self.document.source_span(self.prepared.original(start, end))
    }

    fn span(&self, tokens: &Range<usize>) -> Span {
        match (
            self.prepared.tokens.get(tokens.start),
            tokens.end.checked_sub(1).and_then(|i| self.prepared.tokens.get(i)),
        ) {
            (Some(first), Some(last)) => self.original(first.start as usize, last.end as usize),
            _ => Span::new(0, 0),
        }
    }

    fn id(&self, concept: u32) -> String {
        self.concepts[concept as usize].id().to_owned()
    }

    /// The proposal that became the mention.
    fn proposal(&self, mention: &Mention) -> Option<&Proposal> {
        let fits = |p: &&Proposal| {
            p.concept == mention.concept && p.own.end == mention.tokens.end && p.own.start >= mention.tokens.start
        };
        self.around.found.terms.iter().filter(fits).max_by_key(|p| (p.own.len(), p.grade, p.term.is_some()))
    }

    fn grounds(&self, mention: &Mention, finding: crate::analysis::Finding) -> Grounds {
        let proposal = self.proposal(mention);
        let frame = match (mention.form, proposal) {
            (Form::Open, _) => self
                .around
                .found
                .open
                .iter()
                .filter(|(_, lead)| lead.start == mention.tokens.start)
                .max_by_key(|(_, lead)| lead.end)
                .map(|(_, lead)| self.span(lead)),
            (_, Some(p)) if p.own.start > mention.tokens.start => Some(self.span(&(mention.tokens.start..p.own.start))),
            (_, Some(p)) if p.term.is_none() => self.head(p),
            _ => None,
        };
        Grounds {
            concept: self.id(mention.concept),
            term: proposal.filter(|_| mention.form != Form::Open).and_then(|p| self.term(p)),
            frame,
            licence: proposal.map_or(Licence::Strong, |p| self.licence(p)),
            finding,
        }
    }

    /// The head of a compound, where it stands in the same word.
    fn head(&self, p: &Proposal) -> Option<Span> {
        let token = &self.prepared.tokens[p.own.start];
        let first = self.first_part(p)?;
        let start = token.start as usize + first.len();
        (start < token.end as usize).then(|| self.original(start, token.end as usize))
    }

    /// The first part of a compound.
    fn first_part(&self, p: &Proposal) -> Option<&str> {
        let word = self.prepared.word(&self.prepared.tokens[p.own.start]);
        let whole = (word.len(), self.index.stems(word));
        let parts = self.index.beginnings(word);
        let longest = parts.iter().filter(|(_, stem)| stem.concept == p.concept).map(|&(len, _)| len).max();
        let alone = whole.1.into_iter().any(|stem| stem.concept == p.concept).then_some(whole.0);
        word.get(..longest.or(alone)?)
    }

    fn term(&self, p: &Proposal) -> Option<TermSource> {
        let concept = &self.concepts[p.concept as usize];
        let entry = match p.term {
            Some(term) => concept.details().terms.get(term as usize)?,
            None => {
                let first = self.first_part(p)?;
                let names = |text: &str| {
                    let spellings = Paradigms::get().spellings(&text.trim_matches('~').to_lowercase());
                    let joints = ["", "s", "e"];
                    spellings.iter().any(|s| joints.iter().any(|joint| first.strip_suffix(joint) == Some(s)))
                };
                let stems = |list: List| matches!(list, List::Stem | List::Noun | List::Acronym);
                concept.details().terms.iter().filter(|term| stems(term.list)).find(|term| names(&term.text))?
            }
        };
        let words = term::elements(&entry.text, entry.list).unwrap_or_default();
        let bends = |element: &Element| match element {
            Element::Word(word) => match &word.bend {
                Bend::Class(class, like) => {
                    let name = Paradigms::get().name(&word.text, *class, like.as_deref())?;
                    Some((word.text.clone(), name.to_owned()))
                }
                _ => None,
            },
            _ => None,
        };
        Some(TermSource {
            text: entry.text.clone(),
            file: entry.file.to_string(),
            line: entry.line,
            list: entry.list.key(),
            grade: entry.grade,
            paradigms: words.iter().filter_map(bends).collect(),
        })
    }

    fn licence(&self, p: &Proposal) -> Licence {
        if p.grade == Grade::Strong {
            return Licence::Strong;
        }
        let at = p.own.start;
        let s = self.matches.sentences.partition_point(|sentence| sentence.end <= at);
        let sentence = self.matches.sentences.get(s).cloned().unwrap_or(at..at + 1);
        let found = &self.around.found;
        let before = |range: &&Range<usize>| range.end <= at && range.start >= sentence.start;
        let carrier =
            found.carriers.iter().chain(&found.naming).filter(before).max_by_key(|range| (range.end, range.len()));
        if let Some(carrier) = carrier {
            return Licence::Carrier(self.span(carrier));
        }
        if self.block(at).is_some_and(|block| matching::licenses(block, self.prepared.genre)) {
            return Licence::Section;
        }
        match found.licences.iter().find(|range| overlap(range, &sentence)) {
            Some(word) => Licence::Word(self.span(word)),
            None => Licence::Conjunct,
        }
    }

    fn block(&self, at: usize) -> Option<&text::layout::Block> {
        let b = self.prepared.blocks.partition_point(|block| block.tokens.end <= at);
        self.prepared.blocks.get(b)
    }

    /// Why the proposal is no finding; `None` where it is one, or says the same as one.
    fn rejection(&self, p: &Proposal) -> Option<Reason> {
        let covers = |m: &&Mention| overlap(&m.tokens, &p.own);
        let winner = self.matches.mentions.iter().find(covers);
        if winner.is_some_and(|m| m.concept == p.concept) {
            return None;
        }
        let found = &self.around.found;
        let excluded = found.exclusions.iter().zip(&found.exclusion_sources);
        let excluded = excluded.filter(|((concept, range), _)| *concept == p.concept && overlap(range, &p.own));
        if let Some((_, &source)) = excluded.max_by_key(|((_, range), source)| (range.len(), **source)) {
            let exclusion = &self.concepts[p.concept as usize].details().exclusions[source as usize];
            return Some(Reason::Excluded { phrase: exclusion.phrase.clone(), why: exclusion.reason.clone() });
        }
        let admitted = self.around.admitted.iter().any(|m| m.concept == p.concept && overlap(&m.tokens, &p.own));
        if let (true, Some(winner)) = (admitted, winner) {
            let at = self.original(winner.folded.start, winner.folded.end);
            return Some(Reason::Beaten { by: self.id(winner.concept), at });
        }
        let block = self.block(p.own.start)?;
        let outside = !matches!(block.kind, BlockKind::Item | BlockKind::Paragraph);
        if outside || (block.section == Some(SectionKind::Contact) && p.grade < Grade::Strong) {
            return Some(Reason::Place);
        }
        let carries = |carrier: &Range<usize>| {
            carrier.start <= p.own.start && p.own.end <= carrier.end && carrier.len() > p.own.len()
        };
        let bare = p.list == List::Adjective || p.grade == Grade::Carried;
        if bare && found.carriers.iter().any(carries) {
            return Some(Reason::Carries);
        }
        Some(Reason::Unlicensed(p.grade))
    }

    /// Words in the span that begin like a term but go on otherwise.
    fn boundaries(&self, span: Span, out: &mut Vec<Rejected>) {
        for (i, token) in self.prepared.tokens.iter().enumerate().filter(|(_, token)| token.is_word()) {
            let at = self.span(&(i..i + 1));
            let known =
                self.matches.mentions.iter().map(|m| &m.tokens).chain(self.around.found.terms.iter().map(|p| &p.reach));
            if !at.overlaps(span) || known.into_iter().any(|tokens| tokens.contains(&i)) {
                continue;
            }
            let word = self.prepared.word(token);
            let parts = self.index.beginnings(word);
            let longest = parts.iter().map(|&(len, _)| len).max().filter(|&len| word[..len].chars().count() > 3);
            for &(len, stem) in parts.iter().filter(|&&(len, _)| Some(len) == longest) {
                out.push(Rejected {
                    concept: self.id(stem.concept),
                    span: self.original(token.start as usize, token.start as usize + len),
                    term: None,
                    reason: Reason::Boundary { word: word.to_owned() },
                });
            }
        }
    }
}
