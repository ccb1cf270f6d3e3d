//! Checks lexicon files: `cargo run --release --example lint_lexicon [-- FOLDER|FILE…]` (default: the curated lexicon's sources).

use clap::Parser;
use competence_needs::{Extractor, Lexicon};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Checks lexicon files and runs their own sentences.
#[derive(Parser)]
struct Args {
    /// Lexicon files, or folders of them.
    #[arg(default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lexicon/data"))]
    paths: Vec<PathBuf>,
}

/// The files beside the concepts: how words bend, frames, links to ESCO.
const GRAMMAR: [&str; 4] = ["paradigms.toml", "spelling.toml", "frames.toml", "esco.toml"];

fn files(paths: &[PathBuf]) -> std::io::Result<Vec<(String, String)>> {
    let mut out = Vec::new();
    for path in paths {
        let mut found: Vec<PathBuf> = if path.is_dir() {
            std::fs::read_dir(path)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?
        } else {
            vec![path.clone()]
        };
        found.sort();
        let lexicon = |p: &Path| {
            p.extension().is_some_and(|e| e == "toml")
                && !GRAMMAR.iter().any(|g| p.file_name().is_some_and(|n| n == *g))
        };
        for file in found.into_iter().filter(|p| lexicon(p)) {
            out.push((file.display().to_string(), std::fs::read_to_string(&file)?));
        }
    }
    Ok(out)
}

fn main() -> ExitCode {
    let args = Args::parse();
    let files = match files(&args.paths) {
        Ok(files) => files,
        Err(error) => {
            eprintln!("cannot read the lexicon: {error}");
            return ExitCode::FAILURE;
        }
    };
    let mut good = Vec::new();
    let mut failed = false;
    for (name, toml) in &files {
        match Lexicon::parse(name, toml) {
            Ok(_) => good.push((name.as_str(), toml.as_str())),
            Err(error) => {
                eprintln!("error: {error}");
                failed = true;
            }
        }
    }
    let lexicon = match Lexicon::parse_files("checked", good) {
        Ok(lexicon) => lexicon,
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    };
    let terms: usize = lexicon.concepts().map(|concept| concept.terms().count()).sum();
    let extractor = Extractor::builder().lexicon(lexicon.clone()).build();
    let complaints = extractor.check();
    for complaint in &complaints {
        eprintln!("{complaint}");
    }
    eprintln!(
        "{} files, {} concepts, {terms} terms, {} complaints",
        files.len(),
        lexicon.concepts().count(),
        complaints.len()
    );
    if failed || !complaints.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
