//! What a need is for: the *for å* or *til å* clause behind it.

use super::cues::Sign;
use super::noun_phrase::Phrases;
use super::scene::Scene;
use std::ops::Range;

/// The purposes of a text in order, each with its end, so that mentions that share one do not read it again.
pub(super) struct Purposes {
    all: Vec<Range<usize>>,
}

impl Purposes {
    pub(super) fn new(phrases: &Phrases<'_>, scene: &Scene) -> Self {
        let starts: Vec<&Range<usize>> = scene
            .signs
            .iter()
            .filter(|(sign, range)| matches!(sign, Sign::Purpose) && !scene.is_framed(range))
            .map(|(_, range)| range)
            .collect();
        // From the last to the first: a purpose inside another one shares its end.
        let mut all: Vec<Range<usize>> = Vec::with_capacity(starts.len());
        for start in starts.into_iter().rev() {
            let Some(sentence) = phrases.matches.sentences.get(phrases.sentence_at(start.start)) else { continue };
            let stop = all.last().filter(|next| next.start < sentence.end).cloned();
            all.push(start.start..end(phrases, scene, sentence, start, stop.as_ref()));
        }
        all.reverse();
        Self { all }
    }

    /// The purpose of a need that ends at `from`.
    pub(super) fn of(&self, phrases: &Phrases<'_>, scene: &Scene, from: usize) -> Option<Range<usize>> {
        let i = self.all.partition_point(|purpose| purpose.start < from);
        let purpose = self.all.get(i)?;
        let sentence = phrases.matches.sentences.get(phrases.sentence_at(from.checked_sub(1)?))?;
        if purpose.start >= sentence.end {
            return None;
        }
        // «til å» is a purpose only right behind the competence; «for å» anywhere in its clause.
        let near = match phrases.word(purpose.start) {
            "til" => purpose.start == from,
            _ => scene.is_same_clause(from - 1, purpose.start - 1),
        };
        near.then(|| purpose.clone())
    }
}

/// Where the clause that begins with the sign ends.
fn end(
    phrases: &Phrases<'_>,
    scene: &Scene,
    sentence: &Range<usize>,
    sign: &Range<usize>,
    next: Option<&Range<usize>>,
) -> usize {
    let mut at = sign.end;
    while at < sentence.end && scene.is_same_clause(sign.end - 1, at) && !closes(phrases, at) {
        // What the next purpose already knows need not be read again.
        if let Some(next) = next.filter(|next| next.start == at) {
            at = next.end;
            break;
        }
        at += 1;
    }
    if let Some(next) = next.filter(|next| next.start == at) {
        at = next.end;
    }
    while at > sign.end && phrases.word(at - 1).is_empty() && !phrases.is_number(at - 1) {
        at -= 1;
    }
    at
}

/// Whether the token ends the clause: a bracket or quotation mark, a dash, or a comma behind which somebody speaks or a new clause begins.
fn closes(phrases: &Phrases<'_>, at: usize) -> bool {
    if ['"', ';', ':', '(', ')', '–'].into_iter().any(|mark| phrases.is_punct(at, mark)) {
        return true;
    }
    let next = phrases.word(at + 1);
    phrases.is_punct(at, ',')
        && (phrases.words.is_finite(next)
            || phrases.words.is_pronoun(next)
            || phrases.words.is_saying(next)
            || (phrases.words.is_conjunction(next)
                && (phrases.words.is_finite(phrases.word(at + 2)) || phrases.words.is_pronoun(phrases.word(at + 2)))))
}
