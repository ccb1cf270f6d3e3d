//! Properties of the text stage that hold for any text.

use super::layout::cases::shape;
use super::{Prepared, prepare};
use crate::document::Genre;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// Pieces that texts are made of, the awkward ones among them.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zæøå]{1,9}",
        1 => "[A-ZÆØÅ][a-zæøå]{0,7}",
        1 => Just("Kvalifikasjoner".to_owned()),
        1 => Just("Vi tilbyr:".to_owned()),
        1 => Just("• ".to_owned()),
        1 => Just("1. ".to_owned()),
        1 => Just("Side 1 av 2".to_owned()),
        1 => Just("a\u{30a}\u{301}".to_owned()),
        1 => Just("İﬁ\u{ad}".to_owned()),
        1 => Just("nav.no @a.b x@y.no".to_owned()),
        1 => "[-–.,:;!?*/#>«»\"'()&+|\\u{ad}\\u{200b}\\u{f0b7}\\u{2011}\\u{0}]{1,3}",
        2 => "[ \t\n\r\\u{c}\\u{a0}\\u{2028}]{1,3}",
        3 => Just(" ".to_owned()),
        2 => Just("-\n".to_owned()),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let prepared: Prepared = prepare(text, Genre::Auto, &[]);
    let mut end = 0;
    let mut folded = String::new();
    let mut token = 0;
    for block in &prepared.blocks {
        prop_assert!(block.span.start >= end, "blocks overlap: {block:?}");
        end = block.span.end;
        prop_assert!(text.get(block.span.range()).is_some(), "no boundary: {block:?}");
        prop_assert!(!block.span.of(text).trim().is_empty());
        let mut at = block.span.start;
        for hole in &block.holes {
            prop_assert!(at <= hole.start && hole.end <= end && text.get(hole.range()).is_some());
            at = hole.end;
        }
        prop_assert!(block.lead.is_none_or(|lead| lead < prepared.blocks.len()));
        prop_assert_eq!(block.folded.start, folded.len());
        folded.push_str(&prepared.folded[block.folded.clone()]);
        folded.push('\n');
        prop_assert_eq!(block.tokens.start, token);
        token = block.tokens.end;
        let inside = &prepared.folded[block.folded.clone()];
        prop_assert!(
            !inside.contains(['\n', '\r', '\t']) && !inside.contains("  ") && inside.trim() == inside,
            "{inside:?}"
        );
    }
    prop_assert_eq!(&folded, &prepared.folded);
    prop_assert_eq!(token, prepared.tokens.len());
    let mut last = 0;
    for (from, _) in prepared.folded.char_indices() {
        let span = prepared.original(from, prepared.folded.len());
        prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{span:?}");
        prop_assert!(span.start >= last && span.end <= text.len());
        last = span.start;
        let next = prepared.folded[from..].chars().next().map_or(from, |c| from + c.len_utf8());
        let span = prepared.original(from, next);
        prop_assert!(text.get(span.range()).is_some());
    }
    for token in &prepared.tokens {
        prop_assert!(prepared.folded.get(token.start as usize..token.end as usize).is_some());
        prop_assert!(!prepared.word(token).contains(' '));
    }
    Ok(())
}

/// Running words, wrapped greedily.
fn wrap(words: &[String], width: usize) -> String {
    let mut out = String::new();
    let mut column = 0;
    for word in words {
        let len = word.chars().count();
        if column > 0 && column + 1 + len > width {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += len;
    }
    out
}

proptest! {
    #[test]
    fn any_text_is_cut_at_boundaries(text in pieces()) {
        check(&text)?;
    }

    #[test]
    fn any_string_at_all(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn decomposed_text_has_the_same_shape(text in "([a-zæøåéüA-ZÆØÅÉ]{1,9}[ .,:\n•-]{1,2}){0,25}") {
        let decomposed: String = text.nfd().collect();
        let composed: String = text.nfc().collect();
        prop_assert_eq!(shape(&decomposed, &[]), shape(&composed, &[]));
    }

    #[test]
    fn soft_hyphens_and_line_ends_change_nothing(words in prop::collection::vec("[a-zæøåA-ZÆØÅ]{2,9}[.:]?", 0..30), breaks in prop::collection::vec(0..6usize, 30)) {
        let (mut plain, mut other) = (String::new(), String::new());
        for (word, n) in words.iter().zip(&breaks) {
            let end = if *n == 0 { "\n" } else { " " };
            plain.push_str(word);
            plain.push_str(end);
            let at = word.char_indices().nth(1).map_or(0, |(i, _)| i);
            other.push_str(&word[..at]);
            other.push('\u{ad}');
            other.push_str(&word[at..]);
            other.push_str(if *n == 0 { "\r\n" } else { "\u{a0}" });
        }
        prop_assert_eq!(shape(&other, &[]), shape(&plain, &[]));
    }

    #[test]
    fn wrapping_changes_nothing(words in prop::collection::vec("[a-zæøå]{3,12}", 40..90), width in 40..110usize) {
        let mut words = words;
        words[0] = format!("Og{}", words[0]);
        if let Some(last) = words.last_mut() {
            last.push('.');
        }
        let flat = prepare(&words.join(" "), Genre::Article, &[]).folded;
        prop_assert_eq!(prepare(&wrap(&words, width), Genre::Article, &[]).folded, flat);
    }

    #[test]
    fn a_neutral_paragraph_before_only_shifts(text in "(Krav|[a-zæøå]{2,9}|[A-Z][a-z]{2,6})([ .\n][a-zæøå]{2,9}){0,20}") {
        let before = "Det regner i dag.\n\n";
        let alone = prepare(&text, Genre::Article, &[]);
        let shifted = prepare(&format!("{before}{text}"), Genre::Article, &[]);
        prop_assert_eq!(shifted.folded.strip_prefix("det regner i dag.\n"), Some(alone.folded.as_str()));
        for (a, b) in alone.blocks.iter().zip(&shifted.blocks[1..]) {
            prop_assert_eq!(a.span.start + before.len(), b.span.start);
        }
    }
}

/// Work grows with the text, not with its square: doubling each awkward text must not take many times as long. The bound is so wide that
/// only a rescan of the whole at every step trips it.
#[test]
fn awkward_texts_are_linear() {
    for piece in [
        "\u{ad}",
        "- ",
        "-\n",
        "(",
        "a.",
        "• ",
        "a\u{301}",
        "\u{301}",
        "Kvalifikasjoner ",
        "Vi tilbyr ",
        "\n\n",
        "x: ",
        "\u{200b}",
        "7\n",
        "a-",
        "@",
        "\t",
        "   ",
        "Krav\n",
        "* a\n",
        "1. a\n",
        "a)\n",
        "«",
        "og\n-",
        "\r",
        "ab\u{c}\n",
        "F\n",
        "Vi: \n",
    ] {
        let text = piece.repeat(60_000 / piece.len());
        let prepared = prepare(&text, Genre::Auto, &[]);
        assert!(prepared.folded.len() <= 2 * text.len() + 2, "{piece:?}");
    }
}
