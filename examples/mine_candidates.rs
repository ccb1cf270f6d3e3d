//! Counts what a lexicon lacks over a folder of texts, and writes TOML stubs for it.
//!
//! `cargo run --release --example mine_candidates -- [--least 2] [--contexts 3] [--toml stubs.toml] [FILE|FOLDER]…`
//! Without paths it runs on the sample texts in `examples/texts/`.

use clap::Parser;
use competence_needs::{Candidate, CandidateKind, Extractor};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Counts competences that texts name but the lexicon does not hold.
#[derive(Parser)]
#[command(version)]
struct Args {
    /// Text files (UTF-8), or folders of them (*.txt).
    paths: Vec<PathBuf>,
    /// Shows only what is named at least so often.
    #[arg(long, default_value_t = 1)]
    least: usize,
    /// Contexts to show of each.
    #[arg(long, default_value_t = 3)]
    contexts: usize,
    /// Writes stubs, ready to be filled in, to this file.
    #[arg(long)]
    toml: Option<PathBuf>,
}

/// All candidates of one key.
#[derive(Default)]
struct Group {
    count: usize,
    needs: usize,
    /// As written, with how often.
    names: BTreeMap<String, usize>,
    /// The words around, the candidate in `[[…]]`.
    contexts: Vec<String>,
    /// The list of a concept that its names would stand in.
    list: &'static str,
}

impl Group {
    /// The commonest way of writing it; the first in the alphabet of several.
    fn name(&self) -> &str {
        let common = self.names.iter().max_by_key(|&(name, &count)| (count, std::cmp::Reverse(name)));
        common.map_or("", |(name, _)| name)
    }
}

/// Letters of context on either side.
const CONTEXT: usize = 40;

fn context(text: &str, candidate: &Candidate) -> String {
    let span = candidate.span();
    let before: String = text[..span.start].chars().rev().take(CONTEXT).collect();
    let before: String = before.chars().rev().collect();
    let behind: String = text[span.end..].chars().take(CONTEXT).collect();
    let line = format!("{before}[[{}]]{behind}", span.of(text));
    // No control character may stand in a comment of TOML.
    line.replace(char::is_control, " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How the lexicon would list it.
fn list(candidate: &Candidate, text: &str) -> &'static str {
    let head = candidate.head().map_or("", |head| head.of(text));
    match candidate.kind() {
        CandidateKind::Compound => "stems",
        CandidateKind::Qualified => "qualifiers",
        CandidateKind::Framed | CandidateKind::Carried if head.to_lowercase().ends_with('å') => "verbs",
        _ => "nouns",
    }
}

fn collect(text: &str, extractor: &Extractor, groups: &mut HashMap<(String, &'static str), Group>) {
    let analysis = extractor.extract(text);
    for candidate in analysis.candidates() {
        let list = list(candidate, text);
        let group = groups.entry((candidate.key().to_owned(), list)).or_default();
        group.list = list;
        group.count += 1;
        group.needs += usize::from(candidate.is_need());
        let name = candidate.named().of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        // Capitals at the head of a list item say nothing; acronyms and names keep theirs.
        let first_only = name.chars().skip(1).all(|c| !c.is_uppercase());
        let name = if first_only { name.to_lowercase() } else { name };
        *group.names.entry(name.replace('\u{ad}', "")).or_default() += 1;
        group.contexts.push(context(text, candidate));
    }
}

/// An id of ASCII letters: *blåskjell* gives `blaaskjell`.
fn id(name: &str) -> String {
    let mut id = String::new();
    for c in name.to_lowercase().chars() {
        match c {
            'å' => id.push_str("aa"),
            'ø' => id.push_str("oe"),
            'æ' => id.push_str("ae"),
            c if c.is_ascii_alphanumeric() => id.push(c),
            _ if !id.ends_with('-') && !id.is_empty() => id.push('-'),
            _ => {}
        }
    }
    id.trim_end_matches('-').to_owned()
}

/// A string as TOML writes it.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// Stubs that the lexicon's parser accepts; what a person must add stands in comments.
fn stubs(groups: &[Group], contexts: usize) -> String {
    let mut out = String::from(
        "# Stubs from mine_candidates. For each: keep it, join it to a concept, or strike it out. Then give it a label in both languages,\n\
         # three sentences of your own under `hits`, and run `cargo run --release --example lint_lexicon -- THIS-FILE`.\n\
         category = \"mined\"\n",
    );
    let mut used: HashMap<String, usize> = HashMap::new();
    for group in groups {
        let name = group.name();
        let base = Some(id(name)).filter(|id| !id.is_empty()).unwrap_or_else(|| "candidate".to_owned());
        let count = used.entry(base.clone()).or_default();
        *count += 1;
        let id = if *count == 1 { base } else { format!("{base}-{count}") };
        // Writing to a string cannot fail.
        let _ = write!(out, "\n# {} times, {} as a need\n", group.count, group.needs);
        for line in group.contexts.iter().take(contexts) {
            let _ = writeln!(out, "#   {line}");
        }
        let _ = writeln!(out, "[[concept]]\nid = {}\nlabel = {}", quoted(&id), quoted(name));
        let _ =
            writeln!(out, "label-en = \"TODO\"\nhits = []\n[concept.licensed]\n{} = [{}]", group.list, quoted(name));
    }
    out
}

/// The text files that the paths name, in order.
fn files(paths: &[PathBuf], errors: &mut Vec<String>) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for path in paths {
        if !path.is_dir() {
            out.push(path.clone());
            continue;
        }
        for entry in walkdir::WalkDir::new(path).sort_by_file_name() {
            match entry {
                Ok(entry) if entry.path().extension().is_some_and(|e| e == "txt") => out.push(entry.into_path()),
                Ok(_) => {}
                Err(error) => errors.push(format!("{}: cannot be listed: {error}", path.display())),
            }
        }
    }
    out
}

fn main() -> ExitCode {
    let args = Args::parse();
    let mut errors = Vec::new();
    let samples = [Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/texts")];
    let files = files(if args.paths.is_empty() { &samples } else { &args.paths }, &mut errors);
    let extractor = Extractor::builder().candidates(true).build();
    let mut groups = HashMap::new();
    for file in &files {
        match std::fs::read_to_string(file) {
            Ok(text) => collect(&text, &extractor, &mut groups),
            Err(error) => errors.push(format!("{}: cannot be read as UTF-8 text: {error}", file.display())),
        }
    }
    let mut groups: Vec<Group> = groups.into_values().filter(|group| group.count >= args.least).collect();
    groups.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| (a.name(), a.list).cmp(&(b.name(), b.list))));
    let mut out = anstream::stdout().lock();
    for group in &groups {
        use std::io::Write;
        let forms: Vec<&str> = group.names.keys().map(String::as_str).filter(|&form| form != group.name()).collect();
        let forms = if forms.is_empty() { String::new() } else { format!(" (also {})", forms.join(", ")) };
        let mut text = format!("{:>4}  {}{forms}\n", group.count, group.name());
        for line in group.contexts.iter().take(args.contexts) {
            let _ = writeln!(text, "        {line}");
        }
        // A reader that has seen enough (`| head`) is no error.
        if out.write_all(text.as_bytes()).is_err() {
            break;
        }
    }
    if let Some(path) = &args.toml
        && let Err(error) = std::fs::write(path, stubs(&groups, args.contexts))
    {
        errors.push(format!("{}: cannot be written: {error}", path.display()));
    }
    for error in &errors {
        eprintln!("error: {error}");
    }
    if errors.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
