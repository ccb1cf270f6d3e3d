//! What the text says of each mention.

pub(crate) mod classes;
mod classify;
mod composed;
mod cues;
mod grammar;
mod holder;
mod level;
mod noun_phrase;
mod purpose;
mod scene;
mod source;
mod steps;
#[cfg(test)]
mod tests;

pub(crate) use classify::{Verdict, classify};
pub(crate) use cues::{markers, sources};

use serde::{Deserialize, Serialize};

/// What the text says of a competence. The first four are needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Stance {
    /// Demanded: there is no way round it.
    Required,
    /// Wished for, an advantage.
    Preferred,
    /// Lacking, sought or to be built up by somebody.
    Needed,
    /// Weighty or decisive, without being demanded of a person.
    Important,
    /// Said not to be demanded.
    NotNeeded,
    /// Given to the reader or an employee.
    Offered,
    /// Already there.
    Held,
    /// What the work consists of.
    Duty,
    /// None of these.
    #[default]
    Mentioned,
}

impl Stance {
    /// Whether it is a need: required, preferred, needed or important.
    #[must_use]
    pub fn is_need(self) -> bool {
        matches!(self, Self::Required | Self::Preferred | Self::Needed | Self::Important)
    }

    /// As it is spelled in records: *not-needed*.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Preferred => "preferred",
            Self::Needed => "needed",
            Self::Important => "important",
            Self::NotNeeded => "not-needed",
            Self::Offered => "offered",
            Self::Held => "held",
            Self::Duty => "duty",
            Self::Mentioned => "mentioned",
        }
    }
}

/// The level of proficiency that the text gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Level {
    /// *grunnleggende, noe*
    Basic,
    /// *god, gode kunnskaper*
    Good,
    /// *svært god, meget god, solid, høy, bred*
    VeryGood,
    /// *inngående, ekspert-, spisskompetanse, fremragende*
    Expert,
}
