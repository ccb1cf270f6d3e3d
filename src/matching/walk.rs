//! Walks the trie along the tokens: inserted words, gaps, and words left out in coordination.

use super::atoms::Atoms;
use super::index::{Index, LemmaId, flag};
use super::trie::{Root, Trie};
use crate::text::Prepared;
use crate::text::tokens::Kind;
use std::ops::Range;

/// A path found in the text. Ranges are of tokens, half-open.
#[derive(Clone, Debug)]
pub(crate) struct Path {
    pub(crate) target: u32,
    /// All it read, shared words included.
    pub(crate) reach: Range<usize>,
    /// The words that are its own.
    pub(crate) own: Range<usize>,
    /// Its first word in full, where the text cuts it short.
    pub(crate) name: Option<String>,
}

impl Path {
    /// Whether it borrows words from its neighbours in a coordination.
    pub(crate) fn is_elliptical(&self) -> bool {
        self.reach != self.own
    }
}

/// A place on a path; a stack of them is reused from walk to walk.
#[derive(Clone, Copy, Debug)]
pub(crate) struct State {
    node: u32,
    at: usize,
    inserted: u8,
    gap: u8,
    jumps: u8,
    own_start: usize,
    /// 0 while nothing is left out.
    own_end: usize,
    /// The last step read a word of the path, so that the path may end here.
    read: bool,
}

/// States tried from one start at most: bounds the work a text can cause.
const BUDGET: usize = 160;
const MOST_INSERTS: u8 = 3;
const MOST_GAP: u8 = 3;
const MOST_JUMPS: u8 = 3;
/// Tokens in a bracket that is read over, at most.
const LONGEST_BRACKET: usize = 8;

/// The text with what is known of its words.
pub(crate) struct Walker<'a> {
    pub(crate) index: &'a Index,
    pub(crate) text: &'a Prepared,
    pub(crate) atoms: &'a Atoms<'a>,
}

impl Walker<'_> {
    /// Follows every path that begins with one of `lemmas`, the word read being `own`, and goes on at `next`.
    pub(crate) fn walk(
        &self,
        trie: &Trie,
        lemmas: &[LemmaId],
        own: Range<usize>,
        next: usize,
        stack: &mut Vec<State>,
        out: &mut Vec<Path>,
    ) {
        stack.clear();
        let followers = self.followers(next);
        // A word that was completed from a neighbour leaves its own words where they stand.
        let own_end = if next > own.end { own.end } else { 0 };
        let root =
            State { node: 0, at: next, inserted: 0, gap: 0, jumps: 0, own_start: own.start, own_end, read: true };
        let mut budget = BUDGET;
        for Root { node, is_end } in lemmas.iter().rev().filter_map(|&lemma| trie.root(lemma)) {
            let goes_on = |lemmas: &[LemmaId]| lemmas.iter().any(|&lemma| trie.may_follow(node, lemma));
            if !is_end && !followers.is_none_or(goes_on) {
                continue;
            }
            stack.push(State { node, ..root });
            while let Some(state) = stack.pop() {
                budget -= 1;
                if budget == 0 {
                    return;
                }
                self.step(trie, state, own.start, stack, out);
            }
        }
    }

    /// Whether a path may begin with the token, told by the flags of the words that begin one and of those that do so alone.
    pub(super) fn begins(&self, trie: &Trie, at: usize, begins: u16, alone: u16) -> bool {
        let flags = self.atoms.flags(at);
        flags & begins != 0 && (flags & alone != 0 || !self.is_dead_end(trie, at + 1))
    }

    /// Whether no path goes on at the token: a word that stands in none, not inserted, no conjunction beside it.
    pub(super) fn is_dead_end(&self, trie: &Trie, at: usize) -> bool {
        let goes_on = trie.inner_flag | flag::INSERT | flag::CONJUNCTION;
        self.atoms.flags(at) & goes_on == 0
            && self.text.tokens.get(at).is_none_or(|token| token.is_word())
            && self.atoms.conjunction(self.text, at + 1).is_none()
    }

    /// The lemmas with which alone a path without a gap goes on at the token; `None` where it may also read over something: an inserted word,
    /// a bracket, a conjunct.
    fn followers(&self, at: usize) -> Option<&[LemmaId]> {
        match self.text.tokens.get(at).map(|token| token.kind) {
            None | Some(Kind::Break) => Some(&[]),
            Some(Kind::Punct(mark)) => {
                let closed = !matches!(mark, ',' | '/' | '&' | '+' | '(');
                closed.then(|| self.index.marks.get(&mark).map_or(&[][..], std::slice::from_ref))
            }
            Some(_) => {
                let closed = self.atoms.flags(at) & (flag::INSERT | flag::CONJUNCTION) == 0
                    && self.atoms.conjunction(self.text, at + 1).is_none();
                closed.then(|| self.atoms.lemmas(at))
            }
        }
    }

    fn step(&self, trie: &Trie, state: State, start: usize, stack: &mut Vec<State>, out: &mut Vec<Path>) {
        let node = trie.node(state.node);
        if state.read {
            for &target in trie.ends(state.node) {
                let own = state.own_start..if state.own_end == 0 { state.at } else { state.own_end };
                out.push(Path { target, reach: start..state.at, own, name: None });
            }
        }
        if !trie.goes_on(state.node) {
            return;
        }
        let Some(token) = self.text.tokens.get(state.at) else { return };
        if let Some(child) = node.gap_child() {
            stack.push(State { node: child, gap: 0, read: false, ..state });
        }
        let step = State { at: state.at + 1, inserted: 0, gap: 0, read: true, ..state };
        match token.kind {
            Kind::Break => return,
            Kind::Punct(mark) => {
                if let Some(child) = self.index.marks.get(&mark).and_then(|&lemma| trie.child(state.node, lemma)) {
                    stack.push(State { node: child, ..step });
                }
            }
            _ => {
                for &lemma in self.atoms.lemmas(state.at) {
                    if let Some(child) = trie.child(state.node, lemma) {
                        stack.push(State { node: child, ..step });
                    }
                }
            }
        }
        let flags = self.atoms.flags(state.at);
        if node.gap {
            // A conjunction is crossed by a jump, which keeps the conjuncts apart.
            let word = token.is_word() || token.kind == Kind::Number;
            // «på norsk, både muntlig og skriftlig»: a comma before a word that may be inserted is crossed.
            let comma = token.is_punct(',') && self.atoms.flags(state.at + 1) & flag::INSERT != 0;
            let crosses = word && flags & flag::CONJUNCTION == 0 || flags & flag::INSERT != 0 || comma;
            if state.gap < MOST_GAP && crosses {
                stack.push(State {
                    at: state.at + 1,
                    gap: state.gap + u8::from(flags & flag::INSERT == 0 && !comma),
                    read: false,
                    ..state
                });
            }
            if state.jumps < MOST_JUMPS {
                self.jump(state, true, stack);
            }
            return;
        }
        // *erfaring (minimum 5 år) med*
        if node.inserts
            && token.is_punct('(')
            && let Some(close) = self.closing(state.at)
        {
            stack.push(State { at: close + 1, read: false, ..state });
        }
        // *digital og relasjonskompetanse*: the head is the last part of the next conjunct.
        if node.qualifier
            && state.jumps < MOST_JUMPS
            && let Some(behind) = self.atoms.conjunction(self.text, state.at)
        {
            let word = self.skip_inserts(behind);
            let next = self.text.tokens.get(word).filter(|t| t.is_word());
            if self.atoms.flags(word) & flag::HEAD != 0 && next.is_some_and(|t| self.index.head(self.text.word(t)) == 0)
            {
                stack.push(State { at: word, jumps: state.jumps + 1, own_end: state.at, read: false, ..state });
            }
        }
        if node.inserts && flags & flag::INSERT != 0 && state.inserted < MOST_INSERTS {
            stack.push(State { at: state.at + 1, inserted: state.inserted + 1, read: false, ..state });
        }
        if state.jumps < MOST_JUMPS {
            self.jump(state, node.inserts, stack);
        }
    }

    /// Leaves a conjunct out: *skriftlig [og muntlig] fremstillingsevne*; *lede [mennesker og] prosjekter*.
    fn jump(&self, state: State, object: bool, stack: &mut Vec<State>) {
        // Behind a conjunct left out the path reads on before it leaves out another.
        let owes = state.own_end == 0 && state.jumps > 0 && !state.read;
        if let Some(behind) = self.atoms.conjunction(self.text, state.at).filter(|_| !owes) {
            let word = self.skip_inserts(behind);
            if self.text.tokens.get(word).is_some_and(|t| t.is_word()) {
                let own_end = if state.own_end == 0 { state.at } else { state.own_end };
                stack.push(State { at: word + 1, jumps: state.jumps + 1, inserted: 0, own_end, read: false, ..state });
            }
        }
        if !object || state.own_end != 0 {
            return;
        }
        // The conjunct left out may itself be a word that is inserted elsewhere: *utvikle deg [faglig og] personlig*.
        let last = self.skip_inserts(state.at);
        for word in state.at..=last {
            if self.text.tokens.get(word).is_some_and(|t| t.is_word())
                && let Some(behind) = self.atoms.conjunction(self.text, word + 1)
            {
                let jumps = state.jumps + 1;
                stack.push(State { at: behind, jumps, inserted: 0, own_start: behind, read: false, ..state });
            }
        }
    }

    /// The bracket that closes the one at `at`, if it does so soon.
    fn closing(&self, at: usize) -> Option<usize> {
        (at + 1..at + LONGEST_BRACKET).find(|&i| self.text.tokens.get(i).is_some_and(|t| t.is_punct(')')))
    }

    /// Where a bracket that closes early in the sentence opens before it, if one does: a path may read over it.
    pub(super) fn bracket_before(&self, sentence: Range<usize>) -> Option<usize> {
        let early = sentence.start..sentence.end.min(sentence.start + LONGEST_BRACKET);
        let before = sentence.start.saturating_sub(LONGEST_BRACKET)..sentence.start;
        let stands = |i: usize, mark: char| self.text.tokens.get(i).is_some_and(|t| t.is_punct(mark));
        let closes = early.into_iter().any(|i| stands(i, ')'));
        before.into_iter().find(|&i| closes && stands(i, '('))
    }

    fn skip_inserts(&self, mut at: usize) -> usize {
        for _ in 0..MOST_INSERTS {
            if self.atoms.flags(at) & flag::INSERT == 0 {
                break;
            }
            at += 1;
        }
        at
    }
}
