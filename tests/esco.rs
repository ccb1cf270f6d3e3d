//! ESCO's CSV as a lexicon: what comes out, and what is said of bad files.
#![cfg(feature = "esco")]

use competence_needs::{EscoImport, LexiconErrorKind};

const URI: &str = "http://data.europa.eu/esco/skill/";
const HEAD: &str = "conceptUri,skillType,preferredLabel,altLabels,hiddenLabels\n";

#[test]
fn faults_are_named_with_their_line() {
    for (csv, line, kind, fault) in [
        ("preferredLabel\nx\n".to_owned(), Some(1), LexiconErrorKind::Syntax, "«conceptUri» is missing"),
        (
            format!("{HEAD}{URI}1,knowledge,bier,,\n{URI}2,knowledge\n"),
            Some(3),
            LexiconErrorKind::Syntax,
            "has 2 cells",
        ),
        (format!("{HEAD}x,knowledge,bier,,\n"), Some(2), LexiconErrorKind::Uri, "no URI"),
        (format!("{HEAD}{URI}1,,bier,,\n{URI}1,,bier,,\n"), Some(3), LexiconErrorKind::Duplicate, "already on line 2"),
        (format!("{HEAD}{URI}1,,,,\n"), None, LexiconErrorKind::Term, "no row has a label"),
    ] {
        let error = EscoImport::new().read("s.csv", csv.as_bytes()).unwrap_err();
        assert!(error.to_string().contains(fault), "{error}");
        assert_eq!((error.line(), error.kind()), (line, kind), "{error}");
    }
}

#[test]
fn rows_become_concepts_and_what_is_passed_over_is_listed() {
    let csv = format!(
        "\u{feff}{HEAD}{URI}A.1,skill/competence,røkte bier,\"passe bier\nR\",rökte bier\n{URI}2,knowledge,,,\n"
    );
    let english = format!("conceptUri,preferredLabel\n{URI}A.1,keep bees\n");
    let import =
        EscoImport::new().english("en.csv", english.as_bytes()).unwrap().read("s.csv", csv.as_bytes()).unwrap();
    let concept = import.lexicon().concept("esco-a-1").unwrap();
    assert_eq!((concept.label(), concept.label_en(), concept.category()), ("røkte bier", "keep bees", "esco-skill"));
    assert_eq!(concept.terms().collect::<Vec<_>>(), ["røkte bier", "passe bier"]);
    assert_eq!(concept.hidden_terms().collect::<Vec<_>>(), ["rökte bier"]);
    let skipped: Vec<_> = import.skipped().iter().map(|s| (s.line(), s.label().to_owned())).collect();
    assert_eq!(skipped, [(2, "R".to_owned()), (4, format!("{URI}2"))]);
}
