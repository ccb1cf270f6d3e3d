//! How much the text around a place speaks of competence: of skills, staff, training, recruitment.
//!
//! A competence plan names a field and means that people must master it; a party programme names the same field as a policy. What tells them
//! apart, where no carrier or cue stands beside the word, is what the paragraphs around it speak of.

use crate::document::Genre;
use crate::lexicon::frames::Frames;
use crate::text::Prepared;
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use once_cell::sync::Lazy;

/// How much the text around speaks of competence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Talk {
    Little,
    Some,
    Much,
}

/// Words on either side that are looked at.
const AROUND: usize = 200;
/// In a text no longer than this the whole counts too.
const WHOLE: usize = 1000;
/// A text shorter than this that holds no sign says too little to judge by.
const SHORT: usize = 60;
/// Signs among a thousand words. Plans of competence have 35 to 85, interviews about work 18 to 35, party programmes and news 0 to 11.
const MUCH: usize = 28;
const SOME: usize = 17;

static SIGNS: Lazy<Option<AhoCorasick>> = Lazy::new(|| {
    let builder = AhoCorasick::builder().kind(Some(AhoCorasickKind::DFA)).clone();
    builder.build(&Frames::get().talk.stems).ok()
});

/// The signs counted, so that any place is judged in constant time.
pub(super) struct Talks {
    /// Signs and words before each token; empty in an ad, which speaks of nothing else.
    before: Vec<(u32, u32)>,
}

impl Talks {
    /// Linear in the text; nothing is counted in an ad.
    pub(super) fn new(prepared: &Prepared) -> Self {
        let Some(signs) = SIGNS.as_ref().filter(|_| prepared.genre != Genre::Ad) else {
            return Self { before: Vec::new() };
        };
        let mut starts = signs.find_iter(&prepared.folded).map(|found| found.start()).peekable();
        let mut before = Vec::with_capacity(prepared.tokens.len() + 1);
        let (mut seen, mut words) = (0, 0);
        before.push((seen, words));
        for token in &prepared.tokens {
            words += u32::from(token.is_word());
            let mut is_sign = false;
            while starts.next_if(|&start| start < token.end as usize).is_some() {
                is_sign = true;
            }
            seen += u32::from(is_sign);
            before.push((seen, words));
        }
        Self { before }
    }

    /// How much the text around the token speaks of competence.
    pub(super) fn at(&self, token: usize) -> Talk {
        let Some(&(_, words)) = self.before.last() else { return Talk::Much };
        let last = self.before.len() - 1;
        let near = self.share(token.saturating_sub(AROUND), (token + AROUND).min(last));
        let whole = self.share(0, last);
        // A chapter on schools makes no competence plan of a party programme.
        let share = if words as usize <= WHOLE { near.max(whole) } else { near.min(whole) };
        match share {
            MUCH.. => Talk::Much,
            SOME.. => Talk::Some,
            _ if (words as usize) < SHORT => Talk::Some,
            _ => Talk::Little,
        }
    }

    /// Signs among a thousand words.
    fn share(&self, from: usize, to: usize) -> usize {
        let ((seen_from, words_from), (seen_to, words_to)) = (self.before[from], self.before[to]);
        (seen_to - seen_from) as usize * 1000 / (words_to - words_from).max(1) as usize
    }
}
