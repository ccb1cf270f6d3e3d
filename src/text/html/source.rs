//! From the HTML source to pieces of text and tags: the tokenizer's emitter. It keeps the position of every piece.

use super::Shown;
use super::lines::{Gap, Lines};
use html5gum::emitters::{Emitter, naive_next_state};
use html5gum::{Error, State, Tokenizer};
use std::convert::Infallible;
use std::ops::Range;

/// Reads the whole source.
pub(super) fn read(html: &str) -> Shown {
    let mut reader = Reader {
        html,
        position: 0,
        done: 0,
        plain: 0..0,
        name: Vec::new(),
        start_tag: false,
        last_start: Vec::new(),
        hidden: false,
        pre: 0,
        bold: 0,
        lines: Lines::default(),
    };
    // A string in memory gives no read error, and there is no token that could come out.
    let result = Tokenizer::new_with_emitter(html, &mut reader).finish();
    debug_assert!(result.is_ok());
    reader.lines.finish()
}

struct Reader<'h> {
    html: &'h str,
    /// How far the tokenizer has read.
    position: usize,
    /// Up to where text and tags have been taken.
    done: usize,
    /// Text as it stands in the source, not yet handed on.
    plain: Range<usize>,
    /// The tag in the making.
    name: Vec<u8>,
    start_tag: bool,
    last_start: Vec<u8>,
    /// Within a script or its like.
    hidden: bool,
    pre: usize,
    bold: usize,
    lines: Lines,
}

impl Reader<'_> {
    /// Hands on the text that stands as it is in the source.
    fn flush(&mut self) {
        let plain = std::mem::take(&mut self.plain);
        let at = plain.start;
        if let Some(text) = self.html.get(plain).filter(|text| !text.is_empty()) {
            self.lines.text(text, at, None, self.bold > 0, self.pre > 0);
        }
    }

    fn start(&mut self) {
        let lines = &mut self.lines;
        match self.name.as_slice() {
            b"script" | b"style" | b"title" | b"noscript" | b"iframe" | b"noembed" | b"textarea" => self.hidden = true,
            b"b" | b"strong" => self.bold += 1,
            b"br" => lines.line_end(Gap::Line),
            b"li" => lines.item(),
            b"td" | b"th" => lines.cell(),
            b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => lines.heading(),
            b"ul" | b"ol" | b"menu" | b"dl" | b"dir" => lines.block(Gap::Line),
            b"pre" | b"listing" | b"xmp" => {
                self.pre += 1;
                lines.block(Gap::Blank);
            }
            name => {
                if let Some(gap) = gap(name) {
                    lines.block(gap);
                }
            }
        }
    }

    fn end(&mut self) {
        let lines = &mut self.lines;
        match self.name.as_slice() {
            b"script" | b"style" | b"title" | b"noscript" | b"iframe" | b"noembed" | b"textarea" => self.hidden = false,
            b"b" | b"strong" => self.bold = self.bold.saturating_sub(1),
            // Browsers take `</br>` for `<br>`.
            b"br" => lines.line_end(Gap::Line),
            b"li" => lines.block(Gap::Line),
            b"ul" | b"ol" | b"menu" | b"dl" | b"dir" => lines.block(Gap::Blank),
            b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => lines.block(Gap::Blank),
            b"pre" | b"listing" | b"xmp" => {
                self.pre = self.pre.saturating_sub(1);
                lines.block(Gap::Blank);
            }
            name => {
                if let Some(gap) = gap(name) {
                    lines.block(gap);
                }
            }
        }
        // Bold that was not closed ends with its block.
        if gap(&self.name) == Some(Gap::Blank) {
            self.bold = 0;
        }
    }
}

/// What a block element leaves between it and its neighbours; `None` for tags within a line, known or not.
fn gap(name: &[u8]) -> Option<Gap> {
    match name {
        b"tr" | b"dt" | b"dd" | b"option" => Some(Gap::Line),
        b"p" | b"div" | b"section" | b"article" | b"aside" | b"main" | b"header" | b"footer" | b"nav" | b"body"
        | b"html" | b"head" | b"blockquote" | b"address" | b"center" | b"figure" | b"figcaption" | b"fieldset"
        | b"legend" | b"form" | b"details" | b"summary" | b"dialog" | b"hgroup" | b"hr" | b"table" | b"thead"
        | b"tbody" | b"tfoot" | b"caption" | b"search" => Some(Gap::Blank),
        _ => None,
    }
}

impl Emitter for &mut Reader<'_> {
    type Token = Infallible;

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }

    fn emit_string(&mut self, text: &[u8]) {
        let mut source = self.done..self.position;
        self.done = self.position;
        // The second half of a CRLF is counted late.
        if source.len() == text.len() + 1 && self.html.as_bytes().get(source.start) == Some(&b'\n') {
            source.start += 1;
        }
        if self.hidden {
            return;
        }
        if self.html.as_bytes().get(source.clone()) == Some(text) {
            if self.plain.end == source.start && !self.plain.is_empty() {
                self.plain.end = source.end;
            } else {
                self.flush();
                self.plain = source;
            }
            return;
        }
        self.flush();
        // A decoded character reference, or a line end made one.
        let text = String::from_utf8_lossy(text);
        self.lines.text(&text, source.start, Some(source.len()), self.bold > 0, self.pre > 0);
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.flush();
        self.done = self.position;
        if self.start_tag {
            self.start();
            self.last_start.clone_from(&self.name);
            naive_next_state(&self.name)
        } else {
            self.end();
            None
        }
    }

    fn emit_eof(&mut self) {
        self.flush();
    }

    fn emit_current_comment(&mut self) {
        self.flush();
        self.done = self.position;
    }

    fn emit_current_doctype(&mut self) {
        self.flush();
        self.done = self.position;
    }

    fn init_start_tag(&mut self) {
        self.name.clear();
        self.start_tag = true;
    }

    fn init_end_tag(&mut self) {
        self.name.clear();
        self.start_tag = false;
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        self.name.extend_from_slice(name);
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        !self.start_tag && !self.last_start.is_empty() && self.name == self.last_start
    }

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start = name.unwrap_or_default().to_vec();
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    // Errors, attributes, comments and the document type show nothing.
    fn emit_error(&mut self, _: Error) {}
    fn init_comment(&mut self) {}
    fn set_self_closing(&mut self) {}
    fn set_force_quirks(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn init_doctype(&mut self) {}
    fn init_attribute(&mut self) {}
    fn push_attribute_name(&mut self, _: &[u8]) {}
    fn push_attribute_value(&mut self, _: &[u8]) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
}
