//! Data-driven cases: `tests/cases/*.toml`, each a class of wording.
//!
//! A case is a text with marks, `[[surface|concept|stance|key=value|…]]`; stance and the rest may be left out. Keys: `level`, `years`, `holder`, `source`,
//! `purpose`, `name`, `cue`; a value of `-` says that there must be none. Every finding of the text must be marked, unless the case is `open = true`.
//! `known/failing.toml` holds wordings that are still got wrong.
//! A text that begins with `• ` runs under *Kvalifikasjoner* in an ad, with `◦ ` under *Arbeidsoppgaver*.

mod marked;

use competence_needs::{Analysis, Document, Extractor, Finding, Span};
use std::path::Path;

struct Mark<'c> {
    span: Span,
    concept: &'c str,
    stance: Option<&'c str>,
    more: Vec<(&'c str, &'c str)>,
}

/// Reads the fields of a mark; fails on one that is not well-formed.
fn mark<'c>((span, fields): (Span, Vec<&'c str>)) -> Mark<'c> {
    let mut fields = fields.into_iter();
    let concept = fields.next().unwrap_or_else(|| panic!("mark without concept at {span:?}"));
    let mut stance = None;
    let mut more = Vec::new();
    for field in fields {
        match field.split_once('=') {
            Some(pair) => more.push(pair),
            None => stance = Some(field),
        }
    }
    Mark { span, concept, stance, more }
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
        let surface = mark.span.of(text);
        let found = analysis
            .findings()
            .iter()
            .position(|finding| finding.span() == mark.span && analysis.concept(finding).id() == mark.concept);
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
    let file = marked::read(path);
    let mut failed = Vec::new();
    for case in &file.case {
        let ready = case.ready();
        let analysis = Extractor::curated().extract(Document::new(&ready.text).genre(ready.genre));
        let marks: Vec<_> = ready.marks.iter().cloned().map(mark).collect();
        let mut faults = Vec::new();
        compare(&ready.text, ready.skip, &analysis, &marks, case.open, &mut faults);
        if faults.is_empty() == failing {
            failed.push(format!(
                "{} ({}): «{}»\n    {}",
                path.display(),
                file.class,
                ready.bare(),
                faults.join("\n    ")
            ));
        }
    }
    (file.case.len(), failed)
}

#[test]
fn all_cases() {
    let results: Vec<_> = marked::files("cases").iter().map(|path| run(path, false)).collect();
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
