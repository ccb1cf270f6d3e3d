//! The words that shape clauses and noun phrases, read from `data/grammar.toml`.

use crate::hasher::Fast;
use once_cell::sync::Lazy;
use serde::Deserialize;
use std::collections::{HashMap, HashSet};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Grammar {
    pub(super) boundaries: Vec<String>,
    pub(super) no_boundaries: Vec<String>,
    pub(super) conditions: Vec<String>,
    pub(super) clause_starts: Vec<String>,
    pub(super) purposes: Vec<String>,
    pub(super) no_purposes: Vec<String>,
    pub(super) same: Vec<String>,
    pub(super) reporting: Vec<String>,
    pub(super) according: Vec<String>,
    pub(super) levels: Levels,
    words: RawWords,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Levels {
    pub(super) basic: Vec<String>,
    pub(super) good: Vec<String>,
    pub(super) very_good: Vec<String>,
    pub(super) expert: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWords {
    pronouns: Vec<String>,
    determiners: Vec<String>,
    adjectives: Vec<String>,
    adjective_endings: Vec<String>,
    adverbs: Vec<String>,
    auxiliaries: Vec<String>,
    finite: Vec<String>,
    conjunctions: Vec<String>,
    prepositions: Vec<String>,
    agents: Vec<String>,
    agent_endings: Vec<String>,
    definite_endings: Vec<String>,
    plural_endings: Vec<String>,
    name_parts: Vec<String>,
    carriers: Vec<String>,
    experience: Vec<String>,
    year_words: Vec<String>,
    before_years: Vec<String>,
    numbers: HashMap<String, u8>,
}

pub(super) const SOURCE: &str = include_str!("data/grammar.toml");

static GRAMMAR: Lazy<Grammar> = Lazy::new(|| match toml::from_str(SOURCE) {
    Ok(grammar) => grammar,
    Err(error) => unreachable!("grammar.toml does not parse: {error}"),
});

/// The lists as written.
pub(super) fn grammar() -> &'static Grammar {
    &GRAMMAR
}

type Set = HashSet<&'static str, Fast>;

/// The word classes, ready to be asked.
#[derive(Debug)]
pub(super) struct Words {
    pronouns: Set,
    determiners: Set,
    adjectives: Set,
    adverbs: Set,
    auxiliaries: Set,
    finite: Set,
    conjunctions: Set,
    prepositions: Set,
    /// Words that begin no name.
    function: Set,
    /// With all their endings.
    agents: HashSet<String, Fast>,
    longest_agent: usize,
    name_parts: Set,
    saying: Set,
    according: Set,
    year_words: Set,
    before_years: Set,
    carriers: Set,
    experience: Set,
    raw: &'static RawWords,
}

static WORDS: Lazy<Words> = Lazy::new(|| {
    let grammar = grammar();
    let raw = &grammar.words;
    let set = |list: &'static [String]| list.iter().map(String::as_str).collect();
    let bend =
        |agent: &String| raw.agent_endings.iter().map(move |ending| format!("{agent}{ending}")).collect::<Vec<_>>();
    let saying: Set = grammar.reporting.iter().filter_map(|words| words.split(' ').next()).collect();
    let classes = [
        &raw.pronouns,
        &raw.determiners,
        &raw.adverbs,
        &raw.auxiliaries,
        &raw.finite,
        &raw.conjunctions,
        &raw.prepositions,
    ];
    let function = classes.into_iter().flatten().map(String::as_str).chain(saying.iter().copied()).collect();
    let agents: HashSet<String, Fast> = raw.agents.iter().flat_map(bend).collect();
    Words {
        pronouns: set(&raw.pronouns),
        determiners: set(&raw.determiners),
        adjectives: set(&raw.adjectives),
        adverbs: set(&raw.adverbs),
        auxiliaries: set(&raw.auxiliaries),
        finite: set(&raw.finite),
        conjunctions: set(&raw.conjunctions),
        prepositions: set(&raw.prepositions),
        longest_agent: agents.iter().map(String::len).max().unwrap_or(0),
        agents,
        name_parts: set(&raw.name_parts),
        according: grammar.according.iter().filter_map(|words| words.split(' ').next_back()).collect(),
        saying,
        function,
        year_words: set(&raw.year_words),
        before_years: set(&raw.before_years),
        carriers: set(&raw.carriers),
        experience: set(&raw.experience),
        raw,
    }
});

/// The word classes of both written standards.
pub(super) fn words() -> &'static Words {
    &WORDS
}

impl Words {
    pub(super) fn is_pronoun(&self, word: &str) -> bool {
        self.pronouns.contains(word)
    }

    pub(super) fn is_determiner(&self, word: &str) -> bool {
        self.determiners.contains(word)
    }

    pub(super) fn is_adjective(&self, word: &str) -> bool {
        self.adjectives.contains(word)
            || (word.chars().count() > 4 && ends(word, &self.raw.adjective_endings) && !self.is_adverb(word))
    }

    pub(super) fn is_adverb(&self, word: &str) -> bool {
        self.adverbs.contains(word)
    }

    pub(super) fn is_auxiliary(&self, word: &str) -> bool {
        self.auxiliaries.contains(word)
    }

    /// A common finite verb.
    pub(super) fn is_finite(&self, word: &str) -> bool {
        self.finite.contains(word)
    }

    pub(super) fn is_conjunction(&self, word: &str) -> bool {
        self.conjunctions.contains(word)
    }

    pub(super) fn is_preposition(&self, word: &str) -> bool {
        self.prepositions.contains(word)
    }

    /// A verb of saying, or its first word.
    pub(super) fn is_saying(&self, word: &str) -> bool {
        self.saying.contains(word)
    }

    /// The last word of *ifølge* and its like.
    pub(super) fn is_according(&self, word: &str) -> bool {
        self.according.contains(word)
    }

    /// A word that begins no name, capital or not.
    pub(super) fn is_function(&self, word: &str) -> bool {
        self.function.contains(word)
    }

    /// A noun for people or a body that can need or say something: *kommunene*, *enhetsleder*, *lærarane*, *etatens*.
    pub(super) fn is_agent(&self, word: &str) -> bool {
        let word = word.strip_suffix('s').filter(|stem| self.ends_in_agent(stem)).unwrap_or(word);
        self.ends_in_agent(word)
    }

    fn ends_in_agent(&self, word: &str) -> bool {
        // A compound's last part decides: *helseforetak*, *klasseleder*.
        let from = word.len().saturating_sub(self.longest_agent);
        (from..word.len()).any(|i| word.get(i..).is_some_and(|last| self.agents.contains(last)))
    }

    pub(super) fn is_definite(&self, word: &str) -> bool {
        ends(word, &self.raw.definite_endings)
    }

    pub(super) fn is_plural(&self, word: &str) -> bool {
        ends(word, &self.raw.plural_endings)
    }

    /// What goes on with a name in lower case: *kommune*, *AS*.
    pub(super) fn is_name_part(&self, word: &str) -> bool {
        self.name_parts.contains(word)
    }

    /// A noun whose degree passes through a preposition: *god kunnskap om X*.
    pub(super) fn is_carrier(&self, word: &str) -> bool {
        has_tail(word, &self.carriers)
    }

    /// A word that years are counted of: *erfaring*, *praksis*.
    pub(super) fn is_experience(&self, word: &str) -> bool {
        has_tail(word, &self.experience)
    }

    pub(super) fn is_year(&self, word: &str) -> bool {
        self.year_words.contains(word)
    }

    /// What may stand between a competence and the years behind it: *i minst fem år*.
    pub(super) fn is_before_years(&self, word: &str) -> bool {
        self.before_years.contains(word)
    }

    pub(super) fn number(&self, word: &str) -> Option<u8> {
        self.raw.numbers.get(word).copied()
    }
}

/// The longest last part that is looked up, in bytes: no word of the lists is longer, and a text may hold a word of a million letters.
const LONGEST_TAIL: usize = 40;

/// Whether the word or a last part of it is in the set.
fn has_tail(word: &str, set: &Set) -> bool {
    let from = word.len().saturating_sub(LONGEST_TAIL);
    (from..word.len()).any(|i| word.get(i..).is_some_and(|tail| set.contains(tail)))
}

fn ends(word: &str, endings: &[String]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending.as_str()))
}
