//! What the curated concepts are called, in the compact form; their terms and sentences are read from the TOML when somebody asks for them.

use super::entry::{Concept, Content};
#[cfg(test)]
use crate::stored::pack::Packer;
use crate::stored::pack::Unpacker;
use std::sync::Arc;

#[cfg(test)]
pub(crate) fn pack(concepts: &[Concept], out: &mut Packer) {
    out.count(concepts.len());
    for concept in concepts {
        for text in [&concept.id, &concept.category, &concept.label, &concept.label_en, &*concept.file] {
            out.bytes(text.as_bytes());
        }
        out.count(concept.line);
        for links in [&concept.exact_match, &concept.close_match] {
            out.count(links.len());
            links.iter().for_each(|link| out.bytes(link.as_bytes()));
        }
    }
}

pub(crate) fn unpack(from: &mut Unpacker<'_>) -> Option<Vec<Concept>> {
    let count = from.count()?;
    let mut out: Vec<Concept> = Vec::with_capacity(count);
    for at in 0..count {
        let mut text = || from.text().map(str::to_owned);
        let (id, category, label, label_en, file) = (text()?, text()?, text()?, text()?, text()?);
        let file: Arc<str> = match out.last() {
            Some(last) if *last.file == *file => Arc::clone(&last.file),
            _ => file.into(),
        };
        let line = from.number()? as usize;
        let mut links = || (0..from.count()?).map(|_| from.text().map(str::to_owned)).collect::<Option<Vec<_>>>();
        let (exact_match, close_match) = (links()?, links()?);
        let content = Content::Curated(at);
        out.push(Concept { id, category, label, label_en, exact_match, close_match, file, line, content });
    }
    Some(out)
}
