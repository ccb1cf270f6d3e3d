//! What the lexicon knows of each token.

use super::index::{Index, Known, LemmaId, Stem, flag};
use crate::text::Prepared;
use crate::text::tokens::Kind;

/// Lemmas and flags of every token, and the compounds found.
#[derive(Debug, Default)]
pub(crate) struct Atoms {
    slices: Vec<(u32, u32)>,
    pool: Vec<LemmaId>,
    flags: Vec<u16>,
    whole: Vec<bool>,
    /// Token, stem, flags of the head: *samarbeidskompetanse*.
    pub(crate) compounds: Vec<(usize, Stem, u16)>,
}

impl Atoms {
    pub(crate) fn find(index: &Index, text: &str, prepared: &Prepared) -> Self {
        let mut atoms = Self::default();
        let mut known = Known::default();
        for (i, token) in prepared.tokens.iter().enumerate() {
            let start = u32::try_from(atoms.pool.len()).unwrap_or(u32::MAX);
            if token.kind == Kind::Word || token.kind == Kind::Number {
                index.look_up(prepared.word(token), &mut known);
                let capitals = known.flags & flag::CAPITALS != 0
                    && !is_capitals(prepared.original(token.start as usize, token.end as usize).of(text));
                let fits = |lemma: &&LemmaId| !capitals || index.flags(**lemma) & flag::CAPITALS == 0;
                atoms.pool.extend(known.lemmas.iter().filter(fits));
                atoms.compounds.extend(known.stems.iter().map(|&(stem, head)| (i, stem, head)));
                atoms.flags.push(known.flags);
                atoms.whole.push(known.word.is_some_and(|word| index.is_form(word)));
            } else {
                atoms.flags.push(0);
                atoms.whole.push(false);
            }
            atoms.slices.push((start, u32::try_from(atoms.pool.len()).unwrap_or(u32::MAX)));
        }
        atoms
    }

    pub(crate) fn lemmas(&self, token: usize) -> &[LemmaId] {
        self.slices.get(token).map_or(&[], |&(start, end)| &self.pool[start as usize..end as usize])
    }

    pub(crate) fn flags(&self, token: usize) -> u16 {
        self.flags.get(token).copied().unwrap_or(0)
    }

    /// Whether the token as a whole is a form of the lexicon.
    pub(crate) fn is_whole(&self, token: usize) -> bool {
        self.whole.get(token).copied().unwrap_or(false)
    }

    /// The token behind the conjunction that stands at `at` (*,*; *og*; *, og gjerne*; *og/eller*; *så vel som*), if one does.
    pub(crate) fn conjunction(&self, text: &Prepared, at: usize) -> Option<usize> {
        let joins = |i: usize| {
            text.tokens.get(i).is_some_and(|t| match t.kind {
                Kind::Punct(mark) => matches!(mark, ',' | '/' | '&' | '+'),
                _ => self.flags(i) & flag::CONJUNCTION != 0,
            })
        };
        if !joins(at) {
            return None;
        }
        let mut end = at + 1;
        while end < at + 4 && (joins(end) || self.flags(end) & flag::FILLER != 0) {
            end += 1;
        }
        Some(end)
    }
}

fn is_capitals(word: &str) -> bool {
    !word.chars().any(char::is_lowercase)
}
