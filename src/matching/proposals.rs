//! Everything that could be a mention, and everything around that decides on it.

use super::Form;
use super::coordination::Compound;
use super::index::{Role, Target, flag};
use super::talk::{Talk, Talks};
use super::walk::{Path, Walker};
use crate::document::Genre;
use crate::lexicon::{Grade, List};
use std::collections::HashSet;
use std::ops::Range;

/// Something that names a competence if it may stand.
#[derive(Clone, Debug)]
pub(crate) struct Proposal {
    pub(crate) concept: u32,
    pub(crate) grade: Grade,
    pub(crate) list: List,
    pub(crate) own: Range<usize>,
    /// With the words it shares in a coordination.
    pub(crate) reach: Range<usize>,
    pub(crate) form: Form,
    pub(crate) name: Option<String>,
    /// Written with a capital in the lexicon, or an acronym: capitals in the text say nothing.
    pub(crate) capital: bool,
    /// Which of its concept's terms it is; `None` for a compound on a stem.
    pub(crate) term: Option<u32>,
}

/// What stands in a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Proposals {
    pub(crate) terms: Vec<Proposal>,
    /// Ranges in which a concept's terms mean something else.
    pub(crate) exclusions: Vec<(u32, Range<usize>)>,
    /// Which of its concept's exclusions each is, in the order in which they were found.
    pub(crate) exclusion_sources: Vec<u32>,
    pub(crate) naming: Vec<Range<usize>>,
    pub(crate) carriers: Vec<Range<usize>>,
    pub(crate) licences: Vec<Range<usize>>,
    /// Marker id and range.
    pub(crate) markers: Vec<(u32, Range<usize>)>,
    /// The same for those that are wanted in every sentence.
    pub(crate) everywhere: Vec<(u32, Range<usize>)>,
    /// Concept and lead of each open frame.
    pub(crate) open: Vec<(u32, Range<usize>)>,
}

/// What could name a competence, wherever it stands; of what decides on it only what is cut short or wanted everywhere.
pub(crate) fn propose(walker: &Walker<'_>, talks: &Talks) -> Proposals {
    let mut paths = Vec::new();
    let mut stack = Vec::new();
    for i in 0..walker.text.tokens.len() {
        if walker.begins(&walker.index.names, i, flag::NAMES, flag::NAMES_ALONE) {
            let lemmas = walker.atoms.lemmas(i);
            walker.walk(&walker.index.names, lemmas, i..i + 1, i + 1, &mut stack, &mut paths);
        }
    }
    let mut compounds: Vec<Compound> = walker
        .atoms
        .compounds
        .iter()
        .map(|&(i, stem, head)| Compound { stem, head, own: i..i + 1, reach: i..i + 1, name: None })
        .collect();
    walker.complete(&mut paths, &mut compounds);
    let mut out = Proposals::default();
    for path in paths {
        sort_in(walker, talks, path, &mut out);
    }
    // What the lexicon knows as a whole word is not read by its parts: *omstillingsdyktig*.
    let mut known = vec![false; walker.text.tokens.len()];
    for p in out.terms.iter().filter(|p| p.own.len() == 1) {
        known[p.own.start] = true;
    }
    for compound in compounds {
        if compound.name.is_some() || compound.own.len() > 1 || !known[compound.own.start] {
            out.terms.push(from_compound(walker, compound));
        }
    }
    drop_halves(walker, &mut out.terms);
    out
}

/// A word cut short that is completed does not stand for itself too: the *-ledelse* of *prosjektstyring og -ledelse*.
fn drop_halves(walker: &Walker<'_>, terms: &mut Vec<Proposal>) {
    let is_cut = |p: &Proposal| {
        let token = &walker.text.tokens[p.own.start];
        p.own.len() == 1 && (token.hyphen_before || token.hyphen_after)
    };
    let completed: HashSet<usize> =
        terms.iter().filter(|p| p.form == Form::Elliptical && is_cut(p)).map(|p| p.own.start).collect();
    if !completed.is_empty() {
        terms.retain(|p| p.form == Form::Elliptical || !is_cut(p) || !completed.contains(&p.own.start));
    }
}

impl Proposals {
    /// Adds what decides on names in these tokens: exclusions, naming frames, carriers, licences, markers.
    pub(super) fn look_around(&mut self, walker: &Walker<'_>, talks: &Talks, tokens: Range<usize>) {
        let mut paths = Vec::new();
        let mut stack = Vec::new();
        for i in tokens {
            if walker.begins(&walker.index.around, i, flag::AROUND, flag::AROUND_ALONE) {
                let lemmas = walker.atoms.lemmas(i);
                walker.walk(&walker.index.around, lemmas, i..i + 1, i + 1, &mut stack, &mut paths);
            }
        }
        for path in paths {
            sort_in(walker, talks, path, self);
        }
    }
}

fn sort_in(walker: &Walker<'_>, talks: &Talks, path: Path, out: &mut Proposals) {
    let target: Target = walker.index.targets[path.target as usize];
    let elliptical = path.is_elliptical();
    let speaks = || talks.at(path.reach.start) > Talk::Little;
    // The grade of a carrier or licence says in which texts it counts.
    let counts = || match target.grade {
        Grade::Strong => true,
        Grade::Licensed => speaks(),
        Grade::Carried => walker.text.genre == Genre::Ad,
    };
    match target.role {
        Role::Carrier | Role::Licence if !counts() => {}
        Role::Term => {
            // What completes *-styring* stands in another word, though no word is read over.
            let elliptical = elliptical || (path.name.is_some() && path.own.len() == 1);
            let form = match (target.hidden, elliptical) {
                (true, _) => Form::Misspelled,
                (_, true) => Form::Elliptical,
                _ => Form::Inflected,
            };
            out.terms.push(Proposal {
                concept: target.concept,
                grade: target.grade,
                list: target.list,
                own: path.own,
                reach: path.reach,
                form,
                name: path.name.filter(|_| elliptical),
                capital: target.capital || target.list == List::Acronym,
                term: Some(target.source),
            });
        }
        Role::Exclusion if !elliptical => {
            out.exclusions.push((target.concept, path.reach));
            out.exclusion_sources.push(target.source);
        }
        Role::Naming if !elliptical => out.naming.push(path.reach),
        Role::Carrier => out.carriers.push(path.reach),
        Role::Licence if !elliptical => out.licences.push(path.reach),
        Role::Everywhere if !elliptical => out.everywhere.push((target.concept, path.reach)),
        Role::Marker if !elliptical => out.markers.push((target.concept, path.reach)),
        Role::Open if !elliptical && speaks() => out.open.push((target.concept, path.reach)),
        _ => {}
    }
}

fn from_compound(walker: &Walker<'_>, compound: Compound) -> Proposal {
    let Compound { stem, head, mut own, mut reach, name } = compound;
    let names = head & flag::HEAD_NAME != 0;
    let mut grade = match (names, stem.grade) {
        (true, Grade::Carried) => Grade::Licensed,
        (true, _) => Grade::Strong,
        (false, grade) => grade.min(Grade::Licensed),
    };
    if head & flag::HEAD_ADJECTIVE != 0 {
        // «helsefaglig kompetanse»: the adjective takes the head behind it.
        let behind = walker.atoms.flags(reach.end);
        if behind & (flag::HEAD_NAME | flag::HEAD_LICENSED) != 0 {
            if behind & flag::HEAD_NAME != 0 {
                grade = Grade::Strong;
            }
            reach.end += 1;
            if name.is_none() {
                own.end += 1;
            }
        }
    }
    let form = if name.is_some() { Form::Elliptical } else { Form::Compound };
    Proposal { concept: stem.concept, grade, list: List::Noun, own, reach, form, name, capital: true, term: None }
}
