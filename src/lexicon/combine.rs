//! Lexicons made of lexicons: extended, overridden, restricted, merged.

use super::Lexicon;
use super::cover::Claims;
use super::entry::Concept;
use crate::error::{LexiconError, LexiconErrorKind};
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

impl Lexicon {
    /// This lexicon with all that another adds: its new concepts, and, where both have a concept of the same id, its terms, exclusions and sentences.
    /// Labels and categories stay as they are here, and of a form that both claim this lexicon's concept comes out. [`Lexicon::merge`] does the same and reports what the two disagree on.
    ///
    /// ```
    /// use competence_needs::{Extractor, Lexicon};
    ///
    /// let own = Lexicon::parse("fish.toml", r#"
    ///     category = "aquaculture"
    ///     [[concept]]
    ///     id = "net-care"
    ///     label = "notvedlikehold"
    ///     label-en = "net maintenance"
    ///     nouns = ["notvedlikehold", "notskift"]
    /// "#)?;
    /// let lexicon = Lexicon::curated().extended_with(&own);
    /// let text = "Vi søker deg som kan notskift og har gode samarbeidsevner.";
    /// let analysis = Extractor::builder().lexicon(lexicon).build().extract(text);
    /// let found: Vec<_> = analysis.findings().iter().map(|f| analysis.concept(f).id()).collect();
    /// assert_eq!(found, ["net-care", "collaboration"]);
    /// # Ok::<(), competence_needs::LexiconError>(())
    /// ```
    #[must_use]
    pub fn extended_with(&self, other: &Self) -> Self {
        let mut concepts = self.concepts.to_vec();
        let at: HashMap<&str, usize> = self.all().iter().enumerate().map(|(i, c)| (c.id(), i)).collect();
        for theirs in other.all() {
            match at.get(theirs.id()) {
                Some(&i) => join(&mut concepts[i], theirs),
                None => concepts.push(theirs.clone()),
            }
        }
        Self { version: format!("{}+{}", self.version, other.version).into(), concepts: Arc::new(concepts) }
    }

    /// Another lexicon's concepts, and behind them those of this one whose ids the other does not have. A concept of the same id is replaced whole, and of a form
    /// that both claim at the same grade the other's concept comes out.
    ///
    /// ```
    /// use competence_needs::Lexicon;
    ///
    /// let own = Lexicon::parse("own.toml", r#"
    ///     category = "collaboration"
    ///     [[concept]]
    ///     id = "collaboration"
    ///     label = "samhandling"
    ///     label-en = "working together"
    ///     nouns = ["samhandlingsevne"]
    /// "#)?;
    /// let lexicon = Lexicon::curated().overridden_by(&own);
    /// assert_eq!(lexicon.concepts().len(), Lexicon::curated().concepts().len());
    /// let terms: Vec<_> = lexicon.concept("collaboration").unwrap().terms().collect();
    /// assert_eq!(terms, ["samhandlingsevne"]);
    /// # Ok::<(), competence_needs::LexiconError>(())
    /// ```
    #[must_use]
    pub fn overridden_by(&self, other: &Self) -> Self {
        let theirs: HashSet<&str> = other.concepts().map(Concept::id).collect();
        let kept = self.concepts().filter(|concept| !theirs.contains(concept.id()));
        let concepts = other.concepts().chain(kept).cloned().collect();
        Self { version: format!("{}+{}", other.version, self.version).into(), concepts: Arc::new(concepts) }
    }

    /// Only the concepts of these categories, in the order they have here.
    ///
    /// ```
    /// use competence_needs::Lexicon;
    ///
    /// let lexicon = Lexicon::curated().only_categories(["digital", "collaboration"])?;
    /// assert!(lexicon.concept("digital-competence").is_some() && lexicon.concept("driving-license").is_none());
    /// assert!(Lexicon::curated().only_categories(["digitl"]).is_err());
    /// # Ok::<(), competence_needs::LexiconError>(())
    /// ```
    ///
    /// # Errors
    /// Where no concept has the category; the error lists those there are.
    pub fn only_categories<S: AsRef<str>>(
        &self,
        categories: impl IntoIterator<Item = S>,
    ) -> Result<Self, LexiconError> {
        self.only(categories, "category", Concept::category)
    }

    /// Only the concepts of these ids, in the order they have here.
    ///
    /// ```
    /// use competence_needs::Lexicon;
    ///
    /// let lexicon = Lexicon::curated().only_concepts(["collaboration"])?;
    /// assert_eq!(lexicon.concepts().len(), 1);
    /// # Ok::<(), competence_needs::LexiconError>(())
    /// ```
    ///
    /// # Errors
    /// Where the lexicon has no concept of an id.
    pub fn only_concepts<S: AsRef<str>>(&self, ids: impl IntoIterator<Item = S>) -> Result<Self, LexiconError> {
        self.only(ids, "concept", Concept::id)
    }

    fn only<S: AsRef<str>>(
        &self,
        wanted: impl IntoIterator<Item = S>,
        what: &str,
        of: impl Fn(&Concept) -> &str,
    ) -> Result<Self, LexiconError> {
        let mut have: Vec<&str> = self.all().iter().map(&of).collect();
        have.sort_unstable();
        have.dedup();
        let mut kept = HashSet::new();
        for name in wanted {
            let name = name.as_ref();
            let Ok(at) = have.binary_search(&name) else {
                const MANY: usize = 30;
                let hint = if have.len() <= MANY { have.join(", ") } else { nearest(&have, name).to_owned() };
                return Err(LexiconError {
                    kind: LexiconErrorKind::Unknown,
                    file: format!("lexicon {}", self.version),
                    line: None,
                    entry: Some(name.to_owned()),
                    message: format!("there is no such {what}; there is: {hint}"),
                    source: None,
                });
            };
            kept.insert(have[at]);
        }
        let concepts = self.all().iter().filter(|concept| kept.contains(of(concept))).cloned().collect();
        Ok(Self { version: format!("{}, in part", self.version).into(), concepts: Arc::new(concepts) })
    }

    /// Joins lexicons, each extended with the next as by [`Lexicon::extended_with`], and reports what they disagree on: other labels or another category
    /// for the same id, and forms that two concepts claim at the same grade, of which extraction can give only one. What a lexicon disagrees on with itself is
    /// [`Lexicon::lint`]'s matter. Costs about as much as building an extractor.
    ///
    /// ```
    /// use competence_needs::{ConflictKind, Lexicon};
    ///
    /// let read = |name, id, noun| Lexicon::parse(name, &format!(
    ///     "category = \"museum\"\n[[concept]]\nid = \"{id}\"\nlabel = \"{id}\"\nlabel-en = \"{id}\"\nnouns = [\"{noun}\"]\n"
    /// ));
    /// let merged = Lexicon::merge([&read("a.toml", "archive", "katalogisering")?, &read("b.toml", "cataloging", "katalogiseringer")?]);
    /// assert_eq!(merged.lexicon.concepts().len(), 2);
    /// assert_eq!(merged.conflicts[0].kind(), ConflictKind::Form);
    /// assert!(merged.conflicts[0].to_string().starts_with("b.toml:6: «katalogiseringer»"));
    /// # Ok::<(), competence_needs::LexiconError>(())
    /// ```
    #[must_use]
    pub fn merge<'l>(lexicons: impl IntoIterator<Item = &'l Self>) -> Merged {
        let lexicons: Vec<&Self> = lexicons.into_iter().collect();
        let mut conflicts = Vec::new();
        let mut first: HashMap<&str, &Concept> = HashMap::new();
        for concept in lexicons.iter().flat_map(|lexicon| lexicon.all()) {
            let &mut before = first.entry(concept.id()).or_insert(concept);
            conflicts.extend(disagreements(before, concept));
        }
        conflicts.extend(rival_forms(&lexicons));
        let lexicon = match lexicons.split_first() {
            Some((first, rest)) => rest.iter().fold((*first).clone(), |all, next| all.extended_with(next)),
            None => Self { version: "own".into(), concepts: Arc::default() },
        };
        Merged { lexicon, conflicts }
    }
}

/// Takes in what `theirs` says beyond `ours`.
fn join(ours: &mut Concept, theirs: &Concept) {
    let (ours, theirs) = (ours.details_mut(), theirs.details());
    for term in &theirs.terms {
        let same = |t: &super::entry::TermEntry| {
            (t.text.as_str(), t.list, t.grade, t.hidden) == (term.text.as_str(), term.list, term.grade, term.hidden)
        };
        if !ours.terms.iter().any(same) {
            ours.terms.push(term.clone());
        }
    }
    for exclusion in &theirs.exclusions {
        if !ours.exclusions.iter().any(|e| e.phrase == exclusion.phrase) {
            ours.exclusions.push(exclusion.clone());
        }
    }
    for (ours, theirs) in [(&mut ours.hits, &theirs.hits), (&mut ours.misses, &theirs.misses)] {
        for example in theirs {
            if !ours.iter().any(|e| e.text == example.text) {
                ours.push(example.clone());
            }
        }
    }
}

/// The name that begins most like `wanted`.
fn nearest<'n>(names: &[&'n str], wanted: &str) -> &'n str {
    let same = |name: &&&str| name.chars().zip(wanted.chars()).take_while(|(a, b)| a == b).count();
    names.iter().max_by_key(same).copied().unwrap_or("none")
}

fn disagreements(ours: &Concept, theirs: &Concept) -> Vec<Conflict> {
    let differ = |kind, a: &str, b: &str| {
        (a != b).then(|| Conflict {
            kind,
            first: Side::new(ours, a, &ours.file, ours.line),
            second: Side::new(theirs, b, &theirs.file, theirs.line),
        })
    };
    [
        differ(ConflictKind::Label, ours.label(), theirs.label()),
        differ(ConflictKind::Label, ours.label_en(), theirs.label_en()),
        differ(ConflictKind::Category, ours.category(), theirs.category()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Forms that a concept of one lexicon and another concept of another claim at the same grade.
fn rival_forms(lexicons: &[&Lexicon]) -> Vec<Conflict> {
    let owner: Vec<usize> =
        lexicons.iter().enumerate().flat_map(|(i, lexicon)| lexicon.all().iter().map(move |_| i)).collect();
    let claims = Claims::new(lexicons.iter().flat_map(|lexicon| lexicon.all()));
    let mut seen = HashSet::new();
    let mut out = Vec::new();
    for (i, claim) in claims.all.iter().enumerate() {
        for j in claims.rivals(i) {
            let other = &claims.all[j];
            let (a, b) = if owner[other.of] <= owner[claim.of] { (j, i) } else { (i, j) };
            let apart = owner[other.of] != owner[claim.of] && other.concept.id() != claim.concept.id();
            if apart && other.rank() == claim.rank() && seen.insert((a, b)) {
                let side = |id: usize| {
                    let claim = &claims.all[id];
                    Side::new(claim.concept, &claim.term.text, &claim.term.file, claim.term.line)
                };
                out.push(Conflict { kind: ConflictKind::Form, first: side(a), second: side(b) });
            }
        }
    }
    out
}

/// What [`Lexicon::merge`] gives.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Merged {
    /// All lexicons in one, whatever the conflicts.
    pub lexicon: Lexicon,
    /// What they disagree on: first labels and categories, then forms, in the order of the lexicons.
    pub conflicts: Vec<Conflict>,
}

/// What two lexicons may disagree on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ConflictKind {
    /// They give one concept id differing labels (bokmål or English): the first one's stays.
    Label,
    /// They put one concept id into differing categories: the first one's stays.
    Category,
    /// A concept of one and another concept of the other claim the same form at the same grade: where the two cover the same words, the first one's comes out.
    Form,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Side {
    concept: String,
    says: String,
    file: Arc<str>,
    line: usize,
}

impl Side {
    fn new(concept: &Concept, says: &str, file: &Arc<str>, line: usize) -> Self {
        Self { concept: concept.id().to_owned(), says: says.to_owned(), file: Arc::clone(file), line }
    }
}

/// Something that two lexicons disagree on; its `Display` says where, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    kind: ConflictKind,
    first: Side,
    second: Side,
}

impl Conflict {
    /// What they disagree on.
    #[must_use]
    pub fn kind(&self) -> ConflictKind {
        self.kind
    }

    /// The ids of the concepts concerned: twice the same one, unless they claim the same form.
    #[must_use]
    pub fn concepts(&self) -> [&str; 2] {
        [&self.first.concept, &self.second.concept]
    }

    /// What the two say: labels, categories, or terms as written.
    #[must_use]
    pub fn says(&self) -> [&str; 2] {
        [&self.first.says, &self.second.says]
    }

    /// File and line (counted from 1) of the two.
    #[must_use]
    pub fn places(&self) -> [(&str, usize); 2] {
        [(&self.first.file, self.first.line), (&self.second.file, self.second.line)]
    }
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, first, second } = self;
        write!(f, "{}:{}: ", second.file, second.line)?;
        let (a, b) = (&first.says, &second.says);
        match kind {
            ConflictKind::Label => write!(f, "«{}» is labeled «{b}» here and «{a}»", second.concept)?,
            ConflictKind::Category => write!(f, "«{}» stands in category «{b}» here and in «{a}»", second.concept)?,
            ConflictKind::Form => {
                write!(f, "«{b}» names «{}» here and, as «{a}», «{}»", second.concept, first.concept)?;
            }
        }
        write!(f, " at {}:{}: ", first.file, first.line)?;
        f.write_str(match kind {
            ConflictKind::Label | ConflictKind::Category => "agree on one, or give one concept another id",
            ConflictKind::Form => "take it out of one, or put it at another grade there",
        })
    }
}
