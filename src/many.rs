//! Many texts, one after the other or on all cores.

use crate::analysis::Analysis;
use crate::document::Document;
use crate::extractor::Extractor;

/// Texts that are worked on at a time, for each thread: what bounds the memory.
const BATCH: usize = 16;

impl Extractor {
    /// Finds the competences in many texts; gives each item back with its analysis, in the order they came.
    ///
    /// `document` says what to read of an item. With the feature `rayon` all cores share the work; the answers are the same. Items are taken
    /// as they are needed, 16 a thread at a time, so that a stream of any length fits into memory.
    ///
    /// ```
    /// use competence_needs::{Document, Extractor, Genre};
    ///
    /// let ads = vec!["Du har fagbrev.", "Vi tilbyr kaffe.", "Erfaring med regnskap er en fordel."];
    /// let found = Extractor::curated().extract_all(ads, |ad| Document::new(ad).genre(Genre::Ad));
    /// let counts: Vec<usize> = found.map(|(_, analysis)| analysis.findings().len()).collect();
    /// assert_eq!(counts, [1, 0, 1]);
    /// ```
    pub fn extract_all<T, F>(
        &self,
        items: impl IntoIterator<Item = T>,
        document: F,
    ) -> impl Iterator<Item = (T, Analysis)>
    where
        T: Send,
        F: Fn(&T) -> Document<'_> + Sync,
    {
        let mut items = items.into_iter();
        let mut done = Vec::new().into_iter();
        std::iter::from_fn(move || {
            if done.as_slice().is_empty() {
                let batch: Vec<T> = items.by_ref().take(BATCH * threads()).collect();
                done = each(batch, |item| self.extract(document(item))).into_iter();
            }
            done.next()
        })
    }
}

#[cfg(feature = "rayon")]
fn threads() -> usize {
    rayon::current_num_threads()
}

#[cfg(not(feature = "rayon"))]
fn threads() -> usize {
    1
}

#[cfg(feature = "rayon")]
fn each<T: Send>(batch: Vec<T>, analyze: impl Fn(&T) -> Analysis + Sync) -> Vec<(T, Analysis)> {
    use rayon::prelude::*;
    let pair = |item| {
        let analysis = analyze(&item);
        (item, analysis)
    };
    batch.into_par_iter().map(pair).collect()
}

#[cfg(not(feature = "rayon"))]
fn each<T: Send>(batch: Vec<T>, analyze: impl Fn(&T) -> Analysis + Sync) -> Vec<(T, Analysis)> {
    let pair = |item| {
        let analysis = analyze(&item);
        (item, analysis)
    };
    batch.into_iter().map(pair).collect()
}
