//! Noun phrases and clauses around a need: who has it, who says so, what it is for.

use super::classify::Verdict;
use super::cues::{Sign, is_pronoun};
use super::scene::Scene;
use crate::document::Genre;
use crate::matching::Matches;
use crate::text::Prepared;
use crate::text::tokens::{Kind, Token};
use std::ops::Range;

/// The longest noun phrase taken for a holder or a source, in tokens.
const LONGEST: usize = 7;

/// Fills in holder, source and purpose. Linear: each sentence is read once for each of them.
pub(super) fn find(prepared: &Prepared, text: &str, matches: &Matches, scene: &Scene, verdicts: &mut [Verdict]) {
    let phrases = Phrases { prepared, text };
    // The sentence read last and its source: mentions of one sentence share it.
    let mut last: Option<(usize, Option<Range<usize>>)> = None;
    let mut subjects = Subjects::default();
    for (mention, verdict) in matches.mentions.iter().zip(verdicts) {
        let s = matches.sentences.partition_point(|s| s.end <= mention.tokens.start);
        let Some(sentence) = matches.sentences.get(s) else { continue };
        subjects.advance(&phrases, matches, s);
        if verdict.stance.is_need() {
            verdict.holder = verdict.cue.clone().and_then(|cue| phrases.holder(sentence, &cue, &subjects));
            verdict.purpose = purpose(prepared, scene, sentence, mention.tokens.end);
        }
        match &last {
            Some((at, source)) if *at == s => verdict.source = source.clone(),
            _ => verdict.source = phrases.source(scene, matches, s),
        }
        last = Some((s, verdict.source.clone()));
    }
}

/// The subjects that a pronoun may stand for.
#[derive(Default)]
struct Subjects {
    /// The next sentence to read.
    next: usize,
    /// The last plural and the last singular subject.
    plural: Option<Range<usize>>,
    singular: Option<Range<usize>>,
}

impl Subjects {
    /// Reads the sentences up to and with `sentence`.
    fn advance(&mut self, phrases: &Phrases<'_>, matches: &Matches, sentence: usize) {
        while self.next <= sentence {
            let range = &matches.sentences[self.next];
            if let Some(subject) = phrases.opening(range) {
                let head = phrases.word(subject.end - 1);
                if is_plural(head) {
                    self.plural = Some(subject);
                } else {
                    self.singular = Some(subject);
                }
            }
            self.next += 1;
        }
    }
}

/// Whether a noun looks definite or indefinite plural.
fn is_plural(word: &str) -> bool {
    ["ene", "ane", "er", "ar", "ne"].iter().any(|ending| word.ends_with(ending))
}

struct Phrases<'a> {
    prepared: &'a Prepared,
    text: &'a str,
}

impl Phrases<'_> {
    fn token(&self, at: usize) -> &Token {
        &self.prepared.tokens[at]
    }

    fn word(&self, at: usize) -> &str {
        self.prepared.word(self.token(at))
    }

    fn is_capital(&self, at: usize) -> bool {
        let token = self.token(at);
        self.prepared.original(token.start as usize, token.end as usize).of(self.text).starts_with(char::is_uppercase)
    }

    /// The noun phrase that a sentence opens with: *Kommunene …*, *De minste kommunene …*.
    fn opening(&self, sentence: &Range<usize>) -> Option<Range<usize>> {
        let mut at = sentence.start;
        while at < sentence.end && !self.token(at).is_word() {
            at += 1;
        }
        let phrase = self.forward(at, sentence.end)?;
        (!is_pronoun(self.word(phrase.start)) || phrase.len() > 1).then_some(phrase)
    }

    /// The noun phrase that begins at `at`: determiners and adjectives up to a noun.
    fn forward(&self, at: usize, end: usize) -> Option<Range<usize>> {
        let mut i = at;
        while i < end && i < at + LONGEST && self.token(i).is_word() {
            let word = self.word(i);
            if is_noun_like(word)
                || (i > at && self.is_capital(i))
                || (i == at && self.is_capital(i) && is_name_like(word))
            {
                let mut close = i + 1;
                // A name goes on in capitals: *Anne Berg*, *Lindvåg kommune*.
                while close < end
                    && close < at + LONGEST
                    && self.token(close).is_word()
                    && (self.is_capital(close) || self.word(close) == "kommune")
                {
                    close += 1;
                }
                return Some(at..close);
            }
            if !is_determiner(word) && !is_adjective_like(word) {
                return None;
            }
            i += 1;
        }
        None
    }

    /// The noun phrase that ends right before `end`.
    fn backward(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let mut at = end;
        while at > start && is_adverb(self.word(at - 1)) && self.token(at - 1).is_word() {
            at -= 1;
        }
        let close = at;
        if close == start || !self.token(close - 1).is_word() {
            return None;
        }
        let head = self.word(close - 1);
        if is_pronoun(head) {
            return Some(close - 1..close);
        }
        let named = self.is_capital(close - 1);
        if !is_noun_like(head) && !named && head != "kommune" {
            return None;
        }
        at = close - 1;
        while at > start && close - at < LONGEST && self.token(at - 1).is_word() {
            let word = self.word(at - 1);
            let name = (named || head == "kommune") && self.is_capital(at - 1);
            if !(is_determiner(word) || is_adjective_like(word) || name) {
                break;
            }
            at -= 1;
        }
        Some(at..close)
    }

    /// Whose need it is: the subject before the cue, or behind it where the order is turned (*I dag mangler kommunen …*).
    fn holder(&self, sentence: &Range<usize>, cue: &Range<usize>, subjects: &Subjects) -> Option<Range<usize>> {
        if cue.start < sentence.start || cue.end > sentence.end {
            return None;
        }
        // The finite verb may stand before the cue («har behov for», «må styrke»).
        let mut at = cue.start;
        while at > sentence.start && is_auxiliary(self.word(at - 1)) {
            at -= 1;
        }
        let turned = self
            .forward(cue.end, sentence.end)
            .filter(|phrase| is_definite(self.word(phrase.end - 1)) && phrase.len() <= 2);
        let turned_pronoun =
            (cue.end < sentence.end && is_subject_pronoun(self.word(cue.end))).then(|| cue.end..cue.end + 1);
        let before =
            self.backward(sentence.start, at).or(turned_pronoun).or_else(|| turned.filter(|_| at > sentence.start))?;
        let word = self.word(before.start);
        if before.len() > 1 || !is_pronoun(word) {
            return Some(before);
        }
        match word {
            "de" | "dei" | "dem" => subjects.plural.clone(),
            "den" | "det" | "han" | "hun" | "ho" => subjects.singular.clone(),
            // The ad's reader and its writer are no named holder.
            _ if self.prepared.genre == Genre::Ad => None,
            "vi" | "oss" | "jeg" | "eg" => Some(before),
            _ => None,
        }
    }

    /// Who says the sentence: *ifølge X*, *X sier at …*, *…, sier X*, *– …, forteller X*.
    fn source(&self, scene: &Scene, matches: &Matches, s: usize) -> Option<Range<usize>> {
        let sentence = matches.sentences.get(s)?;
        // The saying may stand in this sentence or close the quotation in the next.
        let quoted = self.is_quoted(sentence);
        for (k, range) in [(s, Some(sentence)), (s + 1, matches.sentences.get(s + 1).filter(|_| quoted))] {
            let Some(range) = range else { continue };
            let from = scene.signs.partition_point(|(_, sign)| sign.start < range.start);
            for (sign, at) in scene.signs[from..].iter().take_while(|(_, at)| at.start < range.end) {
                match sign {
                    Sign::According => {
                        if let Some(phrase) = self.forward(at.end, range.end) {
                            return Some(phrase);
                        }
                    }
                    Sign::Reporting if k == s || quoted => {
                        let behind = self.forward(at.end, range.end);
                        let before = self.backward(range.start, at.start);
                        let phrase = if behind.is_some() && !self.opens_clause(at.end) { behind } else { before };
                        if let Some(phrase) = phrase.filter(|p| !is_pronoun(self.word(p.start)) || p.len() > 1) {
                            return Some(phrase);
                        }
                        if let Some(named) = self.named_speaker(matches, s) {
                            return Some(named);
                        }
                    }
                    _ => {}
                }
            }
        }
        quoted.then(|| self.introduced(scene, matches, s)).flatten()
    }

    fn opens_clause(&self, at: usize) -> bool {
        self.prepared
            .tokens
            .get(at)
            .is_some_and(|t| t.kind == Kind::Word && matches!(self.prepared.word(t), "at" | "også" | "òg"))
    }

    fn is_quoted(&self, sentence: &Range<usize>) -> bool {
        let first = self.token(sentence.start);
        let at = self.prepared.blocks.partition_point(|block| block.tokens.end <= sentence.start);
        let block = self.prepared.blocks.get(at);
        // A quotation's dash reads as a bullet where a line begins with it.
        let dashed = block.is_some_and(|block| {
            let before = &self.text[..block.span.start];
            let line = before.rsplit('\n').next().unwrap_or_default().trim();
            matches!(line, "–" | "-" | "—")
        });
        dashed
            || matches!(first.kind, Kind::Punct('–' | '"'))
            || (sentence.clone()).any(|i| self.token(i).is_punct('"'))
    }

    /// A pronoun speaks («sier hun»): the person named last before this sentence.
    fn named_speaker(&self, matches: &Matches, s: usize) -> Option<Range<usize>> {
        (s.saturating_sub(6)..s).rev().find_map(|k| {
            let range = &matches.sentences[k];
            let start = (range.start..range.end).find(|&i| {
                self.token(i).is_word()
                    && i > range.start
                    && self.is_capital(i)
                    && i + 1 < range.end
                    && self.token(i + 1).is_word()
                    && self.is_capital(i + 1)
            })?;
            let end =
                (start..range.end).find(|&i| !self.token(i).is_word() || !self.is_capital(i)).unwrap_or(range.end);
            Some(start..end)
        })
    }

    /// A quotation without a saying of its own: the person whom the paragraph before introduced.
    fn introduced(&self, scene: &Scene, matches: &Matches, s: usize) -> Option<Range<usize>> {
        let known = (s.saturating_sub(4)..s).rev().any(|k| {
            let range = &matches.sentences[k];
            let from = scene.signs.partition_point(|(_, sign)| sign.start < range.start);
            scene.signs[from..]
                .iter()
                .take_while(|(_, at)| at.start < range.end)
                .any(|(sign, _)| matches!(sign, Sign::Reporting))
        });
        known.then(|| self.named_speaker(matches, s)).flatten()
    }
}

/// The *for å* clause behind a need, to the end of its clause.
fn purpose(prepared: &Prepared, scene: &Scene, sentence: &Range<usize>, from: usize) -> Option<Range<usize>> {
    let i = scene.signs.partition_point(|(_, range)| range.start < from);
    let (_, start) = scene.signs[i..]
        .iter()
        .take_while(|(_, range)| range.start < sentence.end)
        .find(|(sign, range)| matches!(sign, Sign::Purpose) && !scene.is_framed(range))?;
    // «til å» is a purpose only right behind the competence.
    if prepared.word(&prepared.tokens[start.start]) == "til" && start.start != from {
        return None;
    }
    let mut end = sentence.end;
    while end > start.end && !matches!(prepared.tokens[end - 1].kind, Kind::Word | Kind::Number) {
        end -= 1;
    }
    let stop = (start.end..end).find(|&i| matches!(prepared.tokens[i].kind, Kind::Punct('"' | ';' | ':' | '(')));
    Some(start.start..stop.unwrap_or(end))
}

fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "de" | "den"
            | "det"
            | "dei"
            | "en"
            | "ein"
            | "ei"
            | "et"
            | "eit"
            | "alle"
            | "mange"
            | "flere"
            | "fleire"
            | "våre"
            | "vår"
            | "sine"
            | "noen"
            | "nokre"
            | "disse"
            | "desse"
            | "både"
            | "hver"
            | "kvar"
            | "ingen"
            | "begge"
            | "norske"
            | "andre"
    )
}

fn is_adjective_like(word: &str) -> bool {
    let endings = ["ste", "ige", "ege", "ske", "ende", "ande", "erte", "elle", "ere", "ne", "rke", "nge", "små", "ale"];
    endings.iter().any(|ending| word.ends_with(ending))
        || matches!(word, "små" | "store" | "nye" | "gode" | "egen" | "hele" | "heile")
}

/// A noun by its ending: definite, plural, or of a person or body.
fn is_noun_like(word: &str) -> bool {
    if is_determiner(word) || is_adverb(word) || is_auxiliary(word) || is_pronoun(word) || word.chars().count() < 4 {
        return false;
    }
    let endings = [
        "ene",
        "ane",
        "arane",
        "erne",
        "en",
        "sjonen",
        "eten",
        "tet",
        "heten",
        "leder",
        "leiar",
        "sjef",
        "mann",
        "direktør",
        "rektor",
        "kommune",
        "enhet",
        "eining",
        "avdeling",
        "skole",
        "skule",
        "direktorat",
        "departementet",
        "verket",
        "a",
        "enten",
        "inga",
        "ingen",
        "kommunen",
        "sektoren",
        "tenesta",
        "tjenesten",
        "styret",
        "laget",
        "rådet",
        "ansatte",
        "tilsette",
        "lærere",
        "lærarar",
        "ledere",
        "leiarar",
        "bedrifter",
        "kommuner",
        "kommunar",
        "skoler",
        "barnehager",
        "medlemmer",
        "innbyggere",
        "folk",
        "næringslivet",
        "etaten",
        "selskapet",
    ];
    endings.iter().any(|ending| word.ends_with(ending))
}

fn is_name_like(word: &str) -> bool {
    !is_determiner(word)
        && !is_adverb(word)
        && !is_auxiliary(word)
        && !is_pronoun(word)
        && !matches!(
            word,
            "i" | "på"
                | "for"
                | "med"
                | "når"
                | "da"
                | "hvis"
                | "dersom"
                | "som"
                | "at"
                | "og"
                | "men"
                | "til"
                | "av"
                | "om"
                | "ved"
                | "etter"
                | "under"
                | "her"
                | "der"
                | "dette"
        )
}

fn is_definite(word: &str) -> bool {
    ["en", "et", "a", "ene", "ane"].iter().any(|ending| word.ends_with(ending)) && is_noun_like(word)
}

fn is_adverb(word: &str) -> bool {
    matches!(
        word,
        "også"
            | "òg"
            | "selv"
            | "sjølv"
            | "nå"
            | "no"
            | "derfor"
            | "difor"
            | "dessuten"
            | "særlig"
            | "særleg"
            | "ikke"
            | "ikkje"
            | "fortsatt"
            | "framleis"
            | "alltid"
            | "stadig"
            | "i"
            | "dag"
            | "altså"
            | "først"
            | "fremst"
            | "virkelig"
            | "bare"
            | "sårt"
    )
}

fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "har"
            | "hadde"
            | "er"
            | "var"
            | "vil"
            | "skal"
            | "må"
            | "kan"
            | "bør"
            | "blir"
            | "vert"
            | "får"
            | "at"
            | "og"
            | "sterkt"
            | "stort"
            | "store"
            | "økende"
            | "stadig"
            | "også"
            | "nå"
            | "derfor"
            | "difor"
            | "et"
            | "eit"
            | "økt"
            | "auka"
    )
}

fn is_subject_pronoun(word: &str) -> bool {
    matches!(word, "vi" | "de" | "dei" | "jeg" | "eg" | "han" | "hun" | "ho")
}
