//! Decides on each mention.

use super::cues::{Depth, Sign};
use super::holder::{self, Subjects};
use super::level;
use super::noun_phrase::Phrases;
use super::purpose::Purposes;
use super::scene::{CueAt, Scene};
use super::source::Sources;
use super::{Level, Stance};
use crate::document::Genre;
use crate::matching::{Matches, Mention};
use crate::text::Prepared;
use crate::text::layout::{Block, BlockKind, SectionKind};
use std::ops::Range;

/// What was found out of one mention. Token ranges are half-open.
#[derive(Clone, Debug, Default)]
pub(crate) struct Verdict {
    pub(crate) stance: Stance,
    /// Stable id: `needed/need-for`, `required/section`.
    pub(crate) rule: &'static str,
    pub(crate) cue: Option<Range<usize>>,
    pub(crate) level: Option<Level>,
    pub(crate) years: Option<u8>,
    pub(crate) holder: Option<Range<usize>>,
    pub(crate) source: Option<Range<usize>>,
    pub(crate) purpose: Option<Range<usize>>,
}

/// Gives one verdict a mention, in the same order. Linear in the tokens, mentions and cues.
pub(crate) fn classify(prepared: &Prepared, text: &str, matches: &Matches) -> Vec<Verdict> {
    let scene = Scene::new(prepared, matches);
    let wishes = scene.firsts(Stance::Preferred, &matches.sentences);
    let mut leads: Vec<Option<Option<Decision>>> = vec![None; prepared.blocks.len()];
    let headings = headings_above(prepared);
    let mut same: Vec<usize> =
        scene.signs.iter().filter(|(sign, _)| matches!(sign, Sign::Same)).map(|(_, range)| range.start).collect();
    same.sort_unstable();
    let mut last: Option<(usize, Decision)> = None;
    let mut verdicts: Vec<Verdict> = Vec::with_capacity(matches.mentions.len());
    for mention in &matches.mentions {
        let at = mention.tokens.start;
        let sentence = matches.sentence_at(at);
        let decision = match &last {
            Some((before, decision)) if repeats(&same, matches, *before, sentence, at) => decision.clone(),
            _ => decide(prepared, matches, &scene, &wishes, mention, &headings, &mut leads),
        };
        verdicts.push(Verdict {
            stance: decision.stance,
            rule: decision.rule,
            cue: decision.cue.clone(),
            ..Verdict::default()
        });
        last = Some((sentence, decision));
    }
    level::find(prepared, matches, &scene, &mut verdicts);
    speakers(&Phrases::new(prepared, text, matches), &scene, &mut verdicts);
    verdicts
}

/// Fills in holder, source and purpose.
fn speakers(phrases: &Phrases<'_>, scene: &Scene, verdicts: &mut [Verdict]) {
    let mut sources = Sources::new(phrases, scene);
    let purposes = Purposes::new(phrases, scene);
    let mut subjects = Subjects::default();
    for (mention, verdict) in phrases.matches.mentions.iter().zip(verdicts) {
        let s = phrases.sentence_at(mention.tokens.start);
        // A pronoun stands for a subject before its own sentence, or for the one that opens it.
        subjects.advance(s);
        verdict.source = sources.of(phrases, s);
        if verdict.stance.is_need() {
            verdict.holder =
                verdict.cue.clone().and_then(|cue| holder::find(phrases, &cue, &mention.tokens, &mut subjects));
            verdict.purpose = purposes.of(phrases, scene, mention.tokens.end);
        }
    }
}

/// For each block, the nearest heading above it; empty in an ad, whose headings speak by their kind.
fn headings_above(prepared: &Prepared) -> Vec<Option<usize>> {
    if prepared.genre == Genre::Ad {
        return Vec::new();
    }
    let mut last = None;
    let above = |(b, block): (usize, &Block)| {
        let above = last;
        if block.kind == BlockKind::Heading {
            last = Some(b);
        }
        above
    };
    prepared.blocks.iter().enumerate().map(above).collect()
}

/// Whether *det samme gjelder* or its like stands before the mention, and the last mention in this sentence or the one before it.
fn repeats(same: &[usize], matches: &Matches, before: usize, sentence: usize, at: usize) -> bool {
    let i = same.partition_point(|&s| s < at);
    let stands = i > 0 && matches.sentences.get(sentence).is_some_and(|s| s.start <= same[i - 1]);
    stands && sentence - before <= 1
}

#[derive(Clone, Debug)]
struct Decision {
    stance: Stance,
    rule: &'static str,
    cue: Option<Range<usize>>,
    /// By a cue that only says what holds where nothing else does.
    by_default: bool,
}

impl Decision {
    fn of(at: &CueAt) -> Self {
        Self {
            stance: at.stance,
            rule: &at.cue.id,
            cue: Some(at.range.clone()),
            by_default: at.cue.depth == Depth::Base,
        }
    }

    fn section(stance: Stance, rule: &'static str) -> Self {
        Self { stance, rule, cue: None, by_default: false }
    }
}

fn decide(
    prepared: &Prepared,
    matches: &Matches,
    scene: &Scene,
    wishes: &[Option<usize>],
    mention: &Mention,
    headings: &[Option<usize>],
    leads: &mut [Option<Option<Decision>>],
) -> Decision {
    // «en fordel dersom du har» wishes.
    let in_wish = |cue: &Range<usize>| {
        scene.governing(Depth::Modifier, &mention.tokens).is_some_and(|at| at.range.contains(&cue.start))
    };
    if let Some(cue) = scene.condition(mention.tokens.start).filter(|cue| !in_wish(cue)) {
        return Decision { cue: Some(cue), ..Decision::section(Stance::Mentioned, "mentioned/supposed") };
    }
    for depth in [Depth::Modifier, Depth::Predicate, Depth::Frame] {
        if let Some(at) = scene.governing(depth, &mention.tokens) {
            return wish_beside_denial(matches, scene, wishes, mention, at);
        }
    }
    let block = &prepared.blocks[mention.block];
    let heading = if prepared.genre == Genre::Ad { section(block.section) } else { None };
    if let Some(lead) = block.lead {
        let known = leads[lead].get_or_insert_with(|| lead_in(prepared, matches, scene, lead)).clone();
        // What a lead-in says only by default yields to the heading: *Arbeidsoppgaver · Du har en variert hverdag: …*
        let yields = heading.is_some() && known.as_ref().is_some_and(|decision| decision.by_default);
        if let Some(decision) = known.filter(|_| !yields) {
            return decision;
        }
        // *Kva manglar vi? Leiarane peikar på desse områda: …*: where what introduces the list says nothing, its heading may.
        if let Some(above) = headings.get(lead).copied().flatten()
            && let Some(decision) = leads[above].get_or_insert_with(|| lead_in(prepared, matches, scene, above)).clone()
        {
            return decision;
        }
    }
    let base = scene.governing(Depth::Base, &mention.tokens).map(Decision::of);
    // Prose below a list speaks for itself; what is listed obeys its heading.
    let prose = block.kind == BlockKind::Paragraph && block.section != Some(SectionKind::Qualifications);
    let (first, second) = if prose { (base, heading) } else { (heading, base) };
    first.or(second).unwrap_or(Decision::section(Stance::Mentioned, "mentioned/default"))
}

/// *ikke et krav, men en fordel* is a wish.
fn wish_beside_denial(
    matches: &Matches,
    scene: &Scene,
    wishes: &[Option<usize>],
    mention: &Mention,
    at: &CueAt,
) -> Decision {
    if at.stance == Stance::NotNeeded {
        let s = matches.sentence_at(mention.tokens.start);
        let wish = wishes.get(s).copied().flatten().and_then(|i| scene.cues.get(i));
        if let Some(wish) = wish {
            return Decision::of(wish);
        }
    }
    Decision::of(at)
}

/// What the block that introduces a list says of its items: the innermost cue of its last sentence, wherever it governs.
fn lead_in(prepared: &Prepared, matches: &Matches, scene: &Scene, lead: usize) -> Option<Decision> {
    let block = &prepared.blocks[lead].tokens;
    let last = matches.sentences.partition_point(|s| s.start < block.end).checked_sub(1)?;
    let tokens = &matches.sentences[last];
    let from = scene.cues.partition_point(|at| at.range.start < tokens.start);
    let to = scene.cues.partition_point(|at| at.range.start < tokens.end);
    // Of equally deep ones the last: *For å lykkes bør du: …*
    scene.cues[from..to].iter().max_by_key(|at| at.cue.depth).map(Decision::of)
}

/// What a heading of an ad says of what stands below it.
fn section(kind: Option<SectionKind>) -> Option<Decision> {
    Some(match kind? {
        SectionKind::Qualifications => Decision::section(Stance::Required, "required/section-qualifications"),
        SectionKind::PersonalQualities => Decision::section(Stance::Required, "required/section-qualities"),
        SectionKind::DesiredQualifications => Decision::section(Stance::Preferred, "preferred/section"),
        SectionKind::Duties => Decision::section(Stance::Duty, "duty/section"),
        SectionKind::Offer => Decision::section(Stance::Offered, "offered/section"),
        _ => return None,
    })
}
