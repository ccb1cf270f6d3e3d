//! Explanations: the way to a finding, and why others lost.

use competence_needs::{Document, Explanation, Extractor, Genre, Grade, Lexicon, Licence, Reason, Rejected, Span};
use proptest::prelude::*;

fn explain(text: &str, genre: Genre) -> Explanation {
    Extractor::curated().explain(Document::new(text).genre(genre), Span::new(0, text.len()))
}

/// What was said against the concept.
fn lost<'e>(explanation: &'e Explanation, concept: &str) -> &'e Rejected {
    let of = |rejected: &&Rejected| rejected.concept == concept;
    explanation.rejected.iter().find(of).unwrap_or_else(|| panic!("nothing of {concept} in:\n{explanation}"))
}

#[test]
fn the_term_is_named_with_its_file_line_list_and_paradigm() {
    let explanation = explain("Vi har behov for folk med gode samarbeidsevner.", Genre::Article);
    let grounds = &explanation.found[0];
    assert_eq!(grounds.concept, "collaboration");
    assert_eq!(grounds.finding.rule(), "needed/need-for");
    let term = grounds.term.as_ref().unwrap();
    let source = include_str!("../src/lexicon/data/collaboration.toml");
    let line = source.lines().nth(term.line - 1).unwrap();
    assert!(line.contains(&term.text), "line {} is {line}", term.line);
    assert_eq!(term.file, "collaboration.toml");
}

#[test]
fn frames_and_heads_are_shown() {
    let text = "Du har evne til å samarbeide.";
    let explanation = explain(text, Genre::Ad);
    let grounds = &explanation.found[0];
    assert_eq!(grounds.frame.unwrap().of(text), "evne til å");
    assert_eq!(grounds.licence, Licence::Carrier(grounds.frame.unwrap()));
    let term = grounds.term.as_ref().unwrap();
    assert_eq!((term.text.as_str(), term.list), ("samarbeide", "verbs"));
    assert_eq!(term.paradigms[0].0, "samarbeide");

    let lexicon = Lexicon::parse(
        "own.toml",
        "category = \"x\"\n[[concept]]\nid = \"sails\"\nlabel = \"seil\"\nlabel-en = \"sails\"\nnouns = [\"seilsøm\"]\n",
    )
    .unwrap();
    let text = "Vi har seilsømkompetanse.";
    let explanation = Extractor::builder().lexicon(lexicon).build().explain(text, Span::new(0, text.len()));
    let grounds = &explanation.found[0];
    assert_eq!(grounds.frame.unwrap().of(text), "kompetanse");
    let term = grounds.term.as_ref().unwrap();
    assert_eq!((term.text.as_str(), term.file.as_str(), term.line), ("seilsøm", "own.toml", 6));
}

#[test]
fn a_licensed_term_says_what_licenses_it() {
    let text = "Hun har erfaring med regnskap.";
    let explanation = explain(text, Genre::Article);
    let grounds = explanation.found.iter().find(|grounds| grounds.finding.span().of(text) == "regnskap").unwrap();
    match &grounds.licence {
        Licence::Carrier(span) => assert_eq!(span.of(text), "erfaring med"),
        other => panic!("{other:?}"),
    }
}

/// A lexicon in which everything can be lost.
const OWN: &str = r#"
category = "x"
[[concept]]
id = "ropes"
label = "tau"
label-en = "ropes"
nouns = ["tauverk"]
not = [{ phrase = "tauverk i kjelleren", reason = "things in store" }]
[concept.licensed]
nouns = ["knop"]
[[concept]]
id = "splicing"
label = "spleising"
label-en = "splicing"
nouns = ["spleising av tauverk"]
"#;

fn own(text: &str) -> Explanation {
    let lexicon = Lexicon::parse("own.toml", OWN).unwrap();
    let document = Document::new(text).genre(Genre::Article);
    Extractor::builder().lexicon(lexicon).build().explain(document, Span::new(0, text.len()))
}

#[test]
fn an_exclusion_gives_its_reason() {
    let explanation = own("Vi har tauverk i kjelleren.");
    assert!(explanation.found.is_empty());
    let rejected = lost(&explanation, "ropes");
    assert_eq!(
        rejected.reason,
        Reason::Excluded { phrase: "tauverk i kjelleren".to_owned(), why: "things in store".to_owned() }
    );
    assert_eq!(rejected.term.as_ref().unwrap().line, 7);
    assert!(explanation.to_string().contains("things in store"), "{explanation}");
}

#[test]
fn the_longer_name_wins() {
    let text = "Vi kan spleising av tauverk.";
    let explanation = own(text);
    assert_eq!(explanation.found[0].concept, "splicing");
    match &lost(&explanation, "ropes").reason {
        Reason::Beaten { by, at } => assert_eq!((by.as_str(), at.of(text)), ("splicing", "spleising av tauverk")),
        other => panic!("{other:?}"),
    }
}

#[test]
fn no_licence_and_a_word_that_goes_on() {
    let explanation = own("En knop ligger i tauverkhuset.");
    assert!(explanation.found.is_empty());
    let reasons: Vec<&Reason> = explanation.rejected.iter().map(|rejected| &rejected.reason).collect();
    assert_eq!(
        reasons,
        [&Reason::Unlicensed(Grade::Licensed), &Reason::Boundary { word: "tauverkhuset".to_owned() }],
        "{explanation}"
    );
}

#[test]
fn only_what_touches_the_span_is_explained() {
    let text = "Vi kan tauverk. Du kan spleising av tauverk.";
    let lexicon = Lexicon::parse("own.toml", OWN).unwrap();
    let extractor = Extractor::builder().lexicon(lexicon).build();
    let explanation = extractor.explain(text, Span::new(7, 9));
    assert_eq!(explanation.found.len(), 1);
    assert_eq!(explanation.found[0].finding.span().of(text), "tauverk");
    assert!(explanation.rejected.is_empty(), "{explanation}");
    let nothing = extractor.explain(text, Span::new(900, 1000));
    assert!(nothing.found.is_empty() && nothing.rejected.is_empty());
}

proptest! {
    #[test]
    fn every_finding_has_its_grounds(text in "(Du har |erfaring med |evne til å |samarbeide|regnskap|, | og |tverrfaglig |digital |kompetanse|samarbeids- |knop|\\. |\nKrav\n- ){0,20}") {
        for genre in [Genre::Ad, Genre::Article] {
            let analysis = Extractor::curated().extract(Document::new(&text).genre(genre));
            let explanation = explain(&text, genre);
            let found: Vec<_> = explanation.found.iter().map(|grounds| grounds.finding.clone()).collect();
            prop_assert_eq!(analysis.findings(), &found[..]);
            for grounds in &explanation.found {
                let open = grounds.finding.form() == competence_needs::Form::Open;
                prop_assert!(open || grounds.term.is_some(), "{}\n{}", text, explanation);
            }
            let _ = explanation.to_string();
        }
    }

    #[test]
    fn any_text_and_span_will_do(text in ".{0,100}", start in 0usize..120, len in 0usize..120) {
        let _ = Extractor::curated().explain(&text, Span::new(start, start + len)).to_string();
    }
}
