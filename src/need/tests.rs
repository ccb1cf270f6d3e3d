//! Every cue shows by its own sentences where it decides and where it must not.

use super::Stance;
use super::cues::{Cue, Where, all};
use super::steps;
use crate::document::{Document, Genre};
use crate::extractor::Extractor;
use crate::span::Span;

/// The stance and rule of what is marked in a sentence; several findings may cover it.
fn verdicts(sentence: &str, genre: Genre) -> Vec<(Stance, String)> {
    let Some((before, rest)) = sentence.split_once("[[") else { return Vec::new() };
    let Some((marked, behind)) = rest.split_once("]]") else { return Vec::new() };
    let behind = behind.replace("[[", "").replace("]]", "");
    let item = before.starts_with("• ");
    let heading = if item { "Kvalifikasjoner\n" } else { "" };
    let text = format!("{heading}{before}{marked}{behind}");
    let start = heading.len() + before.len();
    let span = Span::new(start, start + marked.len());
    let genre = if item { Genre::Ad } else { genre };
    let analysis = Extractor::curated().extract(Document::new(&text).genre(genre));
    let found = analysis.findings().iter().filter(|finding| finding.span().overlaps(span));
    found.map(|finding| (finding.stance(), finding.rule().to_owned())).collect()
}

/// The genres in which the cue counts, and its stance there.
fn settings(cue: &Cue) -> Vec<(Genre, Stance)> {
    let ad = (Genre::Ad, cue.ad.unwrap_or(cue.stance));
    let prose = (Genre::Article, cue.stance);
    match (cue.genre, cue.ad) {
        (Some(Where::Ad), _) => vec![ad],
        (None, Some(_)) => vec![prose, ad],
        _ => vec![prose],
    }
}

#[test]
fn cues_decide_their_sentences() {
    let mut faults = Vec::new();
    for cue in all() {
        for (genre, stance) in settings(cue) {
            for hit in &cue.hits {
                let found = verdicts(hit, genre);
                if !found.iter().any(|(got, rule)| *got == stance && *rule == cue.id) {
                    faults.push(format!("{}: «{hit}» gives {found:?}", cue.id));
                }
            }
            for miss in &cue.misses {
                let found = verdicts(miss, genre);
                if found.is_empty() || found.iter().any(|(got, _)| *got == stance) {
                    faults.push(format!("{}: miss «{miss}» gives {found:?}", cue.id));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn cues_have_ids_of_their_own_and_sentences() {
    let mut ids: Vec<&str> = all().iter().map(|cue| cue.id.as_str()).collect();
    ids.sort_unstable();
    let count = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), count, "an id stands twice");
    for cue in all() {
        let named = cue.pseudo
            || cue.id.starts_with(cue.stance.as_str())
            || cue.ad.is_some_and(|ad| cue.id.starts_with(ad.as_str()));
        assert!(named, "{} does not begin with its stance", cue.id);
        assert!(cue.pseudo || !cue.hits.is_empty(), "{} has no sentence", cue.id);
    }
}

/// Endless sentences of each make that could tempt a stage to look back or ahead: twice the text, a little over twice the steps at most.
#[test]
fn work_is_linear() {
    let makes = [
        "må ha digital kompetanse og ",
        "digital kompetanse er viktig, ",
        "vi har digital kompetanse ",
        "du er løsningsorientert ",
        "ikke krav om førerkort og ",
        "trenger digital kompetanse for å lykkes ",
        "samarbeidsevne til å tenke nytt ",
        "har har har mangler digital kompetanse ",
        "kommunen og skolen og Kari Berg sier ",
        "«digital kompetanse ",
        "digital kompetanse kreves (",
        "Kari Berg sier at digital kompetanse ",
        "også også også sier også digital kompetanse ",
        "gode gode gode gode digital kompetanse på på på ",
    ];
    for make in makes {
        let work = |times: usize| {
            let text = make.repeat(times);
            steps::of(|| drop(Extractor::curated().extract(Document::new(&text).genre(Genre::Article))))
        };
        let (once, twice) = (work(1500), work(3000));
        assert!(twice <= once * 21 / 10 + 100, "«{make}»: {once} steps, doubled {twice}");
    }
}
