//! Data-driven cases: `tests/cases/*.toml`, each a class of wording.
//!
//! A case is a text with marks, `[[surface|concept|stance|key=value|…]]`; stance and the rest may be left out. Keys: `level`, `years`, `holder`, `source`,
//! `purpose`, `name`, `cue`; a value of `-` says that there must be none. Every finding of the text must be marked, unless the case is `open = true`.
//! `known/failing.toml` holds wordings that are still got wrong.
//! A text that begins with `• ` runs under *Kvalifikasjoner* in an ad, with `◦ ` under *Arbeidsoppgaver*.

use competence_needs::{Analysis, Document, Extractor, Finding, Genre, Span};
use serde::Deserialize;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// What the cases have in common.
    class: String,
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    #[serde(default)]
    genre: Genre,
    /// Findings beside the marked ones are no fault.
    #[serde(default)]
    open: bool,
}

struct Mark<'c> {
    span: Span,
    concept: &'c str,
    stance: Option<&'c str>,
    more: Vec<(&'c str, &'c str)>,
}

/// The bare text and its marks; fails on a mark that is not well-formed.
fn parse(case: &str) -> (String, Vec<Mark<'_>>) {
    let mut text = String::new();
    let mut marks = Vec::new();
    let mut rest = case;
    while let Some((before, behind)) = rest.split_once("[[") {
        text.push_str(before);
        let (inside, behind) = behind.split_once("]]").unwrap_or_else(|| panic!("unclosed mark in «{case}»"));
        let mut fields = inside.split('|');
        let surface = fields.next().unwrap_or_default();
        let concept = fields.next().unwrap_or_else(|| panic!("mark without concept in «{case}»"));
        let mut stance = None;
        let mut more = Vec::new();
        for field in fields {
            match field.split_once('=') {
                Some(pair) => more.push(pair),
                None => stance = Some(field),
            }
        }
        let start = text.len();
        text.push_str(surface);
        marks.push(Mark { span: Span::new(start, text.len()), concept, stance, more });
        rest = behind;
    }
    text.push_str(rest);
    (text, marks)
}

fn value(text: &str, finding: &Finding, key: &str) -> Option<String> {
    let of = |span: Option<Span>| span.map(|span| span.of(text).split_whitespace().collect::<Vec<_>>().join(" "));
    match key {
        "level" => finding.level().map(|level| serde_json::to_value(level).unwrap().as_str().unwrap().to_owned()),
        "years" => finding.years().map(|years| years.to_string()),
        "holder" => of(finding.holder()),
        "source" => of(finding.source()),
        "purpose" => of(finding.purpose()),
        "cue" => of(finding.cue()),
        "name" => finding.name().map(str::to_owned),
        _ => panic!("unknown key «{key}»"),
    }
}

fn compare(text: &str, skip: usize, analysis: &Analysis, marks: &[Mark<'_>], open: bool, faults: &mut Vec<String>) {
    let mut seen = vec![false; analysis.findings().len()];
    for mark in marks {
        let span = Span::new(mark.span.start + skip, mark.span.end + skip);
        let surface = span.of(text);
        let found = analysis
            .findings()
            .iter()
            .position(|finding| finding.span() == span && analysis.concept(finding).id() == mark.concept);
        let Some(i) = found else {
            faults.push(format!("«{surface}» is not found as {}", mark.concept));
            continue;
        };
        seen[i] = true;
        let finding = &analysis.findings()[i];
        if mark.stance.is_some_and(|stance| stance != finding.stance().as_str()) {
            let got = finding.stance().as_str();
            faults.push(format!("«{surface}» is {got} ({}), not {}", finding.rule(), mark.stance.unwrap()));
        }
        for (key, wanted) in &mark.more {
            let got = value(text, finding, key);
            if got.as_deref().unwrap_or("-") != *wanted {
                faults.push(format!("«{surface}»: {key} is {got:?}, not «{wanted}»"));
            }
        }
    }
    for (finding, _) in analysis.findings().iter().zip(seen).filter(|&(_, seen)| !seen && !open) {
        let surface = finding.span().of(text);
        if finding.span().start >= skip {
            faults.push(format!("«{surface}» is found as {} and not marked", analysis.concept(finding).id()));
        }
    }
}

/// Runs every case of a file and lists all that fail, or with `failing` all that do not.
fn run(path: &Path, failing: bool) -> (usize, Vec<String>) {
    let source = fs::read_to_string(path).unwrap();
    let file: File = toml::from_str(&source).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(!file.case.is_empty(), "{} has no case", path.display());
    let mut failed = Vec::new();
    for case in &file.case {
        let (bare, marks) = parse(&case.text);
        let (heading, genre) = match bare.chars().next() {
            Some('•') => ("Kvalifikasjoner\n", Genre::Ad),
            Some('◦') => ("Arbeidsoppgaver\n", Genre::Ad),
            _ => ("", case.genre),
        };
        let text = format!("{heading}{bare}");
        let analysis = Extractor::curated().extract(Document::new(&text).genre(genre));
        let mut faults = Vec::new();
        compare(&text, heading.len(), &analysis, &marks, case.open, &mut faults);
        if faults.is_empty() == failing {
            failed.push(format!("{} ({}): «{bare}»\n    {}", path.display(), file.class, faults.join("\n    ")));
        }
    }
    (file.case.len(), failed)
}

#[test]
fn all_cases() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "toml"));
    paths.sort();
    assert!(!paths.is_empty());
    let results: Vec<_> = paths.iter().map(|path| run(path, false)).collect();
    let count: usize = results.iter().map(|(count, _)| count).sum();
    let failed: Vec<String> = results.into_iter().flat_map(|(_, failed)| failed).collect();
    assert!(failed.is_empty(), "{} of {count} cases fail:\n{}", failed.len(), failed.join("\n"));
}

/// The list of known faults stays true: a case that is mended leaves it.
#[test]
fn known_faults_still_fail() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/known/failing.toml");
    let (count, passed) = run(&path, true);
    assert!(
        passed.is_empty(),
        "{} of {count} known faults are mended; move them to the file of their class:\n{}",
        passed.len(),
        passed.join("\n")
    );
}
