//! From what was collected to the index that is asked.

use super::Compiler;
use crate::matching::dictionary::Dictionary;
use crate::matching::index::{Ends, Index, LemmaId, Lists, Role, flag};
use aho_corasick::MatchKind;
use aho_corasick::nfa::contiguous::{Builder, NFA};

/// Parts of words with the lemmas that a word has by them.
#[derive(Default)]
pub(super) struct Parts {
    texts: Dictionary,
    lemmas: Vec<(u32, LemmaId)>,
}

impl Parts {
    pub(super) fn push(&mut self, text: &[u8], lemma: LemmaId) {
        let id = self.texts.insert(text);
        self.lemmas.push((id, lemma));
    }

    fn finish(&self) -> (NFA, Lists<LemmaId>) {
        let built = Builder::new().match_kind(MatchKind::Standard).build(self.texts.iter());
        let nfa = match built {
            Ok(nfa) => nfa,
            // The automaton refuses only more than 2^31 states or patterns; the limits on lexicons stop long before.
            Err(error) => unreachable!("the limits on a lexicon let too many forms through: {error}"),
        };
        (nfa, Lists::new(self.texts.len(), &self.lemmas))
    }
}

impl Compiler {
    pub(super) fn finish(mut self) -> Index {
        self.words.shrink();
        let (open, open_lemmas) = self.open.finish();
        let mut open_firsts = [false; 256];
        for first in self.open.texts.iter().filter_map(<[u8]>::first) {
            open_firsts[*first as usize] = true;
        }
        let (tails, tail_lemmas) = self.tails.finish();
        let tail_ends = Ends::new(self.tails.texts.iter());
        let is_name =
            |target: u32| matches!(self.targets[target as usize].role, Role::Term | Role::Open | Role::Everywhere);
        let (names, around) =
            (self.trie.part(flag::IN_NAMES, is_name), self.trie.part(flag::IN_AROUND, |target| !is_name(target)));
        for (lemma, flags) in (0..).zip(&mut self.flags) {
            for (trie, begins, alone) in
                [(&names, flag::NAMES, flag::NAMES_ALONE), (&around, flag::AROUND, flag::AROUND_ALONE)]
            {
                if let Some(root) = trie.root(lemma) {
                    *flags |= begins | if root.is_end { alone } else { 0 };
                }
            }
        }
        let carries = |target: &u32| matches!(self.targets[*target as usize].role, Role::Carrier | Role::Naming);
        for lemma in around.last(|ends| ends.iter().any(carries)) {
            self.flags[lemma as usize] |= flag::CARRIES;
        }
        for trie in [&names, &around] {
            for lemma in trie.inner() {
                self.flags[lemma as usize] |= trie.inner_flag;
            }
        }
        let mut word_flags = vec![0; self.words.len()];
        for &(word, lemma) in &self.forms {
            word_flags[word as usize] |= self.flags[lemma as usize];
        }
        self.flags.shrink_to_fit();
        self.targets.shrink_to_fit();
        self.stems.sort_by_key(|&(word, _)| word);
        self.stems.shrink_to_fit();
        Index {
            // Each lemma's forms came in at once, and the lemmas in order, so that every list is in order.
            lemmas: Lists::new(self.words.len(), &self.forms),
            word_flags,
            stems: self.stems,
            words: self.words,
            open,
            open_lemmas,
            open_firsts,
            tails,
            tail_lemmas,
            tail_ends,
            flags: self.flags,
            marks: self.marks,
            names,
            around,
            targets: self.targets,
        }
    }
}
