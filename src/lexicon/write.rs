//! From concepts back to TOML.

use super::Lexicon;
use super::entry::{Concept, Grade, List, TermEntry};
use std::fmt::Write;

impl Lexicon {
    /// The lexicon as TOML, one file for each category, in order: `(category, toml)`. [`Lexicon::parse_files`] reads it back.
    ///
    /// Comments and the order of a concept's keys are those of the format, not of the file it came from.
    ///
    /// ```
    /// use competence_needs::Lexicon;
    ///
    /// let toml = "category = \"barista\"\n\n[[concept]]\nid = \"coffee\"\nlabel = \"kaffe\"\nlabel-en = \"coffee\"\nnouns = [\"latte-kunst\"]\n";
    /// let lexicon = Lexicon::parse("kaffe.toml", toml)?;
    /// assert_eq!(lexicon.to_toml(), [("barista".to_owned(), toml.to_owned())]);
    /// # Ok::<(), competence_needs::LexiconError>(())
    /// ```
    #[must_use]
    pub fn to_toml(&self) -> Vec<(String, String)> {
        let mut files: Vec<(String, String)> = Vec::new();
        for concept in self.concepts() {
            let at = files.iter().position(|(category, _)| category == concept.category()).unwrap_or_else(|| {
                let category = concept.category();
                files.push((category.to_owned(), format!("category = {}\n", quoted(category))));
                files.len() - 1
            });
            concept.write(&mut files[at].1);
        }
        files
    }
}

impl Concept {
    fn write(&self, out: &mut String) {
        out.push_str("\n[[concept]]\n");
        for (key, value) in [("id", &self.id), ("label", &self.label), ("label-en", &self.label_en)] {
            let _ = writeln!(out, "{key} = {}", quoted(value));
        }
        list(out, "exact-match", self.exact_match());
        list(out, "close-match", self.close_match());
        list(out, "hits", self.hits());
        list(out, "misses", self.misses());
        let not: Vec<String> = self
            .exclusions()
            .map(|(phrase, reason)| format!("{{ phrase = {}, reason = {} }}", quoted(phrase), quoted(reason)))
            .collect();
        if !not.is_empty() {
            let _ = writeln!(out, "not = [{}]", not.join(", "));
        }
        for (table, grade, hidden) in [
            ("", Grade::Strong, false),
            ("licensed", Grade::Licensed, false),
            ("carried", Grade::Carried, false),
            ("hidden", Grade::Licensed, true),
        ] {
            let terms: Vec<&TermEntry> =
                self.details().terms.iter().filter(|t| t.grade == grade && t.hidden == hidden).collect();
            if terms.is_empty() {
                continue;
            }
            if !table.is_empty() {
                let _ = writeln!(out, "[concept.{table}]");
            }
            for kind in List::ALL {
                list(out, kind.key(), terms.iter().filter(|term| term.list == kind).map(|term| term.text.as_str()));
            }
        }
    }
}

fn list<'s>(out: &mut String, key: &str, items: impl Iterator<Item = &'s str>) {
    let items: Vec<String> = items.map(quoted).collect();
    if !items.is_empty() {
        let _ = writeln!(out, "{key} = [{}]", items.join(", "));
    }
}

/// A TOML string on one line.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All of a concept but where it stands in its file.
    fn content(concept: &Concept) -> String {
        let terms: Vec<_> = concept.details().terms.iter().map(|t| (&t.text, t.list, t.grade, t.hidden)).collect();
        let examples = (concept.hits().collect::<Vec<_>>(), concept.misses().collect::<Vec<_>>());
        let links = (&concept.exact_match, &concept.close_match);
        let names = (&concept.id, &concept.category, &concept.label, &concept.label_en);
        format!("{names:?} {links:?} {examples:?} {:?} {terms:?}", concept.exclusions().collect::<Vec<_>>())
    }

    #[test]
    fn what_is_written_reads_back() {
        let files = Lexicon::curated().to_toml();
        let files: Vec<_> = files.iter().map(|(name, toml)| (name.as_str(), toml.as_str())).collect();
        let back = Lexicon::parse_files("back", files).unwrap();
        assert_eq!(back.concepts().len(), Lexicon::curated().concepts().len());
        for concept in Lexicon::curated().concepts() {
            assert_eq!(back.concept(concept.id()).map(content), Some(content(concept)));
        }
    }

    #[test]
    fn marks_are_escaped() {
        assert_eq!(quoted("a \"b\" \\ \n\u{7f}å"), "\"a \\\"b\\\" \\\\ \\u000A\\u007Få\"");
        let parsed: toml::Table = toml::from_str(&format!("x = {}", quoted("a \"b\" \\ \n\u{7f}\u{85}å"))).unwrap();
        assert_eq!(parsed["x"].as_str(), Some("a \"b\" \\ \n\u{7f}\u{85}å"));
    }
}
