//! From TOML to concepts.

use super::entry::{Concept, Content, Details, Example, Exclusion, Grade, List, TermEntry};
use crate::error::{LexiconError, LexiconErrorKind};
use serde::Deserialize;
use std::sync::Arc;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawFile {
    category: String,
    #[serde(default)]
    concept: Vec<Spanned<RawConcept>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawConcept {
    id: Spanned<String>,
    label: String,
    label_en: String,
    #[serde(default)]
    exact_match: Vec<String>,
    #[serde(default)]
    close_match: Vec<String>,
    #[serde(default)]
    hits: Vec<Spanned<String>>,
    #[serde(default)]
    misses: Vec<Spanned<String>>,
    #[serde(default)]
    not: Vec<Spanned<RawExclusion>>,
    #[serde(default)]
    nouns: Vec<Spanned<String>>,
    #[serde(default)]
    verbs: Vec<Spanned<String>>,
    #[serde(default)]
    adjectives: Vec<Spanned<String>>,
    #[serde(default)]
    qualifiers: Vec<Spanned<String>>,
    #[serde(default)]
    stems: Vec<Spanned<String>>,
    #[serde(default)]
    phrases: Vec<Spanned<String>>,
    #[serde(default)]
    acronyms: Vec<Spanned<String>>,
    #[serde(default)]
    licensed: RawLists,
    #[serde(default)]
    carried: RawLists,
    #[serde(default)]
    hidden: RawLists,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RawLists {
    nouns: Vec<Spanned<String>>,
    verbs: Vec<Spanned<String>>,
    adjectives: Vec<Spanned<String>>,
    qualifiers: Vec<Spanned<String>>,
    stems: Vec<Spanned<String>>,
    phrases: Vec<Spanned<String>>,
    acronyms: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawExclusion {
    phrase: String,
    reason: String,
}

/// Where the lines of a source begin, to turn byte offsets into line numbers.
struct Lines(Vec<usize>);

impl Lines {
    fn new(source: &str) -> Self {
        Self(std::iter::once(0).chain(source.match_indices('\n').map(|(i, _)| i + 1)).collect())
    }

    fn at(&self, offset: usize) -> usize {
        self.0.partition_point(|&start| start <= offset)
    }
}

/// Reads one file and appends its concepts; [`check`] says whether their terms can be read.
pub(super) fn parse(name: &str, source: &str, out: &mut Vec<Concept>) -> Result<(), LexiconError> {
    let lines = Lines::new(source);
    let place: Arc<str> = name.into();
    let file: RawFile = toml::from_str(source).map_err(|error| LexiconError {
        kind: LexiconErrorKind::Syntax,
        file: name.to_owned(),
        line: error.span().map(|span| lines.at(span.start)),
        entry: None,
        message: error.message().to_owned(),
        source: Some(Box::new(error)),
    })?;
    for raw in file.concept {
        let id = raw.get_ref().id.get_ref().clone();
        let line = lines.at(raw.get_ref().id.span().start);
        let raw = raw.into_inner();
        if id.is_empty() || !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
            let message = "an id is made of lower-case letters a–z, digits and hyphens: «customer-care»".to_owned();
            return Err(fail(LexiconErrorKind::Term, name, line, id, message));
        }
        super::links::check(raw.exact_match.iter().map(String::as_str), raw.close_match.iter().map(String::as_str))
            .map_err(|message| fail(LexiconErrorKind::Uri, name, line, id.clone(), message))?;
        let lists = RawLists {
            nouns: raw.nouns,
            verbs: raw.verbs,
            adjectives: raw.adjectives,
            qualifiers: raw.qualifiers,
            stems: raw.stems,
            phrases: raw.phrases,
            acronyms: raw.acronyms,
        };
        let mut terms = Vec::new();
        for (lists, grade, hidden) in [
            (lists, Grade::Strong, false),
            (raw.licensed, Grade::Licensed, false),
            (raw.carried, Grade::Carried, false),
            (raw.hidden, Grade::Licensed, true),
        ] {
            for (list, texts) in [
                (List::Noun, lists.nouns),
                (List::Verb, lists.verbs),
                (List::Adjective, lists.adjectives),
                (List::Qualifier, lists.qualifiers),
                (List::Stem, lists.stems),
                (List::Phrase, lists.phrases),
                (List::Acronym, lists.acronyms),
            ] {
                for text in texts {
                    let line = lines.at(text.span().start);
                    let file = Arc::clone(&place);
                    terms.push(TermEntry { text: text.into_inner(), list, grade, hidden, file, line });
                }
            }
        }
        let example = |text: Spanned<String>| {
            let line = lines.at(text.span().start);
            Example { text: text.into_inner(), file: Arc::clone(&place), line }
        };
        let exclusions = raw.not.into_iter().map(|not| {
            let line = lines.at(not.span().start);
            let RawExclusion { phrase, reason } = not.into_inner();
            Exclusion { phrase, reason, file: Arc::clone(&place), line }
        });
        out.push(Concept {
            id,
            category: file.category.clone(),
            label: raw.label,
            label_en: raw.label_en,
            exact_match: raw.exact_match,
            close_match: raw.close_match,
            file: Arc::clone(&place),
            line,
            content: Content::Own(Details {
                terms,
                exclusions: exclusions.collect(),
                hits: raw.hits.into_iter().map(example).collect(),
                misses: raw.misses.into_iter().map(example).collect(),
            }),
        });
    }
    Ok(())
}

/// Whether all terms can be read.
pub(super) fn check(concepts: &[Concept]) -> Result<(), LexiconError> {
    for concept in concepts {
        for term in &concept.details().terms {
            super::term::check(term).map_err(|(kind, message)| {
                fail(kind, &term.file, term.line, format!("{}, «{}»", concept.id, term.text), message)
            })?;
        }
    }
    Ok(())
}

fn fail(kind: LexiconErrorKind, file: &str, line: usize, entry: String, message: String) -> LexiconError {
    LexiconError { kind, file: file.to_owned(), line: Some(line), entry: Some(entry), message, source: None }
}
