//! Takes out what does nothing.

use crate::tidy;
use competence_needs::Remark;
use std::collections::HashSet;
use toml_edit::{Array, DocumentMut, Item, RawString, TableLike, Value};

/// The file without the entries that the remarks call idle; `None` where there are none.
pub(crate) fn without_idle(toml: &str, remarks: &[&Remark]) -> Option<String> {
    let mut document: DocumentMut = toml.parse().ok()?;
    let mut done = HashSet::new();
    for remark in remarks.iter().filter(|remark| remark.is_idle()) {
        let (Some(list), Some(entry)) = (remark.list(), remark.entry()) else { continue };
        // Two remarks on one entry take it out once.
        if done.contains(&(remark.concept(), list, entry)) {
            continue;
        }
        let mut concepts = tidy::concepts(&mut document)?.iter_mut();
        let Some(concept) = concepts.find(|concept| tidy::id(concept) == Some(remark.concept())) else { continue };
        if take(concept, list, entry) {
            done.insert((remark.concept(), list, entry));
        }
    }
    (!done.is_empty()).then(|| document.to_string())
}

fn take(table: &mut dyn TableLike, list: &str, entry: &str) -> bool {
    if let Some((inner, list)) = list.split_once('.') {
        let Some(lists) = table.get_mut(inner).and_then(Item::as_table_like_mut) else { return false };
        let taken = take(lists, list, entry);
        if lists.is_empty() {
            table.remove(inner);
        }
        return taken;
    }
    let Some(array) = table.get_mut(list).and_then(Item::as_array_mut) else { return false };
    let says = |value: &Value| {
        let phrase = value.as_inline_table().and_then(|table| table.get("phrase")).unwrap_or(value);
        phrase.as_str().is_some_and(|text| text == entry)
    };
    // Of two that are alike the later one goes.
    let Some(at) = (0..array.len()).rev().find(|&i| array.get(i).is_some_and(says)) else { return false };
    remove(array, at);
    if array.is_empty() {
        table.remove(list);
    }
    true
}

/// Takes an entry out and leaves the comments before it where they stand.
fn remove(array: &mut Array, at: usize) {
    let text = |raw: Option<&RawString>| raw.and_then(RawString::as_str).unwrap_or_default().to_owned();
    let gone = array.remove(at);
    let before = text(gone.decor().prefix());
    if !before.contains('#') {
        return;
    }
    match array.get_mut(at) {
        Some(next) => {
            let joined = before + &text(next.decor().prefix());
            next.decor_mut().set_prefix(joined);
        }
        None => {
            let joined = before + array.trailing().as_str().unwrap_or_default();
            array.set_trailing(joined);
        }
    }
}
