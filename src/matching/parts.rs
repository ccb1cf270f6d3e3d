//! Parts of words and lists of lemmas.

use super::index::LemmaId;
use aho_corasick::MatchKind;
use aho_corasick::nfa::contiguous::{Builder, NFA};

/// The last three bytes of all tails: turns away most words before the automaton.
#[derive(Debug)]
pub(super) struct Ends(Vec<u64>);

impl Ends {
    /// From the tails read backwards.
    pub(super) fn new<'k>(tails: impl Iterator<Item = &'k [u8]>) -> Self {
        let mut bits = vec![0; 128];
        for bit in tails.filter_map(|tail| Self::bit(&[*tail.get(2)?, *tail.get(1)?, *tail.first()?])) {
            bits[bit / 64] |= 1 << (bit % 64);
        }
        Self(bits)
    }

    fn bit(word: &[u8]) -> Option<usize> {
        let [a, b, c] = word.last_chunk::<3>()?.map(usize::from);
        Some((a.wrapping_mul(0x1f35) ^ b.wrapping_mul(0x05d1) ^ c.wrapping_mul(0x0a61)) & 0x1fff)
    }

    pub(super) fn may_have(&self, word: &[u8]) -> bool {
        Self::bit(word).is_some_and(|bit| self.0[bit / 64] >> (bit % 64) & 1 != 0)
    }
}

/// Lists of lemmas, one a key; most hold one.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// The only lemma; or, marked, where the list stands among the items, its length first.
    heads: Vec<u32>,
    items: Vec<LemmaId>,
}

/// Marks the head of a list that does not hold one lemma; alone, that of an empty list.
const MARK: u32 = 1 << 31;
const EMPTY: u32 = u32::MAX;

impl Lists {
    /// From `(key, lemma)` pairs in any order; lemmas of one key keep theirs.
    pub(super) fn new(keys: usize, pairs: &[(u32, LemmaId)]) -> Self {
        let mut lens = vec![0u32; keys];
        for &(key, _) in pairs {
            lens[key as usize] += 1;
        }
        let mut out = Self { heads: vec![EMPTY; keys], items: Vec::new() };
        let long: u32 = lens.iter().filter(|&&len| len > 1).map(|len| len + 1).sum();
        out.items.reserve_exact(long as usize);
        for &(key, lemma) in pairs {
            let (head, len) = (&mut out.heads[key as usize], lens[key as usize]);
            if len == 1 {
                *head = lemma;
                continue;
            }
            if *head == EMPTY {
                *head = MARK | size(out.items.len());
                out.items.resize(out.items.len() + 1 + len as usize, 0);
            }
            let at = (*head & !MARK) as usize;
            out.items[at] += 1;
            let behind = out.items[at] as usize;
            out.items[at + behind] = lemma;
        }
        out
    }

    /// None yet, with room for so many.
    pub(super) fn with_room(keys: usize) -> Self {
        Self { heads: Vec::with_capacity(keys), items: Vec::new() }
    }

    /// The list of the next key.
    pub(super) fn push(&mut self, list: &[LemmaId]) {
        self.heads.push(match *list {
            [] => EMPTY,
            [lemma] => lemma,
            _ => MARK | size(self.items.len()),
        });
        if list.len() > 1 {
            self.items.push(size(list.len()));
            self.items.extend_from_slice(list);
        }
    }

    /// Gives back the room that growth kept in store.
    pub(super) fn shrink(&mut self) {
        self.items.shrink_to_fit();
    }

    pub(super) fn len(&self) -> usize {
        self.heads.len()
    }

    /// Whether all lemmas are below this number.
    pub(super) fn is_within(&self, lemmas: usize) -> bool {
        (0..size(self.len())).all(|key| self.of(key).iter().all(|&lemma| (lemma as usize) < lemmas))
    }

    pub(super) fn of(&self, key: u32) -> &[LemmaId] {
        match &self.heads[key as usize] {
            &EMPTY => &[],
            head if head & MARK == 0 => std::slice::from_ref(head),
            head => {
                let at = (head & !MARK) as usize;
                &self.items[at + 1..][..self.items[at] as usize]
            }
        }
    }
}

/// Parts of words, and the lemmas that a word has by them.
#[derive(Debug)]
pub(super) struct WordParts {
    pub(super) automaton: NFA,
    pub(super) lemmas: Lists,
    /// The parts in order, each with a line break behind it.
    pub(super) texts: Vec<u8>,
}

impl WordParts {
    pub(super) fn new(texts: Vec<u8>, lemmas: Lists) -> Self {
        let built = Builder::new().match_kind(MatchKind::Standard).build(lines(&texts));
        let automaton = match built {
            Ok(automaton) => automaton,
            // The automaton refuses only more than 2^31 states or patterns; the limits on lexicons stop long before.
            Err(error) => unreachable!("the limits on a lexicon let too many forms through: {error}"),
        };
        Self { automaton, lemmas, texts }
    }

    /// The parts in order.
    pub(super) fn texts(&self) -> impl Iterator<Item = &[u8]> {
        lines(&self.texts)
    }
}

fn lines(texts: &[u8]) -> impl Iterator<Item = &[u8]> {
    texts.strip_suffix(b"\n").into_iter().flat_map(|texts| texts.split(|&byte| byte == b'\n'))
}

fn size(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
