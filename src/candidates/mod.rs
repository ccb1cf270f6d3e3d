//! What names a competence by its form but stands in no lexicon: candidates for it.

mod phrase;
mod propose;
mod sought;
mod words;

use crate::matching::{Around, Form, Matches, Mention};
use crate::need::{self, Stance, Verdict};
use crate::text::Prepared;
use phrase::Reader;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What in its form makes a phrase name a competence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum CandidateKind {
    /// A carrier stands before it: *erfaring med **garnrensing***.
    Carried,
    /// A naming frame stands before it and belongs to it: *evne til å spleise tau*.
    Framed,
    /// A compound on a head: *seilmakerkompetanse*.
    Compound,
    /// An adjective before a head: *heraldisk bakgrunn*.
    Qualified,
    /// A profession as the qualification, or one that is scarce: *mangel på fiskehelsebiologer*.
    Profession,
    /// A list item under qualifications or duties: *• Garnrensing*.
    Item,
    /// A word coordinated with competences: *ærlig og **ordentlig***.
    Conjunct,
}

/// One candidate. Token ranges are half-open.
#[derive(Clone, Debug)]
pub(crate) struct Proposed {
    pub(crate) kind: CandidateKind,
    pub(crate) tokens: Range<usize>,
    /// Bytes of the folded text.
    pub(crate) folded: Range<usize>,
    /// The carrier, frame or head, in bytes of the folded text.
    pub(crate) head: Option<Range<usize>>,
    /// What is named, in bytes of the folded text.
    pub(crate) named: Range<usize>,
    pub(crate) block: usize,
}

/// Finds the candidates of a text, in order, with what it says of each. Linear in the text; the findings stay as they are.
pub(crate) fn find(
    prepared: &Prepared,
    text: &str,
    matches: &Matches,
    around: &Around<'_>,
) -> Vec<(Proposed, Verdict)> {
    let reader = Reader::new(prepared, text, around, matches);
    let mut proposed = propose::propose(&reader, matches);
    resolve(&mut proposed);
    let verdicts = classify(prepared, text, matches, &proposed);
    proposed.into_iter().zip(verdicts).filter(|(p, verdict)| stands(&reader, p, verdict)).collect()
}

/// The key under which candidates that differ only in inflection or spelling meet.
pub(crate) fn key(name: &str) -> String {
    words::key(name)
}

/// Keeps, of candidates that overlap, the longest, then the one that says more of itself: a head before a carrier.
fn resolve(proposed: &mut Vec<Proposed>) {
    let rank = |kind| match kind {
        CandidateKind::Compound | CandidateKind::Qualified => 0,
        CandidateKind::Framed => 1,
        CandidateKind::Carried => 2,
        CandidateKind::Profession => 3,
        CandidateKind::Item => 4,
        CandidateKind::Conjunct => 5,
    };
    proposed.sort_by_key(|p| (std::cmp::Reverse(p.tokens.len()), rank(p.kind), p.tokens.start));
    let tokens = proposed.iter().map(|p| p.tokens.end).max().unwrap_or(0);
    let mut taken = vec![false; tokens];
    proposed.retain(|p| {
        let free = !taken[p.tokens.clone()].iter().any(|&taken| taken);
        if free {
            taken[p.tokens.clone()].fill(true);
        }
        free
    });
    proposed.sort_by_key(|p| p.tokens.start);
}

/// Runs the need stage over findings and candidates together, and gives the candidates' verdicts.
fn classify(prepared: &Prepared, text: &str, matches: &Matches, proposed: &[Proposed]) -> Vec<Verdict> {
    let mut mentions = matches.mentions.clone();
    mentions.extend(proposed.iter().map(|p| Mention {
        concept: u32::MAX,
        folded: p.folded.clone(),
        tokens: p.tokens.clone(),
        block: p.block,
        form: Form::Inflected,
        name: None,
    }));
    mentions.sort_by_key(|mention| (mention.folded.start, mention.folded.end));
    let all = Matches { mentions, ..matches.clone() };
    let verdicts = need::classify(prepared, text, &all);
    all.mentions.iter().zip(verdicts).filter(|(mention, _)| mention.concept == u32::MAX).map(|(_, v)| v).collect()
}

/// A profession counts where it is asked for or lacking, a conjunct where something is said of it.
fn stands(reader: &Reader<'_>, p: &Proposed, verdict: &Verdict) -> bool {
    match p.kind {
        CandidateKind::Profession => sought::is_sought(reader, p, verdict),
        CandidateKind::Conjunct => verdict.stance != Stance::Mentioned,
        _ => true,
    }
}
