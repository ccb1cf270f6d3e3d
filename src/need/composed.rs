//! Cues of two parts with the clause between them: *må* vi i årene som kommer *styrke*, *skal* kompetansen *heves*, *har* de siste årene *bygd opp*.

use super::cues::{Composed, Cue, Depth, Place, composed};
use super::grammar;
use super::scene::Places;
use super::steps::step;
use crate::matching::{Matches, Mention};
use crate::text::Prepared;
use std::collections::HashMap;
use std::ops::Range;

/// Words that may stand between the two parts, at most.
const GAP: usize = 9;

/// First parts that may reach into the second, at most: *få* and *få ansatte* before *ansatte med*.
const OVERLAPPING: usize = 4;

/// Words that turn the second part into something else: *må ha evne til å utvikle*, *har ikke styrket*.
const STOPS: [&str; 12] = ["å", "ikke", "ikkje", "aldri", "som", "at", "om", "kan", "kunne", "få", "færre", "ingen"];

/// Where a part of a cue stands: the number of its kind, and its tokens.
pub(super) type PartAt = (usize, Range<usize>);

/// The cues that the parts make together, with their tokens. `parts` and the `cues` found so far are in order of their start; linear in them.
pub(super) fn find(
    prepared: &Prepared,
    matches: &Matches,
    places: &Places,
    parts: &[PartAt],
    cues: &[(&'static Cue, Range<usize>)],
    ad: bool,
) -> Vec<(&'static Cue, Range<usize>)> {
    let mut out = Vec::new();
    // The first parts so far, by kind: several cues begin with the same.
    let mut openings: HashMap<usize, Vec<&Range<usize>>> = HashMap::new();
    for (kind, range) in parts {
        for rule in composed().iter().filter(|rule| rule.then == *kind) {
            step();
            let before = openings.get(&rule.first).map_or(&[][..], Vec::as_slice);
            if let Some(opening) = before.iter().rev().take(OVERLAPPING).find(|opening| opening.end <= range.start)
                && joins(prepared, places, opening, range, ad)
                && !holds_cue(cues, opening, range)
            {
                out.extend(cue(rule, opening, range, &matches.mentions));
            }
        }
        openings.entry(*kind).or_default().push(range);
    }
    out
}

/// Whether a cue that governs a clause stands between the parts or goes on from the first: *har [behov for] folk med*, *er nøkkelen til gode*.
/// `cues` are in order of their start.
fn holds_cue(cues: &[(&'static Cue, Range<usize>)], opening: &Range<usize>, closing: &Range<usize>) -> bool {
    let from = cues.partition_point(|(_, range)| range.start < opening.start);
    cues[from..]
        .iter()
        .inspect(|_| step())
        .take_while(|(_, range)| range.start < closing.start)
        .any(|(cue, range)| range.end > opening.end && range.end <= closing.start && cue.depth > Depth::Base)
}

/// What stands between names a competence or nothing. *Må den digitale kompetansen styrkes*: then the second part alone is the cue, and looks back.
fn cue(
    rule: &Composed,
    opening: &Range<usize>,
    closing: &Range<usize>,
    mentions: &[Mention],
) -> Option<(&'static Cue, Range<usize>)> {
    let before = mentions[..mentions.partition_point(|mention| mention.tokens.start < closing.start)].last();
    if before.is_none_or(|mention| mention.tokens.end <= opening.end) {
        return Some((rule.cue, opening.start..closing.end));
    }
    (rule.cue.place != Place::Before).then(|| (rule.cue, closing.clone()))
}

/// Whether the second part belongs to the first: in one clause, not far away, no other verb between them.
fn joins(prepared: &Prepared, places: &Places, opening: &Range<usize>, closing: &Range<usize>, ad: bool) -> bool {
    let gap = opening.end..closing.start;
    if gap.len() > GAP || places.clause(opening.start) != places.clause(closing.start) {
        return false;
    }
    let tokens = &prepared.tokens;
    let mut between = gap.map(|at| prepared.word(&tokens[at]));
    if between.any(|word| STOPS.contains(&word) || grammar::words().is_finite(word) || (ad && word == "du")) {
        return false;
    }
    // In an ad, «du vil utvikle» is the work.
    !(ad && opening.start > 0 && prepared.word(&tokens[opening.start - 1]) == "du")
}
