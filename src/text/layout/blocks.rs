//! From parts to blocks: what each is among its neighbours, which section it stands in, and what leads over to a list.
//!
//! A heading's section lasts until the next heading; a heading that says nothing known ends it (`Other`). A paragraph below a list still
//! stands in the section. A lead-in's section is that of its list alone. Contact lines (*Søknadsfrist: …*, *Spørsmål om stillingen …*) are
//! `Contact` wherever they stand and end nothing. Sections that the caller knows win over all that.

use super::join::{Kind, Part};
use super::words::{self, lists};
use super::{Block, BlockKind, KnownSection, SectionKind, headings, lines, patterns};
use crate::span::Span;
use crate::text::fold::fold_str;

/// Makes the blocks.
pub(super) fn make(text: &str, parts: &[Part], known: &[KnownSection]) -> Vec<Block> {
    let mut maker = Maker {
        text,
        parts,
        known,
        blocks: Vec::with_capacity(parts.len()),
        section: None,
        heading: None,
        list: None,
        titled: false,
        top: 0,
        run: 0,
    };
    for i in 0..parts.len() {
        maker.part(i);
    }
    maker.blocks
}

/// The list that is open: what leads over to it and what it is about.
#[derive(Clone, Copy, Debug)]
struct List {
    lead: Option<usize>,
    section: Option<SectionKind>,
}

struct Maker<'t> {
    text: &'t str,
    parts: &'t [Part],
    known: &'t [KnownSection],
    blocks: Vec<Block>,
    section: Option<SectionKind>,
    heading: Option<usize>,
    list: Option<List>,
    titled: bool,
    /// How many short lines stood on top, below the title.
    top: usize,
    /// Up to which part items without a glyph reach.
    run: usize,
}

impl<'t> Maker<'t> {
    fn part(&mut self, i: usize) {
        let part = &self.parts[i];
        let own = self.known_at(part.span);
        match part.kind {
            Kind::Furniture => self.push(part, part.span, BlockKind::Furniture, self.section, None),
            Kind::Heading(kind) => self.heading(part, kind, own),
            Kind::Field(kind) => {
                self.list = None;
                self.push(part, part.span, BlockKind::Paragraph, own.or(Some(kind)), None);
            }
            Kind::Item { dash: true } if self.is_dialogue(i, own) => {
                self.list = None;
                let span = Span::new(part.outset, part.span.end);
                self.push(part, span, BlockKind::Paragraph, own.or(self.section), None);
            }
            Kind::Item { .. } => self.item(i, own),
            Kind::Plain => self.plain(i, own),
        }
    }

    fn push(&mut self, part: &Part, span: Span, kind: BlockKind, section: Option<SectionKind>, lead: Option<usize>) {
        self.blocks.push(Block { span, holes: part.holes.clone(), kind, section, lead, folded: 0..0, tokens: 0..0 });
    }

    fn heading(&mut self, part: &Part, kind: SectionKind, own: Option<SectionKind>) {
        self.list = None;
        self.heading = Some(self.blocks.len());
        if own.is_none() {
            self.section = Some(kind);
        }
        self.push(part, part.span, BlockKind::Heading, own.or(Some(kind)), None);
    }

    fn item(&mut self, i: usize, own: Option<SectionKind>) {
        let list = self
            .list
            .unwrap_or_else(|| List { lead: self.heading.filter(|_| own.or(self.section).is_some()), section: None });
        self.list = Some(list);
        let part = &self.parts[i];
        let field =
            headings::label(part.span.of(self.text)).map(|(_, kind)| kind).filter(|&kind| kind == SectionKind::Contact);
        let section = own.or(field).or(list.section).or_else(|| self.listed_section());
        self.push(part, part.span, BlockKind::Item, section, list.lead);
    }

    /// The section of what is listed here: a list below *Om stillinga* tells the work.
    fn listed_section(&self) -> Option<SectionKind> {
        let post = self.section == Some(SectionKind::About) && self.heading_is(words::is_post);
        if post { Some(SectionKind::Duties) } else { self.section }
    }

    fn heading_is(&self, test: fn(&str) -> bool) -> bool {
        self.heading.and_then(|at| self.blocks.get(at)).is_some_and(|block| test(block.span.of(self.text)))
    }

    fn plain(&mut self, i: usize, own: Option<SectionKind>) {
        let part = &self.parts[i];
        let body = part.span.of(self.text);
        if i < self.run {
            return self.item(i, own);
        }
        if own.is_none() && self.is_title(i) {
            self.titled = true;
            return self.push(part, part.span, BlockKind::Title, self.section, None);
        }
        if own.is_none() && self.is_top_line(i) {
            self.top += 1;
            return self.heading(part, SectionKind::Other, None);
        }
        self.run = self.items_without_glyph(i, own);
        if i < self.run {
            return self.item(i, own);
        }
        if self.is_stray_item(i) {
            return self.item(i, own);
        }
        self.list = None;
        self.close_open_heading();
        if own.is_none() && (self.is_heading(i) || self.is_question(i)) {
            return self.heading(part, SectionKind::Other, None);
        }
        let leads = self.leads(i);
        // In a list section only a short lead-in turns to something else.
        let kind = if leads { headings::lead(body) } else { None };
        let kind = kind.filter(|_| !self.section.is_some_and(lists) || part.width <= 90);
        let contact = !leads && headings::is_contact(body);
        let section = own.or(kind).or(contact.then_some(SectionKind::Contact)).or(self.section);
        if leads {
            self.list = Some(List { lead: Some(self.blocks.len()), section: kind });
        }
        self.push(part, part.span, BlockKind::Paragraph, section, None);
    }

    /// A heading that breaks off before its list is about that list alone, but for what it says of the wanted person.
    fn close_open_heading(&mut self) {
        let listed = self.last().is_some_and(|block| block.kind == BlockKind::Item);
        let aside =
            matches!(self.section, Some(SectionKind::DesiredQualifications | SectionKind::Duties | SectionKind::About));
        let open = self.heading_is(headings::is_open);
        if listed && aside && open {
            self.section = Some(SectionKind::Other);
            self.heading = None;
        }
    }

    /// An item that lost its glyph: what an item's colon or comma leads to, or a bare phrase between the heading and the other items.
    fn is_stray_item(&self, i: usize) -> bool {
        let part = &self.parts[i];
        let body = part.span.of(self.text);
        let Some(last) = self.last() else { return false };
        let before = last.span.of(self.text);
        if last.kind == BlockKind::Item {
            return self.list.is_some() && before.ends_with([':', ',']) && body.starts_with(char::is_lowercase);
        }
        let headed = last.kind == BlockKind::Heading && last.section.is_some_and(lists);
        let close = self.next(i).is_some_and(|next| matches!(next.kind, Kind::Item { .. }) && !next.blank_before);
        headed
            && close
            && part.lines == 1
            && part.width <= 60
            && ends_open(body)
            && !body.ends_with([':', '?', '>'])
            && headings::lead(body).is_none()
    }

    /// The kind of the section that the caller knows `span` to stand in.
    fn known_at(&self, span: Span) -> Option<SectionKind> {
        self.known
            .iter()
            .rev()
            .find(|known| known.span.start <= span.start && span.start < known.span.end)
            .map(|known| known.kind)
    }

    fn next(&self, i: usize) -> Option<&'t Part> {
        self.parts[i + 1..].iter().take(8).find(|part| part.kind != Kind::Furniture)
    }

    fn last(&self) -> Option<&Block> {
        self.blocks.iter().rev().take(8).find(|block| block.kind != BlockKind::Furniture)
    }

    /// A short first line that says what the text is about. What asks or addresses the reader is text.
    fn is_title(&self, i: usize) -> bool {
        let part = &self.parts[i];
        let body = part.span.of(self.text);
        let early = !self.titled
            && self.section.is_none()
            && self.blocks.len() <= 2
            && self
                .blocks
                .iter()
                .all(|block| block.span.of(self.text).ends_with('?') || block.kind == BlockKind::Furniture);
        if !early || self.next(i).is_none_or(|next| matches!(next.kind, Kind::Item { .. }) && ends_open(body)) {
            return false;
        }
        !part.cell && part.lines <= 2 && part.width <= 120 && is_label(body) && !body.ends_with('?') && !addresses(body)
    }

    /// Employer, department, form of employment below the title.
    fn is_top_line(&self, i: usize) -> bool {
        let part = &self.parts[i];
        let body = part.span.of(self.text);
        let below = self.titled
            && self.top < 4
            && self.blocks.iter().all(|block| {
                matches!(block.kind, BlockKind::Title | BlockKind::Heading | BlockKind::Furniture)
                    || block.span.of(self.text).ends_with('?')
            })
            && self.heading.is_none_or(|_| self.section == Some(SectionKind::Other));
        if !below
            || part.cell
            || part.lines > 1
            || part.width > 80
            || !is_label(body)
            || body.ends_with(['!', '?'])
            || addresses(body)
        {
            return false;
        }
        // Where nothing but short lines follows, they are the text.
        self.parts[i + 1..].iter().take(5).any(|next| {
            matches!(next.kind, Kind::Heading(_))
                || (next.kind == Kind::Plain && lines::ends_sentence(next.span.of(self.text)))
        }) && !matches!(self.next(i).map(|next| next.kind), Some(Kind::Item { .. }))
    }

    /// A short line without end mark above a paragraph.
    fn is_heading(&self, i: usize) -> bool {
        let part = &self.parts[i];
        let body = part.span.of(self.text);
        let Some(next) = self.next(i) else { return false };
        let apart = part.blank_before
            || self
                .last()
                .is_none_or(|block| lines::ends_sentence(block.span.of(self.text)) || block.kind == BlockKind::Item);
        if part.cell
            || part.lines > 1
            || part.width > 70
            || !apart
            || !is_label(body)
            || body.ends_with(['!', '?'])
            || addresses(body)
            || headings::is_contact(body)
        {
            return false;
        }
        let capitals = body.chars().filter(|c| c.is_alphabetic()).count() > 3 && !body.chars().any(char::is_lowercase);
        let verb = has_verb(body);
        let text = next.kind == Kind::Plain
            && (next.lines > 1 || lines::ends_sentence(next.span.of(self.text)) && next.width > part.width);
        let above_heading = part.blank_before
            && !body.contains(',')
            && body.split_whitespace().count() <= 5
            && matches!(next.kind, Kind::Heading(_))
            && self.last().is_some_and(|block| block.kind == BlockKind::Paragraph);
        (capitals && next.kind == Kind::Plain) || ((text || above_heading) && !verb)
    }

    /// A short question that stands by itself amid an ad's sections and asks for none of them: *Hva sier kollegaene?*
    fn is_question(&self, i: usize) -> bool {
        let part = &self.parts[i];
        let body = part.span.of(self.text);
        let text = self.next(i).is_some_and(|next| next.kind == Kind::Plain && next.width > part.width);
        let alone = part.lines == 1 && part.width <= 60 && !part.cell && part.blank_before;
        alone && text && self.section.is_some_and(lists) && words::asks(body) && !lines::has_sentence_break(body)
    }

    /// Whether the paragraph leads over to a list below it.
    fn leads(&self, i: usize) -> bool {
        let body = self.parts[i].span.of(self.text);
        let items = self.next(i).is_some_and(|next| match next.kind {
            Kind::Item { .. } => true,
            Kind::Plain => body.ends_with(':') && self.run_length(i + 1) > 0,
            _ => false,
        });
        items && ends_open(body)
    }

    /// Up to which part the lines from `i` on are items without a glyph: short lines below a heading or a lead-in.
    fn items_without_glyph(&self, i: usize, own: Option<SectionKind>) -> usize {
        let known = own.is_some_and(lists) && self.last().is_none_or(|block| self.known_at(block.span) != own);
        let headed = self.last().is_some_and(|block| {
            block.kind == BlockKind::Heading
                && (block.section.is_some_and(lists) || words::is_values(block.span.of(self.text)))
        });
        let led = self.list.is_some_and(|list| list.lead.is_some_and(|lead| lead + 1 == self.blocks.len()));
        if known || headed || led { i + self.run_length(i) } else { i }
    }

    /// How many short lines from `i` on look like items.
    fn run_length(&self, i: usize) -> usize {
        let parts = &self.parts[i..];
        let spaced = parts.get(1).is_some_and(|part| part.blank_before);
        let full_stop = parts.first().is_some_and(|part| {
            let body = part.span.of(self.text);
            lines::ends_sentence(body) && has_verb(body)
        });
        let mut count = 0;
        for (n, part) in parts.iter().enumerate() {
            let body = part.span.of(self.text);
            let short = part.kind == Kind::Plain && part.lines <= 3 && part.width <= if full_stop { 90 } else { 140 };
            let stop = lines::ends_sentence(body);
            // A phrase may end in a full stop; a sentence with a verb is an item only among its like.
            let sentence = stop != full_stop && has_verb(body);
            let marks = sentence || body.ends_with([':', '?', '>']) || lines::has_sentence_break(body);
            if !short || marks || (n > 1 && part.blank_before != spaced) || headings::is_contact(body) {
                break;
            }
            if self.next(i + n).is_some_and(|next| matches!(next.kind, Kind::Item { .. })) && !body.ends_with(',') {
                break;
            }
            count = n + 1;
        }
        let enough = if full_stop { 3 } else { 2 };
        let single = count == 1 && !full_stop && parts[0].width <= 80;
        if count >= enough || single { count } else { 0 }
    }

    /// A line of dialogue (*– Vi trenger flere, sier hun.*), no item: it is a sentence and stands in no list.
    fn is_dialogue(&self, i: usize, own: Option<SectionKind>) -> bool {
        let body = self.parts[i].span.of(self.text);
        let long = (lines::width(body) > 120 || lines::has_sentence_break(body))
            && !self.next(i).is_some_and(|next| matches!(next.kind, Kind::Item { .. }));
        let said = self.last().is_some_and(|block| {
            block.kind == BlockKind::Paragraph && (long || introduces_speech(block.span.of(self.text)))
        });
        let listed = (self.list.is_some() && !said)
            || own.is_some()
            || self.last().is_some_and(|block| {
                block.kind == BlockKind::Item
                    || (block.kind == BlockKind::Heading && block.section != Some(SectionKind::Other))
            });
        let outside = self.section.is_none_or(|section| matches!(section, SectionKind::Other | SectionKind::About));
        !listed && outside && lines::ends_sentence(body) && body.contains(' ')
    }
}

/// Whether the text breaks off before what it leads over to.
fn ends_open(body: &str) -> bool {
    body.ends_with([':', '?', ';']) || !lines::ends_sentence(body)
}

/// Whether the paragraph ends in words that introduce what somebody says: *… sier rådmannen det slik:*
fn introduces_speech(body: &str) -> bool {
    let words: Vec<&str> = body.split_whitespace().rev().take(12).collect();
    let says = ["sier", "seier", "forteller", "fortel", "svarer", "svarar", "spør"];
    has_word(&words.join(" "), &says)
}

/// A line that is no sentence by its marks.
fn is_label(body: &str) -> bool {
    let end = !body.ends_with(['.', ':', ';', ',', '…', '>']);
    let start = body.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '"' | '«' | '“'));
    end && start && !lines::has_sentence_break(body)
}

/// *du* and *deg* speak to the reader: what says so is text, whatever it looks like.
fn addresses(body: &str) -> bool {
    has_word(body, &["du", "deg", "din", "ditt", "dine"])
}

fn has_verb(body: &str) -> bool {
    has_word(body, patterns::VERBS)
}

fn has_word(body: &str, words: &[&str]) -> bool {
    fold_str(body).split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
}
