//! Which proposals may stand: by grade, licence and place.

use super::Form;
use super::Mention;
use super::index::flag;
use super::open::{names_field, open};
use super::persons::is_said_of_person;
use super::places::Places;
use super::proposals::{Proposal, Proposals};
use super::refusals::{describes_person, describes_thing, is_chained, is_name, is_place, is_theme};
use super::talk::{Talk, Talks};
use super::walk::Walker;
use crate::document::Genre;
use crate::lexicon::{Grade, List};
use crate::text::layout::{Block, BlockKind, SectionKind};
use crate::text::tokens::Kind;
use std::ops::Range;

/// Decides on every proposal.
pub(crate) fn admit(
    walker: &Walker<'_>,
    talks: &Talks,
    text: &str,
    sentences: &[Range<usize>],
    sentence_of: &[u32],
    active: &[usize],
    mut found: Proposals,
) -> Vec<(Mention, Grade)> {
    let places = Places::new(walker, sentences, sentence_of, active, &found);
    found.exclusions.sort_unstable_by_key(|(concept, range)| (*concept, range.start));
    let mut terms = std::mem::take(&mut found.terms);
    let mut carriers = found.carriers.clone();
    carriers.sort_unstable_by_key(|carrier| (carrier.start, carrier.end));
    // A credential or a trait verb may carry what it names (*fagbrev som*, *våge å*); an adjective or a bare word only carries.
    let only_carries = |p: &Proposal| {
        let bare = p.list == List::Adjective || p.grade == Grade::Carried;
        bare && inside(&carriers, &p.own)
    };
    // *praktisk erfaring med*: an adjective before a carrier says of what kind the experience is.
    let before_carrier = |p: &Proposal| {
        let from = carriers.partition_point(|carrier| carrier.start < p.own.end);
        p.list == List::Adjective && carriers.get(from).is_some_and(|carrier| carrier.start == p.own.end)
    };
    terms.retain(|p| {
        !excluded(&found.exclusions, p) && !only_carries(p) && !before_carrier(p) && !describes_thing(walker, p)
    });
    terms.sort_by_key(|p| (p.own.start, p.own.end, p.concept, p.reach.end));
    let mut admitted: Vec<bool> = terms.iter().map(|p| stands(walker, talks, text, &places, p)).collect();
    spread(walker, &terms, &places, &mut admitted);
    unchain(walker, &terms, &mut admitted);
    let mut out: Vec<(Mention, Grade)> = terms
        .iter()
        .zip(&admitted)
        .filter(|&(_, &admitted)| admitted)
        .map(|(p, _)| (mention(walker, &places, p), p.grade))
        .collect();
    for (concept, lead) in &found.open {
        if names_field(walker, &terms, lead) {
            continue;
        }
        if let Some(mention) = open(walker, *concept, lead) {
            out.push((mention, Grade::Strong));
        }
    }
    out
}

/// Drops the verbs that are chained over a field.
fn unchain(walker: &Walker<'_>, terms: &[Proposal], admitted: &mut [bool]) {
    let starts = |wanted: fn(&Proposal) -> bool| -> Vec<usize> {
        let found = terms.iter().zip(admitted.iter()).filter(|&(p, &admitted)| admitted && wanted(p));
        found.map(|(p, _)| p.own.start).collect()
    };
    let objects = starts(|p| matches!(p.list, List::Noun | List::Qualifier | List::Acronym));
    let phrases = starts(|p| p.list == List::Verb && p.own.len() > 1);
    for (p, admitted) in terms.iter().zip(admitted) {
        *admitted = *admitted && !is_chained(walker, p, &objects, &phrases);
    }
}

fn excluded(exclusions: &[(u32, Range<usize>)], p: &Proposal) -> bool {
    let from = exclusions.partition_point(|(concept, _)| *concept < p.concept);
    exclusions[from..]
        .iter()
        .take_while(|(concept, _)| *concept == p.concept)
        .any(|(_, range)| range.start < p.own.end && p.own.start < range.end)
}

/// Whether the range is part of a longer carrier: the *erfaring* of *erfaring med*, the *trygg* of *trygg på* name nothing.
fn inside(carriers: &[Range<usize>], own: &Range<usize>) -> bool {
    let to = carriers.partition_point(|carrier| carrier.start <= own.start);
    carriers[..to]
        .iter()
        .rev()
        .take_while(|carrier| carrier.start + LONGEST_CARRIER > own.start)
        .any(|carrier| carrier.end >= own.end && carrier.len() > own.len())
}

/// Words of a carrier with what may be inserted, at most.
const LONGEST_CARRIER: usize = 8;

/// A demand or duty section of an ad: its items and sentences license.
pub(crate) fn licenses(block: &Block, genre: Genre) -> bool {
    genre == Genre::Ad
        && matches!(
            block.section,
            Some(
                SectionKind::Qualifications
                    | SectionKind::DesiredQualifications
                    | SectionKind::PersonalQualities
                    | SectionKind::Duties
            )
        )
}

/// Whether the proposal may stand by itself, whatever its sentence holds: `false` is sure, so that the sentence need not be read for its sake.
/// A conjunct that stands may still license it.
pub(super) fn may_stand(walker: &Walker<'_>, talks: &Talks, p: &Proposal) -> bool {
    let Some(block) = walker.text.blocks.get(walker.text.block_at(p.own.start)) else { return false };
    let by_itself = || match block.kind {
        BlockKind::Furniture => false,
        BlockKind::Title | BlockKind::Heading => p.list == List::Verb && p.grade == Grade::Strong,
        BlockKind::Item | BlockKind::Paragraph if walker.text.genre == Genre::Ad => {
            p.grade > Grade::Carried || licenses(block, walker.text.genre)
        }
        BlockKind::Item | BlockKind::Paragraph => {
            let head = walker.atoms.flags(p.reach.end - 1) & flag::HEAD_NAME != 0;
            (p.grade == Grade::Strong && head) || (p.grade > Grade::Carried && talks.at(p.own.start) > Talk::Little)
        }
    };
    by_itself() || may_be_carried(walker, block, p.own.start)
}

/// Whether the word before the token, degrees and opening marks aside, may end a carrier or a naming frame.
fn may_be_carried(walker: &Walker<'_>, block: &Block, mut at: usize) -> bool {
    while at > block.tokens.start {
        at -= 1;
        let flags = walker.atoms.flags(at);
        if flags & flag::CARRIES != 0 {
            return true;
        }
        if !is_read_over(walker, at) {
            return false;
        }
    }
    false
}

/// Whether what stands behind a carrier is still right behind it across this token.
pub(super) fn is_read_over(walker: &Walker<'_>, at: usize) -> bool {
    walker.atoms.flags(at) & (flag::INSERT | flag::FILLER) != 0
        || matches!(walker.text.tokens[at].kind, Kind::Punct('"' | '«' | ':'))
}

fn stands(walker: &Walker<'_>, talks: &Talks, text: &str, places: &Places<'_>, p: &Proposal) -> bool {
    let block = &walker.text.blocks[walker.text.block_at(p.own.start)];
    let at = p.own.start;
    let direct = places.direct[at] || places.named(at).is_some();
    match block.kind {
        BlockKind::Furniture => return false,
        BlockKind::Title | BlockKind::Heading => {
            let verb = p.list == List::Verb && p.grade == Grade::Strong && p.own.len() > 1;
            return (verb || (direct && p.grade >= Grade::Licensed)) && !is_name(walker, text, p);
        }
        BlockKind::Item | BlockKind::Paragraph => {}
    }
    if block.section == Some(SectionKind::Contact) && p.grade < Grade::Strong {
        return false;
    }
    if direct {
        // «kompetanse i barnevernet» names a place.
        let place = walker.text.genre != Genre::Ad && talks.at(at) == Talk::Little && is_place(walker, p);
        return !place;
    }
    if walker.text.genre == Genre::Ad {
        in_ad(walker, text, places, block, p)
    } else {
        in_prose(walker, talks.at(at), text, places, p)
    }
}

/// In an ad what is strong stands, and lists of demands and duties license the rest.
fn in_ad(walker: &Walker<'_>, text: &str, places: &Places<'_>, block: &Block, p: &Proposal) -> bool {
    let at = p.own.start;
    match p.grade {
        Grade::Strong => true,
        Grade::Licensed => {
            let licensed =
                places.carried[at] || licenses(block, walker.text.genre) || places.licensed[places.sentence(at)];
            licensed && !is_name(walker, text, p)
        }
        Grade::Carried => {
            !is_name(walker, text, p) && licenses(block, walker.text.genre) && is_whole_item(walker, block, p)
        }
    }
}

/// Outside ads a word describes the world as often as a person: it counts by how much the text speaks of competence.
fn in_prose(walker: &Walker<'_>, talk: Talk, text: &str, places: &Places<'_>, p: &Proposal) -> bool {
    let at = p.own.start;
    // Where the text speaks of other things, only what stands right behind a carrier is carried.
    let sentence = places.sentence(at);
    let of_person = || describes_person(walker, p) || is_said_of_person(walker, &places.sentences[sentence], p);
    let licensed = talk > Talk::Little && (places.carried[at] || places.licensed[sentence] || of_person());
    let bends = matches!(p.list, List::Verb | List::Adjective);
    match p.grade {
        // *samarbeidsevne*, *digital kompetanse*: the head says that it is one.
        Grade::Strong if walker.atoms.flags(p.reach.end - 1) & flag::HEAD_NAME != 0 => true,
        Grade::Strong if bends => {
            let phrase = walker.text.genre == Genre::Article && p.reach.len() > 1;
            let modal = places.modal[at];
            licensed || (talk > Talk::Little && (phrase || modal))
        }
        Grade::Strong => licensed || talk > Talk::Little,
        Grade::Licensed => {
            let names = talk == Talk::Much && !bends && !is_theme(walker, &places.sentences[sentence], p);
            (licensed || names) && !is_name(walker, text, p)
        }
        Grade::Carried => false,
    }
}

/// Whether the proposal is all that its list item says, apart from degrees and what follows a comma or bracket.
fn is_whole_item(walker: &Walker<'_>, block: &Block, p: &Proposal) -> bool {
    let before = block.tokens.start..p.own.start;
    let leads = before.clone().all(|i| walker.atoms.flags(i) & (flag::INSERT | flag::FILLER) != 0);
    let behind = walker.text.tokens.get(p.reach.end).map(|t| t.kind);
    let ends = match behind {
        None | Some(Kind::Break | Kind::Punct(',' | '(' | '.' | ';' | '/')) => true,
        _ => walker.atoms.flags(p.reach.end) & flag::CONJUNCTION != 0,
    };
    leads && ends
}

/// An admitted conjunct licenses its neighbours in the coordination, in both directions.
fn spread(walker: &Walker<'_>, terms: &[Proposal], places: &Places<'_>, admitted: &mut [bool]) {
    // The end of the last admitted conjunct, and whether a carrier governs it.
    let mut last: Option<(usize, bool)> = None;
    for (i, p) in terms.iter().enumerate() {
        if !admitted[i] {
            let block = &walker.text.blocks[walker.text.block_at(p.own.start)];
            let joined = last.is_some_and(|(end, carried)| {
                let free = p.grade == Grade::Licensed || carried || licenses(block, walker.text.genre);
                adjoins(walker, end, p.own.start) && free
            });
            let open = matches!(block.kind, BlockKind::Item | BlockKind::Paragraph);
            admitted[i] = joined && open && block.section != Some(SectionKind::Contact);
        }
        if admitted[i] {
            let carried = places.direct[p.own.start] || places.carried[p.own.start];
            if last.is_none_or(|(end, _)| end < p.reach.end) {
                last = Some((p.reach.end, carried));
            }
        }
    }
}

/// Whether only conjunctions, inserts and suspended words stand between two conjuncts.
fn adjoins(walker: &Walker<'_>, end: usize, start: usize) -> bool {
    if end > start || start - end > 6 {
        return false;
    }
    let Some(mut at) = walker.atoms.conjunction(walker.text, end) else { return false };
    while at < start && walker.atoms.flags(at) & (flag::INSERT | flag::FILLER) != 0 {
        at += 1;
    }
    at >= start
}

fn mention(walker: &Walker<'_>, places: &Places<'_>, p: &Proposal) -> Mention {
    let mut tokens = p.own.clone();
    let mut form = p.form;
    // *arbeide selvstendig og i tverrfaglige team*: the preposition belongs to the verb that is left out.
    if p.reach.start < tokens.start && tokens.len() > 1 && walker.text.word(&walker.text.tokens[tokens.start]) == "i" {
        tokens.start += 1;
    }
    if let Some(start) = places.named(tokens.start).filter(|_| p.list != List::Adjective) {
        tokens.start = start;
        form = if form == Form::Elliptical { form } else { Form::Framed };
    }
    Mention {
        concept: p.concept,
        folded: folded(walker, &tokens, form == Form::Elliptical),
        block: walker.text.block_at(tokens.start),
        tokens,
        form,
        name: p.name.clone(),
    }
}

/// The bytes of the tokens; of words cut short with the suspended hyphen at either end.
pub(super) fn folded(walker: &Walker<'_>, tokens: &Range<usize>, cut: bool) -> Range<usize> {
    let (first, last) = (&walker.text.tokens[tokens.start], &walker.text.tokens[tokens.end - 1]);
    let start = first.start as usize - usize::from(cut && first.hyphen_before);
    start..last.end as usize + usize::from(cut && last.hyphen_after)
}
