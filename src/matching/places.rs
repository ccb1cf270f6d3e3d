//! What the tokens stand in: which sentences hold a licence, what a carrier or a naming frame reaches.

use super::admission::is_read_over;
use super::index::flag;
use super::proposals::Proposals;
use super::walk::Walker;
use std::ops::Range;

/// What each token stands in.
pub(super) struct Places<'a> {
    pub(super) sentences: &'a [Range<usize>],
    pub(super) sentence_of: &'a [u32],
    /// The sentence holds a licence.
    pub(super) licensed: Vec<bool>,
    /// The token stands right behind a carrier.
    pub(super) direct: Vec<bool>,
    /// A carrier reaches the token.
    pub(super) carried: Vec<bool>,
    /// A modal verb of demand (*må*, *skal*, *bør*, *lyt*) stands before the token in its sentence.
    pub(super) modal: Vec<bool>,
    /// A naming frame that ends right before the token begins here, plus one; 0 where there is none.
    pub(super) named: Vec<u32>,
}

/// How far a carrier reaches, in tokens.
const REACH: usize = 30;

impl<'a> Places<'a> {
    /// Only what stands in the active sentences is filled in.
    pub(super) fn new(
        walker: &Walker<'a>,
        sentences: &'a [Range<usize>],
        sentence_of: &'a [u32],
        active: &[usize],
        found: &Proposals,
    ) -> Self {
        let count = walker.text.tokens.len();
        let mut places = Self {
            sentences,
            sentence_of,
            licensed: vec![false; sentences.len()],
            direct: vec![false; count + 1],
            carried: vec![false; count + 1],
            modal: vec![false; count],
            named: vec![0; count + 1],
        };
        for &s in active {
            let sentence = &sentences[s];
            let is_modal =
                |i: &usize| matches!(walker.text.word(&walker.text.tokens[*i]), "må" | "skal" | "bør" | "lyt");
            let modal = sentence.clone().find(is_modal);
            if let Some(modal) = modal {
                places.modal[modal..sentence.end].fill(true);
            }
        }
        for licence in &found.licences {
            let sentence = places.sentence(licence.start);
            places.licensed[sentence] = true;
        }
        places.reach(walker, &found.carriers);
        for naming in &found.naming {
            for at in naming.end..naming.end + 4 {
                if let Some(slot) = places.named.get_mut(at) {
                    *slot = u32::try_from(naming.start + 1).unwrap_or(0);
                }
                if walker.atoms.flags(at) & flag::INSERT == 0 {
                    break;
                }
            }
            if let Some(slot) = places.direct.get_mut(naming.end) {
                *slot = true;
            }
        }
        places
    }

    /// The sentence that the token stands in.
    pub(super) fn sentence(&self, token: usize) -> usize {
        self.sentence_of.get(token).map_or(self.sentences.len(), |&s| s as usize)
    }

    /// The first token of the naming frame that ends right before the token.
    pub(super) fn named(&self, token: usize) -> Option<usize> {
        (self.named[token] as usize).checked_sub(1)
    }

    fn reach(&mut self, walker: &Walker<'_>, carriers: &[Range<usize>]) {
        let mut ends: Vec<usize> = carriers.iter().map(|carrier| carrier.end).collect();
        ends.sort_unstable();
        ends.dedup();
        let mut done = 0;
        for end in ends {
            let Some(sentence) = self.sentences.get(self.sentence(end)) else { continue };
            let limit = sentence.end.min(end + REACH);
            let mut direct = true;
            for at in end..limit {
                if direct {
                    self.direct[at] = true;
                    direct = is_read_over(walker, at);
                } else if at < done {
                    break;
                }
                if at > end && walker.atoms.flags(at) & flag::STOP != 0 {
                    break;
                }
                self.carried[at] = true;
                done = done.max(at + 1);
            }
        }
    }
}
