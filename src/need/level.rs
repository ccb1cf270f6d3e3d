//! Level of proficiency and years of experience.

use super::Level;
use super::classify::Verdict;
use super::cues::Sign;
use super::grammar::words;
use super::scene::Scene;
use crate::matching::Matches;
use crate::text::Prepared;
use crate::text::tokens::Kind;
use std::ops::Range;

/// How far from a mention its level may stand, in tokens.
const WINDOW: usize = 6;

/// Fills in level and years. Looks at a bounded number of tokens around each mention.
pub(super) fn find(prepared: &Prepared, matches: &Matches, scene: &Scene, verdicts: &mut [Verdict]) {
    let mut levels: Vec<(Range<usize>, Level)> = scene
        .signs
        .iter()
        .filter_map(|(sign, range)| match sign {
            Sign::Level(level) => Some((range.clone(), *level)),
            _ => None,
        })
        .collect();
    levels.sort_unstable_by_key(|(range, _)| (range.end, range.len()));
    let reader = Reader { prepared, levels };
    for (i, mention) in matches.mentions.iter().enumerate() {
        let tokens = &mention.tokens;
        verdicts[i].level = reader.before(tokens.start).or_else(|| reader.behind(tokens.end));
        verdicts[i].years = reader.years_before(tokens).or_else(|| reader.years_behind(tokens.end));
        if i > 0 {
            // A conjunct takes the level of the one before it.
            let last = &matches.mentions[i - 1];
            let gap = tokens.start.saturating_sub(last.tokens.end);
            let joined = gap <= 2
                && last.block == mention.block
                && last.tokens.end <= tokens.start
                && (last.tokens.end..tokens.start).all(|t| reader.joins(t));
            if joined && verdicts[i].level.is_none() {
                verdicts[i].level = verdicts[i - 1].level;
            }
            if joined && verdicts[i].years.is_none() {
                verdicts[i].years = verdicts[i - 1].years;
            }
        }
    }
}

struct Reader<'a> {
    prepared: &'a Prepared,
    /// By their end, the shorter first.
    levels: Vec<(Range<usize>, Level)>,
}

impl Reader<'_> {
    /// The word at a token, empty where it is none.
    fn word(&self, at: usize) -> &str {
        self.prepared.tokens.get(at).filter(|token| token.is_word()).map_or("", |token| self.prepared.word(token))
    }

    fn is_punct(&self, at: usize, marks: &[char]) -> bool {
        self.prepared.tokens.get(at).is_some_and(|token| marks.iter().any(|&mark| token.is_punct(mark)))
    }

    /// Whether the token joins conjuncts.
    fn joins(&self, at: usize) -> bool {
        matches!(self.word(at), "og" | "eller" | "samt" | "både") || self.is_punct(at, &[',', '/', '&'])
    }

    /// The nearest level in the phrase before a mention.
    fn before(&self, start: usize) -> Option<Level> {
        let floor = self.floor(start);
        let to = self.levels.partition_point(|(range, _)| range.end <= start);
        self.levels[..to].last().filter(|(range, _)| range.start >= floor).map(|&(_, level)| level)
    }

    /// The first token that still belongs to the phrase before `start`.
    fn floor(&self, start: usize) -> usize {
        let mut at = start;
        while at > 0 && start - at < WINDOW {
            let word = self.word(at - 1);
            let stops = match self.prepared.tokens[at - 1].kind {
                // A degree passes through a preposition only behind a word that it measures: *god kunnskap om X*, not *gode kolleger med X*.
                Kind::Word if is_joint(word) => at < 2 || !words().is_carrier(self.word(at - 2)),
                Kind::Word => matches!(word, "som" | "men" | "at" | "og" | "eller" | "samt") || words().is_finite(word),
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

    /// *behersker norsk flytende*, *engelsk på høyt nivå*.
    fn behind(&self, end: usize) -> Option<Level> {
        let at_level =
            matches!(self.word(end), "på") && (end + 2..end + WINDOW).any(|i| self.word(i).ends_with("nivå"));
        let from = if at_level { end + 1 } else { end };
        // The longest that begins there, or behind an article.
        let starts = if at_level { from..from + 3 } else { from..from + 1 };
        let first = self.levels.partition_point(|(range, _)| range.end <= from);
        let here = self.levels[first..].iter().take_while(|(range, _)| range.end <= from + WINDOW);
        let (range, level) =
            here.filter(|(range, _)| starts.contains(&range.start)).max_by_key(|(range, _)| range.len())?;
        // «norsk god …» would be the next phrase's degree.
        let closed = at_level
            || self.word(range.end).is_empty()
            || matches!(self.word(range.end), "og" | "både" | "eller" | "samt");
        closed.then_some(*level)
    }

    /// *minst tre års erfaring med X*, *3-5 års praksis fra X*: the lower bound.
    fn years_before(&self, mention: &Range<usize>) -> Option<u8> {
        let from = mention.start.saturating_sub(2 * WINDOW);
        for at in (from..mention.start).rev() {
            match self.prepared.tokens[at].kind {
                Kind::Break | Kind::Punct('.' | ';' | ':') => return None,
                Kind::Word if words().is_year(self.word(at)) => {
                    // Years of age say nothing of experience.
                    let counted = (at..mention.end).any(|i| words().is_experience(self.word(i)));
                    return if counted { self.number_before(at) } else { None };
                }
                Kind::Word if words().is_finite(self.word(at)) || self.word(at) == "som" => return None,
                _ => {}
            }
        }
        None
    }

    /// *erfaring med X, minst tre år*, *X (min. 5 år)*, *X i minst to år*.
    fn years_behind(&self, end: usize) -> Option<u8> {
        let mut at = end;
        while at < end + WINDOW {
            if self.word(at + 1).is_empty() && self.is_punct(at + 1, &['.']) && matches!(self.word(at), "min" | "ca") {
                at += 2;
                continue;
            }
            if words().is_year(self.word(at + 1)) {
                return self.number_before(at + 1);
            }
            if !(words().is_before_years(self.word(at)) || self.is_punct(at, &[',', '(', '–'])) {
                return None;
            }
            at += 1;
        }
        None
    }

    fn number_before(&self, year: usize) -> Option<u8> {
        let token = self.prepared.tokens.get(year.checked_sub(1)?)?;
        let word = self.prepared.word(token);
        match token.kind {
            Kind::Number => {
                let first = word.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok();
                self.range_start(year - 1).or(first)
            }
            Kind::Word => self.range_start(year - 1).or_else(|| words().number(word)),
            _ => None,
        }
    }

    /// The lower number of *3 – 5 år*, *to til tre år*.
    fn range_start(&self, upper: usize) -> Option<u8> {
        let joint = upper.checked_sub(1)?;
        let lower = self.prepared.tokens.get(upper.checked_sub(2)?)?;
        if !(self.is_punct(joint, &['–', '-']) || matches!(self.word(joint), "til" | "eller")) {
            return None;
        }
        let word = self.prepared.word(lower);
        match lower.kind {
            Kind::Number => word.parse().ok(),
            Kind::Word => words().number(word),
            _ => None,
        }
    }
}

/// A preposition, or what stands for one before a competence.
fn is_joint(word: &str) -> bool {
    matches!(
        word,
        "med"
            | "om"
            | "innen"
            | "innan"
            | "innenfor"
            | "i"
            | "på"
            | "fra"
            | "frå"
            | "for"
            | "til"
            | "av"
            | "som"
            | "knyttet"
    )
}
