//! Which professions are a competence that a text asks for or lacks, and not just people in it.

use super::Proposed;
use super::phrase::Reader;
use super::propose::asks;
use crate::document::Genre;
use crate::matching::flag;
use crate::need::{Stance, Verdict, classes};

/// How far back the words lie that ask for a profession, in tokens.
const NEAR: usize = 12;

/// Whether a profession is the qualification itself (*utdannet ergoterapeut*, *Kvalifikasjoner: sosionom*), or lacking (*mangel på logopeder*).
pub(super) fn is_sought(reader: &Reader<'_>, p: &Proposed, verdict: &Verdict) -> bool {
    let at = p.tokens.start;
    if is_verb(reader, at) {
        return false;
    }
    let first = opening(reader, at);
    if is_scarce(reader, at, first, verdict) {
        return true;
    }
    if !reader.words.is_profession(reader.word(at)) {
        return false;
    }
    let before = first.checked_sub(1).map_or("", |i| reader.word(i));
    if reader.words.is_trained(before) || (first..at).any(|i| reader.words.is_trained(reader.word(i))) {
        return true;
    }
    let joined = first < at && !reader.is_preposition(first.saturating_sub(1));
    let bare = before.is_empty()
        || joined
        || matches!(before, "som" | "fagbrev" | "utdanning" | "utdannelse" | "eksempel" | "krav" | "er");
    let block = &reader.prepared.blocks[p.block];
    bare && asks(block) && verdict.stance.is_need() && reader.prepared.genre == Genre::Ad
}

/// Where the coordination of professions begins that the token stands in.
fn opening(reader: &Reader<'_>, at: usize) -> usize {
    let mut first = at;
    while first > 0 && at - first < NEAR {
        let word = reader.word(first - 1);
        let mark = &reader.prepared.tokens[first - 1];
        let joins = mark.is_punct(',')
            || mark.is_punct('/')
            || matches!(word, "og" | "eller" | "samt")
            || reader.words.is_profession(word)
            || reader.words.is_post(word)
            || reader.flags(first - 1) & flag::INSERT != 0
            || reader.words.is_modifier(word);
        if !joins {
            break;
        }
        first -= 1;
    }
    first
}

/// Whether what is lacking is the profession, and not something said of it further on.
fn is_scarce(reader: &Reader<'_>, at: usize, first: usize, verdict: &Verdict) -> bool {
    let Some(cue) = verdict.cue.as_ref().filter(|_| verdict.stance == Stance::Needed) else { return false };
    if cue.end > at {
        return cue.end >= first && cue.start <= first;
    }
    // «… , i tillegg til ingeniører»
    let beside = first > 1 && reader.word(first - 1) == "til" && reader.word(first - 2) == "tillegg";
    let near = first.saturating_sub(cue.end) <= NEAR;
    beside || cue.end >= first || (near && (cue.end..first).all(|i| reader.is_loose(i)))
}

/// *Utvikler gode tjenester*: a verb that looks like a profession, with its object.
fn is_verb(reader: &Reader<'_>, at: usize) -> bool {
    let opens = at == 0 || reader.word(at - 1).is_empty();
    if !opens || !reader.word(at).ends_with('r') {
        return false;
    }
    let object = reader.skip_modifiers(at + 1);
    !reader.word(object).is_empty()
        && !reader.is_preposition(object)
        && reader.flags(object) & (flag::CONJUNCTION | flag::FUNCTION) == 0
        && !classes::closes_phrase(reader.word(object))
}
