//! From a prepared text and a compiled lexicon to mentions.

mod admission;
mod atoms;
mod compile;
mod coordination;
mod hasher;
pub(crate) mod index;
mod overlap;
mod persons;
mod proposals;
mod refusals;
mod talk;
mod tolerant;
mod trie;
mod walk;

use crate::lexicon::frames::Frames;
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
pub(crate) struct Matches {
    /// Ordered by start, end and concept.
    pub(crate) mentions: Vec<Mention>,
    /// Marker ids and token ranges, ordered by start.
    pub(crate) markers: Vec<(u32, Range<usize>)>,
    /// Token ranges.
    pub(crate) sentences: Vec<Range<usize>>,
}

/// What stands around the mentions, for stages that look beyond them.
pub(crate) struct Around {
    pub(crate) atoms: Atoms,
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
pub(crate) fn find(
    index: &Index,
    frames: &Frames,
    text: &str,
    prepared: &Prepared,
    options: Options,
) -> (Matches, Option<Around>) {
    let abbreviations = &frames.sentences.abbreviations;
    let sentences =
        sentences::split(&prepared.folded, &prepared.tokens, |word| abbreviations.iter().any(|a| a == word));
    let atoms = atoms::Atoms::find(index, text, prepared, options.tolerant);
    let walker = walk::Walker { index, text: prepared, atoms: &atoms };
    let talks = talk::Talks::new(prepared);
    let mut found = proposals::propose(&walker, &talks);
    let mut markers = std::mem::take(&mut found.markers);
    markers.sort_unstable_by_key(|(id, range)| (range.start, range.end, *id));
    let kept = options.around.then(|| found.clone());
    let admitted = admission::admit(&walker, &talks, text, &sentences, found);
    let kept = kept.map(|found| (found, admitted.iter().map(|(mention, _)| mention.clone()).collect()));
    let mut mentions = overlap::resolve(admitted);
    mark_mended(&atoms, prepared, &mut mentions);
    let around = kept.map(|(found, admitted)| Around { atoms, found, admitted });
    (Matches { mentions, markers, sentences }, around)
}

/// Says of each mention with a mended word that it is misspelled, and how it is spelled.
fn mark_mended(atoms: &Atoms, prepared: &Prepared, mentions: &mut [Mention]) {
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
