//! The `extract` example as a person or a script meets it.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// `cargo test` builds the examples beside the tests; a run of this test alone builds them first.
fn extract(args: &[&str]) -> Output {
    example("extract", args)
}

fn example(name: &str, args: &[&str]) -> Output {
    let mut path = std::env::current_exe().unwrap();
    path.pop();
    path.pop();
    path.push("examples");
    path.push(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    static BUILT: std::sync::Once = std::sync::Once::new();
    BUILT.call_once(|| {
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--examples"]).current_dir(env!("CARGO_MANIFEST_DIR"));
        assert!(path.exists() || build.status().unwrap().success());
    });
    Command::new(path).args(args).stdin(Stdio::null()).output().unwrap()
}

/// A fresh folder for one test.
fn folder(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("competence-needs-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&path).unwrap();
    path
}

#[test]
fn jsonl_gives_one_object_a_document_with_its_id() {
    let folder = folder("jsonl");
    std::fs::write(folder.join("a-1.txt"), "Vi søker deg som har gode samarbeidsevner.").unwrap();
    std::fs::write(folder.join("b-2.txt"), "Ingenting her.").unwrap();
    let output = extract(&["--format", "jsonl", folder.to_str().unwrap()]);
    assert!(output.status.success());
    let lines: Vec<serde_json::Value> =
        String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["id"], "a-1");
    assert_eq!(lines[0]["findings"][0]["concept"], "collaboration");
    assert_eq!(lines[0]["findings"][0]["stance"], "required");
    assert_eq!(lines[1]["findings"].as_array().unwrap().len(), 0);
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn html_files_are_read_as_html() {
    let folder = folder("html");
    let html =
        "<h2>Kvalifikasjoner</h2><ul><li>gode sam&shy;arbeids&shy;evner</li></ul><script>digital kompetanse</script>";
    std::fs::write(folder.join("a.html"), html).unwrap();
    std::fs::write(folder.join("b.HTM"), html).unwrap();
    let output = extract(&["--format", "json", folder.to_str().unwrap()]);
    let records: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    for record in records.as_array().unwrap() {
        assert_eq!(record["findings"].as_array().unwrap().len(), 1, "{record}");
        let finding = &record["findings"][0];
        let range = finding["start"].as_u64().unwrap() as usize..finding["end"].as_u64().unwrap() as usize;
        assert_eq!(&html[range], "sam&shy;arbeids&shy;evner");
        assert_eq!(finding["stance"], "required");
    }
    assert_eq!(records.as_array().unwrap().len(), 2);
    let output = extract(&[folder.to_str().unwrap()]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("required") && !text.contains("shy"), "{text}");
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_file_that_is_no_utf8_is_named_and_the_rest_goes_on() {
    let folder = folder("bad");
    std::fs::write(folder.join("bad.txt"), b"Vi s\xf8ker deg").unwrap();
    std::fs::write(folder.join("good.txt"), "Du har gode samarbeidsevner.").unwrap();
    let output = extract(&["--format", "jsonl", folder.to_str().unwrap(), "/no/such/file.txt"]);
    assert_eq!(output.status.code(), Some(1));
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.contains("bad.txt") && stderr.contains("byte 4"), "{stderr}");
    assert!(stderr.contains("/no/such/file.txt"), "{stderr}");
    let stdout = String::from_utf8(output.stdout).unwrap();
    assert!(stdout.contains("\"id\":\"good\""), "{stdout}");
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn without_arguments_it_runs_on_the_sample_texts() {
    let output = extract(&[]);
    assert!(output.status.success());
    let stdout = String::from_utf8(output.stdout).unwrap();
    for shown in ["ad-nb", "interview-nb", "plan-nn", "required", "needed", "holder"] {
        assert!(stdout.contains(shown), "{shown} is not in:\n{stdout}");
    }
}

#[test]
fn a_lexicon_of_ones_own_is_used_and_its_faults_are_named() {
    let folder = folder("lexicon");
    let good = folder.join("good.toml");
    let head = "category = \"x\"\n[[concept]]\nid = \"barista\"\nlabel = \"kaffe\"\nlabel-en = \"coffee\"\n";
    std::fs::write(&good, format!("{head}nouns = [\"latte-kunst\"]\n")).unwrap();
    let text = folder.join("t.txt");
    std::fs::write(&text, "Vi søker deg som kan latte-kunst.").unwrap();
    let run = |lexicon: &PathBuf| {
        extract(&["--format", "jsonl", "--lexicon", lexicon.to_str().unwrap(), "--", text.to_str().unwrap()])
    };
    assert!(String::from_utf8(run(&good).stdout).unwrap().contains("\"concept\":\"barista\""));
    let sentence = folder.join("s.txt");
    std::fs::write(&sentence, "Vi søker deg som kan latte-kunst og har samarbeidsevne.").unwrap();
    let both = extract(&["--format", "jsonl", "--extend", good.to_str().unwrap(), "--", sentence.to_str().unwrap()]);
    let both = String::from_utf8(both.stdout).unwrap();
    assert!(both.contains("\"concept\":\"barista\"") && both.contains("\"concept\":\"collaboration\""), "{both}");
    let bad = folder.join("bad.toml");
    std::fs::write(&bad, format!("{head}nouns = [\"ord (like sykkel)\"]\n")).unwrap();
    let output = run(&bad);
    assert!(!output.status.success());
    assert!(String::from_utf8(output.stderr).unwrap().contains("bad.toml:6"));
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn candidates_are_mined_grouped_and_written_as_stubs_that_parse() {
    let folder = folder("mine");
    std::fs::write(folder.join("a.txt"), "Vi søker deg som har erfaring med garnrensing og seilmakerkompetanse.")
        .unwrap();
    std::fs::write(folder.join("b.txt"), "Du har erfaring med garnrensingen\u{7}. Du er flink til å spleise \"tau\".")
        .unwrap();
    let stubs = folder.join("stubs.toml");
    let output = example("mine_candidates", &["--toml", stubs.to_str().unwrap(), folder.to_str().unwrap()]);
    let stdout = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    assert!(stdout.starts_with("   2  garnrensing (also garnrensingen)\n"), "{stdout}");
    assert!(stdout.contains("erfaring med [[garnrensing]] og"), "{stdout}");
    let toml = std::fs::read_to_string(&stubs).unwrap();
    let lexicon = competence_needs::Lexicon::parse("stubs.toml", &toml).unwrap();
    let concept = lexicon.concept("seilmaker").unwrap();
    assert_eq!(concept.terms().collect::<Vec<_>>(), ["seilmaker"]);
    // What was mined is found with the stubs as the lexicon.
    let extractor = competence_needs::Extractor::builder().lexicon(lexicon.clone()).build();
    let text = "Vi søker deg som har erfaring med garnrensing og seilmakerkompetanse.";
    let analysis = extractor.extract(text);
    let found: Vec<&str> = analysis.findings().iter().map(|f| f.span().of(text)).collect();
    assert_eq!(found, ["garnrensing", "seilmakerkompetanse"]);
    let output = example("mine_candidates", &["/no/such/folder"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("/no/such/folder"));
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn candidates_are_shown_on_demand() {
    let folder = folder("candidates");
    std::fs::write(folder.join("a.txt"), "Vi søker deg som har erfaring med garnrensing.").unwrap();
    let path = folder.to_str().unwrap();
    let text = String::from_utf8(extract(&["--candidates", path]).stdout).unwrap();
    assert!(text.contains("In no lexicon") && text.contains("garnrensing"), "{text}");
    let text = String::from_utf8(extract(&[path]).stdout).unwrap();
    assert!(!text.contains("In no lexicon"), "{text}");
    let json = String::from_utf8(extract(&["--candidates", "--format", "jsonl", path]).stdout).unwrap();
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["candidates"][0]["kind"], "carried");
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn findings_are_explained_on_demand() {
    let folder = folder("explain");
    std::fs::write(folder.join("a.txt"), "Vi søker deg som har evne til å samarbeide.").unwrap();
    let path = folder.to_str().unwrap();
    let text = String::from_utf8(extract(&["--explain", path]).stdout).unwrap();
    for shown in ["collaboration.toml:", "frame   «evne til å»", "required/"] {
        assert!(text.contains(shown), "{shown} is not in:\n{text}");
    }
    let output = extract(&["--explain", "--format", "jsonl", path]);
    assert!(!output.status.success());
    assert!(String::from_utf8(output.stderr).unwrap().contains("--format"));
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn misspelled_words_are_found_on_demand() {
    let folder = folder("tolerant");
    std::fs::write(folder.join("a.txt"), "Du har gode samarbiedsevner.").unwrap();
    let path = folder.to_str().unwrap();
    let form = |args: &[&str]| {
        let json = String::from_utf8(extract(&[args, &["--format", "jsonl", path]].concat()).stdout).unwrap();
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        value["findings"][0]["form"].clone()
    };
    assert_eq!(form(&["--tolerant"]), "misspelled");
    assert!(form(&[]).is_null());
    std::fs::remove_dir_all(folder).unwrap();
}
#[test]
fn lint_shows_the_line_and_how_to_mend_it_and_fix_mends_it() {
    let folder = folder("lint");
    let file = folder.join("coffee.toml");
    let hits = "hits = [\"Du kan [[kaffe]].\", \"• [[Kaffe]]\", \"Me søkjer deg som kan [[kaffe]].\"]";
    let head = "category = \"x\"\n\n[[concept]]\nid = \"barista\"\nlabel = \"kaffe\"\nlabel-en = \"coffee\"\n";
    std::fs::write(&file, format!("{head}{hits}\nnouns = [\"kaffe\",   \"kaffe (fixed)\"]\n")).unwrap();
    let run = |args: &[&str]| {
        let output = example("lint_lexicon", &[args, &[folder.to_str().unwrap()]].concat());
        (output.status.success(), String::from_utf8(output.stderr).unwrap())
    };
    let (good, shown) = run(&[]);
    assert!(!good);
    for part in
        ["warning[covered-term]", "coffee.toml:8", "\"kaffe (fixed)\"", "^^^", "help: take it out", "untidy-file"]
    {
        assert!(shown.contains(part), "{part} is not in:\n{shown}");
    }
    let (good, shown) = run(&["--fix"]);
    assert!(good, "{shown}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), format!("{head}{hits}\nnouns = [\"kaffe\"]\n"));
    std::fs::write(folder.join("bad.toml"), format!("{head}nouns = [\"ord (like sykkel)\"]\n")).unwrap();
    let (good, shown) = run(&[]);
    assert!(!good && shown.contains("error[lexicon]") && shown.contains("bad.toml:7"), "{shown}");
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_example_of_an_own_lexicon_extends_and_shows_conflicts() {
    let output = example("custom_lexicon", &[]);
    assert!(output.status.success());
    let stdout = String::from_utf8(output.stdout).unwrap();
    for shown in
        ["the curated lexicon, extended", "fish-welfare", "driving-license", "is labeled «velferd for fisk» here"]
    {
        assert!(stdout.contains(shown), "{shown} is not in:\n{stdout}");
    }
}
