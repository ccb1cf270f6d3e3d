//! Lexicons from elsewhere: loaded, combined, restricted, and turned away where they cost too much.

use competence_needs::{ConflictKind, Extractor, Lexicon, LexiconError, LexiconErrorKind, Limits};
use std::io::Cursor;
use std::path::PathBuf;

/// A lexicon of one concept with these nouns.
fn toml(id: &str, nouns: &str) -> String {
    format!(
        "category = \"museum\"\n[[concept]]\nid = \"{id}\"\nlabel = \"{id}\"\nlabel-en = \"{id}\"\nnouns = [{nouns}]\n"
    )
}

fn lexicon(name: &str, id: &str, nouns: &str) -> Lexicon {
    Lexicon::parse(name, &toml(id, nouns)).unwrap()
}

fn ids(lexicon: &Lexicon, text: &str) -> Vec<String> {
    let analysis = Extractor::builder().lexicon(lexicon.clone()).build().extract(text);
    analysis.findings().iter().map(|finding| analysis.concept(finding).id().to_owned()).collect()
}

fn folder(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("competence-needs-own-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&path).unwrap();
    path
}

/// The error of a text that passes one limit, lowered by `lower`.
fn limited(toml: &str, lower: impl FnOnce(&mut Limits)) -> LexiconError {
    let mut limits = Limits::default();
    lower(&mut limits);
    let error = Lexicon::builder().limits(limits).toml("own.toml", toml).unwrap_err();
    assert_eq!(error.kind(), LexiconErrorKind::Limit, "{error}");
    assert_eq!(error.file(), "own.toml");
    error
}

#[test]
fn a_string_a_reader_a_file_and_a_folder_give_the_same() {
    let folder = folder("same");
    let text = toml("conservation", "\"konservering\"");
    std::fs::write(folder.join("a.toml"), &text).unwrap();
    std::fs::write(folder.join("notes.txt"), "no lexicon").unwrap();
    std::fs::write(folder.join("spelling.toml"), "pairs = []").unwrap();
    for lexicon in [
        Lexicon::parse("a.toml", &text).unwrap(),
        Lexicon::from_reader("a.toml", text.as_bytes()).unwrap(),
        Lexicon::from_path(folder.join("a.toml")).unwrap(),
        Lexicon::from_path(&folder).unwrap(),
    ] {
        let concepts: Vec<_> = lexicon.concepts().map(|c| (c.id(), c.terms().collect::<Vec<_>>())).collect();
        assert_eq!(concepts, [("conservation", vec!["konservering"])]);
        assert_eq!(lexicon.version(), "own");
    }
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_cannot_be_read_is_named() {
    let folder = folder("unreadable");
    let empty = Lexicon::from_path(&folder).unwrap_err();
    assert_eq!(empty.kind(), LexiconErrorKind::Read);
    assert!(empty.to_string().contains("*.toml"), "{empty}");
    let missing = Lexicon::from_path(folder.join("none.toml")).unwrap_err();
    assert_eq!(missing.kind(), LexiconErrorKind::Read);
    assert!(missing.to_string().contains("none.toml: cannot be read"), "{missing}");
    let latin = Lexicon::from_reader("latin.toml", &b"category = \"x\"\n# h\xe5nd\n"[..]).unwrap_err();
    assert_eq!((latin.kind(), latin.line()), (LexiconErrorKind::Read, Some(2)));
    assert!(latin.to_string().contains("save the file as UTF-8"), "{latin}");
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_same_id_in_two_files_of_one_lexicon_is_an_error() {
    let builder = Lexicon::builder().toml("a.toml", &toml("x", "\"konservering\"")).unwrap();
    let error = builder.toml("b.toml", &toml("x", "\"katalogisering\"")).unwrap().build().unwrap_err();
    assert_eq!((error.kind(), error.file(), error.line()), (LexiconErrorKind::Duplicate, "b.toml", Some(3)));
    assert!(error.to_string().contains("a.toml:3"), "{error}");
}

#[test]
fn extending_adds_concepts_and_terms_and_keeps_the_rest() {
    let own = Lexicon::parse(
        "own.toml",
        "category = \"museum\"
[[concept]]
id = \"collaboration\"
label = \"noe annet\"
label-en = \"something else\"
hits = [\"Du har [[museumssamband]].\"]
nouns = [\"museumssamband\"]
[[concept]]
id = \"conservation\"
label = \"konservering\"
label-en = \"conservation\"
nouns = [\"tekstilkonservering\"]
",
    )
    .unwrap();
    let curated = Lexicon::curated();
    let extended = curated.extended_with(&own);
    assert_eq!(extended.concepts().len(), curated.concepts().len() + 1);
    let text = "Vi krever museumssamband, samarbeidsevne og tekstilkonservering.";
    assert_eq!(ids(&extended, text), ["collaboration", "collaboration", "conservation"]);
    assert_eq!(ids(curated, text), ["collaboration"]);
    assert_eq!(extended.concept("collaboration").unwrap().label(), curated.concept("collaboration").unwrap().label());
    assert_ne!(extended.version(), curated.version());
    // What came from another file is complained of under that file's name.
    let sentence = format!("{}hits = [\"Ingen [[treff]].\"]\n", toml("x", "\"katalogisering\""));
    let broken =
        lexicon("a.toml", "x", "\"konservering\"").extended_with(&Lexicon::parse("b.toml", &sentence).unwrap());
    let complaints = Extractor::builder().lexicon(broken).build().check();
    assert_eq!((complaints[0].file(), complaints[0].line()), ("b.toml", 7));
}

#[test]
fn overriding_puts_a_concept_in_the_place_of_its_namesake() {
    let own = lexicon("own.toml", "collaboration", "\"museumssamband\"");
    let lexicon = Lexicon::curated().overridden_by(&own);
    assert_eq!(lexicon.concepts().len(), Lexicon::curated().concepts().len());
    let text = "Vi krever museumssamband, samarbeidsevne og førerkort.";
    assert_eq!(ids(&lexicon, text), ["collaboration", "driving-license"]);
}

#[test]
fn of_a_form_that_both_claim_the_one_extended_or_the_one_that_overrides_wins() {
    let (a, b) = (lexicon("a.toml", "one", "\"konservering\""), lexicon("b.toml", "two", "\"konservering\""));
    let text = "Vi krever konservering.";
    assert_eq!(ids(&a.extended_with(&b), text), ["one"]);
    assert_eq!(ids(&a.overridden_by(&b), text), ["two"]);
}

#[test]
fn restricting_keeps_what_is_asked_for_and_names_what_is_not_there() {
    let curated = Lexicon::curated();
    let digital = curated.only_categories(["digital"]).unwrap();
    assert!(digital.concepts().len() > 1 && digital.concepts().all(|c| c.category() == "digital"));
    let one = curated.only_concepts(["collaboration", "collaboration"]).unwrap();
    assert_eq!(ids(&one, "Vi krever samarbeidsevne og førerkort."), ["collaboration"]);
    let error = curated.only_categories(["digital", "digitalt"]).unwrap_err();
    assert_eq!((error.kind(), error.entry()), (LexiconErrorKind::Unknown, Some("digitalt")));
    assert!(error.to_string().contains("credential"), "{error}");
    let error = curated.only_concepts(["collaborations"]).unwrap_err();
    assert!(error.to_string().contains("there is: collaboration"), "{error}");
    assert_eq!(curated.only_concepts::<&str>([]).unwrap().concepts().len(), 0);
}

#[test]
fn merging_reports_labels_categories_and_forms() {
    let a = Lexicon::parse(
        "a.toml",
        "category = \"museum\"\n[[concept]]\nid = \"care\"\nlabel = \"bevaring\"\nlabel-en = \"care\"\nnouns = [\"samlingsforvaltning\"]\n",
    )
    .unwrap();
    let b = Lexicon::parse(
        "b.toml",
        "category = \"arkiv\"\n[[concept]]\nid = \"care\"\nlabel = \"stell\"\nlabel-en = \"care\"\nnouns = [\"magasinstell\"]\n",
    )
    .unwrap();
    let c = lexicon("c.toml", "other", "\"samlingsforvaltninger\", \"utstillingsdesign\"");
    let merged = Lexicon::merge([&a, &b, &c]);
    let kinds: Vec<_> = merged.conflicts.iter().map(|conflict| conflict.kind()).collect();
    assert_eq!(kinds, [ConflictKind::Label, ConflictKind::Category, ConflictKind::Form]);
    let form = &merged.conflicts[2];
    assert_eq!(form.concepts(), ["care", "other"]);
    assert_eq!(form.says(), ["samlingsforvaltning", "samlingsforvaltninger"]);
    assert_eq!(form.places(), [("a.toml", 6), ("c.toml", 6)]);
    assert!(
        merged.conflicts[0]
            .to_string()
            .starts_with("b.toml:3: «care» is labeled «stell» here and «bevaring» at a.toml:3")
    );
    let care = merged.lexicon.concept("care").unwrap();
    assert_eq!(care.terms().collect::<Vec<_>>(), ["samlingsforvaltning", "magasinstell"]);
    assert_eq!((care.label(), care.category()), ("bevaring", "museum"));
    assert!(Lexicon::merge([&a, &a]).conflicts.is_empty());
    assert_eq!(Lexicon::merge([]).lexicon.concepts().len(), 0);
}

#[test]
fn forms_at_differing_grades_are_no_conflict() {
    let a = lexicon("a.toml", "one", "\"konservering\"");
    let b = Lexicon::parse(
        "b.toml",
        "category = \"x\"\n[[concept]]\nid = \"two\"\nlabel = \"x\"\nlabel-en = \"x\"\n[concept.carried]\nnouns = [\"konservering\"]\n",
    )
    .unwrap();
    assert!(Lexicon::merge([&a, &b]).conflicts.is_empty());
}

#[test]
fn a_file_or_a_lexicon_that_is_too_long_is_turned_away() {
    let text = toml("x", "\"konservering\"");
    let error = limited(&text, |limits| limits.file_bytes = 20);
    assert!(error.to_string().contains("more than 20 bytes"), "{error}");
    let mut limits = Limits::default();
    limits.total_bytes = text.len() as u64 + 10;
    let builder = Lexicon::builder().limits(limits).toml("a.toml", &text).unwrap();
    let error = builder.toml("b.toml", &toml("y", "\"katalogisering\"")).unwrap_err();
    assert_eq!((error.kind(), error.file()), (LexiconErrorKind::Limit, "b.toml"));
}

#[test]
fn an_endless_reader_is_read_no_further_than_the_limit() {
    let mut limits = Limits::default();
    limits.file_bytes = 1000;
    let mut endless = Cursor::new(vec![b' '; 100_000]);
    let error = Lexicon::builder().limits(limits).reader("pipe", &mut endless).unwrap_err();
    assert_eq!(error.kind(), LexiconErrorKind::Limit);
    assert_eq!(endless.position(), 1001);
}

#[test]
fn a_term_too_long_or_with_too_many_forms_or_gaps_is_named_with_its_line() {
    let error = limited(&toml("x", &format!("\"god\",\n\"{}\"", "a".repeat(300))), |_| {});
    assert_eq!(error.line(), Some(7));
    assert!(error.to_string().contains("300 characters, more than 200"), "{error}");
    let error = limited(&toml("x", "\"konservering\""), |limits| limits.forms_per_term = 3);
    assert_eq!((error.line(), error.entry()), (Some(6), Some("x, «konservering»")));
    let error = limited(&toml("x", "\"a … b … c … d … e\""), |_| {});
    assert!(error.to_string().contains("4 gaps"), "{error}");
    let head = toml("x", "\"konservering\"");
    let error = limited(&format!("{head}not = [\n{{ phrase = \"{}\", reason = \"x\" }}]\n", "å".repeat(201)), |_| {});
    assert_eq!(error.line(), Some(8));
}

#[test]
fn too_many_patterns_are_turned_away_at_the_entry_that_passes_the_limit() {
    let nouns: Vec<String> = (0..200).map(|i| format!("\"ord{i:03}ing\"")).collect();
    let error = limited(&toml("x", &nouns.join(",\n")), |limits| limits.patterns = 700);
    assert!(error.line().is_some_and(|line| line > 50 && line < 200), "{error}");
    assert!(error.to_string().contains("Limits::patterns"), "{error}");
}

#[test]
fn deep_nesting_is_turned_away_before_any_parser_recurses_into_it() {
    for hostile in [
        format!("category = \"x\"\nx = {}", "[".repeat(1_000_000)),
        format!("category = \"x\"\nx = {}", "{a=".repeat(1_000_000)),
        format!("category = \"x\"\n{}b = 1", "a.".repeat(1_000_000)),
        format!("category = \"x\"\n[{}b]", "a.".repeat(1_000_000)),
    ] {
        let error = limited(&hostile, |_| {});
        assert_eq!(error.line(), Some(2));
    }
}

#[test]
fn the_curated_lexicon_keeps_to_the_default_limits() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lexicon/data");
    let limits = Limits::default();
    let mut quarter = limits;
    quarter.file_bytes /= 4;
    quarter.total_bytes /= 4;
    quarter.patterns /= 4;
    let lexicon = Lexicon::builder().limits(quarter).path(folder).unwrap().build().unwrap();
    assert_eq!(lexicon.concepts().len(), Lexicon::curated().concepts().len());
}
