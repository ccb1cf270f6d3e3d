//! Tokens of the folded text: words, numbers, punctuation and breaks.

use super::layout::Block;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// A word: begins with a letter; may hold digits, inner hyphens and apostrophes, trailing `+`/`#` (*c++*, *c#*).
    Word,
    /// Begins with a digit: *100*, *3-5*, *2,5*, *12.00*.
    Number,
    /// One punctuation mark or symbol.
    Punct(char),
    /// The end of a block: no match crosses it.
    Break,
}

/// One token: a half-open byte range of the folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) kind: Kind,
    /// A hyphen stands right before the word, joined to it: *-utvikling*. Not inside `start..end`.
    pub(crate) hyphen_before: bool,
    /// A hyphen stands right behind the word: *samarbeids-*. Not inside `start..end`.
    pub(crate) hyphen_after: bool,
    /// White space stands before the token.
    pub(crate) space_before: bool,
}

impl Token {
    pub(crate) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub(crate) fn is_punct(&self, mark: char) -> bool {
        self.kind == Kind::Punct(mark)
    }
}

/// Splits folded text into tokens and gives each block its token range.
pub(crate) fn tokenize(folded: &str, blocks: &mut [Block]) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(folded.len() / 5);
    for block in blocks {
        let first = tokens.len();
        let (start, end) = (block.folded.start, block.folded.end);
        scan(&folded[start..end], start, &mut tokens);
        let at = u32::try_from(end).unwrap_or(u32::MAX);
        tokens.push(Token {
            start: at,
            end: at,
            kind: Kind::Break,
            hyphen_before: false,
            hyphen_after: false,
            space_before: false,
        });
        block.tokens = first..tokens.len();
    }
    tokens
}

/// Splits one piece of folded text (no breaks) that stands at `offset`.
pub(crate) fn scan(piece: &str, offset: usize, out: &mut Vec<Token>) {
    let bytes = piece.as_bytes();
    let mut at = 0;
    let mut space = true;
    let mut hyphen = false;
    while at < piece.len() {
        let c = char_at(piece, at);
        if c == ' ' {
            space = true;
            hyphen = false;
            at += 1;
            continue;
        }
        let start = at;
        let (kind, end) = if c.is_alphabetic() {
            (Kind::Word, word_end(piece, at))
        } else if c.is_ascii_digit() {
            number(piece, at)
        } else {
            (Kind::Punct(c), at + c.len_utf8())
        };
        // A hyphen glued to a following letter, with space (or a mark) before it, is a suspended end: «-utvikling».
        let next_is_letter = end < piece.len() && char_at(piece, end).is_alphabetic();
        if kind == Kind::Punct('-') && next_is_letter && !hyphen {
            hyphen = true;
            at = end;
            continue;
        }
        let word = kind == Kind::Word;
        let hyphen_after = word && bytes.get(end) == Some(&b'-');
        out.push(Token {
            start: u32::try_from(offset + start).unwrap_or(u32::MAX),
            end: u32::try_from(offset + end).unwrap_or(u32::MAX),
            kind,
            hyphen_before: word && hyphen,
            hyphen_after,
            space_before: space,
        });
        space = false;
        hyphen = false;
        at = end + usize::from(hyphen_after);
    }
}

fn char_at(piece: &str, at: usize) -> char {
    piece[at..].chars().next().unwrap_or('\0')
}

/// Where the word that begins at `at` ends: letters and digits, with single hyphens, apostrophes, `&` and `.` between them
/// (*it-drift*, *o'neill*, *r&d*, *node.js*), and trailing plus signs or a number sign (*c++*, *c#*).
fn word_end(piece: &str, at: usize) -> usize {
    let mut end = at;
    let mut chars = piece[at..].char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        if c.is_alphanumeric() || is_mark(c) {
            end = at + i + c.len_utf8();
            continue;
        }
        let next = chars.peek().map(|&(_, next)| next);
        let joins = match c {
            '-' | '\'' | '’' | '&' => next.is_some_and(char::is_alphanumeric),
            '.' => next.is_some_and(char::is_alphabetic) && i <= 5 && next.is_some_and(|n| n.is_ascii_lowercase()),
            _ => false,
        };
        if !joins {
            if c == '#' || c == '+' {
                let tail = &piece[at + i..];
                let marks = tail.len() - tail.trim_start_matches(['#', '+']).len();
                if i <= 2 && !tail[marks..].starts_with(char::is_alphanumeric) {
                    end = at + i + marks;
                }
            }
            break;
        }
    }
    end
}

/// A number, or a word that begins with digits and goes on in letters (*2030-agendaen*, *3d-modellering*).
fn number(piece: &str, at: usize) -> (Kind, usize) {
    let rest = &piece[at..];
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let after = &rest[digits..];
    let mut tail = after.chars();
    match (tail.next(), tail.next()) {
        (Some(c), _) if c.is_alphabetic() => return (Kind::Word, word_end(piece, at)),
        (Some('-'), Some(c)) if c.is_alphabetic() => return (Kind::Word, word_end(piece, at)),
        _ => {}
    }
    let mut end = at + digits;
    while let Some(mark) = piece[end..].chars().next() {
        let joined = matches!(mark, '.' | ',' | '-' | ':')
            && piece[end + mark.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
        if !joined {
            break;
        }
        let from = end + mark.len_utf8();
        end = from + piece[from..].find(|c: char| !c.is_ascii_digit()).unwrap_or(piece.len() - from);
    }
    (Kind::Number, end)
}

/// Combining marks that NFC could not join stay inside their word.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(piece: &str) -> Vec<String> {
        let mut out = Vec::new();
        scan(piece, 0, &mut out);
        out.iter()
            .map(|t| {
                format!(
                    "{}{}{}",
                    if t.hyphen_before { "-" } else { "" },
                    &piece[t.start as usize..t.end as usize],
                    if t.hyphen_after { "-" } else { "" }
                )
            })
            .collect()
    }

    #[test]
    fn words_numbers_and_marks() {
        assert_eq!(words("it-drift, c++ og c#."), ["it-drift", ",", "c++", "og", "c#", "."]);
        assert_eq!(words("3-5 års 2,5 kl. 12.00"), ["3-5", "års", "2,5", "kl", ".", "12.00"]);
        assert_eq!(words("2030-agendaen 3d-print"), ["2030-agendaen", "3d-print"]);
    }

    #[test]
    fn suspended_hyphens_are_flags() {
        assert_eq!(words("samarbeids- og kommunikasjonsevner"), ["samarbeids-", "og", "kommunikasjonsevner"]);
        assert_eq!(words("koordinering og -utvikling"), ["koordinering", "og", "-utvikling"]);
        assert_eq!(words("muntlig -og skriftlig"), ["muntlig", "-og", "skriftlig"]);
        assert_eq!(words("mål - og tiltaksplan"), ["mål", "-", "og", "tiltaksplan"]);
        assert_eq!(words("gjenkjenning/-analyse"), ["gjenkjenning", "/", "-analyse"]);
    }
}
