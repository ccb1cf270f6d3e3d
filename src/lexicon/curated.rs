//! The curated lexicon, embedded.

use super::{Lexicon, parse};
use once_cell::sync::Lazy;

/// Changes with every change of what the curated lexicon finds.
const VERSION: &str = "2026.1";

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("data/", $name)))),*]
    };
}

static LEXICON: Lazy<Lexicon> = Lazy::new(|| {
    let files = files![
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
    // Part of the crate, so no limits are counted: that would double the time of first use.
    let mut concepts = Vec::new();
    let read = files.into_iter().try_for_each(|(name, toml)| parse::parse(name, toml, &mut concepts));
    let links = |lexicon| super::links::apply(lexicon, "esco.toml", include_str!("data/esco.toml"));
    match read.and_then(|()| parse::check(&concepts)).and_then(|()| Lexicon::of(VERSION, concepts)).and_then(links) {
        Ok(lexicon) => lexicon,
        // The files are part of the crate and a test reads them all, so this is a fault of the crate, never of its user.
        Err(error) => unreachable!("the curated lexicon does not parse: {error}"),
    }
});

pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}
