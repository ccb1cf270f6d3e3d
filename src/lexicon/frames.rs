//! The words around terms (`data/frames.toml`): conjunctions, heads, naming frames, carriers, licences.

use crate::hasher::Fast;
use once_cell::sync::Lazy;
use serde::Deserialize;
use std::collections::HashSet;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Frames {
    pub(crate) conjunctions: Vec<String>,
    pub(crate) fillers: Vec<String>,
    pub(crate) inserts: Vec<String>,
    pub(crate) stops: Vec<String>,
    pub(crate) prepositions: Vec<String>,
    pub(crate) function_words: Vec<String>,
    pub(crate) heads: Heads,
    pub(crate) naming: Phrases,
    pub(crate) carriers_of_competence: Phrases,
    pub(crate) carriers: Phrases,
    pub(crate) carriers_in_ads: Phrases,
    pub(crate) licences: Phrases,
    pub(crate) licences_in_ads: Phrases,
    pub(crate) talk: Talk,
    pub(crate) refusals: Refusals,
    pub(crate) persons: Persons,
    pub(crate) open: Vec<Open>,
    pub(crate) open_ends: OpenEnds,
    pub(crate) sentences: Sentences,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Heads {
    pub(crate) names: Vec<String>,
    pub(crate) licensed: Vec<String>,
    pub(crate) adjectives: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Phrases {
    #[serde(default)]
    pub(crate) nouns: Vec<String>,
    #[serde(default)]
    pub(crate) verbs: Vec<String>,
    #[serde(default)]
    pub(crate) phrases: Vec<String>,
}

/// Parts of words that show that a text speaks of competence.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Talk {
    pub(crate) stems: Vec<String>,
}

/// Words that show that a proposal names no competence.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Refusals {
    /// Ends of nouns that an adjective describes without saying anything of a person.
    pub(crate) things: Vec<String>,
    /// Verbs that take a field as their object.
    pub(crate) chained: Vec<String>,
    /// Particles of such verbs.
    pub(crate) particles: Vec<String>,
}

/// Words for people.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Persons {
    pub(crate) pronouns: Vec<String>,
    /// Ends of nouns.
    pub(crate) ends: Vec<String>,
}

/// A frame whose mention runs to the end of the noun phrase (*erfaring fra hjemmetjenesten*).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Open {
    pub(crate) concept: String,
    #[serde(default)]
    pub(crate) phrases: Vec<String>,
    #[serde(default)]
    pub(crate) verbs: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpenEnds {
    pub(crate) words: Vec<String>,
    /// Ends of words for places of work.
    pub(crate) places: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sentences {
    pub(crate) abbreviations: Vec<String>,
}

pub(super) const SOURCE: &str = include_str!("data/frames.toml");

static FRAMES: Lazy<Frames> = Lazy::new(|| match toml::from_str(SOURCE) {
    Ok(frames) => frames,
    Err(error) => unreachable!("frames.toml does not parse: {error}"),
});

type Set = HashSet<&'static str, Fast>;

static PREPOSITIONS: Lazy<Set> = Lazy::new(|| FRAMES.prepositions.iter().map(String::as_str).collect());
static FUNCTION_WORDS: Lazy<Set> = Lazy::new(|| FRAMES.function_words.iter().map(String::as_str).collect());

impl Frames {
    pub(crate) fn get() -> &'static Self {
        &FRAMES
    }

    pub(crate) fn is_preposition(&self, word: &str) -> bool {
        PREPOSITIONS.contains(word)
    }

    pub(crate) fn is_function_word(&self, word: &str) -> bool {
        FUNCTION_WORDS.contains(word)
    }
}
