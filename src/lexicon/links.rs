//! Links to ESCO: what a concept's `exact-match` and `close-match` may hold, and those of the curated concepts (`data/esco.toml`).

use super::Lexicon;
use super::entry::Concept;
use crate::error::{LexiconError, LexiconErrorKind};
use serde::Deserialize;
use std::collections::HashSet;
use std::sync::Arc;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLinks {
    link: Vec<Spanned<RawLink>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawLink {
    concept: String,
    #[serde(default)]
    exact_match: Vec<RawTarget>,
    #[serde(default)]
    close_match: Vec<RawTarget>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTarget {
    uri: String,
    /// ESCO's English label, for those who read the file.
    #[serde(rename = "label")]
    _label: String,
}

/// Whether `uri` is of the shape of ESCO's concepts: `http://data.europa.eu/esco/skill/…`; says how to mend it where not.
pub(crate) fn esco_uri(uri: &str) -> Result<(), String> {
    const BASE: &str = "http://data.europa.eu/esco/";
    let concept = uri.strip_prefix(BASE).and_then(|rest| rest.split_once('/'));
    let good = concept.is_some_and(|(kind, id)| {
        matches!(kind, "skill" | "occupation" | "isced-f" | "isco")
            && !id.is_empty()
            && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.'))
    });
    if good {
        return Ok(());
    }
    Err(format!(
        "«{uri}» is no URI of an ESCO concept: they look like {BASE}skill/d15ce60f-ddab-41ce-ba56-398451b77b60, with http, not https"
    ))
}

/// Checks the links of one concept: their shape, and that none stands twice.
pub(super) fn check<'u>(
    exact: impl Iterator<Item = &'u str>,
    close: impl Iterator<Item = &'u str>,
) -> Result<(), String> {
    let mut seen = HashSet::new();
    for uri in exact.chain(close) {
        esco_uri(uri)?;
        if !seen.insert(uri) {
            return Err(format!("«{uri}» stands twice: a concept links to another once, exactly or closely"));
        }
    }
    Ok(())
}

/// Gives the concepts of `lexicon` the links of a file of links.
pub(super) fn apply(mut lexicon: Lexicon, name: &str, source: &str) -> Result<Lexicon, LexiconError> {
    let fail = |kind, line, entry: Option<&str>, message| LexiconError {
        kind,
        file: name.to_owned(),
        line,
        entry: entry.map(str::to_owned),
        message,
        source: None,
    };
    let line = |at: usize| Some(source[..at].matches('\n').count() + 1);
    let links: RawLinks = toml::from_str(source).map_err(|error| {
        fail(LexiconErrorKind::Syntax, error.span().and_then(|span| line(span.start)), None, error.message().to_owned())
    })?;
    let mut seen = HashSet::new();
    for link in links.link {
        let line = line(link.span().start);
        let link = link.into_inner();
        let uris = |targets: Vec<RawTarget>| targets.into_iter().map(|target| target.uri).collect::<Vec<_>>();
        let (exact, close) = (uris(link.exact_match), uris(link.close_match));
        check(exact.iter().map(String::as_str), close.iter().map(String::as_str))
            .map_err(|message| fail(LexiconErrorKind::Uri, line, Some(&link.concept), message))?;
        if !seen.insert(link.concept.clone()) {
            let message = "this concept has links already: put them together".to_owned();
            return Err(fail(LexiconErrorKind::Duplicate, line, Some(&link.concept), message));
        }
        let concepts: &mut Vec<Concept> = Arc::make_mut(&mut lexicon.concepts);
        let Some(concept) = concepts.iter_mut().find(|concept| concept.id == link.concept) else {
            let message = "no concept has this id".to_owned();
            return Err(fail(LexiconErrorKind::Term, line, Some(&link.concept), message));
        };
        (concept.exact_match, concept.close_match) = (exact, close);
    }
    Ok(lexicon)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "http://data.europa.eu/esco/skill/0f9958d2-f700-4f62-b90b-a5873cb5ae4c";

    fn linked(links: &str) -> Result<Lexicon, LexiconError> {
        let toml =
            "category = \"x\"\n[[concept]]\nid = \"a\"\nlabel = \"a\"\nlabel-en = \"a\"\nnouns = [\"seilduk\"]\n";
        apply(Lexicon::parse("x.toml", toml).unwrap(), "esco.toml", links)
    }

    #[test]
    fn uris_of_esco_pass_and_no_others() {
        for uri in [ONE, "http://data.europa.eu/esco/skill/S1.2.3", "http://data.europa.eu/esco/isced-f/0611"] {
            assert!(esco_uri(uri).is_ok(), "{uri}");
        }
        for uri in [
            "",
            "S1.2",
            &ONE.replace("http:", "https:"),
            "http://data.europa.eu/esco/skill/",
            "http://data.europa.eu/esco/x/1",
            &format!("{ONE} "),
        ] {
            assert!(esco_uri(uri).is_err(), "{uri}");
        }
    }

    #[test]
    fn links_reach_their_concepts_and_faults_are_named() {
        let target = format!("[{{ uri = \"{ONE}\", label = \"x\" }}]");
        let lexicon = linked(&format!("[[link]]\nconcept = \"a\"\nclose-match = {target}\n")).unwrap();
        let concept = lexicon.concept("a").unwrap();
        assert_eq!(concept.close_match().collect::<Vec<_>>(), [ONE]);
        assert_eq!(concept.exact_match().count(), 0);
        for (links, line, fault) in [
            (format!("\n[[link]]\nconcept = \"b\"\nexact-match = {target}\n"), 2, "no concept has this id"),
            (format!("[[link]]\nconcept = \"a\"\nexact-match = {target}\nclose-match = {target}\n"), 1, "stands twice"),
            (
                format!("[[link]]\nconcept = \"a\"\nexact-match = {}\n", target.replace("http", "https")),
                1,
                "no URI of an ESCO concept",
            ),
            (
                format!("[[link]]\nconcept = \"a\"\nexact-match = {target}\n[[link]]\nconcept = \"a\"\n"),
                4,
                "put them together",
            ),
            ("[[link]]\nconcept = \"a\"\nexact = []\n".to_owned(), 3, "unknown field"),
        ] {
            let error = linked(&links).unwrap_err();
            assert!(error.to_string().contains(fault), "{error}");
            assert_eq!(error.line(), Some(line), "{error}");
        }
    }
}
