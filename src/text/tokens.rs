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
    /// A web or e-mail address or a user name: its words are none of the text.
    Other,
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
        let plain = plain_word(bytes, at);
        let address = if plain > at { at } else { address(piece, at) };
        let (kind, end) = if plain > at {
            (Kind::Word, plain)
        } else if address > at {
            (Kind::Other, address)
        } else if c.is_alphabetic() {
            (Kind::Word, word_end(piece, at))
        } else if c.is_ascii_digit() {
            number(piece, at)
        } else {
            (Kind::Punct(c), at + c.len_utf8())
        };
        // A hyphen glued to a following letter, with space (or a mark) before it, is a suspended end: «-utvikling».
        let next_is_letter = || end < piece.len() && char_at(piece, end).is_alphabetic();
        if kind == Kind::Punct('-') && !hyphen && next_is_letter() {
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

/// Where the word of plain letters and digits that begins at `at` ends, if what follows shows that it goes on in no way and is no part of an
/// address; `at` where none does. Nearly all words are such.
fn plain_word(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    while let Some(&byte) = bytes.get(end) {
        let two = || bytes.get(end + 1).is_some_and(|&next| next >= 0x9f && next != 0xb7);
        match byte {
            b'a'..=b'z' => end += 1,
            b'0'..=b'9' if end > at => end += 1,
            // Latin-1 small letters; ÷ is none.
            0xc3 if two() => end += 2,
            b' ' | b',' | b';' | b'!' | b'?' | b'(' | b')' | b'"' => return end,
            b'.' if bytes.get(end + 1).is_none_or(|&next| next == b' ') => return end,
            _ => return at,
        }
    }
    end
}

fn char_at(piece: &str, at: usize) -> char {
    piece[at..].chars().next().unwrap_or('\0')
}

/// Where the word that begins at `at` ends: letters and digits, with single hyphens, apostrophes, `&` and `.` between them
/// (*it-drift*, *o'neill*, *r&d*, *node.js*), and trailing plus signs or a number sign (*c++*, *c#*).
fn word_end(piece: &str, at: usize) -> usize {
    let (mut end, mut segment) = (at, at);
    let mut chars = piece[at..].char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        if c.is_alphanumeric() || is_mark(c) {
            end = at + i + c.len_utf8();
            continue;
        }
        let next = chars.peek().map(|&(_, next)| next);
        let rest = &piece[at + i + c.len_utf8()..];
        let joins = match c {
            '-' | '\'' | '’' => next.is_some_and(char::is_alphanumeric),
            '&' => piece[segment..at + i].chars().count() <= 2 && (1..=2).contains(&letters(rest)),
            '.' => joins_at_dot(&piece[segment..at + i], rest),
            _ => false,
        };
        segment = at + i + c.len_utf8();
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

/// Whether a full stop stands within the word: abbreviations (*f.eks.*, *bl.a.*) and names of tools (*node.js*); elsewhere it ends a sentence
/// and the space behind it was forgotten (*… i team.du er …*).
fn joins_at_dot(before: &str, after: &str) -> bool {
    const ENDINGS: &[&str] = &["js", "net", "io", "ai", "py"];
    let len = letters(after);
    let abbreviation = (before.chars().count() == 1 || before == "bl") && (1..=4).contains(&len);
    let tail = after.get(..len).unwrap_or_default();
    abbreviation || (ENDINGS.contains(&tail) && before.is_ascii())
}

/// How many letters `text` begins with; more than eight count as nine.
fn letters(text: &str) -> usize {
    text.chars().take(9).take_while(|c| c.is_alphanumeric()).count()
}

/// Where the web or e-mail address or user name that begins at `at` ends; `at` if none does.
fn address(piece: &str, at: usize) -> usize {
    /// Longest name that is looked at for an e-mail address or a bare domain.
    const LONGEST: usize = 80;
    let rest = &piece[at..];
    let whole = |len: usize| {
        let tail = rest[len..].find([' ', '"', '<', '>', '(', ')', '[', ']']).map_or(rest.len(), |i| len + i);
        at + rest[..tail].trim_end_matches(['.', ',', ':', ';', '!', '?', '\'']).len()
    };
    if ["http://", "https://", "www.", "mailto:"].iter().any(|start| rest.starts_with(start)) {
        return whole(0);
    }
    let named = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
    if let Some(user) = rest.strip_prefix('@') {
        let len = user.find(|c: char| !named(c)).unwrap_or(user.len());
        return if len > 1 { whole(1) } else { at };
    }
    if !rest.starts_with(char::is_alphanumeric) {
        return at;
    }
    let name = rest.char_indices().take(LONGEST).find(|&(_, c)| !named(c)).map_or(rest.len().min(LONGEST), |(i, _)| i);
    if !rest.is_char_boundary(name) {
        return at;
    }
    if rest[name..].starts_with('@') && rest[name + 1..].starts_with(char::is_alphanumeric) {
        return whole(name);
    }
    // A bare domain: `nav.no`, `vestland.kommune.no/jobb`. `asp.net` is a tool.
    let domain = rest[..name].trim_end_matches(['.', '-']);
    let known = [".no", ".com", ".org", ".eu"].iter().any(|end| domain.len() > end.len() + 1 && domain.ends_with(end));
    if known && domain.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')) {
        return if rest[domain.len()..].starts_with('/') { whole(domain.len()) } else { at + domain.len() };
    }
    at
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
    fn a_plain_word_is_what_the_general_way_takes_it_for() {
        for piece in [
            "på",
            "på en",
            "ß, a",
            "f.eks.",
            "hus.",
            "hus. ny",
            "a÷b",
            "blåbær;",
            "x1!",
            "e\u{301}n",
            "nav.no",
            "a@b.no",
            "it-drift",
            "1år",
            "c++",
        ] {
            let end = plain_word(piece.as_bytes(), 0);
            if end > 0 {
                assert_eq!((address(piece, 0), word_end(piece, 0)), (0, end), "{piece}");
            }
        }
        assert_eq!(plain_word("blåbær;".as_bytes(), 0), "blåbær".len());
        assert_eq!(plain_word("nav.no".as_bytes(), 0), 0);
    }

    #[test]
    fn dots_within_words_and_after_them() {
        assert_eq!(
            words("f.eks. bl.a. node.js og asp.net."),
            ["f.eks", ".", "bl.a", ".", "node.js", "og", "asp.net", "."]
        );
        assert_eq!(words("i team.du er hms.vi"), ["i", "team", ".", "du", "er", "hms", ".", "vi"]);
        assert_eq!(words("r&d, drift&vedlikehold"), ["r&d", ",", "drift", "&", "vedlikehold"]);
        assert_eq!(words("c++/c#, o'neill"), ["c++", "/", "c#", ",", "o'neill"]);
    }

    #[test]
    fn addresses_hold_no_words() {
        let kinds = |piece: &str| {
            let mut out = Vec::new();
            scan(piece, 0, &mut out);
            out.iter()
                .filter(|t| t.kind == Kind::Other)
                .map(|t| piece[t.start as usize..t.end as usize].to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            kinds("se https://eksempel.no/jobb?id=1, eller (www.ledelse.no)."),
            ["https://eksempel.no/jobb?id=1", "www.ledelse.no"]
        );
        assert_eq!(
            kinds("skriv til post.service@kommune.no eller @helse_nord"),
            ["post.service@kommune.no", "@helse_nord"]
        );
        assert_eq!(kinds("på nav.no/lede og hav.kommune.no."), ["nav.no/lede", "hav.kommune.no"]);
        assert_eq!(kinds("it.drift, team.no? 2.5 node.js 12.00 a@ b"), ["team.no"]);
        assert_eq!(words("ring +47 22 33 44 55"), ["ring", "+", "47", "22", "33", "44", "55"]);
    }

    #[test]
    fn flags_of_space() {
        let mut out = Vec::new();
        scan("både/og (helse-, sosial)", 0, &mut out);
        let spaces: Vec<bool> = out.iter().map(|t| t.space_before).collect();
        assert_eq!(spaces, [true, false, false, true, false, false, true, false]);
        assert!(out[4].hyphen_after && !out[3].hyphen_after);
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
