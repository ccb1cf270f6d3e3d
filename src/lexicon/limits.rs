//! [`Limits`]: what a lexicon from elsewhere may cost.

use super::entry::{Concept, Exclusion, TermEntry};
use super::term::{self, Element, Word};
use crate::error::{LexiconError, LexiconErrorKind};
use std::collections::HashMap;

/// What a lexicon may cost, so that a hostile or broken file cannot eat memory or time. Whatever goes past a limit is an error of the kind
/// [`LexiconErrorKind::Limit`] that names the file, the line, the entry and the limit; nothing is cut short silently.
///
/// The defaults leave room: the curated lexicon needs less than a quarter of the bytes and word forms they allow (a test says so). Raise one where you trust the source:
///
/// ```
/// use competence_needs::{Lexicon, Limits};
///
/// let mut limits = Limits::default();
/// limits.term_chars = 12;
/// let toml = r#"
///     category = "museum"
///     [[concept]]
///     id = "conservation"
///     label = "konservering"
///     label-en = "conservation"
///     nouns = ["tekstilkonservering"]
/// "#;
/// let error = Lexicon::builder().limits(limits).toml("museum.toml", toml).unwrap_err();
/// assert_eq!(error.line(), Some(7));
/// limits.term_chars = 200;
/// let lexicon = Lexicon::builder().limits(limits).toml("museum.toml", toml)?.build()?;
/// assert_eq!(lexicon.concepts().len(), 1);
/// # Ok::<(), competence_needs::LexiconError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of one file. Default: 16 MiB. No more than this is ever read from a reader.
    pub file_bytes: u64,
    /// Bytes of all files of one lexicon. Default: 64 MiB.
    pub total_bytes: u64,
    /// How deep brackets and dotted keys may nest. Default: 8; the format itself needs 3.
    pub nesting: usize,
    /// Characters of one term, exclusion, id or label. Default: 200.
    pub term_chars: usize,
    /// Gaps «…» in one term or exclusion. Default: 3; each multiplies the ways to read a sentence.
    pub gaps_per_term: usize,
    /// Word forms that one term gives when its words are bent and spelled in all ways. Default: 5,000; a usual word gives 10 to 60.
    pub forms_per_term: usize,
    /// Word forms of all terms and exclusions of the lexicon, each word counted once. Default: 2,000,000.
    pub patterns: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 16 << 20,
            total_bytes: 64 << 20,
            nesting: 8,
            term_chars: 200,
            gaps_per_term: 3,
            forms_per_term: 5_000,
            patterns: 2_000_000,
        }
    }
}

pub(super) fn passed(file: &str, line: Option<usize>, entry: Option<String>, message: String) -> LexiconError {
    LexiconError { kind: LexiconErrorKind::Limit, file: file.to_owned(), line, entry, message, source: None }
}

/// Counts what a lexicon costs while it is read.
#[derive(Debug, Default)]
pub(super) struct Meter {
    bytes: u64,
    patterns: usize,
    /// Forms of each word met so far.
    forms: HashMap<Word, usize>,
}

impl Meter {
    /// Counts a file before it is parsed.
    pub(super) fn file(&mut self, limits: &Limits, name: &str, toml: &str) -> Result<(), LexiconError> {
        if toml.len() as u64 > limits.file_bytes {
            return Err(too_long(limits, name));
        }
        self.bytes += toml.len() as u64;
        if self.bytes > limits.total_bytes {
            let message = format!(
                "the files of this lexicon are more than {} bytes together: leave some out, or raise `Limits::total_bytes`",
                limits.total_bytes
            );
            return Err(passed(name, None, None, message));
        }
        if let Some(line) = too_deep(toml, limits.nesting) {
            let message = format!(
                "brackets or dotted keys nest more than {} deep here: a lexicon needs 3 at most; is a bracket or quote left open?",
                limits.nesting
            );
            return Err(passed(name, Some(line), None, message));
        }
        Ok(())
    }

    /// Counts the concepts of a file.
    pub(super) fn concepts(&mut self, limits: &Limits, concepts: &[Concept]) -> Result<(), LexiconError> {
        for concept in concepts {
            for (what, text) in [("id", &concept.id), ("label", &concept.label), ("label-en", &concept.label_en)] {
                long(limits, text, &concept.file, concept.line, || format!("{}, {what}", short(&concept.id)))?;
            }
            for TermEntry { text, list, file, line, .. } in &concept.details().terms {
                let entry = || format!("{}, «{}»", concept.id, short(text));
                long(limits, text, file, *line, entry)?;
                self.words(limits, term::elements(text, *list), file, *line, entry)?;
            }
            for Exclusion { phrase, file, line, .. } in &concept.details().exclusions {
                let entry = || format!("{}, not «{}»", concept.id, short(phrase));
                long(limits, phrase, file, *line, entry)?;
                self.words(limits, term::loose_elements(phrase), file, *line, entry)?;
            }
        }
        Ok(())
    }

    fn words(
        &mut self,
        limits: &Limits,
        elements: Option<Vec<Element>>,
        file: &str,
        line: usize,
        entry: impl Fn() -> String,
    ) -> Result<(), LexiconError> {
        let elements = elements.unwrap_or_default();
        let gaps = elements.iter().filter(|element| **element == Element::Gap).count();
        if gaps > limits.gaps_per_term {
            let message = format!(
                "has {gaps} gaps «…», more than {}: split it into shorter terms, or raise `Limits::gaps_per_term`",
                limits.gaps_per_term
            );
            return Err(passed(file, Some(line), Some(entry()), message));
        }
        let mut forms = 0;
        for element in elements {
            let Element::Word(word) = element else { continue };
            forms += match self.forms.get(&word) {
                Some(&forms) => forms,
                None => {
                    let forms = word.forms().len();
                    self.patterns += forms;
                    self.forms.insert(word, forms);
                    forms
                }
            };
        }
        if forms > limits.forms_per_term {
            let message = format!(
                "gives {forms} word forms, more than {}: split it into shorter terms, or raise `Limits::forms_per_term`",
                limits.forms_per_term
            );
            return Err(passed(file, Some(line), Some(entry()), message));
        }
        if self.patterns > limits.patterns {
            let message = format!(
                "with this entry the lexicon gives more than {} word forms: leave entries out, or raise `Limits::patterns`",
                limits.patterns
            );
            return Err(passed(file, Some(line), Some(entry()), message));
        }
        Ok(())
    }
}

/// The error of a file with more bytes than the limit.
pub(super) fn too_long(limits: &Limits, name: &str) -> LexiconError {
    let message = format!(
        "the file has more than {} bytes: split it, or raise `Limits::file_bytes`; is it a lexicon at all?",
        limits.file_bytes
    );
    passed(name, None, None, message)
}

fn long(limits: &Limits, text: &str, file: &str, line: usize, entry: impl Fn() -> String) -> Result<(), LexiconError> {
    // There are never more characters than bytes, so most texts need no counting.
    if text.len() <= limits.term_chars {
        return Ok(());
    }
    let chars = text.chars().count();
    if chars <= limits.term_chars {
        return Ok(());
    }
    let message = format!(
        "has {chars} characters, more than {}: write the words that name the competence, or raise `Limits::term_chars`",
        limits.term_chars
    );
    Err(passed(file, Some(line), Some(entry()), message))
}

/// The beginning of a text, for messages.
fn short(text: &str) -> String {
    const SHOWN: usize = 40;
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// The line at which brackets or the dots of a key nest deeper than `limit`, found without recursion, for parsers recurse.
fn too_deep(toml: &str, limit: usize) -> Option<usize> {
    let bytes = toml.as_bytes();
    let (mut at, mut line, mut depth, mut dots) = (0, 1, 0_usize, 0);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'#' => {
                at = bytes[at..].iter().position(|&b| b == b'\n').map_or(bytes.len(), |len| at + len);
                continue;
            }
            b'"' | b'\'' => {
                let end = string_end(bytes, at);
                line += bytes[at..end].iter().filter(|&&b| b == b'\n').count();
                at = end;
                continue;
            }
            b'\n' => {
                line += 1;
                dots = 0;
            }
            b'=' | b',' => dots = 0,
            b'.' => dots += 1,
            b'[' | b'{' => {
                depth += 1;
                dots = 0;
            }
            b']' | b'}' => {
                depth = depth.saturating_sub(1);
                dots = 0;
            }
            _ => {}
        }
        if depth + dots > limit {
            return Some(line);
        }
        at += 1;
    }
    None
}

/// Where the string that begins at `at` ends; where it is never closed, the end of its line (or of the file, if it may span lines).
fn string_end(bytes: &[u8], at: usize) -> usize {
    let quote = bytes[at];
    let long = bytes[at..].starts_with(&[quote; 3]);
    let mut i = at + if long { 3 } else { 1 };
    while let Some(&byte) = bytes.get(i) {
        match byte {
            b'\\' if quote == b'"' => i += 1,
            b'\n' if !long => return i,
            _ if byte == quote && !long => return i + 1,
            _ if long && bytes[i..].starts_with(&[quote; 3]) => return i + 3,
            _ => {}
        }
        i += 1;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_strings_and_comments_do_not_nest() {
        assert_eq!(too_deep("a = \"[[[[\" # [[[[\nb = '[[[['\nc = \"\"\"[[\n[[\"\"\"\n", 2), None);
        assert_eq!(too_deep("a = \"\\\"[[[\"\nb = [[[1]]]", 2), Some(2));
        assert_eq!(too_deep("[[concept]]\nnot = [{ phrase = \"x\" }]", 2), None);
    }

    #[test]
    fn dots_nest_in_keys_and_an_open_quote_ends_with_its_line() {
        assert_eq!(too_deep("x = 1\na.b.c.d = 1", 2), Some(2));
        assert_eq!(too_deep("x = [1.5, 2.5, 3.5, 4.5]", 2), None);
        assert_eq!(too_deep("x = \"open\ny = [[[[", 2), Some(2));
        assert_eq!(too_deep("x = '''open\ny = [[[[", 2), None);
        assert_eq!(too_deep("x = \"\\", 2), None);
    }
}
