//! The README's first code block.

use competence_needs::Extractor;

fn main() {
    let text = "Kommunene har behov for folk med digital kompetanse, evne til å lære og samarbeidskompetanse.";
    let analysis = Extractor::curated().extract(text);
    for finding in &analysis {
        let concept = analysis.concept(finding);
        println!("{}: {} ({})", finding.stance().as_str(), finding.span().of(text), concept.id());
    }
}
