//! The whole extraction on hit-rich and hit-poor text, long and short; and the build of the curated extractor.
//! Throughput is in bytes of text. Each benchmark asserts what it found.

#[allow(dead_code, unused_imports, reason = "the throughput example uses the rest")]
mod common;

use competence_needs::{Document, Extractor, Genre, Lexicon};
use criterion::{BatchSize, Criterion, Throughput, criterion_main};
use std::hint::black_box;

fn count(text: &str) -> usize {
    Extractor::curated().extract(Document::new(text).genre(Genre::Ad)).findings().len()
}

fn extraction(c: &mut Criterion) {
    let mut group = c.benchmark_group("extract");
    for (name, text) in [("hit-rich", common::dense(200_000)), ("hit-poor", common::prose(200_000))] {
        let findings = count(&text);
        let words = text.split_whitespace().count();
        // About one word in twelve begins a finding in lists of qualifications; in prose fewer than one in a hundred.
        match name {
            "hit-rich" => assert!(findings * 14 > words, "{findings} findings in {words} words"),
            _ => assert!(findings * 100 < words, "{findings} findings in {words} words"),
        }
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| {
            b.iter(|| assert_eq!(count(black_box(&text)), findings));
        });
    }
    let short: Vec<String> =
        common::dense(200_000).as_bytes().chunks(2_000).map(|c| String::from_utf8_lossy(c).into_owned()).collect();
    let findings: usize = short.iter().map(|text| count(text)).sum();
    assert!(findings > 0);
    group.throughput(Throughput::Bytes(short.iter().map(|text| text.len() as u64).sum()));
    group.bench_function("many-short", |b| {
        b.iter(|| assert_eq!(short.iter().map(|text| count(black_box(text))).sum::<usize>(), findings));
    });
    group.finish();
}

fn build(c: &mut Criterion) {
    let mut group = c.benchmark_group("build");
    group.sample_size(10);
    group.bench_function("curated", |b| {
        b.iter_batched(
            || Lexicon::curated().clone(),
            |lexicon| black_box(Extractor::builder().lexicon(lexicon).build()),
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

/// The groups, by the macro that criterion gives for them.
mod groups {
    use super::{build, extraction};
    criterion::criterion_group!(benches, extraction, build);
}

criterion_main!(groups::benches);
