//! The compiled lexicon in the compact form.

use super::dictionary::Dictionary;
#[cfg(test)]
use super::index::LemmaId;
use super::index::{Index, Made, Role, Stem, Target, flag};
use super::parts::{Lists, WordParts};
use super::trie::Trie;
use crate::lexicon::{Grade, List};
#[cfg(test)]
use crate::stored::pack::Packer;
use crate::stored::pack::Unpacker;

const ROLES: [Role; 8] = [
    Role::Term,
    Role::Exclusion,
    Role::Naming,
    Role::Carrier,
    Role::Licence,
    Role::Open,
    Role::Marker,
    Role::Everywhere,
];
const GRADES: [Grade; 3] = [Grade::Carried, Grade::Licensed, Grade::Strong];

#[cfg(test)]
impl Index {
    /// The words in order of their letters; what has no order of its own, in one that is always the same.
    pub(crate) fn pack(&self, out: &mut Packer) {
        let words = self.words.pack(out);
        let mut before = 0;
        for &word in &words {
            pack_list(self.lemmas.of(word), &mut before, out);
        }
        out.count(self.flags.len());
        for &flags in &self.flags {
            out.number(flags.into());
        }
        out.count(self.stems.len());
        for &word in &words {
            let stems: Vec<Stem> = self.stems_of(word).collect();
            out.count(stems.len());
            for stem in stems {
                out.number(stem.concept << 2 | place(&GRADES, stem.grade));
            }
        }
        for parts in [&self.open, &self.tails] {
            out.bytes(&parts.texts);
            for part in 0..parts.lemmas.len() {
                pack_list(parts.lemmas.of(u32::try_from(part).unwrap()), &mut before, out);
            }
        }
        let mut marks: Vec<(char, LemmaId)> = self.marks.iter().map(|(&mark, &lemma)| (mark, lemma)).collect();
        marks.sort_unstable();
        out.count(marks.len());
        for (mark, lemma) in marks {
            out.number(mark.into());
            out.number(lemma);
        }
        self.names.pack(out);
        self.around.pack(out);
        out.count(self.targets.len());
        let (mut concept, mut source) = (0, 0);
        for target in &self.targets {
            out.number(
                place(&ROLES, target.role) | place(&List::ALL, target.list) << 3 | u32::from(target.hidden) << 6,
            );
            out.number(place(&GRADES, target.grade) | u32::from(target.capital) << 2);
            out.near(&mut concept, target.concept);
            out.near(&mut source, target.source);
        }
    }
}

impl Index {
    pub(crate) fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let words = Dictionary::unpack(from)?;
        let mut before = 0;
        let lemmas = unpack_lists(words.len(), &mut before, from)?;
        let flags = (0..from.count()?).map(|_| u16::try_from(from.number()?).ok()).collect::<Option<Vec<_>>>()?;
        let mut stems = Vec::with_capacity(from.count()?);
        for word in 0..u32::try_from(words.len()).ok()? {
            for _ in 0..from.number()? {
                let stem = from.number()?;
                stems.push((word, Stem { concept: stem >> 2, grade: *GRADES.get(stem as usize & 3)? }));
            }
        }
        let mut parts = || {
            let texts = from.bytes()?;
            let count = texts.iter().filter(|&&byte| byte == b'\n').count();
            Some(WordParts::new(texts.to_vec(), unpack_lists(count, &mut before, from)?))
        };
        let (open, tails) = (parts()?, parts()?);
        let marks = (0..from.count()?)
            .map(|_| Some((char::from_u32(from.number()?)?, from.number()?)))
            .collect::<Option<_>>()?;
        let (names, around) = (Trie::unpack(from, flag::IN_NAMES)?, Trie::unpack(from, flag::IN_AROUND)?);
        let mut targets = Vec::with_capacity(from.count()?);
        let (mut concept, mut source) = (0, 0);
        for _ in 0..targets.capacity() {
            let (kind, grade) = (from.number()? as usize, from.number()? as usize);
            targets.push(Target {
                role: ROLES[kind & 7],
                list: *List::ALL.get(kind >> 3 & 7)?,
                hidden: kind & 64 != 0,
                grade: *GRADES.get(grade & 3)?,
                capital: grade & 4 != 0,
                concept: from.near(&mut concept)?,
                source: from.near(&mut source)?,
            });
        }
        let within = |lists: &Lists| lists.is_within(flags.len());
        let sound = within(&lemmas)
            && within(&open.lemmas)
            && within(&tails.lemmas)
            && [&names, &around].iter().all(|trie| trie.is_within(flags.len(), targets.len()));
        sound.then(|| Made { words, lemmas, stems, open, tails, flags, marks, names, around, targets }.index())
    }
}

#[cfg(test)]
fn place<T: PartialEq + Copy>(all: &[T], one: T) -> u32 {
    u32::try_from(all.iter().position(|other| *other == one).unwrap()).unwrap()
}

#[cfg(test)]
fn pack_list(lemmas: &[LemmaId], before: &mut u32, out: &mut Packer) {
    out.count(lemmas.len());
    for &lemma in lemmas {
        out.near(before, lemma);
    }
}

fn unpack_lists(count: usize, before: &mut u32, from: &mut Unpacker<'_>) -> Option<Lists> {
    let mut lists = Lists::with_room(count);
    let mut list = Vec::new();
    for _ in 0..count {
        list.clear();
        for _ in 0..from.number()? {
            // Lists mark what is no single lemma in the highest bit.
            list.push(from.near(before).filter(|lemma| lemma >> 31 == 0)?);
        }
        lists.push(&list);
    }
    lists.shrink();
    Some(lists)
}
