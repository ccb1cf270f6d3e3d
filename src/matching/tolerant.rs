//! The tolerant mode: words that miss a form of the lexicon by one slip.

use super::index::{Index, Known, LemmaId, flag};

/// Letters of a word that is looked at, at least: shorter words are too near to one another.
const SHORTEST: usize = 8;
/// Letters at the end that are left alone: another ending is another form or another word (*automatisk, automatikk*).
const ENDING: usize = 3;
/// And where only its respellings are tried.
const SHORTEST_RESPELLED: usize = 6;
/// Letters at most: bounds the work on a word.
const LONGEST: usize = 40;
/// The letters that a slip may leave out or put in the place of another.
const ALPHABET: &str = "abcdefghijklmnopqrstuvwxyzæøåé";

impl Index {
    /// Whether nothing is known of a word but that it ends in a head: such a word may be a misspelling.
    pub(super) fn is_strange(&self, known: &Known) -> bool {
        let head = |&lemma: &LemmaId| self.flags(lemma) & flag::HEAD != 0;
        !self.is_whole(known) && known.stems.is_empty() && self.lemmas_known(known).iter().all(head)
    }

    /// The word that `word` misses by one slip: an *aa* for *å*, a letter doubled or not, an *s* too many or too few in a compound, or one letter
    /// wrong, left out, added or swapped. `None` where there is none, or several that have nothing in common.
    pub(super) fn mend(&self, word: &str) -> Option<String> {
        let letters: Vec<char> = word.chars().collect();
        let fits = (SHORTEST_RESPELLED..=LONGEST).contains(&letters.len()) && letters.iter().all(|c| c.is_alphabetic());
        if !fits || self.stems(word).next().is_some() {
            return None;
        }
        let mut known = Known::default();
        let mut found = Vec::new();
        for respelled in respellings(&letters) {
            self.look_up(&respelled, &mut known);
            // A tail alone would take any first part: «msobil».
            if self.is_whole(&known) || !known.stems.is_empty() {
                found.push((respelled, self.lemmas_known(&known).to_vec()));
            }
        }
        if found.is_empty() && letters.len() >= SHORTEST {
            self.edits(&letters, &mut found);
        }
        let (first, lemmas) = found.first()?;
        let agrees = |(_, other): &(String, Vec<LemmaId>)| other.iter().any(|lemma| lemmas.contains(lemma));
        (found.len() == 1 || found[1..].iter().all(agrees)).then(|| first.clone())
    }

    /// The forms at one edit behind the first letter.
    fn edits(&self, letters: &[char], found: &mut Vec<(String, Vec<LemmaId>)>) {
        let mut word = String::new();
        for i in 1..letters.len() {
            let mut attempt = |insert: &[char], rest: &[char]| {
                word.clear();
                word.extend(letters[..i].iter().chain(insert).chain(rest));
                let lemmas = self.whole(&[word.as_bytes()]);
                if !lemmas.is_empty() && found.iter().all(|(other, _)| *other != word) {
                    found.push((word.clone(), lemmas.to_vec()));
                }
            };
            if let [a, b, rest @ ..] = &letters[i..] {
                attempt(&[*b, *a], rest);
            }
            // Swapped letters make no other form; any other slip in the ending may.
            if i + ENDING >= letters.len() {
                continue;
            }
            if let [_, rest @ ..] = &letters[i..] {
                attempt(&[], rest);
            }
            for c in ALPHABET.chars() {
                attempt(&[c], &letters[i..]);
                if let [_, rest @ ..] = &letters[i..] {
                    attempt(&[c], rest);
                }
            }
        }
    }
}

/// The word with the slips mended that are commonest in Norwegian, each alone; compounds too are found by these.
fn respellings(letters: &[char]) -> Vec<String> {
    let mut out = Vec::new();
    let word: String = letters.iter().collect();
    let joined = word.replace("aa", "å").replace("oe", "ø").replace("ae", "æ");
    if joined != word {
        out.push(joined);
    }
    // *selvstending*, *saksbehandlig*
    if letters.len() >= SHORTEST {
        let turned = match (word.strip_suffix("ing"), word.strip_suffix("ig")) {
            (Some(stem), _) => Some(format!("{stem}ig")),
            (_, Some(stem)) => Some(format!("{stem}ing")),
            _ => None,
        };
        out.extend(turned);
    }
    let with = |at: usize, removed: usize, inserted: Option<char>| -> String {
        letters[..at].iter().chain(inserted.iter()).chain(&letters[at + removed..]).collect()
    };
    for i in 1..letters.len() - 2 {
        let consonant = !"aeiouyæøåé".contains(letters[i]);
        if letters[i] == letters[i - 1] {
            out.push(with(i, 1, None));
        } else if consonant {
            out.push(with(i, 0, Some(letters[i])));
        }
        if letters[i] == 's' {
            out.push(with(i, 1, None));
        } else if letters[i - 1] != 's' {
            out.push(with(i, 0, Some('s')));
        }
    }
    out
}
