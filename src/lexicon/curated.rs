//! The curated lexicon, embedded.

use super::Lexicon;
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
    let links = |lexicon| super::links::apply(lexicon, "esco.toml", include_str!("data/esco.toml"));
    match Lexicon::parse_files(VERSION, files).and_then(links) {
        Ok(lexicon) => lexicon,
        // The files are part of the crate and a test reads them all, so this is a fault of the crate, never of its user.
        Err(error) => unreachable!("the curated lexicon does not parse: {error}"),
    }
});

pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}
