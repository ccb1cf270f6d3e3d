//! Who says so: reported speech, quotations and their speakers.

use super::cues::Sign;
use super::holder::Subjects;
use super::noun_phrase::Phrases;
use super::scene::Scene;
use std::ops::Range;

/// How far a quotation may stand from the words that name its speaker, in sentences.
const NEAR: usize = 6;

/// The speaker of every sentence, where it has one. Each sentence is read once.
pub(super) struct Sources {
    /// Said in so many words in the sentence itself.
    said: Vec<Option<Range<usize>>>,
    /// The sentence is, or stands in, a quotation.
    quoted: Vec<bool>,
}

impl Sources {
    pub(super) fn new(phrases: &Phrases<'_>, scene: &Scene) -> Self {
        let sentences = &phrases.matches.sentences;
        let mut said = Vec::with_capacity(sentences.len());
        let mut quoted = Vec::with_capacity(sentences.len());
        let mut subjects = Subjects::default();
        let mut signs = scene.signs.iter().peekable();
        let mut open = false;
        let mut block = usize::MAX;
        for (s, sentence) in sentences.iter().enumerate() {
            subjects.advance(phrases, s);
            let here = block_at(phrases, sentence.start);
            if here != block {
                open = is_dashed(phrases, here);
                block = here;
            }
            let (is_quoted, still) = quotation(phrases, sentence, open);
            open = still;
            quoted.push(is_quoted);
            let mut speaker: Option<Range<usize>> = None;
            while let Some((sign, range)) = signs.next_if(|(_, range)| range.start < sentence.end) {
                if speaker.is_none() {
                    speaker = saying(phrases, sentence, *sign, range, &subjects);
                    if let Some(found) = speaker.clone() {
                        subjects.note(phrases, found);
                    }
                }
            }
            said.push(speaker);
        }
        Self { said, quoted }
    }

    /// Who says the sentence.
    pub(super) fn of(&self, phrases: &Phrases<'_>, s: usize) -> Option<Range<usize>> {
        if let Some(Some(own)) = self.said.get(s) {
            return Some(own.clone());
        }
        if !self.quoted.get(s).copied().unwrap_or(false) {
            return None;
        }
        let sentences = &phrases.matches.sentences;
        let block = |s: usize| sentences.get(s).map(|sentence| block_at(phrases, sentence.start));
        // The saying follows in the same paragraph, or stands in the nearest sentence before.
        let later = (s + 1..sentences.len().min(s + NEAR)).take_while(|&k| block(k) == block(s));
        let earlier = (s.saturating_sub(NEAR)..s).rev();
        later.chain(earlier).find_map(|k| self.said.get(k).cloned().flatten())
    }
}

fn block_at(phrases: &Phrases<'_>, token: usize) -> usize {
    phrases.prepared.blocks.partition_point(|block| block.tokens.end <= token)
}

/// Whether the paragraph is a spoken line; its dash reads as a bullet where a line begins with it.
fn is_dashed(phrases: &Phrases<'_>, block: usize) -> bool {
    let Some(block) = phrases.prepared.blocks.get(block) else { return false };
    let before = phrases.text.get(..block.span.start).unwrap_or_default();
    // The glyph and the blank behind it are short: no need to look far.
    let line = before.trim_end_matches([' ', '\t', '\u{a0}']);
    let dash = line
        .strip_suffix(['–', '-', '—', '―'])
        .is_some_and(|rest| rest.is_empty() || rest.ends_with(['\n', ' ', '\t']));
    dash || phrases.is_punct(block.tokens.start, '–')
}

/// Whether a sentence holds quoted words, and whether the quotation goes on behind it.
fn quotation(phrases: &Phrases<'_>, sentence: &Range<usize>, open: bool) -> (bool, bool) {
    let mut inside = open;
    let mut words = 0;
    let mut longest = 0;
    for i in sentence.clone() {
        if phrases.is_punct(i, '"') {
            inside = !inside;
            words = 0;
        } else if inside {
            words += 1;
            longest = longest.max(words);
        }
    }
    // One or two words in quotation marks are a way of speaking, no speech.
    (longest > 2, inside)
}

/// The speaker that this sign names: *ifølge X*, *X sier*, *sier X*.
fn saying(
    phrases: &Phrases<'_>,
    sentence: &Range<usize>,
    sign: Sign,
    at: &Range<usize>,
    subjects: &Subjects,
) -> Option<Range<usize>> {
    match sign {
        Sign::According => phrases.forward(at.end, sentence.end).or_else(|| subjects.resolve(phrases.word(at.end))),
        Sign::Reporting => {
            let words = phrases.words;
            let mut before = at.start;
            while before > sentence.start.max(at.start.saturating_sub(NEAR))
                && words.is_adverb(phrases.word(before - 1))
            {
                before -= 1;
            }
            let mut behind = at.end;
            while behind < sentence.end.min(at.end + NEAR) && words.is_adverb(phrases.word(behind)) {
                behind += 1;
            }
            let subject = before.checked_sub(1).filter(|&last| last >= sentence.start).and_then(|last| {
                let apposed = phrases.is_punct(last, ',').then(|| phrases.backward(sentence.start, last)).flatten();
                // «rådmann Kari Berg, som leder …, sier» keeps its name; a comma behind a quotation has none before it.
                phrases.backward(sentence.start, before).or(apposed).or_else(|| subjects.resolve(phrases.word(last)))
            });
            let turned = || phrases.forward(behind, sentence.end).or_else(|| subjects.resolve(phrases.word(behind)));
            let quote_before = before == sentence.start
                || phrases.is_punct(before - 1, ',')
                || phrases.is_punct(before - 1, '"')
                || phrases.is_punct(before - 1, '–');
            if quote_before { turned().or(subject) } else { subject.or_else(turned) }
        }
        _ => None,
    }
}
