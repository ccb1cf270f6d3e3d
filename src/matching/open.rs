//! Open frames: *erfaring fra hjemmetjenesten*.

use super::admission::folded;
use super::index::flag;
use super::proposals::Proposal;
use super::walk::Walker;
use super::{Form, Mention};
use crate::lexicon::List;
use crate::lexicon::frames::Frames;
use crate::text::layout::BlockKind;
use crate::text::tokens::Kind;
use std::ops::Range;

/// *erfaring fra rekruttering*: a field of the lexicon that is the whole phrase is named itself; *erfaring som …* names a role,
/// *erfaring fra hjemmetjenesten* a place.
pub(super) fn names_field(walker: &Walker<'_>, terms: &[Proposal], lead: &Range<usize>) -> bool {
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
            .is_none_or(|t| !t.is_word() || walker.atoms.flags(p.reach.end) & flag::CONJUNCTION != 0);
        let last = walker.text.word(&walker.text.tokens[p.reach.end - 1]);
        let place = Frames::get().open_ends.places.iter().any(|place| last.ends_with(place.as_str()));
        p.list == List::Noun && ends && !place
    })
}

/// Words in an open frame's noun phrase, at most.
const LONGEST_OPEN: usize = 8;

/// *erfaring fra hjemmetjenesten*: the mention runs to the end of the noun phrase.
pub(super) fn open(walker: &Walker<'_>, concept: u32, lead: &Range<usize>) -> Option<Mention> {
    let block = &walker.text.blocks[walker.text.block_at(lead.start)];
    if !matches!(block.kind, BlockKind::Item | BlockKind::Paragraph) {
        return None;
    }
    let tokens = &walker.text.tokens;
    let mut end = lead.end;
    // *erfaring fra det å undervise* names no place.
    if tokens.get(end + 1).is_some_and(|next| walker.text.word(next) == "å") {
        return None;
    }
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
        folded: folded(walker, &range, false),
        block: walker.text.block_at(lead.start),
        tokens: range,
        form: Form::Open,
        name: None,
    })
}
