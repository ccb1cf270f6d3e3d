//! What the text says of each mention.

use crate::document::Genre;
use crate::matching::Mention;
use crate::text::Prepared;
use crate::text::layout::SectionKind;
use serde::{Deserialize, Serialize};
use std::ops::Range;

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

/// What was found out of one mention. Token ranges are half-open.
#[derive(Clone, Debug, Default)]
pub(crate) struct Verdict {
    pub(crate) stance: Stance,
    /// Stable id: `needed/behov-for`, `required/section`.
    pub(crate) rule: &'static str,
    pub(crate) cue: Option<Range<usize>>,
    pub(crate) level: Option<Level>,
    pub(crate) years: Option<u8>,
    pub(crate) holder: Option<Range<usize>>,
    pub(crate) source: Option<Range<usize>>,
    pub(crate) purpose: Option<Range<usize>>,
}

/// Decides on each mention; gives one verdict a mention, in the same order.
pub(crate) fn classify(
    prepared: &Prepared,
    _text: &str,
    _sentences: &[Range<usize>],
    mentions: &[Mention],
) -> Vec<Verdict> {
    mentions
        .iter()
        .map(|mention| {
            let section = prepared.blocks[mention.block].section;
            let (stance, rule) = match (prepared.genre, section) {
                (Genre::Ad, Some(SectionKind::Qualifications | SectionKind::PersonalQualities)) => {
                    (Stance::Required, "required/section")
                }
                (Genre::Ad, Some(SectionKind::DesiredQualifications)) => (Stance::Preferred, "preferred/section"),
                (Genre::Ad, Some(SectionKind::Duties)) => (Stance::Duty, "duty/section"),
                (Genre::Ad, Some(SectionKind::Offer)) => (Stance::Offered, "offered/section"),
                _ => (Stance::Mentioned, "mentioned/default"),
            };
            Verdict { stance, rule, ..Verdict::default() }
        })
        .collect()
}
