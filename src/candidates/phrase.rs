//! Reads noun phrases, infinitives and their coordinations off the tokens. Every reading looks at a bounded number of tokens.

use super::words::Words;
use crate::lexicon::frames::Frames;
use crate::matching::{Around, Matches, flag};
use crate::need::classes;
use crate::text::Prepared;
use crate::text::tokens::{Kind, Token};
use std::ops::Range;

/// Tokens in one phrase, at most.
const LONGEST: usize = 9;
/// Conjuncts read behind one frame, at most.
const MOST: usize = 10;

/// A text with what was found in it.
pub(super) struct Reader<'a> {
    pub(super) prepared: &'a Prepared,
    pub(super) text: &'a str,
    pub(super) around: &'a Around<'a>,
    pub(super) words: &'static Words,
    /// The end of the finding that covers a token; 0 where none does.
    taken: Vec<usize>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(prepared: &'a Prepared, text: &'a str, around: &'a Around<'a>, matches: &Matches) -> Self {
        let mut taken = vec![0; prepared.tokens.len()];
        for mention in &matches.mentions {
            taken[mention.tokens.clone()].fill(mention.tokens.end);
        }
        Self { prepared, text, around, words: Words::get(), taken }
    }

    pub(super) fn token(&self, at: usize) -> Option<&Token> {
        self.prepared.tokens.get(at)
    }

    /// The folded word at a token, empty where it is none.
    pub(super) fn word(&self, at: usize) -> &str {
        self.token(at).filter(|token| token.is_word()).map_or("", |token| self.prepared.word(token))
    }

    pub(super) fn flags(&self, at: usize) -> u16 {
        self.around.atoms.flags(at)
    }

    /// The token as the text has it.
    fn original(&self, at: usize) -> &str {
        self.token(at)
            .map_or("", |token| self.prepared.original(token.start as usize, token.end as usize).of(self.text))
    }

    /// Written with one capital, as names are.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        let mut letters = self.original(at).chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    }

    /// The end of the finding at a token.
    pub(super) fn finding(&self, at: usize) -> Option<usize> {
        self.taken.get(at).copied().filter(|&end| end > 0)
    }

    pub(super) fn is_free(&self, range: &Range<usize>) -> bool {
        range.clone().all(|at| self.finding(at).is_none())
    }

    /// A word that may stand between what asks and what is asked for.
    pub(super) fn is_loose(&self, at: usize) -> bool {
        let word = self.word(at);
        self.flags(at) & (flag::INSERT | flag::FILLER) != 0
            || self.words.is_modifier(word)
            || classes::is_adverb(word)
            || classes::closes_phrase(word)
    }

    pub(super) fn is_preposition(&self, at: usize) -> bool {
        Frames::get().is_preposition(self.word(at))
    }

    /// Whether no phrase goes on with the token.
    fn closes(&self, at: usize) -> bool {
        let word = self.word(at);
        let frames = Frames::get();
        (classes::closes_phrase(word) && !self.is_article(at))
            || self.words.is_end(word)
            || self.flags(at) & flag::STOP != 0
            || (frames.open_ends.words.iter().any(|end| end == word) && !self.is_preposition(at))
            || matches!(word, "som" | "at" | "hvor" | "der" | "når" | "om" | "for" | "uten" | "utan" | "å")
                && !(matches!(word, "for" | "om") && self.is_preposition(at))
    }

    /// *den, det, de* may be an article: before an adjective or noun.
    fn is_article(&self, at: usize) -> bool {
        matches!(self.word(at), "den" | "det" | "de" | "dei" | "ein" | "en" | "et" | "eit")
            && classes::is_adjective(self.word(at + 1))
    }

    /// Behind words that say how much or how good.
    pub(super) fn skip_modifiers(&self, mut at: usize) -> usize {
        let limit = at + LONGEST;
        while at < limit
            && !self.word(at).is_empty()
            && !self.words.is_head(self.word(at))
            && (self.flags(at) & flag::INSERT != 0 || self.words.is_modifier(self.word(at)) || self.is_article(at))
        {
            at += 1;
        }
        at
    }

    /// The noun phrase that begins at `at`, with what *av* and the like join to it; empty where none does.
    pub(super) fn noun_phrase(&self, at: usize) -> Range<usize> {
        let start = self.skip_modifiers(at);
        let mut end = start;
        let mut prepositions = 0;
        while end < start + LONGEST {
            let Some(token) = self.token(end) else { break };
            match token.kind {
                Kind::Word if self.closes(end) => break,
                // «arbeids- og organisasjonspsykologi» is one.
                Kind::Word if self.flags(end) & flag::CONJUNCTION != 0 => {
                    let suspended = end > start && self.prepared.tokens[end - 1].hyphen_after;
                    if !suspended {
                        break;
                    }
                }
                Kind::Word if self.is_preposition(end) => {
                    let joins = end > start && self.joins(end - 1, end) && prepositions < 2;
                    if !joins {
                        break;
                    }
                    prepositions += 1;
                    end = self.skip_modifiers(end + 1) - 1;
                }
                Kind::Word => {}
                Kind::Number if end > start => {}
                _ => break,
            }
            end += 1;
        }
        self.trim(start..end.max(start))
    }

    /// Whether the preposition joins what follows it to the noun before it.
    fn joins(&self, noun: usize, preposition: usize) -> bool {
        let next = preposition + 1;
        let follows = !self.word(next).is_empty() && !self.is_preposition(next) && !self.closes(next);
        let word = self.word(preposition);
        let deed = self.words.is_deed(self.word(noun)) || self.words.is_generic(self.word(noun));
        follows
            && (word == "av"
                || (deed && matches!(word, "med" | "til" | "for" | "mot" | "om" | "på" | "i" | "innen" | "innan")))
    }

    /// Without prepositions, adverbs and conjunctions at the end.
    fn trim(&self, mut range: Range<usize>) -> Range<usize> {
        while range.end > range.start {
            let last = range.end - 1;
            let word = self.word(last);
            let loose = self.is_preposition(last)
                || classes::is_adverb(word)
                || self.flags(last) & (flag::CONJUNCTION | flag::FILLER) != 0
                || matches!(word, "noe" | "noko" | "annet" | "anna");
            if !loose {
                break;
            }
            range.end -= 1;
        }
        range
    }

    /// The infinitive phrase that begins at `at`, behind its *å*.
    pub(super) fn infinitive(&self, at: usize) -> Range<usize> {
        let mut end = at;
        while end < at + LONGEST {
            let Some(token) = self.token(end) else { break };
            let word = self.word(end);
            let stops = match token.kind {
                Kind::Word if self.flags(end) & flag::CONJUNCTION != 0 => !self.prepared.tokens[end - 1].hyphen_after,
                Kind::Word => {
                    self.flags(end) & flag::STOP != 0
                        || matches!(word, "som" | "at" | "når" | "slik" | "uten" | "utan" | "hvor" | "hvis")
                        || (end > at
                            && matches!(
                                word,
                                "er" | "vil" | "kan" | "skal" | "må" | "bør" | "har" | "vi" | "du" | "og"
                            ))
                }
                Kind::Number => false,
                _ => true,
            };
            if stops {
                break;
            }
            end += 1;
        }
        self.trim(at..end)
    }

    /// Whether an infinitive may begin here, in a coordination of infinitives.
    fn is_infinitive(&self, at: usize) -> bool {
        let word = self.word(at);
        word == "å"
            || (word.ends_with(['e', 'a'])
                && !classes::is_adjective(word)
                && !self.words.is_generic(word)
                && !word.ends_with("ene"))
    }

    /// Where the next conjunct begins, if the token joins one.
    pub(super) fn next(&self, at: usize) -> Option<usize> {
        let behind = self.around.atoms.conjunction(self.prepared, at)?;
        let ends = (at..=behind).any(|i| matches!(self.word(i), "som" | "men" | "så"));
        (!ends).then_some(behind)
    }

    /// The phrases of a coordination that begins at `at`, those that are findings left out.
    pub(super) fn conjuncts(&self, at: usize, infinitive: bool) -> Vec<Range<usize>> {
        let mut out: Vec<Range<usize>> = Vec::new();
        let mut at = at;
        let mut whole = true;
        for _ in 0..MOST {
            let start = if infinitive && self.word(at) == "å" { at + 1 } else { at };
            let mut phrase = if infinitive { self.infinitive(start) } else { self.noun_phrase(start) };
            // A finding may reach further than the phrase.
            let finding = self.finding(self.skip_modifiers(at));
            if let Some(end) = finding {
                phrase.end = phrase.end.max(end);
            }
            // Another frame carries on from here: *erfaring med X og kunnskap om Y*.
            let framed = !infinitive
                && (self.words.is_head(self.word(phrase.start)) || self.words.is_empty(self.word(phrase.start)));
            if phrase.is_empty() || framed {
                break;
            }
            // «drift av nett og servere»: what follows is joined to the last noun, not to the first.
            let attached =
                out.last().is_some_and(|last: &Range<usize>| whole && !infinitive && self.is_object(last, &phrase));
            match out.last_mut() {
                Some(last) if attached && self.is_free(&phrase) => last.end = phrase.end,
                _ if !self.is_free(&phrase) => whole = false,
                _ => {
                    whole = true;
                    out.push(phrase.clone());
                }
            }
            let Some(next) = self.next(phrase.end) else { break };
            if infinitive && !self.is_infinitive(next) {
                // The object goes on: *lede folk og prosjekter*.
                if let Some(last) = out.last_mut().filter(|last| last.end == phrase.end) {
                    let rest = self.infinitive(next);
                    if self.is_free(&rest) && !self.word(phrase.end).is_empty() {
                        last.end = rest.end.max(last.end);
                    } else if !self.is_free(&rest) {
                        out.pop();
                    }
                }
                break;
            }
            at = next;
        }
        out.retain(|phrase| !self.is_generic(phrase));
        out
    }

    /// Whether `next` stands beside the object of `last` rather than beside `last` itself.
    fn is_object(&self, last: &Range<usize>, next: &Range<usize>) -> bool {
        let preposition = last.clone().any(|at| self.word(at) == "av");
        preposition
            && self.words.is_deed(self.word(last.start))
            && !next.clone().any(|at| self.words.is_deed(self.word(at)))
    }

    /// Whether nothing in the phrase says which competence it is.
    pub(super) fn is_generic(&self, phrase: &Range<usize>) -> bool {
        self.words.is_empty(self.word(phrase.start))
            || phrase.clone().all(|at| {
                let word = self.word(at);
                word.is_empty()
                    || word.chars().count() < 2
                    || self.words.is_generic(word)
                    || classes::is_definite_agent(word)
                    || matches!(word, "dine" | "våre" | "sine" | "mine" | "deres")
            })
    }
}
