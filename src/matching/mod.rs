//! From a prepared text and a compiled lexicon to mentions.

mod admission;
mod atoms;
mod compile;
mod coordination;
mod dictionary;
pub(crate) mod index;
mod overlap;
mod proposals;
mod trie;
mod walk;

use crate::lexicon::frames::Frames;
use crate::text::{Prepared, sentences};
use index::Index;
pub(crate) use index::Marker;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// How the text writes the name it uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Form {
    /// As a term of the lexicon, in any of its inflections.
    Inflected,
    /// In a naming frame: *evne til å samarbeide*.
    Framed,
    /// As a compound of a stem and a head: *geodatakompetanse*.
    Compound,
    /// Cut short in a coordination: *samarbeids-* og kommunikasjonsevner.
    Elliptical,
    /// An open frame that runs to the end of its noun phrase: *erfaring fra hjemmetjenesten*.
    Open,
    /// A misspelling that the lexicon knows.
    Misspelled,
}

/// One admitted mention. Token ranges are half-open.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    /// Index into the lexicon's concepts.
    pub(crate) concept: u32,
    /// Bytes of the folded text.
    pub(crate) folded: Range<usize>,
    pub(crate) tokens: Range<usize>,
    /// The block it stands in.
    pub(crate) block: usize,
    pub(crate) form: Form,
    /// The name in full, where the text cuts it short.
    pub(crate) name: Option<String>,
}

/// What stands in a text.
pub(crate) struct Matches {
    /// Ordered by start, end and concept.
    pub(crate) mentions: Vec<Mention>,
    /// Marker ids and token ranges, ordered by start.
    pub(crate) markers: Vec<(u32, Range<usize>)>,
    /// Token ranges.
    pub(crate) sentences: Vec<Range<usize>>,
    /// The sentence of each token.
    pub(crate) sentence_of: Vec<u32>,
    /// The sentences, by index and in order, in which all markers were looked for: those that hold a mention or bear on one. In the others
    /// stand only the markers that are wanted everywhere.
    pub(crate) active: Vec<usize>,
}

impl Matches {
    /// The index of the sentence that holds the token; behind the last token, the number of sentences.
    pub(crate) fn sentence_at(&self, token: usize) -> usize {
        self.sentence_of.get(token).map_or(self.sentences.len(), |&s| s as usize)
    }

    /// The active sentences.
    pub(crate) fn active(&self) -> impl Iterator<Item = Range<usize>> {
        self.active.iter().map(|&s| self.sentences[s].clone())
    }
}

/// Finds the mentions in a prepared text.
pub(crate) fn find(index: &Index, frames: &Frames, text: &str, prepared: &Prepared) -> Matches {
    let abbreviations = &frames.sentences.abbreviations;
    let sentences =
        sentences::split(&prepared.folded, &prepared.tokens, |word| abbreviations.iter().any(|a| a == word));
    let atoms = atoms::Atoms::find(index, text, prepared);
    let walker = walk::Walker { index, text: prepared, atoms: &atoms };
    let mut found = proposals::propose(&walker);
    let mut sentence_of = vec![0; prepared.tokens.len()];
    for (s, sentence) in (0..).zip(&sentences) {
        sentence_of[sentence.clone()].fill(s);
    }
    let at = |token: usize| sentence_of.get(token).map_or(sentences.len(), |&s: &u32| s as usize);
    let named = found.terms.iter().map(|p| &p.reach).chain(found.open.iter().map(|(_, range)| range));
    let mut active: Vec<usize> = named.flat_map(|range| [at(range.start), at(range.end - 1)]).collect();
    active.sort_unstable();
    active.dedup();
    for &s in &active {
        found.look_around(&walker, sentences[s].clone());
    }
    let mut markers = std::mem::take(&mut found.markers);
    let mut everywhere = std::mem::take(&mut found.everywhere);
    let admitted = admission::admit(&walker, text, &sentences, &sentence_of, &active, found);
    let mentions = overlap::resolve(admitted);
    // What leads over to a list says what its items are; a level or a speaker may stand in the sentence behind.
    let mut beside: Vec<usize> = Vec::new();
    for mention in &mentions {
        let lead = prepared.blocks[mention.block].lead.map(|lead| at(prepared.blocks[lead].tokens.end - 1));
        beside.extend(lead.into_iter().chain([at(mention.tokens.end - 1) + 1]).filter(|&s| s < sentences.len()));
    }
    beside.sort_unstable();
    beside.dedup();
    beside.retain(|s| active.binary_search(s).is_err());
    let mut around = proposals::Proposals::default();
    for &s in &beside {
        around.look_around(&walker, sentences[s].clone());
    }
    active.append(&mut beside);
    active.sort_unstable();
    markers.append(&mut around.markers);
    // Words cut short were completed everywhere.
    markers.retain(|(_, range)| active.binary_search(&at(range.start)).is_ok());
    markers.append(&mut everywhere);
    markers.sort_unstable_by_key(|(id, range)| (range.start, range.end, *id));
    Matches { mentions, markers, sentences, sentence_of, active }
}

/// The first half of [`find`]: how many proposals a prepared text gives.
pub(crate) fn propose(index: &Index, text: &str, prepared: &Prepared) -> usize {
    let atoms = atoms::Atoms::find(index, text, prepared);
    proposals::propose(&walk::Walker { index, text: prepared, atoms: &atoms }).terms.len()
}
