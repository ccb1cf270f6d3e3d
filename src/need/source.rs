//! Who says so: reported speech, quotations and their speakers.

use super::cues::Sign;
use super::holder::Subjects;
use super::noun_phrase::Phrases;
use super::scene::Scene;
use std::ops::Range;

/// How far a quotation may stand from the words that name its speaker, in sentences.
const NEAR: usize = 6;

/// The speaker of every sentence that names one.
pub(super) struct Sources {
    /// Sentences that name their speaker in so many words, in order.
    said: Vec<(usize, Range<usize>)>,
    /// The block asked for last, and for each of its sentences whether it is, or stands in, a quotation.
    quoted: (Range<usize>, Vec<bool>),
}

impl Sources {
    pub(super) fn new(phrases: &Phrases<'_>, scene: &Scene) -> Self {
        let mut said: Vec<(usize, Range<usize>)> = Vec::new();
        let mut subjects = Subjects::default();
        for (sign, range) in &scene.signs {
            if !matches!(sign, Sign::Reporting | Sign::According) {
                continue;
            }
            let s = phrases.sentence_at(range.start);
            let Some(sentence) = phrases.matches.sentences.get(s) else { continue };
            if said.last().is_some_and(|&(last, _)| last == s) {
                continue;
            }
            subjects.advance(s);
            if let Some(found) = saying(phrases, sentence, *sign, range, &mut subjects) {
                subjects.note(phrases, &found);
                said.push((s, found));
            }
        }
        Self { said, quoted: (0..0, Vec::new()) }
    }

    fn said(&self, s: usize) -> Option<Range<usize>> {
        self.said.binary_search_by_key(&s, |&(s, _)| s).ok().map(|i| self.said[i].1.clone())
    }

    /// Whether the sentence is, or stands in, a quotation. Each block is read once.
    fn is_quoted(&mut self, phrases: &Phrases<'_>, s: usize) -> bool {
        let sentences = &phrases.matches.sentences;
        if !self.quoted.0.contains(&s) {
            let Some(sentence) = sentences.get(s) else { return false };
            let block = phrases.prepared.block_at(sentence.start);
            let tokens = &phrases.prepared.blocks[block].tokens;
            let (from, to) = (phrases.sentence_at(tokens.start), phrases.sentence_at(tokens.end - 1) + 1);
            let mut open = is_dashed(phrases, block);
            self.quoted.1.clear();
            for sentence in &sentences[from..to] {
                let (is_quoted, still) = quotation(phrases, sentence, open);
                open = still;
                self.quoted.1.push(is_quoted);
            }
            self.quoted.0 = from..to;
        }
        self.quoted.1.get(s - self.quoted.0.start).copied().unwrap_or(false)
    }

    /// Who says the sentence.
    pub(super) fn of(&mut self, phrases: &Phrases<'_>, s: usize) -> Option<Range<usize>> {
        if self.said.is_empty() {
            return None;
        }
        if let Some(own) = self.said(s) {
            return Some(own);
        }
        if !self.is_quoted(phrases, s) {
            return None;
        }
        let sentences = &phrases.matches.sentences;
        let block = |s: usize| sentences.get(s).map(|sentence| phrases.prepared.block_at(sentence.start));
        // The saying follows in the same paragraph, or stands in the nearest sentence before.
        let later = (s + 1..sentences.len().min(s + NEAR)).take_while(|&k| block(k) == block(s));
        let earlier = (s.saturating_sub(NEAR)..s).rev();
        later.chain(earlier).find_map(|k| self.said(k))
    }
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
    subjects: &mut Subjects,
) -> Option<Range<usize>> {
    match sign {
        Sign::According => {
            phrases.forward(at.end, sentence.end).or_else(|| subjects.resolve(phrases, phrases.word(at.end)))
        }
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
                phrases
                    .backward(sentence.start, before)
                    .or(apposed)
                    .or_else(|| subjects.resolve(phrases, phrases.word(last)))
            });
            let mut turned =
                || phrases.forward(behind, sentence.end).or_else(|| subjects.resolve(phrases, phrases.word(behind)));
            let quote_before = before == sentence.start
                || phrases.is_punct(before - 1, ',')
                || phrases.is_punct(before - 1, '"')
                || phrases.is_punct(before - 1, '–');
            if quote_before { turned().or(subject) } else { subject.or_else(turned) }
        }
        _ => None,
    }
}
