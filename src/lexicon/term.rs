//! A term as written, read as a sequence of words that bend.

use super::entry::{List, TermEntry};
use super::frames::Frames;
use super::paradigm::{Class, Forms, Paradigms};
use crate::error::LexiconErrorKind;
use crate::text::tokens::{self, Kind};

/// How one word of a term matches.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Bend {
    /// By its paradigm; the name says which where the guess would be wrong.
    Class(Class, Option<String>),
    /// With any ending.
    Loose,
    /// As written, spelling pairs aside.
    Fixed,
    /// One of a closed set (reflexives, possessives).
    OneOf(&'static [&'static str]),
    /// In exactly these capitals.
    Capitals,
}

/// One word of a term.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Word {
    /// Lower case.
    pub(crate) text: String,
    pub(crate) bend: Bend,
    /// `~word`: may be the last part of a longer word.
    pub(crate) tail: bool,
    /// `word~`: may be the first part of a longer word.
    pub(crate) open: bool,
}

/// One element of a term.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Element {
    Word(Word),
    Mark(char),
    /// `…`: up to three other words.
    Gap,
}

const REFLEXIVES: &[&str] = &["seg", "deg", "meg", "oss", "dere", "dykk", "dei", "dem"];
const POSSESSIVES: &[&str] = &[
    "sin", "si", "sitt", "sine", "din", "di", "ditt", "dine", "vår", "vårt", "våre", "hans", "hennes", "deres", "egen",
    "eget", "egne", "eigen", "eige", "eigne",
];
const ONESELF: &[&str] = &["selv", "sjølv", "sjøl"];

/// Reads a term; `None` where nothing is left of it.
pub(crate) fn elements(text: &str, list: List) -> Option<Vec<Element>> {
    let (body, note) = split_note(text);
    let mut out = read(body)?;
    assign(&mut out, list, note);
    Some(out)
}

/// The elements as they stand, all fixed.
fn read(body: &str) -> Option<Vec<Element>> {
    let mut out: Vec<Element> = Vec::new();
    for piece in body.split_whitespace() {
        if piece == "…" || piece == "..." {
            out.push(Element::Gap);
            continue;
        }
        let tail = piece.starts_with('~');
        let open = piece.len() > 1 && piece.ends_with('~');
        let piece = piece.trim_matches('~').to_lowercase();
        let mut tokens = Vec::new();
        tokens::scan(&piece, 0, &mut tokens);
        for token in tokens {
            let text = piece[token.start as usize..token.end as usize].to_owned();
            match token.kind {
                Kind::Punct(mark) => out.push(Element::Mark(mark)),
                _ => out.push(Element::Word(Word { text, bend: Bend::Fixed, tail, open })),
            }
        }
    }
    let words = out.iter().filter(|e| matches!(e, Element::Word(_))).count();
    let ends_open = matches!(out.first(), Some(Element::Gap)) || matches!(out.last(), Some(Element::Gap));
    (words > 0 && !ends_open).then_some(out)
}

/// Reads the phrase of an exclusion: all its words bend loosely.
pub(crate) fn loose_elements(text: &str) -> Option<Vec<Element>> {
    let mut out = elements(text, List::Phrase)?;
    for element in &mut out {
        if let Element::Word(word) = element {
            word.bend = inner(&word.text);
        }
    }
    Some(out)
}

fn assign(out: &mut [Element], list: List, note: Option<&str>) {
    let word_at: Vec<usize> = (0..out.len()).filter(|&i| matches!(out[i], Element::Word(_))).collect();
    let Some(&first) = word_at.first() else { return };
    let (head, class) = match list {
        List::Phrase | List::Stem => {
            return;
        }
        List::Acronym => {
            for i in word_at {
                set(out, i, Bend::Capitals);
            }
            return;
        }
        List::Verb => (first, Class::Verb),
        List::Adjective | List::Qualifier => (first, Class::Adjective),
        List::Noun => {
            let stop = (1..out.len())
                .find(|&i| match &out[i] {
                    Element::Word(word) => Frames::get().is_preposition(&word.text),
                    Element::Gap => true,
                    Element::Mark(_) => false,
                })
                .unwrap_or(out.len());
            (word_at.iter().copied().rfind(|&i| i < stop).unwrap_or(first), Class::Noun)
        }
    };
    for &i in &word_at {
        let word = text_of(&out[i]);
        let joined = out.get(i + 1).is_some_and(|next| match next {
            Element::Word(next) => next.text == "og" || next.text == "eller",
            Element::Mark(mark) => matches!(mark, ',' | '/' | '-'),
            Element::Gap => false,
        });
        let bend = if i == head {
            match note {
                Some("fixed") => Bend::Fixed,
                Some(like) => Bend::Class(class, like.strip_prefix("like ").map(str::to_owned)),
                None => Bend::Class(class, None),
            }
        } else if i < head && !Frames::get().is_function_word(&word) {
            Bend::Class(if joined { Class::Noun } else { Class::Adjective }, None)
        } else {
            inner(&word)
        };
        set(out, i, bend);
    }
}

fn text_of(element: &Element) -> String {
    match element {
        Element::Word(word) => word.text.clone(),
        Element::Gap => "…".to_owned(),
        Element::Mark(mark) => mark.to_string(),
    }
}

fn set(out: &mut [Element], i: usize, bend: Bend) {
    if let Some(Element::Word(word)) = out.get_mut(i) {
        word.bend = bend;
    }
}

/// How a word that is not the head bends.
fn inner(word: &str) -> Bend {
    if word == "seg" || word == "deg" {
        Bend::OneOf(REFLEXIVES)
    } else if matches!(word, "sin" | "sitt" | "sine" | "eget" | "egne" | "egen") {
        Bend::OneOf(POSSESSIVES)
    } else if word == "selv" {
        Bend::OneOf(ONESELF)
    } else if Frames::get().is_function_word(word) || Frames::get().is_preposition(word) {
        Bend::Fixed
    } else {
        Bend::Loose
    }
}

impl Word {
    /// All forms of the word, lower case, in order.
    pub(crate) fn forms(&self) -> Vec<String> {
        let mut out = Forms::default();
        self.push_forms(&mut out);
        out.sorted()
    }

    /// Adds all forms of the word, lower case, some more than once.
    pub(crate) fn push_forms(&self, out: &mut Forms) {
        let paradigms = Paradigms::get();
        match &self.bend {
            Bend::Class(class, like) => paradigms.push_forms(&self.text, *class, like.as_deref(), out),
            Bend::Loose => paradigms.push_loose(&self.text, out),
            Bend::Fixed => paradigms.spellings(&self.text).iter().for_each(|form| out.push("", form)),
            Bend::OneOf(set) => set.iter().for_each(|form| out.push("", form)),
            Bend::Capitals => out.push("", &self.text),
        }
    }
}

/// The term without its note, and the note: `sjølvstende (like minne)`.
fn split_note(text: &str) -> (&str, Option<&str>) {
    let text = text.trim();
    if !text.ends_with(')') {
        return (text, None);
    }
    let Some(open) = text.rfind(" (") else { return (text, None) };
    match text[open + 2..].strip_suffix(')') {
        Some(note) if note == "fixed" || note.starts_with("like ") => (text[..open].trim_end(), Some(note)),
        _ => (text, None),
    }
}

/// Whether a term can be read; says how to mend it where not.
pub(crate) fn check(term: &TermEntry) -> Result<(), (LexiconErrorKind, String)> {
    let (body, note) = split_note(&term.text);
    // What holds a letter and begins and ends with no dots reads; only the rest is read to see.
    let dots = |c: char| matches!(c, '.' | '…');
    let reads = body.contains(char::is_alphabetic) && !body.starts_with(dots) && !body.ends_with(dots);
    if !reads && read(body).is_none() {
        let message = "a term needs at least one word, and may not begin or end with a gap «…»".to_owned();
        return Err((LexiconErrorKind::Term, message));
    }
    if let Some(like) = note.and_then(|note| note.strip_prefix("like "))
        && !Paradigms::get().knows(like)
    {
        let message = format!(
            "no paradigm is named «{like}»: take a name from paradigms.toml, or leave the note out to have it guessed"
        );
        return Err((LexiconErrorKind::Paradigm, message));
    }
    let one_word = matches!(term.list, List::Stem | List::Qualifier | List::Acronym);
    if one_word && body.contains(char::is_whitespace) {
        return Err((
            LexiconErrorKind::Term,
            "stems, qualifiers and acronyms are one word each: use `nouns` or `phrases`".to_owned(),
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(text: &str, list: List) -> Vec<Vec<String>> {
        elements(text, list)
            .unwrap()
            .iter()
            .map(|e| match e {
                Element::Word(word) => word.forms(),
                Element::Mark(mark) => vec![mark.to_string()],
                Element::Gap => vec!["…".to_owned()],
            })
            .collect()
    }

    #[test]
    fn the_head_of_a_noun_phrase_stands_before_the_first_preposition() {
        let forms = forms("utvikling av nye produkter", List::Noun);
        assert!(forms[0].contains(&"utviklingen".to_owned()));
        assert_eq!(forms[1], ["av"]);
        assert!(forms[3].contains(&"produktet".to_owned()));
    }

    #[test]
    fn adjectives_agree_and_verbs_bend() {
        assert!(forms("digital kompetanse", List::Noun)[0].contains(&"digitale".to_owned()));
        let verb = forms("sette seg … mål", List::Verb);
        assert!(verb[0].contains(&"set".to_owned()));
        assert!(verb[1].contains(&"deg".to_owned()));
        assert_eq!(verb[2], ["…"]);
    }

    #[test]
    fn notes_name_the_paradigm() {
        let word = forms("sjølvstende (like evne)", List::Noun);
        assert!(word[0].contains(&"sjølvstendet".to_owned()));
        assert_eq!(forms("Excel (fixed)", List::Noun)[0], ["excel"]);
    }

    #[test]
    fn a_term_of_gaps_is_none() {
        assert!(elements("… relasjoner", List::Verb).is_none());
        assert!(elements("", List::Noun).is_none());
    }
}
