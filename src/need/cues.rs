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
    pub(crate) hits: Vec<String>,
    #[serde(default)]
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests run them"))]
    pub(crate) misses: Vec<String>,
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

/// What a marker found in a text is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sign {
    Cue(&'static Cue),
    Boundary,
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

/// The grammar words, in the order of their marker ids behind the cues.
fn classes() -> [(&'static [String], Sign); 12] {
    let g = grammar();
    [
        (&g.boundaries, Sign::Boundary),
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
    out
}

/// What the marker of this id is.
pub(crate) fn sign(id: u32) -> Option<Sign> {
    let at = id as usize;
    match CUES.get(at) {
        Some(cue) => Some(Sign::Cue(cue)),
        None => classes().get(at - CUES.len()).map(|&(_, sign)| sign),
    }
}

/// The cues, to test them by their own sentences.
#[cfg(test)]
pub(crate) fn all() -> &'static [Cue] {
    &CUES
}

fn id(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
}
