//! From a prepared text and a compiled lexicon to mentions.

mod admission;
mod atoms;
mod compile;
mod coordination;
mod dictionary;
pub(crate) mod index;
mod open;
mod overlap;
mod parts;
mod persons;
mod places;
mod proposals;
mod refusals;
mod stored;
mod talk;
mod tolerant;
mod trie;
mod walk;

use crate::lexicon::frames::Frames;
use crate::text::layout::BlockKind;
use crate::text::{Prepared, sentences};
pub(crate) use admission::licenses;
pub(crate) use atoms::Atoms;
use index::Index;
pub(crate) use index::{Marker, flag};
pub(crate) use proposals::{Proposal, Proposals};
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
    /// A misspelling that the lexicon knows, or that the tolerant mode mended.
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
#[derive(Clone)]
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

/// What stands around the mentions, for stages that look beyond them.
pub(crate) struct Around<'i> {
    pub(crate) atoms: Atoms<'i>,
    /// Everything that could be a mention or decides on one, as found.
    pub(crate) found: Proposals,
    /// The mentions that may stand, those that a longer one beats among them.
    pub(crate) admitted: Vec<Mention>,
}

/// What is wanted of one run.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Options {
    /// Also what stands around the mentions.
    pub(crate) around: bool,
    /// Words that miss a form by one slip count as that form.
    pub(crate) tolerant: bool,
}

/// Finds the mentions in a prepared text.
pub(crate) fn find<'i>(
    index: &'i Index,
    frames: &Frames,
    text: &str,
    prepared: &Prepared,
    options: Options,
) -> (Matches, Option<Around<'i>>) {
    let abbreviations = &frames.sentences.abbreviations;
    let sentences =
        sentences::split(&prepared.folded, &prepared.tokens, |word| abbreviations.iter().any(|a| a == word));
    let atoms = atoms::Atoms::find(index, text, prepared, options.tolerant);
    let walker = walk::Walker { index, text: prepared, atoms: &atoms };
    let talks = talk::Talks::new(prepared);
    let mut found = proposals::propose(&walker, &talks);
    let sentence_of = sentence_of(prepared, &sentences);
    let at = |token: usize| sentence_of.get(token).map_or(sentences.len(), |&s| s as usize);
    let mut active: Vec<usize> = if options.around {
        (0..sentences.len()).collect()
    } else {
        let named = found.terms.iter().filter(|p| admission::may_stand(&walker, &talks, p)).map(|p| &p.reach);
        let framed = found.carriers.iter().chain(&found.naming).chain(found.open.iter().map(|(_, range)| range));
        named.chain(framed).flat_map(|range| at(range.start)..=at(range.end - 1)).collect()
    };
    reach_out(&walker, &sentences, at, &mut active);
    for &s in &active {
        found.look_around(&walker, &talks, sentences[s].clone());
    }
    let mut markers = std::mem::take(&mut found.markers);
    let mut everywhere = std::mem::take(&mut found.everywhere);
    let kept = options.around.then(|| found.clone());
    let admitted = admission::admit(&walker, &talks, text, &sentences, &sentence_of, &active, found);
    let kept = kept.map(|found| (found, admitted.iter().map(|(mention, _)| mention.clone()).collect()));
    let mut mentions = overlap::resolve(admitted);
    mark_mended(&atoms, prepared, &mut mentions);
    let mut beside: Vec<usize> = mentions
        .iter()
        .flat_map(|mention| bear_on(prepared, mention))
        .map(at)
        .filter(|&s| s < sentences.len())
        .collect();
    reach_out(&walker, &sentences, at, &mut beside);
    beside.retain(|s| active.binary_search(s).is_err());
    let mut around = proposals::Proposals::default();
    for &s in &beside {
        around.look_around(&walker, &talks, sentences[s].clone());
    }
    active.append(&mut beside);
    active.sort_unstable();
    markers.append(&mut around.markers);
    // Words cut short were completed everywhere.
    markers.retain(|(_, range)| active.binary_search(&at(range.start)).is_ok());
    markers.append(&mut everywhere);
    markers.sort_unstable_by_key(|(id, range)| (range.start, range.end, *id));
    let around = kept.map(|(found, admitted)| Around { atoms, found, admitted });
    (Matches { mentions, markers, sentences, sentence_of, active }, around)
}

/// The sentence of each token.
fn sentence_of(prepared: &Prepared, sentences: &[Range<usize>]) -> Vec<u32> {
    let mut sentence_of = vec![0; prepared.tokens.len()];
    for (s, sentence) in (0..).zip(sentences) {
        sentence_of[sentence.clone()].fill(s);
    }
    sentence_of
}

/// Adds the sentences out of which a path may reach into one of these, over a bracket that closes in it; leaves them in order, each once.
fn reach_out(
    walker: &walk::Walker<'_>,
    sentences: &[Range<usize>],
    at: impl Fn(usize) -> usize,
    active: &mut Vec<usize>,
) {
    active.sort_unstable();
    active.dedup();
    for i in 0..active.len() {
        let s = active[i];
        if let Some(open) = walker.bracket_before(sentences[s].clone()) {
            active.extend(at(open)..s);
        }
    }
    active.sort_unstable();
    active.dedup();
}

/// Tokens in the sentences that say something of a mention beside its own: what leads over to its list, the headings above that, and what
/// stands right behind it, such as its level.
fn bear_on(prepared: &Prepared, mention: &Mention) -> impl Iterator<Item = usize> {
    let last = |block: usize| prepared.blocks[block].tokens.end - 1;
    let lead = prepared.blocks[mention.block].lead;
    let heading = lead.and_then(|lead| (0..lead).rev().find(|&b| prepared.blocks[b].kind == BlockKind::Heading));
    let behind = mention.tokens.end - 1..mention.tokens.end + BEHIND;
    lead.into_iter().chain(heading).map(last).chain(behind)
}

/// Tokens behind a mention that may say something of it across a full stop, at most.
const BEHIND: usize = 16;

/// Says of each mention with a mended word that it is misspelled, and how it is spelled.
fn mark_mended(atoms: &Atoms<'_>, prepared: &Prepared, mentions: &mut [Mention]) {
    for mention in mentions {
        let from = atoms.mended.partition_point(|(token, _)| *token < mention.tokens.start);
        let mut mended = atoms.mended[from..].iter().take_while(|(token, _)| *token < mention.tokens.end).peekable();
        // An open mention stands whatever it ends in.
        if mended.peek().is_none() || mention.form == Form::Open {
            continue;
        }
        mention.form = Form::Misspelled;
        let words = mention.tokens.clone().map(|at| match mended.next_if(|(token, _)| *token == at) {
            Some((_, meant)) => meant.as_str(),
            None => prepared.word(&prepared.tokens[at]),
        });
        // A word that the text also cuts short keeps the name it was completed to.
        let name = words.collect::<Vec<_>>().join(" ");
        mention.name.get_or_insert(name);
    }
}

/// The first half of [`find`]: how many proposals a prepared text gives.
pub(crate) fn propose(index: &Index, text: &str, prepared: &Prepared) -> usize {
    let atoms = atoms::Atoms::find(index, text, prepared, false);
    let walker = walk::Walker { index, text: prepared, atoms: &atoms };
    proposals::propose(&walker, &talk::Talks::new(prepared)).terms.len()
}
