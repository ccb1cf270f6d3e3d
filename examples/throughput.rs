//! How fast the crate is on this machine, as ratios to a frozen baseline measured in the same run.
//!
//! `cargo run --release --example throughput -- [--json] [FILE]`
//! The baseline is the plain `aho-corasick` crate (automatic kind, leftmost-longest) that looks for 30,000 fixed Norwegian surface forms in
//! text folded beforehand. With a FILE, that text is measured instead of the generated prose.

#[path = "../benches/common/mod.rs"]
mod common;

use aho_corasick::{AhoCorasick, MatchKind};
use competence_needs::{Extractor, Lexicon};
use peak_alloc::PeakAlloc;
use serde::Serialize;
use std::hint::black_box;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// Bytes of each generated text.
const SIZE: usize = 4_000_000;
/// Each time is the best of so many.
const ROUNDS: usize = 5;
/// Bytes of a short document.
const SHORT: usize = 2_000;

#[derive(Serialize)]
struct Row {
    name: &'static str,
    value: f64,
    unit: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    mb_per_s: Option<f64>,
}

/// Everything measured, the last run's times in passing.
struct Bench {
    rows: Vec<Row>,
    baseline: AhoCorasick,
}

fn seconds(work: impl FnOnce() -> usize) -> (f64, usize) {
    let start = Instant::now();
    let found = black_box(work());
    (start.elapsed().max(Duration::from_nanos(1)).as_secs_f64(), found)
}

/// The best times of two works in turn, so that what else the machine does falls on both.
fn race(ours: impl Fn() -> usize, theirs: impl Fn() -> usize) -> (f64, f64) {
    let (mut a, mut b) = (f64::MAX, f64::MAX);
    let expected = (ours(), theirs());
    for _ in 0..ROUNDS {
        let (time, found) = seconds(&ours);
        a = a.min(time);
        assert_eq!(found, expected.0, "the same text gives the same findings");
        let (time, found) = seconds(&theirs);
        b = b.min(time);
        assert_eq!(found, expected.1);
    }
    (a, b)
}

fn plain(forms: &[String]) -> AhoCorasick {
    let built = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(forms);
    built.unwrap_or_else(|error| unreachable!("the baseline's forms are no longer fit: {error}"))
}

fn count(automaton: &AhoCorasick, folded: &str) -> usize {
    automaton.find_iter(black_box(folded)).count()
}

fn extract(extractor: &Extractor, texts: &[&str]) -> usize {
    texts.iter().map(|text| extractor.extract(black_box(*text)).findings().len()).sum()
}

impl Bench {
    /// A row with the ratio of the baseline's time to that of `ours` over the same text.
    fn ratio(&mut self, name: &'static str, text: &str, ours: impl Fn() -> usize) {
        let folded = text.to_lowercase();
        let (a, b) = race(ours, || count(&self.baseline, &folded));
        self.rows.push(Row { name, value: b / a, unit: "x baseline", mb_per_s: Some(text.len() as f64 / a / 1e6) });
    }

    fn single(&mut self, name: &'static str, value: f64, unit: &'static str) {
        self.rows.push(Row { name, value, unit, mb_per_s: None });
    }
}

/// The shares of words that begin a finding, so that the texts are what they are called.
fn check(name: &str, text: &str, findings: usize, per: std::ops::RangeInclusive<usize>) {
    let words = text.split_whitespace().count();
    let share = words / findings.max(1);
    assert!(per.contains(&share), "{name}: one word in {share} begins a finding, not one in {per:?}");
}

/// The time that first use takes in a fresh process, the middle of five.
fn first_use() -> std::io::Result<f64> {
    let exe = std::env::current_exe()?;
    let mut times = Vec::new();
    for _ in 0..5 {
        let output = Command::new(&exe).arg("--first-use").output()?;
        let time = String::from_utf8_lossy(&output.stdout).trim().parse::<f64>();
        times.push(time.map_err(std::io::Error::other)?);
    }
    times.sort_by(f64::total_cmp);
    Ok(times[times.len() / 2])
}

fn measure(own: Option<String>) -> std::io::Result<Vec<Row>> {
    let first = first_use()?;
    let before = ALLOCATOR.current_usage();
    let extractor = Extractor::curated();
    let _ = extractor.extract("Vi søker deg som har fagbrev.");
    let memory = (ALLOCATOR.current_usage() - before) as f64 / 1e6;

    let generated = own.is_none();
    let prose = own.unwrap_or_else(|| common::prose(SIZE));
    let dense = common::dense(SIZE);
    if generated {
        check("prose", &prose, extract(extractor, &[&prose]), 200..=400);
    }
    check("dense", &dense, extract(extractor, &[&dense]), 11..=13);
    let mut bench = Bench { rows: Vec::new(), baseline: plain(&common::frozen()) };
    bench.ratio("matching/prose", &prose, || extractor.proposals(black_box(&prose)));
    bench.ratio("matching/dense", &dense, || extractor.proposals(black_box(&dense)));
    bench.ratio("extract/prose", &prose, || extract(extractor, &[&prose]));
    bench.ratio("extract/dense", &dense, || extract(extractor, &[&dense]));
    let short = common::pieces(&prose, SHORT);
    bench.ratio("extract/prose-2kb", &prose, || extract(extractor, &short));
    let short_dense = common::pieces(&dense, SHORT);
    bench.ratio("extract/dense-2kb", &dense, || extract(extractor, &short_dense));

    let forms = common::forms(200_000);
    let own_lexicon = Lexicon::parse("own.toml", &common::own_lexicon(&forms)).map_err(std::io::Error::other)?;
    let large = Extractor::builder().lexicon(own_lexicon).build();
    let (folded, automaton) = (prose.to_lowercase(), plain(&forms));
    let (a, b) = race(|| large.proposals(black_box(&prose)), || count(&automaton, &folded));
    let mb_per_s = Some(prose.len() as f64 / a / 1e6);
    bench.rows.push(Row {
        name: "matching/200k-forms",
        value: b / a,
        unit: "x aho-corasick with the same forms",
        mb_per_s,
    });
    drop((large, automaton));

    bench.single("first-use", first, "ms");
    bench.single("memory", memory, "MB retained");

    let usual = race(|| extract(extractor, &[&prose]), || 0).0 / prose.len() as f64;
    let mut worst = 0.0;
    for (_, text) in common::adversarial(SIZE / 8) {
        let per_byte = race(|| extract(extractor, &[&text]), || 0).0 / text.len() as f64;
        worst = f64::max(worst, per_byte / usual);
    }
    bench.single("adversarial", worst, "x the cost of a byte of prose");

    let halves = short.split_at(short.len() / 2);
    let (two, one) = race(
        || {
            std::thread::scope(|scope| {
                let other = scope.spawn(|| extract(extractor, halves.1));
                extract(extractor, halves.0) + other.join().unwrap_or(0)
            })
        },
        || extract(extractor, &short),
    );
    bench.single("two-threads", one / two, "x one thread");
    Ok(bench.rows)
}

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|a| a == "--first-use") {
        let (time, _) = seconds(|| extract(Extractor::curated(), &["Vi søker deg som har fagbrev."]));
        println!("{}", time * 1e3);
        return ExitCode::SUCCESS;
    }
    let json = arguments.iter().any(|a| a == "--json");
    arguments.retain(|a| a != "--json");
    let result = match arguments.as_slice() {
        [] => measure(None),
        [file] => std::fs::read_to_string(file).and_then(|text| measure(Some(text))),
        _ => {
            eprintln!("usage: throughput [--json] [FILE]");
            return ExitCode::FAILURE;
        }
    };
    match result {
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
        Ok(rows) if json => println!("{}", serde_json::json!({ "rows": rows })),
        Ok(rows) => {
            for row in rows {
                let speed = row.mb_per_s.map_or(String::new(), |mb| format!("{mb:8.1} MB/s"));
                println!("{:<22}{:>8.2} {:<36}{speed}", row.name, row.value, row.unit);
            }
        }
    }
    ExitCode::SUCCESS
}
