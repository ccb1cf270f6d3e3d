//! The stages and the whole, beside other matchers over the same text. Throughput is in bytes of text; each benchmark asserts what it
//! found. The texts and word lists are made by seeded generators (`common`).

#[allow(dead_code, unused_imports, reason = "the throughput example uses the rest")]
mod common;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use competence_needs::{Extractor, Lexicon};
use criterion::{BatchSize, BenchmarkGroup, BenchmarkId, Criterion, Throughput, criterion_main, measurement::WallTime};
use std::hint::black_box;

const SIZE: usize = 1_000_000;

/// One benchmark that must find the same every time, and something.
fn bench(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, bytes: usize, work: impl Fn() -> usize) {
    let expected = work();
    assert!(expected > 0, "{name} finds nothing");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function(name, |b| b.iter(|| assert_eq!(work(), expected)));
}

fn extract(texts: &[&str]) -> usize {
    texts.iter().map(|text| Extractor::curated().extract(black_box(*text)).findings().len()).sum()
}

fn texts() -> [(&'static str, String); 2] {
    [("prose", common::prose(SIZE)), ("dense", common::dense(SIZE))]
}

/// From the fold to the proposals, and what others need for the mere search of 30,000 forms in text folded beforehand.
fn matching(c: &mut Criterion) {
    let forms = common::frozen();
    let automaton = |kind| {
        let built = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).kind(kind).build(&forms);
        built.expect("the frozen forms build")
    };
    let automatic = automaton(None);
    let dfa = automaton(Some(AhoCorasickKind::DFA));
    let daachorse = daachorse::DoubleArrayAhoCorasickBuilder::new()
        .match_kind(daachorse::MatchKind::LeftmostLongest)
        .build::<_, _, u32>(&forms)
        .expect("the frozen forms build");
    for (name, text) in texts() {
        let folded = text.to_lowercase();
        let mut group = c.benchmark_group(format!("matching/{name}"));
        group.sample_size(20);
        bench(&mut group, "this crate", text.len(), || Extractor::curated().proposals(black_box(&text)));
        bench(&mut group, "aho-corasick", text.len(), || automatic.find_iter(black_box(&folded)).count());
        bench(&mut group, "aho-corasick DFA", text.len(), || dfa.find_iter(black_box(&folded)).count());
        bench(&mut group, "daachorse", text.len(), || daachorse.leftmost_find_iter(black_box(&folded)).count());
        group.finish();
    }
}

fn extraction(c: &mut Criterion) {
    let mut group = c.benchmark_group("extract");
    group.sample_size(20);
    for (name, text) in texts() {
        bench(&mut group, name, text.len(), || extract(&[&text]));
        let short = common::pieces(&text, 2_000);
        bench(&mut group, &format!("{name}-2kb"), text.len(), || extract(&short));
    }
    group.finish();
}

/// Twice the text must take twice the time, whatever the text.
fn scaling(c: &mut Criterion) {
    let mut group = c.benchmark_group("scaling");
    group.sample_size(10);
    for size in [20_000, 200_000, 2_000_000] {
        let text = common::dense(size);
        let expected = extract(&[&text]);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("dense", size), &text, |b, text| {
            b.iter(|| assert_eq!(extract(&[text]), expected));
        });
    }
    for (name, text) in common::adversarial(200_000) {
        let expected = extract(&[&text]);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("adversarial", name), &text, |b, text| {
            b.iter(|| assert_eq!(extract(&[text]), expected));
        });
    }
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
    for count in [20_000, 200_000] {
        let toml = common::own_lexicon(&common::forms(count));
        group.bench_function(BenchmarkId::new("parse and build", count), |b| {
            b.iter(|| Extractor::builder().lexicon(Lexicon::parse("own.toml", &toml).expect("it parses")).build());
        });
    }
    group.finish();
}

/// The groups, by the macro that criterion gives for them.
mod groups {
    use super::{build, extraction, matching, scaling};
    criterion::criterion_group!(benches, matching, extraction, scaling, build);
}

criterion_main!(groups::benches);
