//! Whose need it is.

use super::noun_phrase::Phrases;
use crate::document::Genre;
use std::ops::Range;

/// How far behind a mention its holder may stand (*behov for X i kommunen*), in tokens.
const REACH: usize = 10;

/// The subjects that a pronoun may stand for. The sentences are read backwards when a pronoun asks, each once for each kind of subject.
#[derive(Default)]
pub(super) struct Subjects {
    /// How far the sentences count.
    upto: usize,
    plural: Last,
    singular: Last,
    /// The person named in full last.
    person: Last,
}

/// The last subject of its kind.
#[derive(Default)]
struct Last {
    subject: Option<Range<usize>>,
    /// The first sentence that was not looked at for it.
    from: usize,
}

impl Last {
    fn note(&mut self, upto: usize, subject: &Range<usize>) {
        *self = Self { subject: Some(subject.clone()), from: upto };
    }

    fn read(
        &mut self,
        phrases: &Phrases<'_>,
        upto: usize,
        fits: impl Fn(&Range<usize>) -> bool,
    ) -> Option<Range<usize>> {
        let sentences = phrases.matches.sentences.get(self.from..upto).unwrap_or_default();
        let subject = sentences.iter().rev().filter_map(|sentence| phrases.opening(sentence)).find(fits);
        self.subject = subject.or(self.subject.take());
        self.from = upto;
        self.subject.clone()
    }
}

impl Subjects {
    /// Goes on to the sentences before and with this one.
    pub(super) fn advance(&mut self, sentence: usize) {
        self.upto = self.upto.max(sentence + 1);
    }

    /// Takes in a subject that was found behind all others.
    pub(super) fn note(&mut self, phrases: &Phrases<'_>, subject: &Range<usize>) {
        if phrases.is_person(subject) {
            self.person.note(self.upto, subject);
        }
        if phrases.is_plural(subject) { &mut self.plural } else { &mut self.singular }.note(self.upto, subject);
    }

    /// What a pronoun of the third person stands for.
    pub(super) fn resolve(&mut self, phrases: &Phrases<'_>, pronoun: &str) -> Option<Range<usize>> {
        let upto = self.upto.min(phrases.matches.sentences.len());
        let singular = |last: &mut Last| last.read(phrases, upto, |subject| !phrases.is_plural(subject));
        match pronoun {
            "de" | "dei" | "dem" => self.plural.read(phrases, upto, |subject| phrases.is_plural(subject)),
            "han" | "hun" | "ho" => {
                let person = self.person.read(phrases, upto, |subject| phrases.is_person(subject));
                person.or_else(|| singular(&mut self.singular))
            }
            "den" => singular(&mut self.singular),
            _ => None,
        }
    }
}

/// Whose need the cue speaks of: the subject before it, behind it where the order is turned, or what a preposition joins to the need behind `mention`.
pub(super) fn find(
    phrases: &Phrases<'_>,
    cue: &Range<usize>,
    mention: &Range<usize>,
    subjects: &mut Subjects,
) -> Option<Range<usize>> {
    let sentence = phrases.matches.sentences.get(phrases.sentence_at(cue.start))?;
    let found = within(phrases, sentence, cue)
        .or_else(|| before(phrases, sentence, cue, subjects))
        .or_else(|| behind(phrases, sentence, cue, subjects))
        .or_else(|| place(phrases, sentence, mention.end.max(cue.end - 1)))?;
    if phrases.prepared.genre == Genre::Ad && !phrases.is_named(&found) {
        // The ad's reader and its writer are no named holder.
        return None;
    }
    Some(found)
}

/// A cue may have its subject in it: *alle ansatte skal*, *må de ansatte*.
fn within(phrases: &Phrases<'_>, sentence: &Range<usize>, cue: &Range<usize>) -> Option<Range<usize>> {
    let first = phrases.forward(cue.start, cue.end);
    let second = || {
        let verb = phrases.words.is_finite(phrases.word(cue.start));
        phrases.forward(cue.start + 1, cue.end).filter(|phrase| verb && phrases.is_definite(phrase))
    };
    let subject = first.or_else(second)?;
    phrases.backward(sentence.start, subject.end)
}

fn before(
    phrases: &Phrases<'_>,
    sentence: &Range<usize>,
    cue: &Range<usize>,
    subjects: &mut Subjects,
) -> Option<Range<usize>> {
    let words = phrases.words;
    let mut at = cue.start;
    // The finite verb and adverbs stand between («har sterkt behov for», «må også styrke»).
    let floor = sentence.start.max(cue.start.saturating_sub(REACH));
    while at > floor && (words.is_auxiliary(phrases.word(at - 1)) || words.is_adverb(phrases.word(at - 1))) {
        at -= 1;
    }
    // «kommuner som mangler», «Kommunene, som mangler»
    if at > sentence.start && phrases.word(at - 1) == "som" {
        at -= 1;
        if at > sentence.start && phrases.is_punct(at - 1, ',') {
            at -= 1;
        }
    }
    let last = at.checked_sub(1).filter(|&last| last >= sentence.start)?;
    let word = phrases.word(last);
    if let Some(whole) = relative(phrases, sentence, at) {
        return Some(whole);
    }
    if let Some(found) = pronoun(phrases, last, subjects) {
        return found;
    }
    // «Rådmannen, Kari Berg, etterspør»
    if phrases.is_punct(last, ',') {
        let inner = phrases.backward(sentence.start, last)?;
        let outer = inner.start.checked_sub(1).filter(|&comma| phrases.is_punct(comma, ','));
        let whole = outer.and_then(|comma| phrases.backward(sentence.start, comma)).map(|outer| outer.start..inner.end);
        return whole.or(Some(inner));
    }
    // «Kommunen vokser og trenger»
    if matches!(word, "og" | "men") {
        return phrases.opening(sentence).filter(|subject| subject.end < at);
    }
    let phrase = phrases.backward(sentence.start, at)?;
    // «Ifølge rådmannen mangler kommunen»: the one who says so is not the one who lacks.
    let said = phrase.start > sentence.start && words.is_according(phrases.word(phrase.start - 1));
    (!said).then_some(phrase)
}

/// *De som jobber i skolen* as a subject: from the sentence's beginning up to the verb.
fn relative(phrases: &Phrases<'_>, sentence: &Range<usize>, end: usize) -> Option<Range<usize>> {
    let start = sentence.start;
    let opens = matches!(phrases.word(start), "de" | "dei" | "alle" | "den") && phrases.word(start + 1) == "som";
    let short = end > start + 2 && end - start <= 10;
    (opens && short && (start..end).all(|i| !phrases.word(i).is_empty())).then_some(start..end)
}

/// What the pronoun at `at` stands for; `None` where there is none, `Some(None)` where it names nobody.
fn pronoun(phrases: &Phrases<'_>, at: usize, subjects: &mut Subjects) -> Option<Option<Range<usize>>> {
    match phrases.word(at) {
        "vi" | "me" | "oss" | "jeg" | "eg" => Some(Some(at..at + 1)),
        word @ ("de" | "dei" | "dem" | "han" | "hun" | "ho" | "den") => Some(subjects.resolve(phrases, word)),
        "det" | "du" | "man" | "ein" | "dere" | "dette" => Some(None),
        _ => None,
    }
}

/// *I dag mangler kommunen …*, *Da trenger de …*
fn behind(
    phrases: &Phrases<'_>,
    sentence: &Range<usize>,
    cue: &Range<usize>,
    subjects: &mut Subjects,
) -> Option<Range<usize>> {
    // The pronoun may be the cue's own last word («må vi», «trenger vi»).
    for at in [cue.end - 1, cue.end] {
        if at < sentence.end && at > sentence.start && phrases.word(at + 1) != "som" {
            // «de ansatte» is a phrase, «de» alone a pronoun.
            let open =
                if at < cue.end { phrases.words.is_pronoun(phrases.word(at)) } else { !joins(phrases.word(at - 1)) };
            let phrase = phrases.forward(at, sentence.end).filter(|phrase| open && phrases.is_definite(phrase));
            if let Some(phrase) = phrase.filter(|phrase| phrase.end > cue.end) {
                return Some(phrase).filter(|_| cue.start > sentence.start);
            }
            if let Some(found) = pronoun(phrases, at, subjects).flatten() {
                return Some(found);
            }
        }
    }
    None
}

/// *Det er behov for X i kommunen*, *X er viktig for skolene*: the first such phrase behind the need.
fn place(phrases: &Phrases<'_>, sentence: &Range<usize>, from: usize) -> Option<Range<usize>> {
    let end = sentence.end.min(from + REACH);
    // A new clause has holders of its own.
    let same = |&i: &usize| phrases.word(i) == "for" || !phrases.words.is_conjunction(phrases.word(i));
    (from..end).take_while(same).find_map(|i| {
        let place = matches!(phrases.word(i), "i" | "hos" | "for" | "blant" | "på" | "ved");
        let phrase = place.then(|| phrases.forward(i + 1, end)).flatten()?;
        // «i kommunens møte» names a meeting.
        (!phrases.word(phrase.end - 1).ends_with('s') || phrases.is_named(&phrase)).then_some(phrase)
    })
}

/// Whether a cue ends in the preposition of its object (*behov for*, *mangel på*), so that no subject follows it.
fn joins(word: &str) -> bool {
    matches!(word, "for" | "på" | "av" | "etter" | "til" | "om" | "med" | "å" | "at" | "innen" | "innan" | "i")
}
