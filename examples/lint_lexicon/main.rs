//! Checks lexicon files, shows faults with the offending line, and tidies: `cargo run --release --example lint_lexicon [-- --fix] [FOLDER|FILE…]`
//! (default: the curated lexicon's sources). Fails if there are errors or warnings.

mod fix;
mod show;
mod tidy;

use clap::Parser;
use competence_needs::{Extractor, Lexicon, LexiconError, Remark, Severity};
use show::Fault;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Checks lexicon files and runs their own sentences.
#[derive(Parser)]
struct Args {
    /// Lexicon files, or folders of them.
    #[arg(default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lexicon/data"))]
    paths: Vec<PathBuf>,
    /// Rewrite the files: take out entries that change nothing, sort concepts, wrap lists. Comments stay.
    #[arg(long)]
    fix: bool,
    /// Rewrite the files as `--fix` does, but take nothing out.
    #[arg(long, conflicts_with = "fix")]
    tidy: bool,
    /// Show notes too, not only how many there are.
    #[arg(long)]
    notes: bool,
}

/// Name and text of each file.
type Files = BTreeMap<String, String>;

fn read(paths: &[PathBuf]) -> Result<Files, String> {
    let mut out = Files::new();
    let cannot = |path: &Path, error: std::io::Error| format!("{}: cannot be read: {error}", path.display());
    for path in paths {
        let mut found = vec![path.clone()];
        if path.is_dir() {
            let entries = std::fs::read_dir(path).map_err(|error| cannot(path, error))?;
            found = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
            found.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
            found.retain(|file| {
                !Lexicon::FILES_WITHOUT_CONCEPTS.iter().any(|name| file.file_name().is_some_and(|n| n == *name))
            });
        }
        for file in found {
            let toml = std::fs::read_to_string(&file).map_err(|error| cannot(&file, error))?;
            out.insert(file.display().to_string(), toml);
        }
    }
    Ok(out)
}

/// The lexicon of the files that can be read, and what is wrong with the others.
fn load(files: &Files) -> (Option<Lexicon>, Vec<LexiconError>) {
    let mut errors = Vec::new();
    let mut builder = Lexicon::builder().version("checked");
    for (name, toml) in files {
        if let Err(error) = Lexicon::parse(name, toml) {
            errors.push(error);
            continue;
        }
        builder = match builder.toml(name, toml) {
            Ok(builder) => builder,
            Err(error) => {
                errors.push(error);
                return (None, errors);
            }
        };
    }
    let lexicon = builder.build().map_err(|error| errors.push(error)).ok();
    (lexicon, errors)
}

/// Rewrites the files that `--fix` or `--tidy` changes, and says which.
fn rewrite(files: &mut Files, take_out: bool) -> Result<(), String> {
    let before = files.clone();
    // What is taken out may leave another entry without use; each round takes out at least one, so this ends.
    let mut changed = take_out;
    while changed {
        changed = false;
        let (lexicon, _) = load(files);
        let remarks = lexicon.map(|lexicon| lexicon.lint()).unwrap_or_default();
        for (name, toml) in files.iter_mut() {
            let own: Vec<&Remark> = remarks.iter().filter(|remark| remark.file() == name).collect();
            if let Some(fixed) = fix::without_idle(toml, &own) {
                changed |= fixed != *toml;
                *toml = fixed;
            }
        }
    }
    for (name, toml) in files.iter_mut() {
        match tidy::tidy(toml) {
            Ok(tidied) => *toml = tidied,
            Err(error) => eprintln!("{name}: not tidied: {error}"),
        }
        if before.get(name) != Some(toml) {
            std::fs::write(name, &toml).map_err(|error| format!("{name}: cannot be written: {error}"))?;
            eprintln!("{name}: rewritten");
        }
    }
    Ok(())
}

fn run(args: &Args) -> Result<bool, String> {
    let mut files = read(&args.paths)?;
    if args.fix || args.tidy {
        rewrite(&mut files, args.fix)?;
    }
    let (lexicon, errors) = load(&files);
    let mut faults: Vec<Fault> = errors.iter().map(Fault::from).collect();
    for (name, toml) in &files {
        if tidy::tidy(toml).is_ok_and(|tidied| tidied != *toml) {
            faults.push(Fault {
                severity: Some(Severity::Warning),
                rule: "untidy-file",
                file: name.clone(),
                line: None,
                entry: None,
                message: "is not sorted, wrapped and spaced as lexicon files are".to_owned(),
                mend: Some("run `cargo run --release --example lint_lexicon -- --tidy`".to_owned()),
            });
        }
    }
    let mut summary = format!("{} files", files.len());
    if let Some(lexicon) = lexicon {
        let terms: usize = lexicon.concepts().map(|concept| concept.terms().count()).sum();
        summary = format!("{summary}, {} concepts, {terms} terms", lexicon.concepts().len());
        faults.extend(lexicon.lint().iter().map(Fault::from));
        faults.extend(Extractor::builder().lexicon(lexicon).build().check().iter().map(Fault::from));
    }
    let count = |severity| faults.iter().filter(|fault| fault.severity == severity).count();
    let (errors, warnings, notes) = (count(None), count(Some(Severity::Warning)), count(Some(Severity::Note)));
    for fault in faults.iter().filter(|fault| args.notes || fault.severity != Some(Severity::Note)) {
        fault.print(files.get(&fault.file).map(String::as_str));
    }
    let hint = if notes > 0 && !args.notes { " (--notes shows them)" } else { "" };
    eprintln!("{summary}: {errors} errors, {warnings} warnings, {notes} notes{hint}");
    Ok(errors + warnings == 0)
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
