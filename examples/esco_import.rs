//! ESCO's CSV as TOML of the lexicon's format: `cargo run --release --example esco_import [-- skills_no.csv [skills_en.csv]]`.
//! Without arguments it reads a small sample with made-up labels. It writes `esco-knowledge.toml` and `esco-skill.toml` in the current folder, which `extract --lexicon` takes.

use competence_needs::{EscoImport, Extractor};
use std::fs::File;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/esco-sample.csv").to_owned();
    let mut args = std::env::args().skip(1);
    let path = args.next().unwrap_or(sample);
    let open = |path: &str| File::open(path).map_err(|error| format!("{path}: cannot be read: {error}"));
    let mut import = EscoImport::new();
    if let Some(english) = args.next() {
        import = import.english(&english, open(&english)?)?;
    }
    let read = import.read(&path, open(&path)?)?;
    for skipped in read.skipped() {
        eprintln!("{path}:{}: «{}» is passed over: {}", skipped.line(), skipped.label(), skipped.reason());
    }
    for (category, toml) in read.lexicon().to_toml() {
        let name = format!("{category}.toml");
        std::fs::write(&name, toml).map_err(|error| format!("{name}: cannot be written: {error}"))?;
        println!("{name}");
    }
    let labels: usize = read.lexicon().concepts().map(|concept| concept.terms().count()).sum();
    let start = Instant::now();
    let extractor = Extractor::builder().lexicon(read.into_lexicon()).build();
    let concepts = extractor.lexicon().concepts().len();
    eprintln!(
        "{concepts} concepts, {labels} labels; the extractor took {:.1} s to build",
        start.elapsed().as_secs_f64()
    );
    Ok(())
}
