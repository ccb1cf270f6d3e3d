//! ESCO's own CSV files as a lexicon (feature `esco`).

mod label;

use crate::error::{LexiconError, LexiconErrorKind};
use crate::lexicon::{Concept, Lexicon, TermEntry, check_term, esco_uri};
use std::collections::{HashMap, HashSet};
use std::io::Read;

/// Reads the files that ESCO gives out for download (`skills_no.csv`, `skills_nb.csv` or any other language) as a [`Lexicon`].
///
/// Each row becomes one concept with the id `esco-<the end of its URI>`, the row's URI as its exact match, and the category `esco-knowledge` or `esco-skill` by its
/// `skillType`. Preferred and alternative labels become terms, hidden labels hidden ones. The columns `conceptUri` and `preferredLabel` must be there;
/// `altLabels`, `hiddenLabels` (one a line within the cell) and `skillType` are used where they are; all others are passed over. UTF-8, separated by commas.
///
/// How a label bends is guessed by rule:
/// - capitals alone (*SQL*, *HMS*) match in these capitals only;
/// - a skill that begins in an infinitive (*utvikle læreplaner*, *å gi råd*) bends as a verb phrase, *utviklar læreplanane* too;
/// - anything else bends as a noun phrase by its head (*digital kommunikasjon*, *teknikker for intervju*);
/// - a note in brackets is taken off: *Python (programmering)* is *Python*.
///
/// All terms are **licensed**: they count in a list of demands, behind *erfaring med* and the like, not anywhere. A label that lost a note is **carried**
/// (the lexicon's README explains both).
///
/// # Errors
/// Where a column is missing, a row has another number of cells than the header, a URI is none of ESCO's or stands twice, the bytes are no UTF-8, or no row has a label. The error
/// names the line. Single labels that cannot be used are no error: [`EscoLexicon::skipped`] lists them.
///
/// # Costs
/// Linear in the labels; most of the time and memory goes into their inflected forms. `cargo run --release --example esco_import -- FILE` prints what a file takes.
///
/// ```
/// use competence_needs::{EscoImport, Extractor};
///
/// let csv = "conceptUri,skillType,preferredLabel,altLabels\n\
///     http://data.europa.eu/esco/skill/00000000-0000-0000-0000-000000000001,skill/competence,røkte bier,\"stelle bikuber\npasse bier\"\n";
/// let import = EscoImport::new().read("skills_no.csv", csv.as_bytes())?;
/// assert!(import.skipped().is_empty());
///
/// let extractor = Extractor::builder().lexicon(import.into_lexicon()).build();
/// let text = "Kvalifikasjoner\n• Du har stelt bikuber";
/// let analysis = extractor.extract(text);
/// let finding = &analysis.findings()[0];
/// assert_eq!(finding.span().of(text), "stelt bikuber");
/// assert_eq!(analysis.concept(finding).exact_match().next(), Some("http://data.europa.eu/esco/skill/00000000-0000-0000-0000-000000000001"));
/// # Ok::<(), competence_needs::LexiconError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct EscoImport {
    /// URI to English preferred label.
    english: HashMap<String, String>,
}

/// What [`EscoImport::read`] gives.
#[derive(Clone, Debug)]
pub struct EscoLexicon {
    lexicon: Lexicon,
    skipped: Vec<Skipped>,
}

/// A label that could not be used, or a row without any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    line: usize,
    label: String,
    reason: String,
}

impl EscoImport {
    /// An importer that knows no English labels: the preferred label stands for them.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the English labels from ESCO's English file (`skills_en.csv`); `name` is what errors call it.
    ///
    /// # Errors
    /// As [`EscoImport::read`].
    pub fn english(mut self, name: &str, csv: impl Read) -> Result<Self, LexiconError> {
        let english = &mut self.english;
        rows(name, csv, |row| {
            if !row.preferred.is_empty() {
                english.insert(row.uri.to_owned(), row.preferred.to_owned());
            }
            Ok(())
        })?;
        Ok(self)
    }

    /// Reads a file of labels; `name` is what errors call it.
    ///
    /// # Errors
    /// See [`EscoImport`].
    pub fn read(&self, name: &str, csv: impl Read) -> Result<EscoLexicon, LexiconError> {
        let mut concepts = Vec::new();
        let mut skipped = Vec::new();
        rows(name, csv, |row| {
            concepts.extend(self.concept(name, row, &mut skipped));
            Ok(())
        })?;
        if concepts.is_empty() {
            let message =
                "no row has a label that can be used: is this ESCO's file of skills, with labels in Norwegian?";
            return Err(fail(name, None, LexiconErrorKind::Term, message.to_owned()));
        }
        Ok(EscoLexicon { lexicon: Lexicon::of("esco", concepts)?, skipped })
    }

    fn concept(&self, name: &str, row: &Row<'_>, skipped: &mut Vec<Skipped>) -> Option<Concept> {
        let mut skip = |label: &str, reason: String| {
            skipped.push(Skipped { line: row.line, label: label.to_owned(), reason });
        };
        let alternatives = || row.alternative.lines().map(str::trim).filter(|label| !label.is_empty());
        let Some(label) = Some(row.preferred).filter(|label| !label.is_empty()).or_else(|| alternatives().next())
        else {
            skip(row.uri, "the row has no label in this language".to_owned());
            return None;
        };
        let knowledge = row.kind == "knowledge";
        let file: std::sync::Arc<str> = name.into();
        let mut seen = HashSet::new();
        let mut terms: Vec<TermEntry> = Vec::new();
        let hidden = row.hidden.lines().map(str::trim).filter(|label| !label.is_empty());
        let all = std::iter::once(label).chain(alternatives()).map(|label| (label, false));
        for (label, hidden) in all.chain(hidden.map(|label| (label, true))) {
            let term = match label::term(label, row.kind, hidden, &file, row.line) {
                Ok(term) => term,
                Err(reason) => {
                    skip(label, reason.to_owned());
                    continue;
                }
            };
            if let Err((_, reason)) = check_term(&term) {
                skip(label, reason);
            } else if seen.insert((term.list, term.text.to_lowercase())) {
                terms.push(term);
            }
        }
        if terms.is_empty() {
            return None;
        }
        let english = self.english.get(row.uri).map_or(label, String::as_str);
        let category = if knowledge { "esco-knowledge" } else { "esco-skill" };
        let mut concept = Concept::bare(id(row.uri), category, label, english, name, row.line);
        concept.details_mut().terms = terms;
        concept.exact_match = vec![row.uri.to_owned()];
        Some(concept)
    }
}

impl EscoLexicon {
    /// The lexicon; its version is `esco`.
    #[must_use]
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The lexicon alone.
    #[must_use]
    pub fn into_lexicon(self) -> Lexicon {
        self.lexicon
    }

    /// What was passed over, in order of the file.
    #[must_use]
    pub fn skipped(&self) -> &[Skipped] {
        &self.skipped
    }
}

impl Skipped {
    /// The line where the row begins, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The label as written; the URI where the row has none.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// Why.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

/// `http://data.europa.eu/esco/skill/S1.2` becomes `esco-s1-2`.
fn id(uri: &str) -> String {
    let end = uri.rsplit('/').next().unwrap_or_default();
    format!("esco-{}", end.to_ascii_lowercase().replace('.', "-"))
}

fn fail(name: &str, line: Option<usize>, kind: LexiconErrorKind, message: String) -> LexiconError {
    LexiconError { kind, file: name.to_owned(), line, entry: None, message, source: None }
}

/// The cells of a row that count.
struct Row<'r> {
    line: usize,
    uri: &'r str,
    preferred: &'r str,
    alternative: &'r str,
    hidden: &'r str,
    kind: &'r str,
}

/// Goes through the rows of an ESCO file.
fn rows(
    name: &str,
    csv: impl Read,
    mut take: impl FnMut(&Row<'_>) -> Result<(), LexiconError>,
) -> Result<(), LexiconError> {
    let mut reader = csv::ReaderBuilder::new().from_reader(csv);
    let header = reader.headers().map_err(|error| broken(name, error))?.clone();
    let find = |column: &str| header.iter().position(|cell| cell.trim_start_matches('\u{feff}').trim() == column);
    let needed = |column: &str| {
        find(column).ok_or_else(|| {
            let has: Vec<&str> = header.iter().take(20).collect();
            let hint =
                if header.len() == 1 { "; cells are separated by commas and the first line names them" } else { "" };
            let message = format!("the column «{column}» is missing: the first line has «{}»{hint}", has.join(", "));
            fail(name, Some(1), LexiconErrorKind::Syntax, message)
        })
    };
    let (uri, preferred) = (needed("conceptUri")?, needed("preferredLabel")?);
    let (alternative, hidden, kind) = (find("altLabels"), find("hiddenLabels"), find("skillType"));
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|error| broken(name, error))? {
        let line = record.position().map_or(0, |at| usize::try_from(at.line()).unwrap_or(usize::MAX));
        let cell = |column: Option<usize>| column.and_then(|column| record.get(column)).unwrap_or_default().trim();
        let row = Row {
            line,
            uri: cell(Some(uri)),
            preferred: cell(Some(preferred)),
            alternative: cell(alternative),
            hidden: cell(hidden),
            kind: cell(kind),
        };
        esco_uri(row.uri).map_err(|message| fail(name, Some(line), LexiconErrorKind::Uri, message))?;
        if let Some(first) = seen.insert(row.uri.to_owned(), line) {
            let message = format!("«{}» stands already on line {first}: keep one of the rows", row.uri);
            return Err(fail(name, Some(line), LexiconErrorKind::Duplicate, message));
        }
        take(&row)?;
    }
    Ok(())
}

fn broken(name: &str, error: csv::Error) -> LexiconError {
    let line = error.position().map(|at| usize::try_from(at.line()).unwrap_or(usize::MAX));
    let message = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!(
                "the row has {len} cells, the first line {expected_len}: put cells with commas or line breaks in quotes (\"…\")"
            )
        }
        csv::ErrorKind::Utf8 { .. } => "the row is no UTF-8: save the file as UTF-8".to_owned(),
        csv::ErrorKind::Io(_) => "cannot be read".to_owned(),
        _ => "is no CSV as ESCO gives it".to_owned(),
    };
    LexiconError { source: Some(Box::new(error)), ..fail(name, line, LexiconErrorKind::Syntax, message) }
}
