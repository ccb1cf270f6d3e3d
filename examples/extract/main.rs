//! The command-line face: competences in Norwegian texts.
//!
//! `cargo run --release --example extract -- [--genre ad] [--format text|json|jsonl] [FILE|FOLDER|-]…`
//! Without arguments it runs on the sample texts in `examples/texts/`.

mod show;

use clap::{Parser, ValueEnum};
use competence_needs::{Document, Extractor, Genre, Lexicon};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Finds which competences Norwegian texts name, and what they say of each.
#[derive(Parser)]
#[command(version)]
struct Args {
    /// Text files, folders of them (*.txt), or `-` for standard input.
    paths: Vec<PathBuf>,
    /// What kind of text it is.
    #[arg(long, value_enum, default_value = "auto")]
    genre: GenreArg,
    /// `text` for people; `json`: one array; `jsonl`: one object a document.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Lexicon files (TOML) to use instead of the curated lexicon.
    #[arg(long, num_args = 1..)]
    lexicon: Vec<PathBuf>,
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

/// The files that the paths name, in order; what cannot be listed is an error of its own.
fn inputs(paths: &[PathBuf], errors: &mut Vec<String>) -> Vec<Input> {
    let mut out = Vec::new();
    for path in paths {
        if path == Path::new("-") {
            out.push(Input::Stdin);
        } else if path.is_dir() {
            for entry in walkdir::WalkDir::new(path).sort_by_file_name() {
                match entry {
                    Ok(entry) if entry.path().extension().is_some_and(|e| e == "txt") => {
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

/// The curated extractor, or one built from the caller's own files.
fn extractor(files: &[PathBuf]) -> Result<Extractor, String> {
    if files.is_empty() {
        return Ok(Extractor::curated().clone());
    }
    let mut sources = Vec::new();
    for file in files {
        let toml =
            std::fs::read_to_string(file).map_err(|error| format!("{}: cannot be read: {error}", file.display()))?;
        sources.push((file.display().to_string(), toml));
    }
    let sources = sources.iter().map(|(name, toml)| (name.as_str(), toml.as_str()));
    let lexicon = Lexicon::parse_files("own", sources).map_err(|error| error.to_string())?;
    Ok(Extractor::builder().lexicon(lexicon).build())
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
        let text = input.read();
        (input, text)
    });
    let analyzed = extractor.extract_all(texts, |(_, text): &(Input, Result<String, String>)| {
        Document::new(text.as_deref().unwrap_or_default()).genre(genre)
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
    let mut errors = Vec::new();
    let extractor = match extractor(&args.lexicon) {
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
