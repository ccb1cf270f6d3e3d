//! The cues and the grammar words, read from `data/`.

use super::grammar::grammar;
use super::{Level, Stance};
use crate::lexicon::List;
use crate::matching::Marker;
use once_cell::sync::Lazy;
use serde::Deserialize;

/// Where a cue stands to what it governs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Place {
    /// It governs what follows.
    Before,
    /// It governs what stands before it.
    After,
    Around,
}

/// How near the competence a cue stands in the construction; the innermost wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Depth {
    /// Below lead-ins and headings: says what holds where nothing else does.
    Base,
    Frame,
    Predicate,
    Modifier,
}

/// In which texts a cue counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Where {
    Ad,
    Prose,
}

/// The sentences of a cue: for readers and for the tests, so that nothing is kept of them elsewhere.
#[cfg(test)]
type Sentences = Vec<String>;
#[cfg(not(test))]
type Sentences = serde::de::IgnoredAny;

/// One cue as written in `cues.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cue {
    pub(crate) id: String,
    pub(crate) stance: Stance,
    pub(crate) ad: Option<Stance>,
    pub(crate) genre: Option<Where>,
    pub(crate) place: Place,
    pub(crate) depth: Depth,
    #[serde(default)]
    pub(crate) pseudo: bool,
    /// Two kinds of words that make the cue together, by their ids in `parts.toml`.
    parts: Option<[String; 2]>,
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default)]
    verbs: Vec<String>,
    #[serde(default)]
    adjectives: Vec<String>,
    #[serde(default)]
    phrases: Vec<String>,
    #[serde(default)]
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests run them"))]
    pub(crate) hits: Sentences,
    #[serde(default)]
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests run them"))]
    pub(crate) misses: Sentences,
}

impl Cue {
    /// Whether it counts in an ad, or in other text.
    pub(crate) fn counts(&self, ad: bool) -> bool {
        match self.genre {
            Some(Where::Ad) => ad,
            Some(Where::Prose) => !ad,
            None => true,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCues {
    cue: Vec<Cue>,
}

/// Words of one kind, of which a cue puts two together: *må* … *styrke*.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    id: String,
    #[serde(default)]
    verbs: Vec<String>,
    #[serde(default)]
    phrases: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawParts {
    part: Vec<Part>,
}

/// A cue of two parts, by the numbers of their kinds.
#[derive(Debug)]
pub(crate) struct Composed {
    pub(crate) cue: &'static Cue,
    pub(crate) first: usize,
    pub(crate) then: usize,
}

/// What a marker found in a text is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sign {
    Cue(&'static Cue),
    Boundary,
    /// *dersom* and its like.
    Condition,
    ClauseStart,
    Purpose,
    /// A frame that only looks like the beginning of a purpose.
    NoPurpose,
    /// A boundary word that goes on with what stands before: *men også*.
    NoBoundary,
    /// What was said last holds again: *det samme gjelder*.
    Same,
    Reporting,
    According,
    Level(Level),
    /// A word that makes a cue together with another, by the number of its kind.
    Part(usize),
}

/// One file a stance, and the pseudo-cues.
const FILES: [(&str, &str); 10] = [
    ("required", include_str!("data/cues/required.toml")),
    ("preferred", include_str!("data/cues/preferred.toml")),
    ("needed", include_str!("data/cues/needed.toml")),
    ("important", include_str!("data/cues/important.toml")),
    ("not-needed", include_str!("data/cues/not-needed.toml")),
    ("offered", include_str!("data/cues/offered.toml")),
    ("held", include_str!("data/cues/held.toml")),
    ("duty", include_str!("data/cues/duty.toml")),
    ("mentioned", include_str!("data/cues/mentioned.toml")),
    ("pseudo-cues", include_str!("data/cues/pseudo-cues.toml")),
];

impl Sign {
    pub(crate) fn is_no_purpose(&self) -> bool {
        matches!(self, Self::NoPurpose)
    }

    pub(crate) fn is_no_boundary(&self) -> bool {
        matches!(self, Self::NoBoundary)
    }
}

static CUES: Lazy<Vec<Cue>> = Lazy::new(|| {
    let parse = |(name, text): (&str, &str)| match toml::from_str::<RawCues>(text) {
        Ok(raw) => raw.cue,
        Err(error) => unreachable!("cues/{name}.toml does not parse: {error}"),
    };
    FILES.into_iter().flat_map(parse).collect()
});

const PARTS_FILE: &str = include_str!("data/cues/parts.toml");

/// The texts that the markers are made of.
pub(crate) fn sources() -> impl Iterator<Item = &'static str> {
    FILES.into_iter().map(|(_, text)| text).chain([PARTS_FILE, super::grammar::SOURCE])
}

static PARTS: Lazy<Vec<Part>> = Lazy::new(|| match toml::from_str::<RawParts>(PARTS_FILE) {
    Ok(raw) => raw.part,
    Err(error) => unreachable!("cues/parts.toml does not parse: {error}"),
});

static COMPOSED: Lazy<Vec<Composed>> = Lazy::new(|| {
    let kind = |id: &String| match PARTS.iter().position(|part| part.id == *id) {
        Some(kind) => kind,
        None => unreachable!("cues/parts.toml has no part `{id}`"),
    };
    let both = |cue: &'static Cue| cue.parts.as_ref().map(|[first, then]| (cue, kind(first), kind(then)));
    CUES.iter().filter_map(both).map(|(cue, first, then)| Composed { cue, first, then }).collect()
});

/// The cues of two parts.
pub(crate) fn composed() -> &'static [Composed] {
    &COMPOSED
}

/// The number of kinds of grammar words.
const CLASSES: usize = 13;

/// The grammar words, in the order of their marker ids behind the cues.
fn classes() -> [(&'static [String], Sign); CLASSES] {
    let g = grammar();
    [
        (&g.boundaries, Sign::Boundary),
        (&g.conditions, Sign::Condition),
        (&g.clause_starts, Sign::ClauseStart),
        (&g.purposes, Sign::Purpose),
        (&g.no_purposes, Sign::NoPurpose),
        (&g.no_boundaries, Sign::NoBoundary),
        (&g.same, Sign::Same),
        (&g.reporting, Sign::Reporting),
        (&g.according, Sign::According),
        (&g.levels.basic, Sign::Level(Level::Basic)),
        (&g.levels.good, Sign::Level(Level::Good)),
        (&g.levels.very_good, Sign::Level(Level::VeryGood)),
        (&g.levels.expert, Sign::Level(Level::Expert)),
    ]
}

/// Everything that the index must find for this stage, with its marker id.
pub(crate) fn markers() -> Vec<Marker<'static>> {
    let mut out = Vec::new();
    for (i, cue) in CUES.iter().enumerate() {
        for (list, texts) in [
            (List::Noun, &cue.nouns),
            (List::Verb, &cue.verbs),
            (List::Adjective, &cue.adjectives),
            (List::Phrase, &cue.phrases),
        ] {
            out.extend(texts.iter().map(|text| Marker { id: id(i), everywhere: false, list, text }));
        }
    }
    for (k, (texts, sign)) in classes().into_iter().enumerate() {
        let id = id(CUES.len() + k);
        // Who speaks is remembered from sentence to sentence.
        let everywhere = matches!(sign, Sign::Reporting | Sign::According);
        out.extend(texts.iter().map(|text| Marker { id, everywhere, list: List::Phrase, text }));
    }
    for (k, part) in PARTS.iter().enumerate() {
        let id = id(CUES.len() + CLASSES + k);
        for (list, texts) in [(List::Verb, &part.verbs), (List::Phrase, &part.phrases)] {
            out.extend(texts.iter().map(|text| Marker { id, everywhere: false, list, text }));
        }
    }
    out
}

/// What the marker of this id is.
pub(crate) fn sign(id: u32) -> Option<Sign> {
    let at = id as usize;
    if let Some(cue) = CUES.get(at) {
        return Some(Sign::Cue(cue));
    }
    let behind = at - CUES.len();
    let word = classes().get(behind).map(|&(_, sign)| sign);
    word.or_else(|| behind.checked_sub(CLASSES).filter(|&kind| kind < PARTS.len()).map(Sign::Part))
}

/// The cues, to test them by their own sentences.
#[cfg(test)]
pub(crate) fn all() -> &'static [Cue] {
    &CUES
}

fn id(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
}
