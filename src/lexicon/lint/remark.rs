//! What lint says: a rule, a place, a message, and how to mend it.

use super::super::entry::{Concept, Example, Exclusion, TermEntry};
use std::fmt;
use std::sync::Arc;

/// How much a remark weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// Worth a look; a good lexicon may have some.
    Note,
    /// A fault: something in the file does nothing, or does harm.
    Warning,
}

macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident $id:literal $severity:ident,)*) => {
        /// The rules of [`Lexicon::lint`](crate::Lexicon::lint). Each has an id that stays: scripts may rely on it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum LintRule {
            $($(#[$doc])* $rule,)*
        }

        impl LintRule {
            /// All rules.
            pub const ALL: &'static [Self] = &[$(Self::$rule),*];

            /// Its id: *duplicate-term*.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$rule => $id),* }
            }

            /// How much its remarks weigh.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$rule => Severity::$severity),* }
            }
        }
    };
}

rules! {
    /// A term, exclusion or sentence stands twice in a concept.
    Duplicate "duplicate" Warning,
    /// Another term of the concept, in the same list and at no lower a grade, already matches every form of the term.
    CoveredTerm "covered-term" Warning,
    /// Another term of the concept, in the same list and at no lower a grade, already matches the term as it is written, though not all that it would be bent into:
    /// an inflected form (*kurset* beside *kurs*).
    InflectedTerm "inflected-term" Note,
    /// Two concepts claim the same form at the same grade: only the first one's can come out.
    SharedForm "shared-form" Warning,
    /// A compound that stands in one concept is found as the `~tail` of another, which is no stricter: *familieveiledning* on *~veiledning*.
    HiddenCompound "hidden-compound" Note,
    /// A term that can never come out: another concept has the same form at a freer grade, or an exclusion of its own concept turns it away in every form.
    ShadowedTerm "shadowed-term" Warning,
    /// An exclusion shares no word with any term of its concept, so that it can turn nothing away.
    UnreachableExclusion "unreachable-exclusion" Warning,
    /// A mark, note or list entry that changes nothing: a stem that a noun of the concept gives anyway, `~` on a stem or a tail of two letters, `(like …)` on what
    /// does not bend.
    IdleFrame "idle-frame" Warning,
    /// A one-word term of one or two letters, acronyms aside.
    ShortTerm "short-term" Warning,
    /// A function word as a term that is not carried.
    CommonTerm "common-term" Warning,
    /// A concept without terms.
    NoTerms "no-terms" Warning,
    /// Fewer than three hits.
    MissingHits "missing-hits" Warning,
    /// A hit without `[[…]]`: it shows nothing.
    UnmarkedHit "unmarked-hit" Warning,
    /// Carried terms, which are ambiguous by definition, and no miss.
    MissingMisses "missing-misses" Note,
    /// A concept whose words are spelled otherwise in nynorsk, and no term or hit that is nynorsk.
    MissingNynorsk "missing-nynorsk" Note,
    /// Concepts of a file that do not stand in the order of their ids.
    UnsortedConcepts "unsorted-concepts" Warning,
}

impl fmt::Display for LintRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// One thing that lint has to say. Its `Display` is one line: place, rule, message and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub(super) rule: LintRule,
    pub(super) file: Arc<str>,
    pub(super) line: usize,
    pub(super) concept: String,
    pub(super) list: Option<String>,
    pub(super) entry: Option<String>,
    pub(super) idle: bool,
    pub(super) message: String,
    pub(super) mend: String,
}

impl Remark {
    pub(super) fn on_concept(rule: LintRule, concept: &Concept, message: String, mend: &str) -> Self {
        Self {
            rule,
            file: Arc::clone(&concept.file),
            line: concept.line,
            concept: concept.id.clone(),
            list: None,
            entry: None,
            idle: false,
            message,
            mend: mend.to_owned(),
        }
    }

    pub(super) fn on_term(rule: LintRule, concept: &Concept, term: &TermEntry, message: String, mend: &str) -> Self {
        let (file, entry) = (Arc::clone(&term.file), Some(term.text.clone()));
        Self { file, line: term.line, list: Some(term.path()), entry, ..Self::on_concept(rule, concept, message, mend) }
    }

    pub(super) fn on_exclusion(
        rule: LintRule,
        concept: &Concept,
        exclusion: &Exclusion,
        message: String,
        mend: &str,
    ) -> Self {
        let (file, entry) = (Arc::clone(&exclusion.file), Some(exclusion.phrase.clone()));
        let list = Some("not".to_owned());
        Self { file, line: exclusion.line, list, entry, ..Self::on_concept(rule, concept, message, mend) }
    }

    pub(super) fn on_example(
        rule: LintRule,
        concept: &Concept,
        list: &str,
        example: &Example,
        message: String,
        mend: &str,
    ) -> Self {
        let (file, entry) = (Arc::clone(&example.file), Some(example.text.clone()));
        let list = Some(list.to_owned());
        Self { file, line: example.line, list, entry, ..Self::on_concept(rule, concept, message, mend) }
    }

    /// Says that taking the entry out changes no finding.
    pub(super) fn idle(self) -> Self {
        Self { idle: true, ..self }
    }

    /// The rule that it breaks.
    #[must_use]
    pub fn rule(&self) -> LintRule {
        self.rule
    }

    /// How much it weighs.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.rule.severity()
    }

    /// The file, as it was named when it was read.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The id of the concept.
    #[must_use]
    pub fn concept(&self) -> &str {
        &self.concept
    }

    /// The term, exclusion or sentence concerned, as written; `None` where it is the concept as a whole.
    #[must_use]
    pub fn entry(&self) -> Option<&str> {
        self.entry.as_deref()
    }

    /// The list that the entry stands in, with its table: *nouns*, *licensed.nouns*, *not*, *hits*.
    #[must_use]
    pub fn list(&self) -> Option<&str> {
        self.list.as_deref()
    }

    /// Whether the entry can be taken out of its list without a change of what is found: a tool may do so.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.idle
    }

    /// What is wrong.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// How to mend it.
    #[must_use]
    pub fn mend(&self) -> &str {
        &self.mend
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rule, file, line, concept, message, mend, .. } = self;
        write!(f, "{file}:{line}: {concept}: {message} [{rule}]: {mend}")
    }
}
