//! What stands before a list item: bullets, dashes, numbers, letters, check marks, and what PDF readers make of them.

/// How sure a marker is, and what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A bullet of any kind.
    Bullet,
    /// A hyphen or dash with space behind it: may open a line of dialogue too.
    Dash,
    /// A hyphen, dash or star glued to the word.
    Tight,
    /// `1.`: may be a numbered heading or a date too.
    Number(u32),
    /// `1)`, `a)`.
    Enumerator,
    /// `?` before a space: a bullet that lost its character set, if there are several.
    Question,
}

/// A marker at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    pub(super) mark: Mark,
    /// Bytes up to the content.
    pub(super) len: usize,
}

/// The marker that `line` (trimmed) begins with.
pub(super) fn marker(line: &str) -> Option<Marker> {
    let mut found = single(line)?;
    // `- - mange andre oppgaver`: one bullet is enough.
    for _ in 0..3 {
        match single(&line[found.len..]) {
            Some(Marker { mark: Mark::Bullet | Mark::Dash, len }) if found.len + len < line.len() => found.len += len,
            _ => break,
        }
    }
    Some(found)
}

/// The line without its marker.
pub(super) fn body(line: &str) -> &str {
    marker(line).map_or(line, |found| &line[found.len..])
}

/// Whether the line is nothing but a marker, its item standing on a line of its own.
pub(super) fn is_lone(line: &str) -> bool {
    let mut chars = line.chars();
    let Some(first) = chars.next() else { return false };
    let rest = chars.as_str();
    match first {
        _ if is_bullet(first) => rest.chars().all(is_bullet),
        'o' | '–' | '-' | '*' | '+' => rest.is_empty(),
        _ => {
            line.len() <= 4
                && line.ends_with([')', '.'])
                && (line[..line.len() - 1].bytes().all(|b| b.is_ascii_digit())
                    || (line.len() == 2 && first.is_ascii_lowercase()))
        }
    }
}

fn single(line: &str) -> Option<Marker> {
    let mut chars = line.chars();
    let first = chars.next()?;
    let rest = chars.as_str();
    let spaced = rest.starts_with(char::is_whitespace);
    let content =
        rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{fe0f}' | '\u{200b}' | '\u{feff}'));
    if content.is_empty() {
        return None;
    }
    let marker = |mark| Some(Marker { mark, len: line.len() - content.len() });
    match first {
        '-' | '–' | '—' | '\u{2010}' | '\u{2011}' | '\u{2212}' | '\u{2012}' | '\u{2015}' => {
            if spaced {
                marker(Mark::Dash)
            } else if let Some(after) = rest.strip_prefix(first).filter(|after| after.starts_with(char::is_whitespace))
            {
                Some(Marker { mark: Mark::Dash, len: line.len() - after.trim_start().len() })
            } else {
                rest.starts_with(char::is_alphabetic).then(|| marker(Mark::Tight))?
            }
        }
        '*' if !spaced => rest.starts_with(char::is_alphanumeric).then(|| marker(Mark::Tight))?,
        '*' | '+' | 'o' | '>' | '»' | '›' | 'Ø' if spaced => marker(Mark::Bullet),
        '>' if rest.starts_with(char::is_alphabetic) => marker(Mark::Bullet),
        '?' if spaced => marker(Mark::Question),
        _ if is_bullet(first) => marker(Mark::Bullet),
        '(' | '0'..='9' | 'a'..='z' => enumerator(line),
        _ => None,
    }
}

/// `1.`, `12)`, `(1)`, `a)`, `b.`
fn enumerator(line: &str) -> Option<Marker> {
    let inner = line.strip_prefix('(').unwrap_or(line);
    let name = inner.len() - inner.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (len, number) = if name > 0 {
        (name, inner[..name].parse::<u32>().ok().filter(|_| name <= 2)?)
    } else {
        (usize::from(inner.starts_with(|c: char| c.is_ascii_lowercase())), 0)
    };
    if len == 0 {
        return None;
    }
    let closing = inner[len..].chars().next()?;
    let after = &inner[len + closing.len_utf8()..];
    let content = after.trim_start();
    if content.is_empty() || !(after.starts_with(char::is_whitespace)) {
        return None;
    }
    let bytes = line.len() - content.len();
    match closing {
        ')' => Some(Marker { mark: Mark::Enumerator, len: bytes }),
        '.' if inner.len() == line.len() && name > 0 => {
            let date =
                MONTHS.iter().any(|month| content.get(..month.len()).is_some_and(|c| c.eq_ignore_ascii_case(month)));
            (!date).then_some(Marker { mark: Mark::Number(number), len: bytes })
        }
        '.' if inner.len() == line.len() => Some(Marker { mark: Mark::Enumerator, len: bytes }),
        _ => None,
    }
}

/// `15. november` is a date, no fifteenth item.
const MONTHS: &[&str] = &[
    "jan", "feb", "mars", "april", "mai", "juni", "juli", "aug", "sept", "okt", "nov", "des", "plass", "trinn",
    "klasse",
];

/// Characters that are bullets with or without a space behind them.
pub(super) fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '·' | '●' | '▪' | '◦' | '‣' | '∙' | '⋅' | '⁃' | '○' | '■' | '□' | '▫' | '◆' | '◇' | '❖' | '★' | '☆' | '✦' | '¤'
            | '→' | '⇒' | '➔' | '➜' | '➢' | '➤' | '►' | '▶' | '▸' | '▹' | '✓' | '✔' | '☑' | '☐' | '☒' | '✗' | '✘' | '❏' | '❑'
            // Symbol and Wingdings glyphs as PDF readers and Word give them, and emoji.
            | '\u{e000}'..='\u{f8ff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f300}'..='\u{1faff}'
    )
}
