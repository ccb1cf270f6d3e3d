//! The words of `data/generic.toml`, ready to be asked.

use crate::lexicon::paradigm::{Class, Paradigms};
use once_cell::sync::Lazy;
use serde::Deserialize;
use std::collections::HashSet;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    frames: RawFrames,
    heads: RawHeads,
    items: RawItems,
    professions: RawProfessions,
    generic: RawGeneric,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFrames {
    nouns: Vec<String>,
    adjectives: Vec<String>,
    verbs: Vec<String>,
    in_ads: Vec<String>,
    places: Vec<String>,
    ends: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHeads {
    nouns: Vec<String>,
    adjectives: Vec<String>,
    not: Vec<String>,
    stems: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawItems {
    tails: Vec<String>,
    deeds: Vec<String>,
    not_deeds: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawProfessions {
    tails: Vec<String>,
    whole: Vec<String>,
    not: Vec<String>,
    posts: Vec<String>,
    trained: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGeneric {
    nouns: Vec<String>,
    adjectives: Vec<String>,
    empty: Vec<String>,
    words: Vec<String>,
}

type Set = HashSet<String>;

/// The word classes of candidates, every form of every word.
pub(super) struct Words {
    frames: Set,
    frames_in_ads: Set,
    places: Set,
    ends: Set,
    heads: Set,
    qualifiers: Set,
    not_heads: Set,
    stems: Set,
    item_tails: Set,
    deeds: Set,
    not_deeds: Set,
    professions: Set,
    whole_professions: Set,
    not_professions: Set,
    posts: Set,
    trained: Set,
    empty: Set,
    generic: Set,
    modifiers: Set,
}

static WORDS: Lazy<Words> = Lazy::new(|| {
    let raw: Raw = match toml::from_str(include_str!("data/generic.toml")) {
        Ok(raw) => raw,
        Err(error) => unreachable!("generic.toml does not parse: {error}"),
    };
    let modifiers = bend(&raw.generic.adjectives, Class::Adjective);
    let mut generic = bend(&raw.generic.nouns, Class::Noun);
    generic.extend(modifiers.iter().cloned());
    generic.extend(raw.generic.words);
    let mut frames = bend(&raw.frames.nouns, Class::Noun);
    frames.extend(bend(&raw.frames.adjectives, Class::Adjective));
    frames.extend(bend(&raw.frames.verbs, Class::Verb));
    Words {
        frames,
        frames_in_ads: [Class::Noun, Class::Adjective]
            .into_iter()
            .flat_map(|class| bend(&raw.frames.in_ads, class))
            .collect(),
        places: raw.frames.places.into_iter().collect(),
        ends: raw.frames.ends.into_iter().collect(),
        heads: bend(&raw.heads.nouns, Class::Noun),
        qualifiers: bend(&raw.heads.adjectives, Class::Adjective),
        not_heads: bend(&raw.heads.not, Class::Noun),
        stems: raw.heads.stems.into_iter().collect(),
        item_tails: bend(&raw.items.tails, Class::Noun),
        deeds: bend(&raw.items.deeds, Class::Noun),
        not_deeds: bend(&raw.items.not_deeds, Class::Noun),
        professions: titles(&raw.professions.tails),
        whole_professions: titles(&raw.professions.whole),
        not_professions: titles(&raw.professions.not),
        posts: titles(&raw.professions.posts),
        trained: bend(&raw.professions.trained, Class::Adjective),
        empty: raw.generic.empty.into_iter().collect(),
        generic,
        modifiers,
    }
});

fn bend(words: &[String], class: Class) -> Set {
    words.iter().flat_map(|word| Paradigms::get().forms(word, class, None)).collect()
}

/// The forms of titles; what does not keep the *-er* of a title is a form of its verb (*arbeidet* beside *arbeider*).
fn titles(words: &[String]) -> Set {
    let keeps = |word: &str, form: &str| {
        let agent = |end: &str| {
            word.strip_suffix("er")
                .or(word.strip_suffix("ar"))
                .is_none_or(|stem| form.starts_with(&format!("{stem}{end}")))
        };
        agent("er") || agent("ar")
    };
    let forms = |word: &String| {
        let all = Paradigms::get().forms(word, Class::Noun, None);
        all.into_iter().filter(|form| keeps(word, form)).collect::<Vec<_>>()
    };
    words.iter().flat_map(forms).collect()
}

/// Longest last part that is looked up, in bytes: keeps the work on a long word bounded.
const LONGEST_TAIL: usize = 40;

/// The longest last part of the word that is in the set; the whole word too.
fn tail<'w>(word: &'w str, set: &Set) -> Option<&'w str> {
    let from = word.len().saturating_sub(LONGEST_TAIL);
    word.char_indices()
        .map(|(at, _)| at)
        .filter(|&at| at >= from)
        .map(|at| &word[at..])
        .find(|tail| set.contains(*tail))
}

impl Words {
    pub(super) fn get() -> &'static Self {
        &WORDS
    }

    /// Whether a carrier with this word names what somebody can or knows.
    pub(super) fn is_frame(&self, word: &str) -> bool {
        self.frames.contains(word)
    }

    /// Whether it does so in ads only.
    pub(super) fn is_frame_in_ads(&self, word: &str) -> bool {
        self.frames_in_ads.contains(word)
    }

    /// Whether no phrase goes on with the word.
    pub(super) fn is_end(&self, word: &str) -> bool {
        self.ends.contains(word)
    }

    /// A preposition behind which a name is a place.
    pub(super) fn is_place(&self, word: &str) -> bool {
        self.places.contains(word)
    }

    /// Whether the word alone is a head: *kompetanse, evner*.
    pub(super) fn is_head(&self, word: &str) -> bool {
        self.heads.contains(word)
    }

    /// Whether the word is an adjective that says of what a head is.
    pub(super) fn is_qualifier(&self, word: &str) -> bool {
        word.chars().count() > 4 && tail(word, &self.qualifiers).is_some() && !self.generic.contains(word)
    }

    /// The first part and the head of a compound that names a competence: *geodata* and *kompetanse*.
    pub(super) fn split<'w>(&self, word: &'w str) -> Option<(&'w str, &'w str)> {
        let head = tail(word, &self.heads).filter(|head| head.len() < word.len())?;
        let first = &word[..word.len() - head.len()];
        let bare = first.trim_end_matches('-');
        let stem = bare.strip_suffix(['s', 'e']).unwrap_or(bare);
        let says_nothing = [bare, stem].iter().any(|part| self.stems.contains(*part) || self.generic.contains(*part));
        let short = bare.chars().count() < if bare.len() < first.len() { 2 } else { 3 };
        // «lærerutdanningen» is an institution.
        let institution =
            head.starts_with("utdann") && (head.ends_with("en") || head.ends_with("ne") || head.ends_with('a'));
        (!short && !says_nothing && !institution && tail(word, &self.not_heads).is_none()).then_some((first, head))
    }

    /// Whether a list item's noun ends as a competence or a proof of one does.
    pub(super) fn is_item(&self, word: &str) -> bool {
        tail(word, &self.item_tails).is_some_and(|tail| tail.len() < word.len()) && !self.generic.contains(word)
    }

    /// A noun made of a verb: *oppfølging, testing*.
    pub(super) fn is_deed(&self, word: &str) -> bool {
        word.chars().count() > 4 && tail(word, &self.deeds).is_some() && tail(word, &self.not_deeds).is_none()
    }

    pub(super) fn is_profession(&self, word: &str) -> bool {
        self.whole_professions.contains(word)
            || tail(word, &self.professions).is_some() && tail(word, &self.not_professions).is_none()
    }

    /// A title that is no profession: *prosjektleder*.
    pub(super) fn is_post(&self, word: &str) -> bool {
        tail(word, &self.posts).is_some()
    }

    pub(super) fn is_trained(&self, word: &str) -> bool {
        self.trained.contains(word)
    }

    /// Whether the word says nothing of which competence it is.
    pub(super) fn is_generic(&self, word: &str) -> bool {
        self.generic.contains(word)
    }

    /// Whether a phrase that begins with the word says nothing.
    pub(super) fn is_empty(&self, word: &str) -> bool {
        self.empty.contains(word)
    }

    /// A generic adjective.
    pub(super) fn is_modifier(&self, word: &str) -> bool {
        self.modifiers.contains(word)
    }
}

/// The same for inflections and spellings of the same words; to group candidates.
pub(super) fn key(name: &str) -> String {
    const ENDINGS: [&str; 12] = ["ane", "ene", "ande", "ende", "ar", "er", "en", "et", "a", "e", "r", "t"];
    let stem = |word: &str| {
        let spellings = Paradigms::get().spellings(word);
        let word = spellings.iter().min().map_or(word, String::as_str);
        let ending =
            ENDINGS.iter().find(|&&ending| word.strip_suffix(ending).is_some_and(|stem| stem.chars().count() >= 3));
        ending.and_then(|ending| word.strip_suffix(ending)).unwrap_or(word).to_owned()
    };
    name.split_whitespace().map(stem).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds_are_split_at_their_head() {
        let words = Words::get();
        assert_eq!(words.split("geodatakompetanse"), Some(("geodata", "kompetanse")));
        assert_eq!(words.split("revit-ferdigheter"), Some(("revit-", "ferdigheter")));
        assert_eq!(words.split("dronekunnskapane"), Some(("drone", "kunnskapane")));
        for none in ["kompetanse", "fagkompetanse", "spisskompetanse", "skatteevna", "kvalifikasjon", ""] {
            assert_eq!(words.split(none), None, "{none}");
        }
    }

    #[test]
    fn keys_join_inflections_and_spellings() {
        assert_eq!(key("selvstendig rapportering"), key("sjølvstendig rapporteringen"));
        assert_eq!(key("kystfiske"), key("kystfisket"));
        assert_ne!(key("kystfiske"), key("kystvakt"));
    }

    #[test]
    fn professions_and_deeds_are_known_by_their_ends() {
        let words = Words::get();
        assert!(words.is_profession("vernepleiarar") && words.is_profession("bergingeniør"));
        assert!(!words.is_profession("pleie") && words.is_post("prosjektledere"));
        assert!(words.is_deed("garnrensing") && words.is_deed("oppfølgingen"));
        assert!(!words.is_deed("stillingen") && !words.is_deed("ting"));
    }
}
