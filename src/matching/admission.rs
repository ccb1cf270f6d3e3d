//! Which proposals may stand: by grade, licence and place.

use super::Form;
use super::Mention;
use super::index::flag;
use super::proposals::{Proposal, Proposals};
use super::walk::Walker;
use crate::document::Genre;
use crate::lexicon::frames::Frames;
use crate::lexicon::{Grade, List};
use crate::text::layout::{Block, BlockKind, SectionKind};
use crate::text::tokens::Kind;
use std::ops::Range;

/// What each token stands in.
struct Places<'a> {
    blocks: &'a [Block],
    sentences: &'a [Range<usize>],
    sentence_of: &'a [u32],
    /// The sentence holds a licence.
    licensed: Vec<bool>,
    /// The token stands right behind a carrier.
    direct: Vec<bool>,
    /// A carrier reaches the token.
    carried: Vec<bool>,
    /// A modal verb of demand (*må*) stands before the token in its sentence.
    modal: Vec<bool>,
    /// A naming frame that ends right before the token begins here, plus one; 0 where there is none.
    named: Vec<u32>,
}

/// How far a carrier reaches, in tokens.
const REACH: usize = 30;

impl<'a> Places<'a> {
    /// Only what stands in the active sentences is filled in.
    fn new(
        walker: &Walker<'a>,
        sentences: &'a [Range<usize>],
        sentence_of: &'a [u32],
        active: &[usize],
        found: &Proposals,
    ) -> Self {
        let count = walker.text.tokens.len();
        let mut places = Self {
            blocks: &walker.text.blocks,
            sentences,
            sentence_of,
            licensed: vec![false; sentences.len()],
            direct: vec![false; count + 1],
            carried: vec![false; count + 1],
            modal: vec![false; count],
            named: vec![0; count + 1],
        };
        for &s in active {
            let sentence = &sentences[s];
            let modal = sentence.clone().find(|&i| walker.text.word(&walker.text.tokens[i]) == "må");
            if let Some(modal) = modal {
                places.modal[modal..sentence.end].fill(true);
            }
        }
        for licence in &found.licences {
            let sentence = places.sentence(licence.start);
            places.licensed[sentence] = true;
        }
        places.reach(walker, &found.carriers);
        for naming in &found.naming {
            for at in naming.end..naming.end + 4 {
                if let Some(slot) = places.named.get_mut(at) {
                    *slot = u32::try_from(naming.start + 1).unwrap_or(0);
                }
                if walker.atoms.flags(at) & flag::INSERT == 0 {
                    break;
                }
            }
            if let Some(slot) = places.direct.get_mut(naming.end) {
                *slot = true;
            }
        }
        places
    }

    /// The sentence that the token stands in.
    fn sentence(&self, token: usize) -> usize {
        self.sentence_of.get(token).map_or(self.sentences.len(), |&s| s as usize)
    }

    /// The block that the token stands in.
    fn block(&self, token: usize) -> usize {
        self.blocks.partition_point(|block| block.tokens.end <= token)
    }

    /// The first token of the naming frame that ends right before the token.
    fn named(&self, token: usize) -> Option<usize> {
        (self.named[token] as usize).checked_sub(1)
    }

    fn reach(&mut self, walker: &Walker<'_>, carriers: &[Range<usize>]) {
        let mut ends: Vec<usize> = carriers.iter().map(|carrier| carrier.end).collect();
        ends.sort_unstable();
        ends.dedup();
        let mut done = 0;
        for end in ends {
            let Some(sentence) = self.sentences.get(self.sentence(end)) else { continue };
            let limit = sentence.end.min(end + REACH);
            let mut direct = true;
            for at in end..limit {
                if direct {
                    self.direct[at] = true;
                    direct = walker.atoms.flags(at) & (flag::INSERT | flag::FILLER) != 0
                        || matches!(walker.text.tokens[at].kind, Kind::Punct('"' | '«' | ':'));
                } else if at < done {
                    break;
                }
                if at > end && walker.atoms.flags(at) & flag::STOP != 0 {
                    break;
                }
                self.carried[at] = true;
                done = done.max(at + 1);
            }
        }
    }
}

/// Decides on every proposal.
pub(crate) fn admit(
    walker: &Walker<'_>,
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
    terms.retain(|p| !excluded(&found.exclusions, p) && !only_carries(p));
    terms.sort_unstable_by_key(|p| (p.own.start, p.own.end, p.concept, p.reach.end));
    let mut admitted: Vec<bool> = terms.iter().map(|p| stands(walker, text, &places, p)).collect();
    spread(walker, &terms, &places, &mut admitted);
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
        if let Some(mention) = open(walker, &places, *concept, lead) {
            out.push((mention, Grade::Strong));
        }
    }
    out
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
fn licenses(block: &Block, genre: Genre) -> bool {
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

fn stands(walker: &Walker<'_>, text: &str, places: &Places<'_>, p: &Proposal) -> bool {
    let block = &walker.text.blocks[places.block(p.own.start)];
    let at = p.own.start;
    let direct = places.direct[at] || places.named(at).is_some();
    match block.kind {
        BlockKind::Furniture => return false,
        BlockKind::Title | BlockKind::Heading => {
            let verb = p.list == List::Verb && p.grade == Grade::Strong;
            return (verb || (direct && p.grade >= Grade::Licensed)) && !is_name(walker, text, p);
        }
        BlockKind::Item | BlockKind::Paragraph => {}
    }
    if block.section == Some(SectionKind::Contact) && p.grade < Grade::Strong {
        return false;
    }
    if direct {
        return true;
    }
    match p.grade {
        // Outside ads a verb or an adjective describes the world as often as a person: it wants somebody it is said of.
        Grade::Strong if walker.text.genre != Genre::Ad && matches!(p.list, List::Verb | List::Adjective) => {
            let phrase = walker.text.genre == Genre::Article && p.reach.len() > 1;
            let modal = places.modal[at];
            phrase || modal || places.carried[at] || places.licensed[places.sentence(at)]
        }
        Grade::Strong => true,
        Grade::Licensed => {
            if is_name(walker, text, p) {
                return false;
            }
            let sentence = places.sentence(at);
            places.carried[at] || licenses(block, walker.text.genre) || places.licensed[sentence]
        }
        Grade::Carried => {
            !is_name(walker, text, p) && licenses(block, walker.text.genre) && (is_whole_item(walker, block, p))
        }
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

/// A capital in the midst of a sentence makes a word a name (*GK Sikkerhet*), unless the lexicon writes it so.
fn is_name(walker: &Walker<'_>, text: &str, p: &Proposal) -> bool {
    if p.capital {
        return false;
    }
    let token = &walker.text.tokens[p.own.start];
    let span = walker.text.original(token.start as usize, token.end as usize);
    let mut letters = span.of(text).chars();
    let capital = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
    if !capital || p.own.start == 0 {
        return false;
    }
    let before = &walker.text.tokens[p.own.start - 1];
    if !before.is_word() {
        return false;
    }
    // «Kunnskap Om Digitale Verktøy», with capitals throughout, says nothing; a capital behind a lower-case word or a name does.
    let previous = walker.text.original(before.start as usize, before.end as usize).of(text);
    previous.chars().next().is_some_and(char::is_lowercase) || before.kind == Kind::Word
}

/// An admitted conjunct licenses its neighbours in the coordination, in both directions.
fn spread(walker: &Walker<'_>, terms: &[Proposal], places: &Places<'_>, admitted: &mut [bool]) {
    // The end of the last admitted conjunct, and whether a carrier governs it.
    let mut last: Option<(usize, bool)> = None;
    for (i, p) in terms.iter().enumerate() {
        if !admitted[i] {
            let block = &walker.text.blocks[places.block(p.own.start)];
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
    if let Some(start) = places.named(tokens.start).filter(|_| p.list != List::Adjective) {
        tokens.start = start;
        form = if form == Form::Elliptical { form } else { Form::Framed };
    }
    Mention {
        concept: p.concept,
        folded: folded(walker, &tokens),
        block: places.block(tokens.start),
        tokens,
        form,
        name: p.name.clone(),
    }
}

/// The bytes of the tokens, with a suspended hyphen at either end.
fn folded(walker: &Walker<'_>, tokens: &Range<usize>) -> Range<usize> {
    let (first, last) = (&walker.text.tokens[tokens.start], &walker.text.tokens[tokens.end - 1]);
    let start = first.start as usize - usize::from(first.hyphen_before);
    start..last.end as usize + usize::from(last.hyphen_after)
}

/// *erfaring fra rekruttering*: a field of the lexicon that is the whole phrase is named itself; *erfaring som …* names a role.
fn names_field(walker: &Walker<'_>, terms: &[Proposal], lead: &Range<usize>) -> bool {
    if walker.text.word(&walker.text.tokens[lead.end - 1]) == "som" {
        return false;
    }
    let mut at = lead.end;
    while walker.atoms.flags(at) & flag::INSERT != 0 {
        at += 1;
    }
    let from = terms.partition_point(|p| p.own.start < at);
    terms[from..].iter().take_while(|p| p.own.start == at).any(|p| {
        let ends = walker
            .text
            .tokens
            .get(p.reach.end)
            .is_none_or(|t| !t.is_word() || walker.atoms.conjunction(walker.text, p.reach.end).is_some());
        p.list == List::Noun && ends
    })
}

/// Words in an open frame's noun phrase, at most.
const LONGEST_OPEN: usize = 8;

/// *erfaring fra hjemmetjenesten*: the mention runs to the end of the noun phrase.
fn open(walker: &Walker<'_>, places: &Places<'_>, concept: u32, lead: &Range<usize>) -> Option<Mention> {
    let block = &walker.text.blocks[places.block(lead.start)];
    if !matches!(block.kind, BlockKind::Item | BlockKind::Paragraph) {
        return None;
    }
    let tokens = &walker.text.tokens;
    let mut end = lead.end;
    while end < tokens.len() && end < lead.end + LONGEST_OPEN {
        let stops = match tokens[end].kind {
            Kind::Word => {
                walker.atoms.flags(end) & flag::STOP != 0
                    || Frames::get().open_ends.words.iter().any(|word| word == walker.text.word(&tokens[end]))
            }
            Kind::Number => false,
            _ => true,
        };
        if stops {
            break;
        }
        end += 1;
    }
    if end == lead.end {
        return None;
    }
    let range = lead.start..end;
    Some(Mention {
        concept,
        folded: folded(walker, &range),
        block: places.block(lead.start),
        tokens: range,
        form: Form::Open,
        name: None,
    })
}
