//! Headings by forms of words (`frames.toml`): *Kva* + *skal du* + *gjere*, whatever the written standard and the words in between.

use super::SectionKind;
use once_cell::sync::Lazy;
use serde::Deserialize;
use std::collections::HashMap;

/// How many words `..` may stand for.
const GAP: usize = 4;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    words: HashMap<String, String>,
    frame: Vec<Group>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    kind: SectionKind,
    form: Vec<String>,
}

/// One place of a form.
#[derive(Debug)]
struct Place {
    fill: Fill,
    optional: bool,
}

#[derive(Debug)]
enum Fill {
    /// Some words, whatever they are.
    Gap,
    /// One of these.
    Either(Vec<Vec<Word>>),
}

#[derive(Debug)]
enum Word {
    Whole(String),
    Stem(String),
}

impl Word {
    fn fits(&self, word: &str) -> bool {
        match self {
            Self::Whole(whole) => whole == word,
            Self::Stem(stem) => word.starts_with(stem.as_str()),
        }
    }
}

#[derive(Debug)]
struct Frame {
    kind: SectionKind,
    places: Vec<Place>,
}

/// The frames, and which of them may begin with a word; `any` may begin with one that is not known beforehand.
#[derive(Default)]
struct Frames {
    all: Vec<Frame>,
    first: HashMap<String, Vec<usize>>,
    any: Vec<usize>,
}

static FRAMES: Lazy<Frames> = Lazy::new(|| {
    // A test parses the file; a broken one would leave no frames rather than end the caller's program.
    parse(include_str!("frames.toml")).unwrap_or_default()
});

fn parse(source: &str) -> Result<Frames, String> {
    let file: File = toml::from_str(source).map_err(|error| error.to_string())?;
    let mut frames = Frames::default();
    for group in file.frame {
        for form in group.form {
            let places: Vec<Place> = form
                .split(' ')
                .map(|place| parse_place(place, &file.words).ok_or_else(|| format!("{form}: {place:?}")))
                .collect::<Result<_, _>>()?;
            frames.add(Frame { kind: group.kind, places });
        }
    }
    Ok(frames)
}

fn parse_place(place: &str, classes: &HashMap<String, String>) -> Option<Place> {
    let (body, optional) = place.strip_suffix('?').map_or((place, false), |body| (body, true));
    if body == ".." {
        return Some(Place { fill: Fill::Gap, optional });
    }
    let mut either = Vec::new();
    for one in body.split('|') {
        match one.strip_prefix('<').and_then(|class| class.strip_suffix('>')) {
            Some(class) => either.extend(classes.get(class)?.split('|').map(parse_words)),
            None => either.push(parse_words(one)),
        }
    }
    let filled = either.iter().flatten().all(|word| match word {
        Word::Whole(text) | Word::Stem(text) => {
            !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '-')
        }
    });
    filled.then_some(Place { fill: Fill::Either(either), optional })
}

fn parse_words(words: &str) -> Vec<Word> {
    let word = |word: &str| match word.strip_suffix('*') {
        Some(stem) => Word::Stem(stem.to_owned()),
        None => Word::Whole(word.to_owned()),
    };
    words.split('_').map(word).collect()
}

impl Frames {
    fn add(&mut self, frame: Frame) {
        let at = self.all.len();
        for place in &frame.places {
            match &place.fill {
                Fill::Gap => self.any.push(at),
                Fill::Either(either) => {
                    for words in either {
                        match words.first() {
                            Some(Word::Whole(word)) => self.first.entry(word.clone()).or_default().push(at),
                            _ => self.any.push(at),
                        }
                    }
                }
            }
            if !place.optional {
                break;
            }
        }
        self.all.push(frame);
    }

    fn classify(&self, words: &[&str]) -> Option<SectionKind> {
        let first = self.first.get(*words.first()?).map(Vec::as_slice).unwrap_or_default();
        let at = first.iter().chain(&self.any).copied().filter(|&at| fits(&self.all[at].places, words)).min()?;
        Some(self.all[at].kind)
    }
}

/// Whether the places take up all the words.
fn fits(places: &[Place], words: &[&str]) -> bool {
    let Some((place, rest)) = places.split_first() else { return words.is_empty() };
    let taken = match &place.fill {
        Fill::Gap => (1..=GAP.min(words.len())).any(|n| fits(rest, &words[n..])),
        Fill::Either(either) => either.iter().any(|wanted| {
            wanted.len() <= words.len()
                && wanted.iter().zip(words).all(|(wanted, word)| wanted.fits(word))
                && fits(rest, &words[wanted.len()..])
        }),
    };
    taken || (place.optional && fits(rest, words))
}

/// The kind of the heading that has one of the forms, by its words (a key, see `headings`).
pub(super) fn classify(key: &str) -> Option<SectionKind> {
    /// The longest form has no more words.
    const LONGEST: usize = 12;
    let words: Vec<&str> = key.split(' ').take(LONGEST + 1).collect();
    if words.len() > LONGEST { None } else { FRAMES.classify(&words) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_parse() {
        let frames = parse(include_str!("frames.toml")).unwrap_or_else(|error| panic!("{error}"));
        assert!(frames.all.len() > 200, "{}", frames.all.len());
    }

    #[test]
    fn no_form_fits_without_a_word() {
        let frames = parse(include_str!("frames.toml")).unwrap();
        let empty: Vec<_> = frames.all.iter().filter(|frame| fits(&frame.places, &[])).collect();
        assert!(empty.is_empty(), "{empty:?}");
    }

    #[test]
    fn a_broken_form_is_told() {
        for form in ["a  b", "a|?", "<none> b", "a ?"] {
            let source = format!("[words]\nwe = \"vi\"\n[[frame]]\nkind = \"offer\"\nform = [\"{form}\"]");
            assert!(parse(&source).is_err(), "{form}");
        }
    }
}
