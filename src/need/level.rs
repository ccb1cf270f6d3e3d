//! Level of proficiency and years of experience.

use super::classify::Verdict;
use super::cues::Sign;
use super::scene::Scene;
use crate::matching::Matches;
use crate::text::Prepared;
use crate::text::tokens::Kind;

/// How far before a mention its level may stand, in tokens.
const WINDOW: usize = 6;

/// Fills in level and years.
pub(crate) fn find(prepared: &Prepared, matches: &Matches, scene: &Scene, verdicts: &mut [Verdict]) {
    let mut levels: Vec<_> = scene
        .signs
        .iter()
        .filter_map(|(sign, range)| match sign {
            Sign::Level(level) => Some((range.end, range.len(), *level)),
            _ => None,
        })
        .collect();
    levels.sort_unstable_by_key(|&(end, len, _)| (end, len));
    for (i, mention) in matches.mentions.iter().enumerate() {
        let start = mention.tokens.start;
        let floor = back(prepared, start);
        let to = levels.partition_point(|&(end, _, _)| end <= start);
        verdicts[i].level = levels[..to].last().filter(|&&(end, _, _)| end > floor).map(|&(_, _, level)| level);
        verdicts[i].years = years(prepared, start);
        if i > 0 {
            // A conjunct takes the level of the one before it.
            let last = &matches.mentions[i - 1];
            let gap = start.saturating_sub(last.tokens.end);
            let joined = gap <= 2 && last.block == mention.block && last.tokens.end <= start;
            if joined && verdicts[i].level.is_none() {
                verdicts[i].level = verdicts[i - 1].level;
            }
            if joined && verdicts[i].years.is_none() {
                verdicts[i].years = verdicts[i - 1].years;
            }
        }
    }
}

/// The first token that still stands in the phrase before `start`.
fn back(prepared: &Prepared, start: usize) -> usize {
    let mut at = start;
    while at > 0 && start - at < WINDOW {
        let token = &prepared.tokens[at - 1];
        let stops = match token.kind {
            Kind::Word => matches!(prepared.word(token), "som" | "er" | "har" | "skal" | "vil" | "men"),
            Kind::Number => false,
            _ => true,
        };
        if stops {
            break;
        }
        at -= 1;
    }
    at
}

const NUMBERS: [(&str, u8); 12] = [
    ("ett", 1),
    ("eitt", 1),
    ("to", 2),
    ("tre", 3),
    ("fire", 4),
    ("fem", 5),
    ("seks", 6),
    ("sju", 7),
    ("syv", 7),
    ("åtte", 8),
    ("ti", 10),
    ("ni", 9),
];

/// *minst tre års erfaring med*, *3-5 års praksis*: the lower bound.
fn years(prepared: &Prepared, start: usize) -> Option<u8> {
    let from = start.saturating_sub(2 * WINDOW);
    for at in (from..start).rev() {
        let token = &prepared.tokens[at];
        match token.kind {
            Kind::Break | Kind::Punct('.' | ';' | ':') => return None,
            Kind::Word if matches!(prepared.word(token), "års" | "år" | "year" | "åring") && at > 0 => {
                let number = &prepared.tokens[at - 1];
                let word = prepared.word(number);
                return match number.kind {
                    Kind::Number => word.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok(),
                    _ => NUMBERS.iter().find(|(name, _)| *name == word).map(|&(_, n)| n),
                };
            }
            _ => {}
        }
    }
    None
}
