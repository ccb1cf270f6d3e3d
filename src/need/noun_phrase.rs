//! Noun phrases that name somebody: people, bodies and places that can need or say something.

use super::grammar::{self, Words};
use super::steps::step;
use crate::matching::Matches;
use crate::text::Prepared;
use crate::text::tokens::{Kind, Token};
use std::ops::Range;

/// The longest noun phrase taken for a holder or a source, in tokens.
const LONGEST: usize = 8;

/// Reads noun phrases off the tokens. Every reading looks at a bounded number of tokens.
pub(super) struct Phrases<'a> {
    pub(super) prepared: &'a Prepared,
    pub(super) text: &'a str,
    pub(super) matches: &'a Matches,
    pub(super) words: &'static Words,
}

impl<'a> Phrases<'a> {
    pub(super) fn new(prepared: &'a Prepared, text: &'a str, matches: &'a Matches) -> Self {
        Self { prepared, text, matches, words: grammar::words() }
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.prepared.tokens.get(at)
    }

    /// The folded word at a token, empty where it is no word.
    pub(super) fn word(&self, at: usize) -> &str {
        step();
        self.token(at).filter(|token| token.is_word()).map_or("", |token| self.prepared.word(token))
    }

    pub(super) fn is_punct(&self, at: usize, mark: char) -> bool {
        self.token(at).is_some_and(|token| token.is_punct(mark))
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Number)
    }

    /// The index of the sentence that holds the token.
    pub(super) fn sentence_at(&self, token: usize) -> usize {
        self.matches.sentence_at(token)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.is_word() && self.original(token).starts_with(char::is_uppercase))
    }

    fn is_acronym(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            let word = self.original(token);
            token.is_word() && word.chars().count() > 1 && word.chars().all(char::is_uppercase)
        })
    }

    fn original(&self, token: &Token) -> &str {
        self.prepared.original(token.start as usize, token.end as usize).of(self.text)
    }

    /// Whether a sentence or quotation begins with the token, so that its capital says nothing.
    fn is_first(&self, at: usize) -> bool {
        at == 0
            || self.prepared.tokens[at - 1].is_punct('"')
            || self.prepared.tokens[at - 1].is_punct('–')
            || self.matches.sentences.get(self.sentence_at(at)).is_some_and(|sentence| sentence.start == at)
    }

    /// Whether the word belongs to a proper name.
    fn is_name(&self, at: usize) -> bool {
        if !self.is_capital(at) || self.words.is_function(self.word(at)) {
            return false;
        }
        // All in capitals is a heading's style unless the neighbours are not.
        if self.is_acronym(at) {
            return !self.is_acronym(at + 1) && (at == 0 || !self.is_acronym(at - 1));
        }
        !self.is_first(at) || self.goes_on(at + 1)
    }

    /// Whether a name begun at a sentence's first word goes on here.
    fn goes_on(&self, at: usize) -> bool {
        (self.is_capital(at) && !self.is_acronym(at)) || self.words.is_name_part(self.word(at))
    }

    fn is_modifier(&self, at: usize) -> bool {
        let word = self.word(at);
        self.words.is_determiner(word) || self.words.is_adjective(word)
    }

    /// The end of the name that begins at `at`.
    fn name_end(&self, at: usize, limit: usize) -> usize {
        let mut end = at;
        while end < limit && (self.is_name(end) || (end > at && self.words.is_name_part(self.word(end)))) {
            end += 1;
        }
        end
    }

    /// The phrase that begins at `at`: *rådmann Kari Berg*, *de minste kommunene*, *Lindvåg kommune*.
    pub(super) fn forward(&self, at: usize, end: usize) -> Option<Range<usize>> {
        let at = if self.word(at) == "både" { at + 1 } else { at };
        let limit = end.min(at + LONGEST);
        let mut i = at;
        loop {
            if i >= limit || self.word(i).is_empty() {
                return None;
            }
            let name = self.name_end(i, limit);
            if name > i {
                // «det seier Kari»: a name takes no article.
                return (i == at || self.words.is_name_part(self.word(name - 1))).then_some(at..name);
            }
            if self.words.is_agent(self.word(i)) {
                return Some(at..self.name_end(i + 1, limit));
            }
            if !self.is_modifier(i) {
                return None;
            }
            i += 1;
        }
    }

    /// The phrase that ends right before `end`, with its conjuncts and what a preposition joins to it: *skoler og barnehager*, *lederne i kommunen*.
    pub(super) fn backward(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let floor = start.max(end.saturating_sub(3 * LONGEST));
        let mut phrase = self.simple_backward(floor, end)?;
        // Each turn takes at least two tokens more.
        while phrase.start > floor + 1 {
            let joint = phrase.start - 1;
            let word = self.word(joint);
            let joined = self.is_punct(joint, ',') && self.is_coordinated(&phrase);
            if !(matches!(word, "og" | "eller" | "samt") || self.words.is_preposition(word) || joined) {
                break;
            }
            let Some(left) = self.simple_backward(floor, joint) else { break };
            phrase.start = left.start;
        }
        Some(phrase)
    }

    /// Whether the phrase holds an *og*, so that a comma before it may be one of a list.
    fn is_coordinated(&self, phrase: &Range<usize>) -> bool {
        phrase.clone().any(|i| matches!(self.word(i), "og" | "eller" | "samt"))
    }

    fn simple_backward(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let head = end.checked_sub(1).filter(|&head| head >= start)?;
        let mut at = end;
        while at > start && (self.is_name(at - 1) || self.words.is_name_part(self.word(at - 1))) {
            at -= 1;
        }
        let named = at < end && (at..end).any(|i| self.is_name(i));
        if !named {
            at = end;
        }
        // The head itself, or the title before a name: *rådmann Kari Berg*.
        let titled = at > start && self.words.is_agent(self.word(at - 1));
        if titled {
            at -= 1;
        } else if !named {
            return None;
        } else if !self.words.is_name_part(self.word(end - 1)) {
            return Some(at..end);
        }
        while at > start && head - at < LONGEST && self.is_modifier(at - 1) {
            at -= 1;
        }
        Some(at..end)
    }

    /// The phrase that the sentence opens with, where it is its subject.
    pub(super) fn opening(&self, sentence: &Range<usize>) -> Option<Range<usize>> {
        let at = sentence.clone().take(3).find(|&i| !self.word(i).is_empty())?;
        self.forward(at, sentence.end)
    }

    /// Whether the phrase has a proper name in it.
    pub(super) fn is_named(&self, phrase: &Range<usize>) -> bool {
        phrase.clone().any(|i| self.is_name(i))
    }

    /// Whether the phrase names a person in full: two names in a row, with or without a title.
    pub(super) fn is_person(&self, phrase: &Range<usize>) -> bool {
        let names = phrase.clone().filter(|&i| self.is_name(i)).count();
        names > 1 && !phrase.clone().any(|i| self.words.is_name_part(self.word(i)))
    }

    /// Whether it speaks of somebody known: *kommunen*, *de minste kommunene*, a name.
    pub(super) fn is_definite(&self, phrase: &Range<usize>) -> bool {
        self.is_named(phrase)
            || matches!(
                self.word(phrase.start),
                "de" | "dei" | "den" | "vår" | "våre" | "alle" | "mange" | "flere" | "fleire"
            )
            || self.words.is_definite(self.word(phrase.end - 1))
    }

    /// Whether its head is plural, or several are joined.
    pub(super) fn is_plural(&self, phrase: &Range<usize>) -> bool {
        self.is_coordinated(phrase)
            || phrase.clone().any(|i| self.words.is_agent(self.word(i)) && self.words.is_plural(self.word(i)))
    }
}
