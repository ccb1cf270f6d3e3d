//! How `lint_lexicon` rewrites files: what it takes out, how it wraps, and that comments stay.

#[path = "../examples/lint_lexicon/fix.rs"]
mod fix;
#[path = "../examples/lint_lexicon/tidy.rs"]
mod tidy;

use competence_needs::Lexicon;

const UNTIDY: &str = r#"# Museum work.
category="museum"
# Second by id.
[[concept]] # b
id = "b"
label = "vertskap"
label-en = "hosting"
hits = ["Et langt treff på [[vertskap]] som sammen med de to andre ikke får plass på linjen.", "Enda et [[vertskap]].", "Tredje [[vertskap]]."]
nouns = [
    "vertskap", # said of people
  # of the house
  "husvert",
  # the end
]
[concept.licensed]
verbs = ["ta imot gjester",   "vise rundt"]  # in the hall


[[concept]]
id = "a"
label = "magasin"
label-en = "stores"
not = [ {phrase="magasin til pistol",reason="a weapon"} ]
nouns = ["magasin", "magasin (fixed)"]
# the end of the file
"#;

const TIDY: &str = r#"# Museum work.
category = "museum"

[[concept]]
id = "a"
label = "magasin"
label-en = "stores"
not = [{ phrase = "magasin til pistol", reason = "a weapon" }]
nouns = ["magasin", "magasin (fixed)"]

# Second by id.
[[concept]] # b
id = "b"
label = "vertskap"
label-en = "hosting"
hits = [
  "Et langt treff på [[vertskap]] som sammen med de to andre ikke får plass på linjen.",
  "Enda et [[vertskap]].",
  "Tredje [[vertskap]].",
]
nouns = [
  "vertskap", # said of people
  # of the house
  "husvert",
  # the end
]
[concept.licensed]
verbs = ["ta imot gjester", "vise rundt"] # in the hall
# the end of the file
"#;

#[test]
fn concepts_are_sorted_lists_wrapped_and_comments_kept() {
    assert_eq!(tidy::tidy(UNTIDY).unwrap(), TIDY);
    assert_eq!(tidy::tidy(TIDY).unwrap(), TIDY, "a tidy file stays as it is");
}

#[test]
fn long_lists_are_filled() {
    let words: Vec<String> = (0..60).map(|i| format!("\"ord nummer {i}\"")).collect();
    let tidied = tidy::tidy(&format!("category = \"x\"\nnouns = [{}]\n", words.join(","))).unwrap();
    let lines: Vec<&str> = tidied.lines().collect();
    assert!(lines.iter().all(|line| line.chars().count() <= 120), "{tidied}");
    assert!(lines[2..lines.len() - 2].iter().all(|line| line.chars().count() > 100), "{tidied}");
}

#[test]
fn what_is_no_toml_is_left_alone() {
    assert!(tidy::tidy("category = \"x").is_err());
}

#[test]
fn idle_entries_are_taken_out_and_nothing_else() {
    let remarks = Lexicon::parse("museum.toml", UNTIDY).unwrap().lint();
    let fixed = fix::without_idle(UNTIDY, &remarks.iter().collect::<Vec<_>>()).unwrap();
    assert_eq!(tidy::tidy(&fixed).unwrap(), TIDY.replace("\"magasin\", \"magasin (fixed)\"", "\"magasin\""));
    let remarks = Lexicon::parse("museum.toml", &fixed).unwrap().lint();
    assert!(fix::without_idle(&fixed, &remarks.iter().collect::<Vec<_>>()).is_none());
}

#[test]
fn of_two_alike_one_stays_and_a_list_or_table_that_is_left_empty_goes() {
    let toml = "category = \"x\"\n[[concept]]\nid = \"a\"\nlabel = \"a\"\nlabel-en = \"a\"\nnouns = [\n\"magasin\",\n# again\n\"magasin\"]\n[concept.licensed]\nnouns = [\"magasin\"]\n";
    let remarks = Lexicon::parse("x.toml", toml).unwrap().lint();
    let mut fixed = fix::without_idle(toml, &remarks.iter().collect::<Vec<_>>()).unwrap();
    while let Some(next) =
        fix::without_idle(&fixed, &Lexicon::parse("x.toml", &fixed).unwrap().lint().iter().collect::<Vec<_>>())
    {
        fixed = next;
    }
    assert!(fixed.contains("# again") && !fixed.contains("licensed"), "{fixed}");
    assert_eq!(fixed.matches("magasin").count(), 1, "{fixed}");
}

#[test]
fn the_curated_files_are_tidy() {
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/lexicon/data")).unwrap();
    let files = folder.map(|entry| entry.unwrap().path());
    let lexicons = files.filter(|file| {
        let name = file.file_name().unwrap();
        file.extension().is_some_and(|e| e == "toml")
            && Lexicon::FILES_WITHOUT_CONCEPTS.iter().all(|grammar| name != *grammar)
    });
    let untidy: Vec<_> = lexicons
        .filter(|file| {
            let toml = std::fs::read_to_string(file).unwrap();
            tidy::tidy(&toml).unwrap() != toml
        })
        .collect();
    assert!(untidy.is_empty(), "run `cargo run --example lint_lexicon -- --tidy`: {untidy:?}");
}
