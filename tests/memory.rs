//! What the curated extractor keeps in memory, and that a text's own memory is given back. One test, so that nothing else allocates.

use competence_needs::Extractor;
use peak_alloc::PeakAlloc;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

const MB: usize = 1_000_000;

#[test]
fn the_curated_extractor_is_small_and_texts_leave_nothing_behind() {
    let before = ALLOCATOR.current_usage();
    let extractor = Extractor::curated();
    let text = "Du har fagbrev og gode samarbeidsevner. Bussen gikk fra torget klokka ni.\n".repeat(2_000);
    let findings = extractor.extract(&text).findings().len();
    assert_eq!(findings, 4_000);
    let retained = ALLOCATOR.current_usage() - before - text.len();
    assert!(retained < 16 * MB, "{retained} bytes are kept");

    ALLOCATOR.reset_peak_usage();
    let start = ALLOCATOR.current_usage();
    assert_eq!(extractor.extract(&text).findings().len(), findings);
    let peak = ALLOCATOR.peak_usage() - start;
    assert!(peak < 80 * text.len(), "{} bytes were needed for {} of text", peak, text.len());
    assert_eq!(ALLOCATOR.current_usage(), start, "a text leaves memory behind");
}
