//! The frozen list of surface forms: what the plain Aho-Corasick baseline looks for. It does not follow the lexicon, so that ratios
//! taken today and in a year can be compared.

use super::Random;
use super::words::{BEFORE, FIRST, LEAD, SECOND, VERBS};
use std::collections::BTreeSet;

/// How many forms the frozen list has.
const FROZEN: usize = 30_000;
/// FNV-1a of the frozen list, each form followed by a line end.
const FROZEN_HASH: u64 = 0x9705_31b0_cb7b_00fe;

/// By the paradigms of [`SECOND`].
const ENDINGS: [&[&str]; 5] = [
    &["", "n", "r", "ne", "ns"],
    &["", "en", "a", "er", "ene", "s"],
    &["", "et", "er", "ene", "a"],
    &["", "en", "er", "ene", "ens"],
    &["", "en", "e", "ne"],
];

/// A word, or a compound of two or three, with an ending.
fn word(random: &mut Random, first: &[&str], second: &[Vec<&str>; 5], parts: usize) -> String {
    let mut word = String::new();
    for _ in 1..parts {
        word.push_str(random.pick(first));
    }
    let paradigm = random.below(second.len());
    word.push_str(random.pick(&second[paradigm]));
    word.push_str(random.pick(ENDINGS[paradigm]));
    word
}

/// `count` different surface forms in lower case: Norwegian words and compounds with their endings, half of them in a phrase.
pub(crate) fn forms(count: usize) -> Vec<String> {
    let first: Vec<&str> = FIRST.split_whitespace().collect();
    let before: Vec<&str> = BEFORE.split_whitespace().collect();
    let verbs: Vec<&str> = VERBS.split_whitespace().collect();
    let second: [Vec<&str>; 5] = SECOND.map(|words| words.split_whitespace().collect());
    let mut random = Random::new(1814);
    let mut seen = BTreeSet::new();
    while seen.len() < count {
        let parts = [1, 1, 2, 2, 2, 3][random.below(6)];
        let mut form = word(&mut random, &first, &second, parts);
        match random.below(10) {
            0 => form = format!("{}{} {form}", random.pick(&before), random.pick(&["", "e", "t"])),
            1 | 2 => form = format!("{} {form}", random.pick(&LEAD)),
            3 | 4 => form = format!("{}{} {form}", random.pick(&verbs), random.pick(&["e", "er", "te", "t", "ende"])),
            5 => form = format!("{}{form}", random.pick(&verbs)),
            6 => form = format!("{}{form}", random.pick(&before)),
            _ => {}
        }
        seen.insert(form);
    }
    seen.into_iter().collect()
}

/// The frozen list.
///
/// # Panics
/// If the generator no longer gives the list that earlier figures were measured with.
pub(crate) fn frozen() -> Vec<String> {
    let forms = forms(FROZEN);
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in forms.iter().flat_map(|form| form.bytes().chain([b'\n'])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    assert_eq!((forms.len(), hash), (FROZEN, FROZEN_HASH), "the baseline is frozen: change nothing that it is made of");
    forms
}

/// A lexicon of one's own with these forms as fixed phrases, in TOML.
pub(crate) fn own_lexicon(forms: &[String]) -> String {
    let mut toml = String::from("category = \"own\"\n");
    for (i, part) in forms.chunks(500).enumerate() {
        toml.push_str(&format!("[[concept]]\nid = \"c{i}\"\nlabel = \"c{i}\"\nlabel-en = \"c{i}\"\nphrases = ["));
        for form in part {
            toml.push_str(&format!("\"{form}\", "));
        }
        toml.push_str("]\n");
    }
    toml
}
