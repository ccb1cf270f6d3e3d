//! The command-line face: competences in Norwegian texts.
//!
//! `cargo run --release --example extract -- [--genre ad] [--format text|json|jsonl] [--candidates] [--tolerant] [--explain] [FILE|FOLDER|-]…`
//! Without arguments it runs on the sample texts in `examples/texts/`.

mod show;

use clap::{Parser, ValueEnum};
use competence_needs::{Document, Extractor, Genre, Lexicon, LexiconError, Span};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Finds which competences Norwegian texts name, and what they say of each.
#[derive(Parser)]
#[command(version)]
struct Args {
    /// Text or HTML files, folders of them (*.txt, *.html, *.htm), or `-` for text on standard input.
    paths: Vec<PathBuf>,
    /// What kind of text it is.
    #[arg(long, value_enum, default_value = "auto")]
    genre: GenreArg,
    /// `text` for people; `json`: one array; `jsonl`: one object a document.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Lexicon files (TOML), or folders of them, to use instead of the curated lexicon.
    #[arg(long, num_args = 1..)]
    lexicon: Vec<PathBuf>,
    /// Also what names a competence by its form but stands in no lexicon.
    #[arg(long)]
    candidates: bool,
    /// Also words that miss a form of the lexicon by one slip.
    #[arg(long)]
    tolerant: bool,
    /// Also why each finding is one, and what was turned away and why. Text format only.
    #[arg(long)]
    explain: bool,
    /// Lexicon files, or folders of them, to use on top of it.
    #[arg(long, num_args = 1.., conflicts_with = "lexicon")]
    extend: Vec<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum GenreArg {
    Auto,
    Ad,
    Policy,
    Article,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Jsonl,
}

/// More files than this, and a progress bar shows how far it is.
const MANY: usize = 50;

/// One text to read.
enum Input {
    Stdin,
    File(PathBuf),
}

impl Input {
    fn id(&self) -> String {
        match self {
            Self::Stdin => "stdin".to_owned(),
            Self::File(path) => path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Stdin => "standard input".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// The text as a document, by the file's ending.
    fn document<'t>(&self, text: &'t str) -> Document<'t> {
        if self.is_html() { Document::from_html(text) } else { Document::new(text) }
    }

    fn is_html(&self) -> bool {
        matches!(self, Self::File(path) if is_html(path))
    }

    fn read(&self) -> Result<String, String> {
        let bytes = match self {
            Self::Stdin => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
            }
            Self::File(path) => std::fs::read(path),
        };
        let bytes = bytes.map_err(|error| format!("{}: cannot be read: {error}", self.name()))?;
        String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            format!("{}: is no UTF-8: byte {at} begins no character; save the file as UTF-8", self.name())
        })
    }
}

fn is_html(path: &Path) -> bool {
    path.extension().is_some_and(|e| e.eq_ignore_ascii_case("html") || e.eq_ignore_ascii_case("htm"))
}

/// The files that the paths name, in order; what cannot be listed is an error of its own.
fn inputs(paths: &[PathBuf], errors: &mut Vec<String>) -> Vec<Input> {
    let mut out = Vec::new();
    for path in paths {
        if path == Path::new("-") {
            out.push(Input::Stdin);
        } else if path.is_dir() {
            for entry in walkdir::WalkDir::new(path).sort_by_file_name() {
                match entry {
                    Ok(entry) if is_html(entry.path()) || entry.path().extension().is_some_and(|e| e == "txt") => {
                        out.push(Input::File(entry.into_path()));
                    }
                    Ok(_) => {}
                    Err(error) => errors.push(format!("{}: cannot be listed: {error}", path.display())),
                }
            }
        } else {
            out.push(Input::File(path.clone()));
        }
    }
    out
}

/// The curated extractor, or one built from the caller's own files, alone or on top of the curated lexicon.
fn extractor(args: &Args) -> Result<Extractor, LexiconError> {
    let builder = Extractor::builder().candidates(args.candidates).tolerant(args.tolerant);
    let files = if args.extend.is_empty() { &args.lexicon } else { &args.extend };
    if files.is_empty() {
        return Ok(builder.build());
    }
    let own = files.iter().try_fold(Lexicon::builder(), |builder, path| builder.path(path))?.build()?;
    let lexicon = if args.extend.is_empty() { own } else { Lexicon::curated().extended_with(&own) };
    Ok(builder.lexicon(lexicon).build())
}

fn run(args: &Args, extractor: &Extractor, out: &mut impl Write, errors: &mut Vec<String>) -> io::Result<()> {
    let samples = [PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/texts"))];
    let paths = if args.paths.is_empty() { &samples[..] } else { &args.paths };
    let inputs = inputs(paths, errors);
    let genre = match args.genre {
        GenreArg::Auto => Genre::Auto,
        GenreArg::Ad => Genre::Ad,
        GenreArg::Policy => Genre::Policy,
        GenreArg::Article => Genre::Article,
    };
    let bar = if inputs.len() > MANY && io::stderr().is_terminal() {
        let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {per_sec} {eta}")
            .unwrap_or(ProgressStyle::default_bar());
        ProgressBar::new(inputs.len() as u64).with_style(style)
    } else {
        ProgressBar::hidden()
    };
    let mut json = match args.format {
        Format::Json => Some(Array::new()),
        _ => None,
    };
    // Files are read as they are needed, some at a time.
    let texts = inputs.into_iter().map(|input| {
        let text = input.read().map(|text| match args.format {
            // People read what the HTML shows, programs get offsets of the source.
            Format::Text if input.is_html() => Document::from_html(&text).plain_text().to_owned(),
            _ => text,
        });
        (input, text)
    });
    let analyzed = extractor.extract_all(texts, |(input, text): &(Input, Result<String, String>)| {
        let text = text.as_deref().unwrap_or_default();
        let document = if args.format == Format::Text { Document::new(text) } else { input.document(text) };
        document.genre(genre)
    });
    for ((input, text), analysis) in analyzed {
        bar.inc(1);
        let text = match text {
            Ok(text) => text,
            Err(error) => {
                bar.suspend(|| eprintln!("error: {error}"));
                errors.push(error);
                continue;
            }
        };
        if args.format == Format::Text {
            show::document(out, &input.id(), &text, &analysis)?;
            if args.explain {
                let all = Span::new(0, text.len());
                writeln!(out, "{}", extractor.explain(Document::new(&text).genre(genre), all))?;
            }
            continue;
        }
        let mut value = serde_json::to_value(analysis.record(&text))?;
        if let Some(object) = value.as_object_mut() {
            object.insert("id".to_owned(), input.id().into());
        }
        match &mut json {
            Some(array) => array.push(out, &value)?,
            None => writeln!(out, "{value}")?,
        }
    }
    if let Some(array) = json {
        array.end(out)?;
    }
    bar.finish_and_clear();
    out.flush()
}

/// A JSON array that is written as it comes.
struct Array {
    is_empty: bool,
}

impl Array {
    fn new() -> Self {
        Self { is_empty: true }
    }

    fn push(&mut self, out: &mut impl Write, value: &serde_json::Value) -> io::Result<()> {
        let text = serde_json::to_string_pretty(value)?.replace('\n', "\n  ");
        write!(out, "{}\n  {text}", if self.is_empty { "[" } else { "," })?;
        self.is_empty = false;
        Ok(())
    }

    fn end(self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "{}]", if self.is_empty { "[" } else { "\n" })
    }
}

fn main() -> ExitCode {
    let args = Args::parse();
    if args.explain && args.format != Format::Text {
        eprintln!("error: --explain is for people: leave --format out, or say --format text");
        return ExitCode::FAILURE;
    }
    let mut errors = Vec::new();
    let extractor = match extractor(&args) {
        Ok(extractor) => extractor,
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    };
    let mut out = io::BufWriter::new(anstream::stdout().lock());
    let result = run(&args, &extractor, &mut out, &mut errors);
    match result {
        // A reader that has seen enough (`| head`) is no error.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: cannot write: {error}");
            ExitCode::FAILURE
        }
        Ok(()) if errors.is_empty() => ExitCode::SUCCESS,
        Ok(()) => {
            eprintln!("{} of the inputs could not be read", errors.len());
            ExitCode::FAILURE
        }
    }
}
