//! Shows faults with the offending line, as compilers do.

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use competence_needs::{Complaint, LexiconError, Remark, Severity};
use std::io::IsTerminal;
use std::ops::Range;

/// One thing to show: where it is, what it is, how to mend it.
pub(crate) struct Fault {
    pub(crate) severity: Option<Severity>,
    pub(crate) rule: &'static str,
    pub(crate) file: String,
    pub(crate) line: Option<usize>,
    /// What to underline; the line as a whole where it is not in there.
    pub(crate) entry: Option<String>,
    pub(crate) message: String,
    pub(crate) mend: Option<String>,
}

impl From<&Remark> for Fault {
    fn from(remark: &Remark) -> Self {
        let message = match remark.entry() {
            Some(_) => remark.message().to_owned(),
            None => format!("«{}» {}", remark.concept(), remark.message()),
        };
        Self {
            severity: Some(remark.severity()),
            rule: remark.rule().id(),
            file: remark.file().to_owned(),
            line: Some(remark.line()),
            entry: Some(remark.entry().unwrap_or(remark.concept()).to_owned()),
            message,
            mend: Some(remark.mend().to_owned()),
        }
    }
}

impl From<&Complaint> for Fault {
    fn from(complaint: &Complaint) -> Self {
        let place = format!("{}:{}: ", complaint.file(), complaint.line());
        Self {
            severity: None,
            rule: "sentence",
            file: complaint.file().to_owned(),
            line: Some(complaint.line()),
            entry: None,
            message: complaint.to_string().trim_start_matches(&place).to_owned(),
            mend: None,
        }
    }
}

impl From<&LexiconError> for Fault {
    fn from(error: &LexiconError) -> Self {
        let line = error.line().map(|line| format!(":{line}")).unwrap_or_default();
        let place = format!("{}{line}: ", error.file());
        Self {
            severity: None,
            rule: "lexicon",
            file: error.file().to_owned(),
            line: error.line(),
            entry: error.entry().map(str::to_owned),
            message: error.to_string().trim_start_matches(&place).to_owned(),
            mend: None,
        }
    }
}

impl Fault {
    /// Prints it; `source` is the text of its file, where known.
    pub(crate) fn print(&self, source: Option<&str>) {
        let level = match self.severity {
            None => Level::ERROR,
            Some(Severity::Warning) => Level::WARNING,
            Some(_) => Level::NOTE,
        };
        let title = level.primary_title(self.message.as_str()).id(self.rule);
        let mut group = if let (Some(source), Some(line)) = (source, self.line)
            && let Some(text) = source.lines().nth(line.saturating_sub(1))
        {
            let span = self.span(text);
            let snippet = Snippet::source(text).line_start(line).path(self.file.as_str());
            title.element(snippet.annotation(AnnotationKind::Primary.span(span)))
        } else {
            title.element(Origin::path(self.file.as_str()))
        };
        if let Some(mend) = &self.mend {
            group = group.element(Level::HELP.message(mend.as_str()));
        }
        let renderer = if std::io::stderr().is_terminal() { Renderer::styled() } else { Renderer::plain() };
        anstream::eprintln!("{}\n", renderer.render(&[group]));
    }

    /// What to underline in the line.
    fn span(&self, line: &str) -> Range<usize> {
        let quoted = self.entry.as_deref().map(|entry| format!("\"{entry}\""));
        let found = quoted.and_then(|entry| line.rfind(&entry).map(|at| at..at + entry.len()));
        found.unwrap_or(line.len() - line.trim_start().len()..line.trim_end().len())
    }
}
