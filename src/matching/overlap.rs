//! The longest admitted name wins.

use super::{Form, Mention};
use crate::lexicon::Grade;

/// Keeps, of mentions that overlap, the longest; of equally long ones the freer grade, then the plainer form, then the first concept.
/// Costs a sort.
pub(crate) fn resolve(mut admitted: Vec<(Mention, Grade)>) -> Vec<Mention> {
    admitted.sort_by(|(a, ga), (b, gb)| {
        let plain = |m: &Mention| matches!(m.form, Form::Inflected | Form::Framed);
        let len = |m: &Mention| m.tokens.len();
        len(b)
            .cmp(&len(a))
            .then(gb.cmp(ga))
            .then(plain(b).cmp(&plain(a)))
            .then(a.tokens.start.cmp(&b.tokens.start))
            .then(a.concept.cmp(&b.concept))
            .then(b.folded.len().cmp(&a.folded.len()))
    });
    let tokens = admitted.iter().map(|(m, _)| m.tokens.end).max().unwrap_or(0);
    let mut taken = vec![false; tokens];
    let mut out = Vec::with_capacity(admitted.len());
    for (mention, _) in admitted {
        if taken[mention.tokens.clone()].iter().any(|&taken| taken) {
            continue;
        }
        taken[mention.tokens.clone()].fill(true);
        out.push(mention);
    }
    out.sort_by_key(|m| (m.folded.start, m.folded.end, m.concept));
    out
}
