//! From what was collected to the index that is asked.

use super::Compiler;
use crate::matching::dictionary::Dictionary;
use crate::matching::index::{Index, LemmaId, Made, Role, flag};
use crate::matching::parts::{Lists, WordParts};

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

    fn finish(&self) -> WordParts {
        let texts = self.texts.iter().flat_map(|text| text.iter().copied().chain([b'\n'])).collect();
        WordParts::new(texts, Lists::new(self.texts.len(), &self.lemmas))
    }
}

impl Compiler {
    pub(super) fn finish(mut self) -> Index {
        self.words.shrink();
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
        self.flags.shrink_to_fit();
        self.targets.shrink_to_fit();
        self.stems.sort_by_key(|&(word, _)| word);
        self.stems.shrink_to_fit();
        let made = Made {
            // Each lemma's forms came in at once, and the lemmas in order, so that every list is in order.
            lemmas: Lists::new(self.words.len(), &self.forms),
            stems: self.stems,
            words: self.words,
            open: self.open.finish(),
            tails: self.tails.finish(),
            flags: self.flags,
            marks: self.marks,
            names,
            around,
            targets: self.targets,
        };
        made.index()
    }
}
