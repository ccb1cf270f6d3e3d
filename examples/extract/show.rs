//! Findings for people: each under its sentence, highlighted.

use anstyle::{AnsiColor, Color, Style};
use competence_needs::{Analysis, Finding, Span, Stance};
use std::io::{self, Write};

fn style(stance: Stance) -> Style {
    let color = match stance {
        Stance::Required | Stance::Needed => AnsiColor::Red,
        Stance::Preferred | Stance::Important => AnsiColor::Yellow,
        Stance::Offered | Stance::Held => AnsiColor::Green,
        Stance::Duty => AnsiColor::Blue,
        _ => AnsiColor::Cyan,
    };
    Style::new().bold().fg_color(Some(Color::Ansi(color)))
}

/// A stretch of text on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Writes one document's findings.
pub(crate) fn document(out: &mut impl Write, id: &str, text: &str, analysis: &Analysis) -> io::Result<()> {
    let bold = Style::new().bold();
    let genre = serde_json::to_value(analysis.genre())?;
    writeln!(
        out,
        "{bold}{id}{bold:#} ({}, {} findings, {} concepts needed)",
        genre.as_str().unwrap_or("?"),
        analysis.findings().len(),
        analysis.needs().len()
    )?;
    let mut rest = analysis.findings();
    while let Some(first) = rest.first() {
        let sentence = analysis.sentence(first);
        let count = rest.iter().take_while(|f| analysis.sentence(f) == sentence).count();
        let (here, behind) = rest.split_at(count);
        highlighted(out, text, sentence, here)?;
        for finding in here {
            line(out, text, analysis, finding)?;
        }
        rest = behind;
    }
    if !analysis.candidates().is_empty() {
        writeln!(out, "\n  {bold}In no lexicon{bold:#}")?;
    }
    for candidate in analysis.candidates() {
        let style = style(candidate.stance());
        let kind = serde_json::to_value(candidate.kind())?;
        write!(
            out,
            "    {style}{:<10}{style:#} {:<32} {}",
            candidate.stance().as_str(),
            one_line(candidate.span().of(text)),
            kind.as_str().unwrap_or("?")
        )?;
        if let Some(head) = candidate.head() {
            write!(out, " · «{}»", one_line(head.of(text)))?;
        }
        writeln!(out)?;
    }
    writeln!(out)
}

fn highlighted(out: &mut impl Write, text: &str, sentence: Span, findings: &[Finding]) -> io::Result<()> {
    write!(out, "\n  ")?;
    let mut at = sentence.start;
    for finding in findings {
        let span = finding.span();
        let style = style(finding.stance());
        let before = text.get(at..span.start).unwrap_or_default();
        write!(out, "{}{style}{}{style:#}", before.replace(['\n', '\r'], " "), one_line(span.of(text)))?;
        at = span.end;
    }
    writeln!(out, "{}", text.get(at..sentence.end).unwrap_or_default().replace(['\n', '\r'], " "))
}

fn line(out: &mut impl Write, text: &str, analysis: &Analysis, finding: &Finding) -> io::Result<()> {
    let style = style(finding.stance());
    write!(
        out,
        "    {style}{:<10}{style:#} {:<32} {}",
        finding.stance().as_str(),
        analysis.concept(finding).label(),
        one_line(finding.name().unwrap_or(finding.span().of(text)))
    )?;
    if let Some(level) = finding.level() {
        write!(out, " · level {}", serde_json::to_value(level)?.as_str().unwrap_or("?"))?;
    }
    if let Some(years) = finding.years() {
        write!(out, " · {years} years")?;
    }
    for (what, span) in [
        ("cue", finding.cue()),
        ("holder", finding.holder()),
        ("source", finding.source()),
        ("purpose", finding.purpose()),
    ] {
        if let Some(span) = span {
            write!(out, " · {what} «{}»", one_line(span.of(text)))?;
        }
    }
    writeln!(out)
}
