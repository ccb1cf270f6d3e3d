//! Sentences as ranges of tokens.

use super::tokens::{Kind, Token};
use std::ops::Range;

/// Splits tokens into sentences: at breaks, at `!`, `?`, and at a full stop that ends no abbreviation. Joined they give back all tokens.
pub(crate) fn split(folded: &str, tokens: &[Token], is_abbreviation: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for (i, token) in tokens.iter().enumerate() {
        let ends = match token.kind {
            Kind::Break | Kind::Punct('!' | '?') => true,
            Kind::Punct('.') => {
                let glued = tokens.get(i + 1).is_some_and(|next| !next.space_before && next.kind != Kind::Break);
                let before =
                    i.checked_sub(1).and_then(|i| tokens.get(i)).filter(|t| t.is_word() && !token.space_before);
                let short = before.is_some_and(|t| is_abbreviation(&folded[t.start as usize..t.end as usize]));
                !glued && !short
            }
            _ => false,
        };
        // Closing quotes and brackets and further end marks belong to the sentence they end.
        let continues = tokens.get(i + 1).is_some_and(|next| {
            matches!(next.kind, Kind::Punct('!' | '?' | '.' | ')' | '"' | '»')) && !next.space_before
                || next.kind == Kind::Break
        });
        if ends && (token.kind == Kind::Break || !continues) {
            out.push(start..i + 1);
            start = i + 1;
        }
    }
    if start < tokens.len() {
        out.push(start..tokens.len());
    }
    out
}
