//! An explanation in words.

use super::{Explanation, Grounds, Licence, Reason, Rejected, TermSource};
use crate::lexicon::Grade;
use crate::span::Span;
use std::fmt::{self, Display, Formatter};

/// The words of a span on one line.
fn words(text: &str, span: Span) -> String {
    span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Strong => "strong",
        Grade::Licensed => "licensed",
        Grade::Carried => "carried",
    }
}

impl Display for TermSource {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "«{}» ({}, {}; {}:{})", self.text, self.list, grade(self.grade), self.file, self.line)?;
        for (word, like) in &self.paradigms {
            write!(f, ", «{word}» bends like «{like}»")?;
        }
        Ok(())
    }
}

fn found(f: &mut Formatter<'_>, text: &str, grounds: &Grounds) -> fmt::Result {
    let finding = &grounds.finding;
    writeln!(f, "«{}» is {} ({})", words(text, finding.span()), grounds.concept, finding.stance().as_str())?;
    if let Some(term) = &grounds.term {
        writeln!(f, "  term    {term}")?;
    }
    if let Some(frame) = grounds.frame {
        writeln!(f, "  frame   «{}»", words(text, frame))?;
    }
    match &grounds.licence {
        Licence::Strong => writeln!(f, "  licence needs none")?,
        Licence::Carrier(span) => writeln!(f, "  licence the carrier «{}»", words(text, *span))?,
        Licence::Word(span) => writeln!(f, "  licence «{}» in the sentence", words(text, *span))?,
        Licence::Section => writeln!(f, "  licence its section of the ad")?,
        Licence::Conjunct => writeln!(f, "  licence a mention coordinated with it, or the kind of text")?,
    }
    match finding.cue() {
        Some(cue) => writeln!(f, "  stance  {} by «{}»", finding.rule(), words(text, cue)),
        None => writeln!(f, "  stance  {}", finding.rule()),
    }
}

fn rejected(f: &mut Formatter<'_>, text: &str, rejected: &Rejected) -> fmt::Result {
    write!(f, "«{}» is not {}: ", words(text, rejected.span), rejected.concept)?;
    match &rejected.reason {
        Reason::Excluded { phrase, why } => write!(f, "the exclusion «{phrase}» covers it ({why})")?,
        Reason::Beaten { by, at } => write!(f, "«{}» ({by}) is longer or freer", words(text, *at))?,
        Reason::Carries => write!(f, "it is part of a carrier")?,
        Reason::Place => write!(f, "it stands in a title, a heading, a page header or among the contacts")?,
        Reason::Unlicensed(of) => write!(f, "it is {} and nothing here lets it stand", grade(*of))?,
        Reason::Boundary { word } => write!(f, "the word goes on: «{word}»")?,
    }
    match &rejected.term {
        Some(term) => writeln!(f, "\n  term    {term}"),
        None => writeln!(f),
    }
}

impl Display for Explanation {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.found.iter().try_for_each(|grounds| found(f, &self.text, grounds))?;
        self.rejected.iter().try_for_each(|lost| rejected(f, &self.text, lost))
    }
}
