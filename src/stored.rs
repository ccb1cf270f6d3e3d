//! The curated lexicon compiled beforehand (`lexicon/data/curated.bin`), so that first use need not expand 300,000 word forms.
//!
//! The file holds what the concepts are called and the compiled index, under a hash of the texts it was made of. Where these have changed since,
//! it counts for nothing and the lexicon is compiled from its TOML as any other, only later; a test says that it is stale and how to renew it.

pub(crate) mod pack;

use crate::lexicon::{self, Concept};
use crate::matching::index::Index;
use crate::need;
#[cfg(test)]
use pack::Packer;
use pack::Unpacker;

static FILE: &[u8] = include_bytes!("lexicon/data/curated.bin");

/// What the file begins with; the number changes with the format.
const MAGIC: &[u8; 8] = b"cncomp-1";

/// The texts that decide on the compiled lexicon.
fn sources() -> impl Iterator<Item = &'static str> {
    lexicon::sources().chain(need::sources())
}

/// A hash of the texts.
fn hash() -> u64 {
    sources().fold(0, |sum, text| crate::hasher::bytes(text.as_bytes()) ^ sum.rotate_left(1))
}

/// Behind the head of the file: the concepts, then the index; `None` where it is stale.
fn content() -> Option<(&'static [u8], &'static [u8])> {
    let rest = FILE.strip_prefix(MAGIC)?;
    let (stands, rest) = rest.split_first_chunk::<8>()?;
    let (len, rest) = rest.split_first_chunk::<4>()?;
    (u64::from_le_bytes(*stands) == hash()).then_some(())?;
    rest.split_at_checked(u32::from_le_bytes(*len) as usize)
}

/// The concepts as stored, without their terms and sentences; `None` where the file is stale.
pub(crate) fn concepts() -> Option<Vec<Concept>> {
    lexicon::unpack(&mut Unpacker::new(content()?.0))
}

/// The compiled lexicon as stored; `None` where the file is stale.
pub(crate) fn index() -> Option<Index> {
    Index::unpack(&mut Unpacker::new(content()?.1))
}

/// The file as it should be.
#[cfg(test)]
fn file(concepts: &[Concept], index: &Index) -> Vec<u8> {
    let (mut head, mut body) = (Packer::default(), Packer::default());
    lexicon::pack(concepts, &mut head);
    index.pack(&mut body);
    let (head, body) = (head.finish(), body.finish());
    let len = u32::try_from(head.len()).unwrap();
    [MAGIC, &hash().to_le_bytes()[..], &len.to_le_bytes(), &head, &body].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::lexicon::frames::Frames;

    /// The switch that makes the test below write the file anew.
    const RENEW: &str = "RENEW_CURATED";

    fn built() -> (Lexicon, Index) {
        let lexicon = Lexicon::curated_from_toml();
        let index = Index::build(&lexicon, Frames::get(), &need::markers());
        (lexicon, index)
    }

    #[test]
    fn the_stored_lexicon_is_that_of_the_toml() {
        let (lexicon, index) = built();
        let right = file(lexicon.all(), &index);
        if std::env::var_os(RENEW).is_some() {
            std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/lexicon/data/curated.bin"), &right).unwrap();
            return;
        }
        assert!(
            FILE == right,
            "src/lexicon/data/curated.bin is stale: `{RENEW}=1 cargo test --lib stored` writes it anew"
        );
    }

    #[test]
    fn what_is_unpacked_packs_to_the_same() {
        let (lexicon, index) = built();
        let right = file(lexicon.all(), &index);
        let (head, body) =
            (&right[20..], &right[20 + u32::from_le_bytes(*right[16..].first_chunk().unwrap()) as usize..]);
        let concepts = lexicon::unpack(&mut Unpacker::new(head)).unwrap();
        let unpacked = Index::unpack(&mut Unpacker::new(body)).unwrap();
        assert!(file(&concepts, &unpacked) == right);
    }

    #[test]
    fn a_broken_file_is_none_and_no_panic() {
        let (_, index) = built();
        let mut packer = Packer::default();
        index.pack(&mut packer);
        let bytes = packer.finish();
        for len in (0..bytes.len()).step_by(bytes.len() / 50) {
            assert!(Index::unpack(&mut Unpacker::new(&bytes[..len])).is_none(), "{len}");
        }
    }
}
