//! How words bend: the paradigms and spelling pairs of `data/`, applied.

use crate::hasher::Fast;
use once_cell::sync::Lazy;
use serde::Deserialize;
use std::collections::HashMap;

/// The word classes that bend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Class {
    Noun,
    Verb,
    Adjective,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Paradigm {
    name: String,
    class: Class,
    guess: Vec<String>,
    strip: String,
    endings: Vec<String>,
    /// Final consonants that may double before an ending (*program, programmet*).
    #[serde(default)]
    double: Vec<String>,
    /// Endings before which a double final consonant becomes single (*trygg, trygt*; *bygge, bygd*; *sikker, sikre*).
    #[serde(default)]
    short: Vec<String>,
    /// Sample forms, `form` or `form:lemma`; a test checks them.
    #[cfg_attr(not(test), expect(dead_code, reason = "the samples are for readers and for the test"))]
    sample: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Irregular {
    class: Class,
    forms: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawParadigms {
    paradigm: Vec<Paradigm>,
    irregular: Vec<Irregular>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Where {
    Start,
    End,
    Whole,
    Anywhere,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    r#where: Where,
    /// The first is bokmål; the others are nynorsk, unless `both` says that bokmål has them all.
    forms: Vec<String>,
    #[serde(default)]
    both: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSpelling {
    pairs: Vec<Pair>,
}

/// The paradigms, irregular words and spelling pairs.
pub(crate) struct Paradigms {
    paradigms: Vec<Paradigm>,
    /// Citation form (the first of each line, and the nynorsk ones among the rest) to all forms, by class.
    irregular: [HashMap<String, Vec<String>, Fast>; 3],
    /// Bytes of the longest citation form of each class.
    longest: [usize; 3],
    pairs: Vec<Pair>,
    /// The letters of each pair's forms: a form that has others than the word stands nowhere in it.
    letters: Vec<Vec<Letters>>,
    /// The same in one row, each with its pair.
    all_letters: Vec<(Letters, usize)>,
}

/// How words bend, and how they are spelled.
pub(super) const SOURCES: [&str; 2] = [include_str!("data/paradigms.toml"), include_str!("data/spelling.toml")];

static PARADIGMS: Lazy<Paradigms> = Lazy::new(|| {
    let read = |name: &str, error: toml::de::Error| -> ! { unreachable!("{name} does not parse: {error}") };
    let raw: RawParadigms = toml::from_str(SOURCES[0]).unwrap_or_else(|e| read("paradigms.toml", e));
    let spelling: RawSpelling = toml::from_str(SOURCES[1]).unwrap_or_else(|e| read("spelling.toml", e));
    let mut irregular: [HashMap<String, Vec<String>, Fast>; 3] = Default::default();
    for group in &raw.irregular {
        for line in &group.forms {
            let forms: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
            for lemma in &forms {
                irregular[group.class as usize].entry(lemma.clone()).or_insert_with(|| forms.clone());
            }
        }
    }
    let letters: Vec<Vec<Letters>> =
        spelling.pairs.iter().map(|pair| pair.forms.iter().map(|form| Letters::wanted(pair, form)).collect()).collect();
    let row = |(pair, forms): (usize, &Vec<Letters>)| forms.iter().map(move |&form| (form, pair)).collect::<Vec<_>>();
    let all_letters = letters.iter().enumerate().flat_map(row).collect();
    let longest = [0, 1, 2].map(|class: usize| irregular[class].keys().map(String::len).max().unwrap_or(0));
    Paradigms { paradigms: raw.paradigm, irregular, longest, pairs: spelling.pairs, all_letters, letters }
});

/// Particles before which a short irregular verb keeps its bending (*delta*, *ivareta*, *bistå*).
const PARTICLES: [&str; 24] = [
    "an", "av", "opp", "ut", "inn", "over", "under", "med", "mot", "til", "fra", "for", "fore", "gjen", "på", "del",
    "ivare", "iakt", "unn", "bi", "om", "forut", "etter", "frem",
];

impl Paradigms {
    pub(crate) fn get() -> &'static Self {
        &PARADIGMS
    }

    /// Whether a paradigm of any class is named after `word`.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.paradigms.iter().any(|p| p.name == word)
    }

    /// Whether the paradigm named after `word` is one of this class.
    pub(crate) fn is_of(&self, word: &str, class: Class) -> bool {
        self.paradigms.iter().any(|p| p.name == word && p.class == class)
    }

    /// The word as nynorsk spells it by the spelling pairs, if that is otherwise than bokmål does.
    pub(crate) fn nynorsk(&self, word: &str) -> Option<String> {
        self.pairs.iter().filter(|pair| !pair.both).find_map(|pair| {
            let [bokmal, nynorsk, ..] = pair.forms.as_slice() else { return None };
            let at = pair.find(word, bokmal)?;
            Some(format!("{}{nynorsk}{}", &word[..at], &word[at + bokmal.len()..]))
        })
    }

    /// Whether the spelling pairs know the word as one that only nynorsk spells so.
    pub(crate) fn is_nynorsk(&self, word: &str) -> bool {
        let pairs = self.pairs.iter().filter(|pair| !pair.both);
        pairs
            .flat_map(|pair| pair.forms.iter().skip(1).map(move |form| (pair, form)))
            .any(|(pair, form)| pair.find(word, form).is_some())
    }

    /// All forms of `word`, spelling pairs included, in order; `like` names the paradigm where the guess would be wrong.
    pub(crate) fn forms(&self, word: &str, class: Class, like: Option<&str>) -> Vec<String> {
        let mut out = Forms::default();
        self.push_forms(word, class, like, &mut out);
        out.sorted()
    }

    /// Adds all forms of `word`, some more than once.
    pub(crate) fn push_forms(&self, word: &str, class: Class, like: Option<&str>, out: &mut Forms) {
        for spelling in self.spellings(word) {
            if like.is_some() || !self.irregular(&spelling, class, out) {
                self.bend(&spelling, class, like, out);
            }
        }
    }

    /// `word` as the spelling pairs allow it to be written, itself first.
    pub(crate) fn spellings(&self, word: &str) -> Vec<String> {
        let mut all = vec![word.to_owned()];
        let mut letters = vec![Letters::of(word)];
        let mut pairs = vec![false; self.pairs.len()];
        if !self.mark_pairs(letters[0], &mut pairs) {
            return all;
        }
        for p in 0..self.pairs.len() {
            if !pairs[p] {
                continue;
            }
            let (pair, pair_letters) = (&self.pairs[p], &self.letters[p]);
            for i in 0..all.len() {
                if all.len() >= 12 {
                    return all;
                }
                for (from, from_letters) in pair.forms.iter().zip(pair_letters) {
                    if !letters[i].may_hold(*from_letters) {
                        continue;
                    }
                    let Some(at) = pair.find(&all[i], from) else { continue };
                    for to in pair.forms.iter().filter(|to| *to != from) {
                        let mut other = all[i].clone();
                        other.replace_range(at..at + from.len(), to);
                        if !all.contains(&other) {
                            letters.push(Letters::of(&other));
                            self.mark_pairs(Letters::of(&other), &mut pairs);
                            all.push(other);
                        }
                    }
                    break;
                }
            }
        }
        all
    }

    /// Marks the pairs that may change a word with these letters; says whether any may.
    fn mark_pairs(&self, letters: Letters, pairs: &mut [bool]) -> bool {
        let mut any = false;
        for &(wanted, pair) in &self.all_letters {
            if letters.may_hold(wanted) {
                pairs[pair] = true;
                any = true;
            }
        }
        any
    }

    /// Every way the word may end, whatever its class, in order: for the words of a phrase that are not its head.
    pub(crate) fn loose(&self, word: &str) -> Vec<String> {
        let mut out = Forms::default();
        self.push_loose(word, &mut out);
        out.sorted()
    }

    /// Adds every way the word may end, some more than once.
    pub(crate) fn push_loose(&self, word: &str, out: &mut Forms) {
        const STRIP: [&str; 9] = ["ene", "ane", "er", "ar", "en", "et", "a", "e", ""];
        const ENDINGS: [&str; 14] = ["", "e", "en", "et", "a", "er", "ar", "ene", "ane", "ne", "n", "r", "t", "ere"];
        for spelling in self.spellings(word) {
            out.push("", &spelling);
            for class in [Class::Noun, Class::Adjective] {
                for form in self.irregular[class as usize].get(&spelling).into_iter().flatten() {
                    out.push("", form);
                }
            }
            let mut done = 0;
            for strip in STRIP {
                let Some(stem) = spelling.strip_suffix(strip) else { continue };
                if stem.chars().count() < 3 && !strip.is_empty() {
                    continue;
                }
                for ending in ENDINGS {
                    out.push(stem, ending);
                }
                done += 1;
                if done == 2 {
                    break;
                }
            }
        }
    }

    /// The name of the paradigm that bends the word, or of the irregular word that it bends like.
    pub(crate) fn name(&self, word: &str, class: Class, like: Option<&str>) -> Option<&str> {
        let named = || like.and_then(|like| self.paradigms.iter().find(|p| p.name == like));
        match like {
            None if self.irregular_like(word, class).is_some() => self.irregular[class as usize]
                .keys()
                .map(String::as_str)
                .filter(|lemma| word.ends_with(lemma))
                .max_by_key(|lemma| lemma.len()),
            _ => named().or_else(|| self.guess(word, class)).map(|p| p.name.as_str()),
        }
    }

    /// The forms of an irregular word, or of a compound that ends in one; says whether it is such.
    fn irregular(&self, word: &str, class: Class, out: &mut Forms) -> bool {
        let Some((prefix, forms)) = self.irregular_like(word, class) else { return false };
        for form in forms {
            out.push(prefix, form);
        }
        true
    }

    /// What stands before the irregular word that `word` is or ends in, and that word's forms.
    fn irregular_like<'w>(&self, word: &'w str, class: Class) -> Option<(&'w str, &[String])> {
        let irregular = &self.irregular[class as usize];
        if let Some(forms) = irregular.get(word) {
            return Some(("", forms));
        }
        word.char_indices().skip(2).find_map(|(at, _)| {
            let (prefix, rest) = word.split_at(at);
            if rest.len() > self.longest[class as usize] {
                return None;
            }
            // «levere», «servere» end in no form of «være».
            let particle = rest.chars().count() < 4 || rest == "vere";
            if particle && !(class == Class::Verb && PARTICLES.contains(&prefix)) {
                return None;
            }
            Some((prefix, irregular.get(rest)?.as_slice()))
        })
    }

    fn bend(&self, word: &str, class: Class, like: Option<&str>, out: &mut Forms) {
        out.push("", word);
        let named = like.and_then(|name| self.paradigms.iter().find(|p| p.name == name));
        let Some(paradigm) = named.or_else(|| self.guess(word, class)) else { return };
        let stem = word.strip_suffix(paradigm.strip.as_str()).unwrap_or(word);
        for ending in &paradigm.endings {
            out.push(stem, ending);
        }
        let mut last = stem.chars().rev();
        let (Some(a), b) = (last.next(), last.next()) else { return };
        if paradigm.double.iter().any(|d| d.starts_with(a)) && b.is_some_and(is_vowel) {
            let doubled = format!("{stem}{a}");
            for ending in paradigm.endings.iter().filter(|e| e.starts_with(is_vowel)) {
                out.push(&doubled, ending);
            }
        }
        if b == Some(a) && !is_vowel(a) {
            let short = &stem[..stem.len() - a.len_utf8()];
            for ending in &paradigm.short {
                out.push(short, ending);
            }
        }
    }

    fn guess(&self, word: &str, class: Class) -> Option<&Paradigm> {
        self.paradigms
            .iter()
            .filter(|p| p.class == class)
            .filter_map(|p| {
                p.guess.iter().filter(|g| word.ends_with(g.as_str())).map(String::len).max().map(|len| (len, p))
            })
            .max_by_key(|&(len, _)| len)
            .map(|(_, p)| p)
    }
}

/// Word forms, one behind the other in one string.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    text: String,
    ends: Vec<usize>,
}

impl Forms {
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    pub(crate) fn push(&mut self, stem: &str, ending: &str) {
        self.text.push_str(stem);
        self.text.push_str(ending);
        self.ends.push(self.text.len());
    }

    /// The forms in order, each once.
    pub(crate) fn sorted(&self) -> Vec<String> {
        let mut forms: Vec<String> = self.iter().map(str::to_owned).collect();
        forms.sort_unstable();
        forms.dedup();
        forms
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| &self.text[start..end])
    }
}

/// One bit for each sequence of three bytes, many sharing a bit: anywhere, at the start, at the end.
#[derive(Clone, Copy)]
struct Letters {
    any: u64,
    start: u64,
    end: u64,
}

impl Letters {
    fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let bit = |w: &[u8]| {
            let sum = w.iter().fold(0u32, |sum, &b| sum.wrapping_mul(31).wrapping_add(b.into()));
            1 << (sum.wrapping_mul(0x9e37_79b1) >> 26)
        };
        Self {
            any: bytes.windows(3).fold(0, |bits, window| bits | bit(window)),
            start: bytes.get(..3).map_or(0, bit),
            end: bytes.len().checked_sub(3).map_or(0, |from| bit(&bytes[from..])),
        }
    }

    /// What a word must have that the pair may turn from this form.
    fn wanted(pair: &Pair, form: &str) -> Self {
        let mut letters = Self::of(form);
        if matches!(pair.r#where, Where::End | Where::Anywhere) {
            letters.start = 0;
        }
        if matches!(pair.r#where, Where::Start | Where::Anywhere) {
            letters.end = 0;
        }
        letters
    }

    /// Whether a text with these letters may hold one with those: `false` is sure.
    fn may_hold(self, part: Self) -> bool {
        self.any & part.any == part.any && self.start & part.start == part.start && self.end & part.end == part.end
    }
}

impl Pair {
    fn find(&self, word: &str, from: &str) -> Option<usize> {
        match self.r#where {
            Where::Start => word.starts_with(from).then_some(0),
            Where::End => word.ends_with(from).then(|| word.len() - from.len()),
            Where::Whole => (word == from).then_some(0),
            Where::Anywhere => word.find(from),
        }
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'æ' | 'ø' | 'å' | 'é')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_paradigm_gives_its_sample_forms() {
        let all = Paradigms::get();
        for paradigm in &all.paradigms {
            assert!(!paradigm.sample.is_empty(), "«{}» has no sample", paradigm.name);
            for sample in &paradigm.sample {
                let (form, lemma) = sample.split_once(':').unwrap_or((sample, &paradigm.name));
                let mut forms = Forms::default();
                all.bend(lemma, paradigm.class, Some(&paradigm.name), &mut forms);
                assert!(
                    forms.iter().any(|f| f == form),
                    "like {}: «{lemma}» gives {forms:?}, not «{form}»",
                    paradigm.name
                );
            }
        }
    }

    #[test]
    fn irregular_verbs_bend_in_compounds_too() {
        let forms = |word| Paradigms::get().forms(word, Class::Verb, None);
        assert!(forms("vedlikeholde").contains(&"vedlikeholdt".to_owned()));
        assert!(forms("ivareta").contains(&"ivaretar".to_owned()));
        assert!(forms("løse").contains(&"løyser".to_owned()));
        assert!(forms("løse").contains(&"løste".to_owned()));
        assert!(!forms("løse").contains(&"løsett".to_owned()));
        assert!(forms("levere").contains(&"leverer".to_owned()));
    }

    #[test]
    fn spelling_pairs_work_both_ways() {
        let all = Paradigms::get();
        assert!(all.spellings("selvstendig").contains(&"sjølvstendig".to_owned()));
        assert!(all.spellings("sjølvgåande").contains(&"selvgående".to_owned()));
        assert!(all.forms("tverrfaglig", Class::Adjective, None).contains(&"tverrfaglege".to_owned()));
        assert!(all.loose("relasjoner").contains(&"relasjonar".to_owned()));
        assert!(all.loose("oppgaver").contains(&"oppgavene".to_owned()));
        assert_eq!(all.nynorsk("selvstendig").as_deref(), Some("sjølvstendig"));
        assert_eq!(all.nynorsk("framstilling"), None);
        assert!(all.is_nynorsk("rettleiing") && !all.is_nynorsk("framstilling"));
    }
}
