//! Words cut short: suspended hyphens at either end, a hyphen left out, a compound written apart.

use super::index::{Stem, flag};
use super::walk::{Path, Walker};
use crate::text::tokens::Kind;
use std::ops::Range;

/// A compound found by its stem and a head that may stand elsewhere.
#[derive(Clone, Debug)]
pub(crate) struct Compound {
    pub(crate) stem: Stem,
    pub(crate) head: u16,
    pub(crate) own: Range<usize>,
    pub(crate) reach: Range<usize>,
    /// The word in full, where the text cuts it short.
    pub(crate) name: Option<String>,
}

/// How far the word that completes another may stand.
const WINDOW: usize = 10;
/// The shortest last part that completes a word.
const SHORTEST: usize = 3;

impl Walker<'_> {
    /// Completes the words that are cut short.
    pub(crate) fn complete(&self, paths: &mut Vec<Path>, compounds: &mut Vec<Compound>) {
        for (i, token) in self.text.tokens.iter().enumerate() {
            if token.kind != Kind::Word {
                continue;
            }
            if token.hyphen_after {
                self.suspended(i, paths, compounds);
            } else if token.hyphen_before {
                self.suspended_front(i, paths, compounds);
            } else {
                // «kvalitets og forbedringsarbeid»: a bare stem before a conjunction lost its hyphen.
                if self.is_bare_stem(i) {
                    self.suspended(i, paths, compounds);
                }
                self.apart(i, paths, compounds);
            }
        }
    }

    fn suspended(&self, i: usize, paths: &mut Vec<Path>, compounds: &mut Vec<Compound>) {
        let first = self.text.word(&self.text.tokens[i]);
        let Some(j) = self.completing(i) else { return };
        let last = self.text.word(&self.text.tokens[j]);
        if self.join(first, last, i..i + 1, j + 1, paths, compounds) {
            return;
        }
        // «kommunikasjons- og digitale ferdigheter»: the completing word is the noun behind the adjective.
        let Some(next) = self.text.tokens.get(j + 1).filter(|t| t.is_word()) else { return };
        let noun = self.text.word(next);
        let head = self.index.head(noun);
        if head != 0 {
            self.push_stems(first, head, noun, i..i + 1, j + 2, compounds);
        } else {
            self.push_whole(&[first, noun], i..i + 1, j + 2, paths);
        }
    }

    /// Tries every way `last` may lend its last part to `first`.
    fn join(
        &self,
        first: &str,
        last: &str,
        own: Range<usize>,
        next: usize,
        paths: &mut Vec<Path>,
        compounds: &mut Vec<Compound>,
    ) -> bool {
        let before = (paths.len(), compounds.len());
        for (at, _) in last.char_indices().skip(2) {
            let rest = &last[at..];
            // Not counted to its end: a word may be endless.
            if rest.chars().take(SHORTEST).count() < SHORTEST {
                break;
            }
            self.push_whole(&[first, rest], own.clone(), next, paths);
            self.push_whole(&[first, "-", rest], own.clone(), next, paths);
            let head = self.index.head(rest);
            if head != 0 && compounds.len() == before.1 {
                self.push_stems(first, head, rest, own.clone(), next, compounds);
            }
        }
        before != (paths.len(), compounds.len())
    }

    fn push_whole(&self, parts: &[&str], own: Range<usize>, next: usize, paths: &mut Vec<Path>) {
        let lemmas = match *parts {
            [first, last] => self.index.whole(&[first.as_bytes(), last.as_bytes()]),
            [first, middle, last] => self.index.whole(&[first.as_bytes(), middle.as_bytes(), last.as_bytes()]),
            _ => &[],
        };
        if !lemmas.is_empty() {
            let from = paths.len();
            let mut stack = Vec::new();
            for trie in [&self.index.names, &self.index.around] {
                self.walk(trie, lemmas, own.clone(), next, &mut stack, paths);
            }
            for path in &mut paths[from..] {
                path.name = Some(parts.concat());
            }
        }
    }

    fn push_stems(
        &self,
        first: &str,
        head: u16,
        rest: &str,
        own: Range<usize>,
        end: usize,
        compounds: &mut Vec<Compound>,
    ) {
        for stem in self.index.stems(first) {
            let name = Some(format!("{first}{rest}"));
            compounds.push(Compound { stem, head, own: own.clone(), reach: own.start..end, name });
        }
    }

    /// A compound's first part that stands alone before a conjunction: a stem on -s, or one that is no word of its own.
    fn is_bare_stem(&self, i: usize) -> bool {
        self.atoms.conjunction(self.text, i + 1).is_some()
            && (self.text.word(&self.text.tokens[i]).ends_with('s') || !self.atoms.is_whole(i))
            && self.atoms.word(i).is_some_and(|word| self.index.stems_of(word).next().is_some())
    }

    /// The word that completes the one at `i`: the first behind the conjunctions that is not cut short itself.
    fn completing(&self, i: usize) -> Option<usize> {
        let mut at = i + 1;
        let mut joined = false;
        while at < self.text.tokens.len() && at <= i + WINDOW {
            if let Some(behind) = self.atoms.conjunction(self.text, at) {
                joined = true;
                at = behind;
                continue;
            }
            let token = &self.text.tokens[at];
            if token.kind != Kind::Word || !joined {
                return None;
            }
            if token.hyphen_after || self.is_bare_stem(at) {
                joined = false;
                at += 1;
                continue;
            }
            return Some(at);
        }
        None
    }

    /// *prosjektkoordinering og -utvikling*: the first part comes from the word before.
    fn suspended_front(&self, i: usize, paths: &mut Vec<Path>, compounds: &mut Vec<Compound>) {
        let last = self.text.word(&self.text.tokens[i]);
        let Some(k) = (i.saturating_sub(WINDOW)..i).rev().find(|&k| {
            let token = &self.text.tokens[k];
            token.is_word() && !token.hyphen_before && self.atoms.flags(k) & (flag::CONJUNCTION | flag::FILLER) == 0
        }) else {
            return;
        };
        if self.text.tokens[k..i].iter().any(|t| t.kind == Kind::Break) {
            return;
        }
        let first = self.text.word(&self.text.tokens[k]);
        let head = self.index.head(last);
        for (at, _) in first.char_indices().skip(SHORTEST) {
            self.push_whole(&[&first[..at], last], i..i + 1, i + 1, paths);
            if head != 0 {
                self.push_stems(&first[..at], head, last, i..i + 1, i + 1, compounds);
            }
        }
    }

    /// *prosjekt ledelse*, *ikt ferdigheter*: a compound written as two words.
    fn apart(&self, i: usize, paths: &mut Vec<Path>, compounds: &mut Vec<Compound>) {
        let Some(next) = self.text.tokens.get(i + 1).filter(|t| t.is_word() && !t.hyphen_before) else { return };
        let joining = flag::INSERT | flag::CONJUNCTION | flag::FILLER | flag::STOP | flag::FUNCTION;
        if self.atoms.flags(i) & joining != 0 || self.atoms.flags(i + 1) & joining != 0 {
            return;
        }
        let (first, last) = (self.text.word(&self.text.tokens[i]), self.text.word(next));
        if first.len() < 2 || last.len() < SHORTEST {
            return;
        }
        let head = self.atoms.word(i + 1).map_or(0, |word| self.index.head_of(word));
        if head & (flag::HEAD_NAME | flag::HEAD_LICENSED) != 0 {
            self.push_stems(first, head, last, i..i + 2, i + 2, compounds);
        }
        self.push_whole(&[first, last], i..i + 2, i + 2, paths);
    }
}
