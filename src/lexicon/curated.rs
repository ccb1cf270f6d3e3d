//! The curated lexicon, embedded.

use super::entry::Details;
use super::{Lexicon, parse};
use crate::stored;
use once_cell::sync::Lazy;
use std::sync::Arc;

/// Changes with every change of what the curated lexicon finds.
const VERSION: &str = "2026.1";

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("data/", $name)))),*]
    };
}

static FILES: [(&str, &str); 14] = files![
    "digital.toml",
    "learning.toml",
    "innovation.toml",
    "collaboration.toml",
    "communication.toml",
    "thinking.toml",
    "leadership.toml",
    "self-management.toml",
    "service.toml",
    "society.toml",
    "governance.toml",
    "professional-care.toml",
    "professional-technical.toml",
    "credential.toml",
];

static LINKS: &str = include_str!("data/esco.toml");

static LEXICON: Lazy<Lexicon> = Lazy::new(|| match stored::concepts() {
    Some(concepts) => Lexicon { version: VERSION.into(), concepts: Arc::new(concepts) },
    None => from_toml(),
});

static DETAILS: Lazy<Vec<Details>> =
    Lazy::new(|| from_toml().all().iter().map(|concept| concept.details().clone()).collect());

pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

/// The details of the curated concept of this index: read from the TOML, all at once, when the first are asked for.
pub(super) fn details(concept: usize) -> &'static Details {
    &DETAILS[concept]
}

/// The texts that the curated lexicon is made of.
pub(super) fn sources() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(_, toml)| *toml).chain([LINKS])
}

/// The lexicon as the TOML has it.
pub(super) fn from_toml() -> Lexicon {
    // Part of the crate, so no limits are counted: that would double the time.
    let mut concepts = Vec::new();
    let read = FILES.iter().try_for_each(|(name, toml)| parse::parse(name, toml, &mut concepts));
    let links = |lexicon| super::links::apply(lexicon, "esco.toml", LINKS);
    match read.and_then(|()| parse::check(&concepts)).and_then(|()| Lexicon::of(VERSION, concepts)).and_then(links) {
        Ok(lexicon) => lexicon,
        // The files are part of the crate and a test reads them all, so this is a fault of the crate, never of its user.
        Err(error) => unreachable!("the curated lexicon does not parse: {error}"),
    }
}
