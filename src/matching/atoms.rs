//! What the lexicon knows of each token.

use super::index::{Index, Known, LemmaId, Stem, flag};
use crate::text::Prepared;
use crate::text::tokens::Kind;

/// What is known of one token.
#[derive(Clone, Copy, Debug)]
struct Atom {
    /// The word as a whole; `NONE` where it is not of the lexicon.
    word: u32,
    /// Its lemmas among the `own` ones; `NONE` where it has those of the whole word.
    own: u32,
    flags: u16,
}

const NONE: u32 = u32::MAX;
const NOTHING: Atom = Atom { word: NONE, own: NONE, flags: 0 };

/// Lemmas and flags of every token, and the compounds found.
#[derive(Debug)]
pub(crate) struct Atoms<'i> {
    index: &'i Index,
    atoms: Vec<Atom>,
    /// Where the own lemmas of a token begin and end in the pool.
    own: Vec<(u32, u32)>,
    pool: Vec<LemmaId>,
    /// Tokens that were misspelled, in order, with the word that was meant.
    pub(super) mended: Vec<(usize, String)>,
    /// Token, stem, flags of the head: *samarbeidskompetanse*.
    pub(crate) compounds: Vec<(usize, Stem, u16)>,
}

impl<'i> Atoms<'i> {
    pub(crate) fn find(index: &'i Index, text: &str, prepared: &Prepared, tolerant: bool) -> Self {
        let atoms = Vec::with_capacity(prepared.tokens.len());
        let mut found =
            Self { index, atoms, own: Vec::new(), pool: Vec::new(), mended: Vec::new(), compounds: Vec::new() };
        let mut known = Known::default();
        for (i, token) in prepared.tokens.iter().enumerate() {
            if token.kind != Kind::Word && token.kind != Kind::Number {
                found.atoms.push(NOTHING);
                continue;
            }
            let word = prepared.word(token);
            index.look_up(word, &mut known);
            if tolerant
                && !(token.hyphen_before || token.hyphen_after)
                && index.is_strange(&known)
                && let Some(meant) = index.mend(word)
            {
                index.look_up(&meant, &mut known);
                found.mended.push((i, meant));
            }
            let mut atom = Atom { word: known.word.unwrap_or(NONE), own: NONE, flags: known.flags };
            found.compounds.extend(known.stems.iter().map(|&(stem, head)| (i, stem, head)));
            let capitals = known.flags & flag::CAPITALS != 0
                && !is_capitals(prepared.original(token.start as usize, token.end as usize).of(text));
            if capitals || !known.is_plain {
                let lemmas = match known.word {
                    Some(word) if known.is_plain => index.lemmas_of(word),
                    _ => &known.lemmas,
                };
                atom.own = size(found.own.len());
                let start = size(found.pool.len());
                let fits = |lemma: &&LemmaId| !capitals || index.flags(**lemma) & flag::CAPITALS == 0;
                found.pool.extend(lemmas.iter().filter(fits));
                found.own.push((start, size(found.pool.len())));
            }
            found.atoms.push(atom);
        }
        found
    }

    pub(crate) fn lemmas(&self, token: usize) -> &[LemmaId] {
        match self.atoms.get(token) {
            Some(&Atom { own: NONE, word: NONE, .. }) | None => &[],
            Some(&Atom { own: NONE, word, .. }) => self.index.lemmas_of(word),
            Some(&Atom { own, .. }) => {
                let (start, end) = self.own[own as usize];
                &self.pool[start as usize..end as usize]
            }
        }
    }

    #[inline]
    pub(crate) fn flags(&self, token: usize) -> u16 {
        self.atoms.get(token).map_or(0, |atom| atom.flags)
    }

    /// The token as a whole, where it is a form or a stem of the lexicon.
    pub(crate) fn word(&self, token: usize) -> Option<u32> {
        self.atoms.get(token).map(|atom| atom.word).filter(|&word| word != NONE)
    }

    /// Whether the token as a whole is a form of the lexicon.
    pub(crate) fn is_whole(&self, token: usize) -> bool {
        self.word(token).is_some_and(|word| self.index.is_form(word))
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

fn size(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn is_capitals(word: &str) -> bool {
    !word.chars().any(char::is_lowercase)
}
