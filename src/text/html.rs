//! HTML as the plain text it shows, with the way back to the source: the text then takes the usual path.

mod lines;
mod source;

use super::offsets::Offsets;
use crate::span::Span;

/// What an HTML document shows.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    pub(crate) text: String,
    /// From bytes of `text` to bytes of the source.
    pub(crate) offsets: Offsets,
}

impl Shown {
    /// The stretch of `text` that the source span shows.
    pub(crate) fn plain_span(&self, source: Span) -> Span {
        let start = self.first_from(source.start);
        Span::new(start, self.first_from(source.end).max(start))
    }

    /// The first byte of `text` that comes from `at` in the source or from behind it: offsets ascend, so halving finds it.
    fn first_from(&self, at: usize) -> usize {
        let (mut low, mut high) = (0, self.text.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.offsets.span(middle, middle).start < at {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// Renders HTML, whole or in part. Never fails: what is malformed is read as browsers read it. One pass.
pub(crate) fn render(html: &str) -> Shown {
    source::read(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str) -> String {
        render(html).text
    }

    /// The source behind `part` of what is shown.
    fn behind<'h>(html: &'h str, part: &str) -> &'h str {
        let shown = render(html);
        let at = shown.text.find(part).unwrap_or_else(|| panic!("{part:?} is not in {:?}", shown.text));
        shown.offsets.span(at, at + part.len()).of(html)
    }

    #[test]
    fn blocks_are_lines() {
        for (html, text) in [
            ("<p>En</p><p>To</p>", "En\n\nTo"),
            ("<div>En<div>To</div>Tre</div>", "En\n\nTo\n\nTre"),
            ("En<br>To<BR/>Tre", "En\nTo\nTre"),
            ("<p>En\n  linje\tav\u{a0} ord </p>", "En linje av ord"),
            ("<pre>En\nTo</pre>", "En\nTo"),
            ("<table><tr><td>En</td><td>To</td></tr><tr><td>Tre", "En\tTo\nTre"),
            ("<p>&nbsp;</p><p></p><p>En</p>", "En"),
            ("", ""),
        ] {
            assert_eq!(shown(html), text, "{html}");
        }
    }

    #[test]
    fn lists_are_items() {
        for (html, text) in [
            ("Krav:<ul><li>En</li><li>To</li></ul>Slutt", "Krav:\n• En\n• To\n\nSlutt"),
            ("<ol><li>En<li>To</ol>", "• En\n• To"),
            ("<ul><li>En<ul><li>To</li></ul></li><li>Tre</li></ul>", "• En\n• To\n• Tre"),
            ("<ul><li><p>En</p></li><li><p>To</p></li></ul>", "• En\n• To"),
            ("<ul><li>En<br>To</li></ul>", "• En\n• To"),
            ("<ul><li><p>En</p><p>To</p></li></ul>", "• En\n\nTo"),
            ("<ul><li></li><li>En</li></ul>", "• En"),
        ] {
            assert_eq!(shown(html), text, "{html}");
        }
    }

    #[test]
    fn headings_are_marked_but_for_the_first_line() {
        for (html, text) in [
            ("<h1>Tittel</h1><h2>Krav</h2><p>En.", "Tittel\n\n## Krav\n\nEn."),
            ("<p>En.</p><p><strong>Krav</strong></p>", "En.\n\n**Krav**"),
            ("<p>En.</p><p><b>Krav</b>:<br>- To", "En.\n\n**Krav:**\n- To"),
            ("<p>En.</p><p><b>Krav</b> og mer", "En.\n\nKrav og mer"),
            ("<p>En.</p><p><b>Alt er viktig her.</b>", "En.\n\nAlt er viktig her."),
            ("<p>En.</p><ul><li><b>Krav</b></li></ul>", "En.\n\n• Krav"),
            ("<p>En.</p><h2>Krav<p>To", "En.\n\n## Krav\n\nTo"),
            ("<p>En.</p></strong><p>To", "En.\n\nTo"),
        ] {
            assert_eq!(shown(html), text, "{html}");
        }
    }

    #[test]
    fn what_does_not_show_is_left_out() {
        for (html, text) in [
            ("<!DOCTYPE html><html><head><title>Side</title><style>p { x: y }</style></head><body>En", "En"),
            ("En<script>if (a < b) { '<p>To</p>' }</script> To", "En To"),
            ("En<!-- <p>To</p> --> to", "En to"),
            ("En<noscript><img></noscript> to<iframe>x</iframe>", "En to"),
            ("En <a href=\"x > y\" title='<p>'>to</a>", "En to"),
            ("En<script>aldri lukket <p>To", "En"),
        ] {
            assert_eq!(shown(html), text, "{html}");
        }
    }

    #[test]
    fn character_references_are_decoded_and_point_back() {
        for (html, part, source) in [
            ("p&aring; jobb", "på", "p&aring;"),
            ("p&#229; jobb", "på", "p&#229;"),
            ("p&#xE5 jobb", "på", "p&#xE5"),
            ("p&aring jobb", "på", "p&aring"),
            ("drift &amp; salg", "drift & salg", "drift &amp; salg"),
            ("a&b og c&", "a&b og c&", "a&b og c&"),
            ("a &ukjent; b", "&ukjent;", "&ukjent;"),
            ("en&shy;kelt", "en\u{ad}kelt", "en&shy;kelt"),
            ("en&#0;to", "\u{fffd}", "&#0;"),
            ("en&nbsp;&nbsp; to", "en to", "en&nbsp;&nbsp; to"),
            ("en&nbsp;&nbsp; to", " ", "&nbsp;&nbsp; "),
            ("æ&lt;å&gt;ø", "<å>", "&lt;å&gt;"),
            ("æ <å>ø", "<å>", "<å>"),
            ("en\r\nto\r\n\r\ntre fire", "to", "to"),
            ("en\r\nto\r\n\r\ntre fire", "fire", "fire"),
        ] {
            assert_eq!(behind(html, part), source, "{html}");
        }
    }

    #[test]
    fn a_span_across_tags_holds_them() {
        assert_eq!(behind("<p>sam<b>arbeid</b>", "samarbeid"), "sam<b>arbeid");
        assert_eq!(behind("<p>sam<b>arb</b>eid <i>x</i>", "samarbeid"), "sam<b>arb</b>eid");
        assert_eq!(behind("<p>sam<!-- x -->arbeid", "samarbeid"), "sam<!-- x -->arbeid");
        assert_eq!(behind("x <b> og </b> y", "og"), "og");
    }

    #[test]
    fn a_known_section_is_found_again() {
        let html = "<p>En &aring;</p><ul><li>To</li></ul><p>Tre</p>";
        let shown = render(html);
        let source = Span::new(html.find("<ul>").unwrap(), html.find("<p>Tre").unwrap());
        assert_eq!(shown.plain_span(source).of(&shown.text).trim(), "• To");
        assert_eq!(shown.plain_span(Span::new(0, html.len())), Span::new(0, shown.text.len()));
        assert!(shown.plain_span(Span::new(html.len() + 5, html.len() + 9)).is_empty());
    }
}
