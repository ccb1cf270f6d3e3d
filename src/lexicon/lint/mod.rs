//! Lint: what is well-formed in a lexicon and yet a fault. One rule a function, rules of a kind in a file.

mod claims;
mod exclusions;
mod marks;
mod remark;
mod sentences;
mod words;

pub use remark::{LintRule, Remark, Severity};

use super::Lexicon;
use super::cover::{Claims, Reader};

impl Lexicon {
    /// Looks for what is well-formed and yet a fault: terms that another term covers or hides, forms that two concepts claim, exclusions that nothing can reach,
    /// too few sentences, and so on; [`LintRule`] lists the rules. Remarks come ordered by file and line.
    ///
    /// The lexicon's own sentences are run by [`Extractor::check`](crate::Extractor::check). Costs about as much as building an extractor.
    ///
    /// ```
    /// use competence_needs::{Lexicon, LintRule};
    ///
    /// let lexicon = Lexicon::parse("museum.toml", r#"
    ///     category = "museum"
    ///     [[concept]]
    ///     id = "conservation"
    ///     label = "konservering"
    ///     label-en = "conservation"
    ///     hits = ["• [[Konservering]] av malerier", "• Erfaring med [[konservering]]", "• Røynsle med [[konservering]] av måleri"]
    ///     nouns = ["konservering", "konservering (fixed)"]
    /// "#)?;
    /// let remarks = lexicon.lint();
    /// assert_eq!(remarks.len(), 1);
    /// assert_eq!((remarks[0].rule(), remarks[0].line()), (LintRule::CoveredTerm, 8));
    /// println!("{}", remarks[0]);
    /// # Ok::<(), competence_needs::LexiconError>(())
    /// ```
    #[must_use]
    pub fn lint(&self) -> Vec<Remark> {
        let mut out = Vec::new();
        let mut reader = Reader::default();
        let claims = Claims::new(self.concepts());
        claims::within_concepts(self.all(), &claims, &mut out);
        claims::between_concepts(&claims, &mut out);
        for concept in self.concepts() {
            exclusions::check(concept, &mut reader, &mut out);
            marks::check(concept, &mut out);
            sentences::check(concept, &mut out);
            words::check(concept, &mut out);
        }
        sentences::order(self.all(), &mut out);
        out.sort_by(|a, b| (&a.file, a.line, a.rule, &a.entry).cmp(&(&b.file, b.line, b.rule, &b.entry)));
        out
    }
}
