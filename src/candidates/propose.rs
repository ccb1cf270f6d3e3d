//! Everything that could be a candidate.

use super::phrase::Reader;
use super::{CandidateKind, Proposed};
use crate::document::Genre;
use crate::matching::{Matches, Mention, flag};
use crate::need::classes;
use crate::text::layout::{Block, BlockKind, SectionKind};
use crate::text::tokens::Kind;
use std::ops::Range;

pub(super) fn propose(reader: &Reader<'_>, matches: &Matches) -> Vec<Proposed> {
    let mut out = Vec::new();
    framed(reader, &mut out);
    for block in reader.prepared.blocks.iter().filter(|block| is_open(block)) {
        for at in block.tokens.clone().filter(|&at| reader.finding(at).is_none()) {
            compound(reader, at, &mut out);
            profession(reader, at, &mut out);
        }
        if reader.prepared.genre == Genre::Ad {
            item(reader, block, &mut out);
        }
    }
    if reader.prepared.genre == Genre::Ad {
        matches.mentions.iter().for_each(|mention| neighbour(reader, mention, &mut out));
    }
    out
}

/// Text that says something, neither a heading nor whom to call.
fn is_open(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Item | BlockKind::Paragraph) && block.section != Some(SectionKind::Contact)
}

/// A section that asks for something.
pub(super) fn asks(block: &Block) -> bool {
    matches!(
        block.section,
        Some(SectionKind::Qualifications | SectionKind::DesiredQualifications | SectionKind::PersonalQualities)
    )
}

fn block_of<'a>(reader: &'a Reader<'_>, at: usize) -> (usize, &'a Block) {
    let blocks = &reader.prepared.blocks;
    let b = blocks.partition_point(|block| block.tokens.end <= at).min(blocks.len() - 1);
    (b, &blocks[b])
}

/// A candidate of whole tokens.
fn push(
    reader: &Reader<'_>,
    out: &mut Vec<Proposed>,
    kind: CandidateKind,
    tokens: Range<usize>,
    named: Range<usize>,
    head: Option<Range<usize>>,
) {
    let folded = |tokens: &Range<usize>| {
        let (first, last) = (&reader.prepared.tokens[tokens.start], &reader.prepared.tokens[tokens.end - 1]);
        let start = first.start as usize - usize::from(first.hyphen_before);
        start..last.end as usize + usize::from(last.hyphen_after)
    };
    out.push(Proposed {
        kind,
        folded: folded(&tokens),
        head: head.map(|head| folded(&head)),
        named: folded(&named),
        block: block_of(reader, tokens.start).0,
        tokens,
    });
}

/// *erfaring med X*, *god på X*, *evne til å V*, each with its coordination.
fn framed(reader: &Reader<'_>, out: &mut Vec<Proposed>) {
    let mut frames: Vec<(Range<usize>, bool)> = Vec::new();
    let carriers = &reader.around.found.carriers;
    let ad = reader.prepared.genre == Genre::Ad;
    let names = |carrier: &&Range<usize>| {
        let word =
            |at| reader.words.is_frame(reader.word(at)) && (ad || !reader.words.is_frame_in_ads(reader.word(at)));
        (*carrier).clone().any(word)
    };
    frames.extend(carriers.iter().filter(names).map(|carrier| (carrier.clone(), false)));
    frames.extend(reader.around.found.naming.iter().map(|naming| (naming.clone(), true)));
    // Of frames that begin together the longest counts: *erfaring med å*.
    frames.sort_unstable_by_key(|(frame, naming)| (frame.start, std::cmp::Reverse(frame.end), !naming));
    frames.dedup_by_key(|(frame, _)| frame.start);
    let mut done = 0;
    for (frame, naming) in frames {
        if !is_open(block_of(reader, frame.start).1) || frame.end < done || says_what_was(reader, &frame) {
            continue;
        }
        let last = reader.word(frame.end - 1);
        let infinitive = last == "å" || reader.word(frame.end) == "å";
        let place = reader.words.is_place(last);
        for phrase in reader.conjuncts(frame.end, infinitive) {
            done = done.max(phrase.end);
            if place && phrase.clone().all(|at| reader.is_capital(at)) {
                continue;
            }
            let only = reader.word(phrase.start);
            let adjective = phrase.len() == 1
                && !infinitive
                && (classes::is_adjective(only) && !only.ends_with("ske") || only.ends_with("ert"));
            if adjective && !reader.words.is_deed(reader.word(phrase.start)) {
                continue;
            }
            let own = naming && phrase.start <= frame.end + 2 && reader.is_free(&(frame.start..phrase.end));
            let tokens = if own { frame.start..phrase.end } else { phrase.clone() };
            let kind = if naming { CandidateKind::Framed } else { CandidateKind::Carried };
            push(reader, out, kind, tokens, phrase, Some(frame.clone()));
        }
    }
}

/// *erfaringene fra pandemien* are no one's experience with it.
fn says_what_was(reader: &Reader<'_>, frame: &Range<usize>) -> bool {
    let noun = reader.word(frame.start);
    matches!(reader.word(frame.end - 1), "fra" | "frå")
        && (noun.ends_with("en") || noun.ends_with("ene") || noun.ends_with("ane"))
}

/// *X-kompetanse*, *heraldisk bakgrunn*.
fn compound(reader: &Reader<'_>, at: usize, out: &mut Vec<Proposed>) {
    let word = reader.word(at);
    if word.is_empty() {
        return;
    }
    let token = &reader.prepared.tokens[at];
    if let Some((first, head)) = reader.words.split(word) {
        let (start, end) = (token.start as usize, token.end as usize);
        out.push(Proposed {
            kind: CandidateKind::Compound,
            tokens: at..at + 1,
            folded: start..end,
            head: Some(end - head.len()..end),
            named: start..start + first.trim_end_matches('-').len(),
            block: block_of(reader, at).0,
        });
    }
    if !reader.words.is_head(word) || at == 0 {
        return;
    }
    let before = at - 1;
    let adjective = reader.word(before);
    let qualifies = reader.words.is_qualifier(adjective) || reader.flags(before) & flag::HEAD_ADJECTIVE != 0;
    let says = reader.flags(before) & (flag::INSERT | flag::FILLER | flag::FUNCTION) == 0
        && !classes::closes_phrase(adjective);
    if qualifies && says && reader.finding(before).is_none() {
        push(reader, out, CandidateKind::Qualified, before..at + 1, before..before + 1, Some(at..at + 1));
    }
}

/// A profession; whether it counts is decided when its stance is known.
fn profession(reader: &Reader<'_>, at: usize, out: &mut Vec<Proposed>) {
    let word = reader.word(at);
    if reader.words.is_profession(word) || reader.words.is_post(word) {
        push(reader, out, CandidateKind::Profession, at..at + 1, at..at + 1, None);
    }
}

/// A whole list item, or a conjunct of one.
fn item(reader: &Reader<'_>, block: &Block, out: &mut Vec<Proposed>) {
    let duty = block.section == Some(SectionKind::Duties);
    if block.kind != BlockKind::Item || !(duty || asks(block)) {
        return;
    }
    let phrases = reader.conjuncts(block.tokens.start, false);
    let Some(last) = phrases.last() else { return };
    // Nothing but the list stands in the item, apart from what a bracket or a wish adds.
    let behind = reader.token(last.end).map(|token| token.kind);
    let ends = matches!(behind, None | Some(Kind::Break | Kind::Punct('.' | ';' | '(' | ',')))
        || reader.next(last.end).is_some()
        || (reader.word(last.end) == "er" && is_wish(reader, last.end + 1));
    if !ends {
        return;
    }
    for phrase in phrases {
        let head = reader.word(phrase.start);
        let names = if duty {
            reader.words.is_deed(head)
        } else {
            phrase.clone().any(|at| reader.words.is_item(reader.word(at)))
                || reader.words.is_deed(reader.word(phrase.end - 1))
        };
        if names {
            push(reader, out, CandidateKind::Item, phrase.clone(), phrase, None);
        }
    }
}

/// *er en fordel*, *er ønskelig*.
fn is_wish(reader: &Reader<'_>, at: usize) -> bool {
    let at = if matches!(reader.word(at), "en" | "ein" | "eit" | "et") { at + 1 } else { at };
    matches!(
        reader.word(at),
        "fordel"
            | "føremon"
            | "fortrinn"
            | "pluss"
            | "ønskelig"
            | "ønskeleg"
            | "krav"
            | "nødvendig"
            | "naudsynt"
            | "viktig"
    )
}

/// Words in a row that one finding vouches for.
const LONGEST_CHAIN: usize = 4;

/// A single word coordinated with a finding of a single word: *ærlig og ordentlig*.
fn neighbour(reader: &Reader<'_>, mention: &Mention, out: &mut Vec<Proposed>) {
    let block = &reader.prepared.blocks[mention.block];
    if mention.tokens.len() > 1 || !is_open(block) || block.section == Some(SectionKind::Offer) {
        return;
    }
    let adjective = classes::is_adjective(reader.word(mention.tokens.start));
    let fits = |at: usize| {
        let word = reader.word(at);
        reader.finding(at).is_none()
            && word.chars().count() > 2
            && !reader.prepared.tokens[at].hyphen_after
            && !word.ends_with("ene")
            && !word.ends_with("ane")
            && !word.ends_with("en")
            && !reader.words.is_generic(word)
            && !reader.is_preposition(at)
            && !classes::closes_phrase(word)
            && !classes::is_adverb(word)
            && reader.flags(at) & (flag::CONJUNCTION | flag::FILLER | flag::STOP | flag::FUNCTION) == 0
            && (adjective || !(classes::is_adjective(word) || word.ends_with("ert")))
            && !(adjective && reader.words.is_deed(word))
    };
    let mut end = mention.tokens.end;
    for _ in 0..LONGEST_CHAIN {
        let Some(at) = reader.next(end).map(|next| reader.skip_modifiers(next)) else { break };
        let behind = reader.token(at + 1).map(|token| token.kind);
        let ends = !matches!(behind, Some(Kind::Word | Kind::Number)) || reader.next(at + 1).is_some();
        if !fits(at) || !ends {
            break;
        }
        push(reader, out, CandidateKind::Conjunct, at..at + 1, at..at + 1, None);
        end = at + 1;
    }
    let Some(joint) = mention.tokens.start.checked_sub(1) else { return };
    let joins = matches!(reader.word(joint), "og" | "eller") || reader.token(joint).is_some_and(|t| t.is_punct(','));
    let Some(at) = joint.checked_sub(1).filter(|_| joins) else { return };
    let opens = at == block.tokens.start
        || reader.flags(at - 1) & flag::INSERT != 0
        || matches!(reader.word(at - 1), "er" | "være" | "vere" | "og")
        || reader.token(at - 1).is_some_and(|token| token.is_punct(','));
    if fits(at) && opens && block.tokens.contains(&at) {
        push(reader, out, CandidateKind::Conjunct, at..at + 1, at..at + 1, None);
    }
}
