//! A lexicon of one's own beside the curated one: load, extend, extract, merge, and see what two lexicons disagree on.
//!
//! `cargo run --release --example custom_lexicon [-- FILE|FOLDER]` (default: `examples/lexicons/aquaculture.toml`)

use competence_needs::{Document, Extractor, Genre, Lexicon, LexiconError, Limits};
use std::process::ExitCode;

const OWN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/lexicons/aquaculture.toml");

const AD: &str = "Røkter til sjøanlegg
Kvalifikasjoner
- Erfaring med notskift og båtkran
- Kunnskap om fiskevelferd er en fordel
- Gode samarbeidsevner
- Førerkort klasse B
";

/// What another department wrote: one concept of the same id under another label, and a form that ours claims too.
const OTHER: &str = r#"
category = "aquaculture"

[[concept]]
id = "fish-welfare"
label = "velferd for fisk"
label-en = "fish welfare"
[concept.licensed]
nouns = ["smoltvelferd"]

[[concept]]
id = "diving"
label = "dykking"
label-en = "diving"
nouns = ["merddykking", "notinspeksjoner"]
"#;

fn show(title: &str, lexicon: Lexicon) {
    println!("\n{title} ({} concepts, version {})", lexicon.concepts().len(), lexicon.version());
    let extractor = Extractor::builder().lexicon(lexicon).build();
    let analysis = extractor.extract(Document::new(AD).genre(Genre::Ad));
    for finding in &analysis {
        let concept = analysis.concept(finding);
        println!("  {:10} {:24} {}", finding.stance().as_str(), finding.span().of(AD), concept.id());
    }
}

fn run() -> Result<(), LexiconError> {
    let path = std::env::args_os().nth(1).unwrap_or_else(|| OWN.into());
    // A file from elsewhere: the default limits are ample, so say what you expect.
    let mut limits = Limits::default();
    limits.file_bytes = 1 << 20;
    let own = Lexicon::builder().version("aquaculture 1").limits(limits).path(path)?.build()?;

    show("alone", own.clone());
    show("the curated lexicon, extended", Lexicon::curated().extended_with(&own));
    show("the same, our own words first", Lexicon::curated().overridden_by(&own));
    show("two categories of it", Lexicon::curated().only_categories(["credential", "collaboration"])?);

    let other = Lexicon::parse("other.toml", OTHER)?;
    let merged = Lexicon::merge([&own, &other]);
    println!("\nmerged with another department's: {} concepts, and", merged.lexicon.concepts().len());
    for conflict in &merged.conflicts {
        println!("  {conflict}");
    }

    limits.forms_per_term = 2;
    if let Err(error) = Lexicon::builder().limits(limits).toml("other.toml", OTHER) {
        println!("\nand past a limit: {error}");
    }
    Ok(())
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
