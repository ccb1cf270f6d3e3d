//! The one way a lexicon file is written: concepts in the order of their ids, a blank line between them, lists filled to 120 characters, sentences and exclusions
//! one to a line where they do not fit into one. Comments stay where they are.

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, RawString, Table, Value};

/// Characters of a line, at most, unless one entry alone is longer.
const WIDTH: usize = 120;

/// Lists whose entries stand one to a line.
const ONE_A_LINE: [&str; 3] = ["hits", "misses", "not"];

/// The file as it should be written.
///
/// Fails where the TOML is malformed, or where something in it cannot be written so: then it is better left alone.
pub(crate) fn tidy(toml: &str) -> Result<String, String> {
    let document: DocumentMut = toml.parse().map_err(|error: toml_edit::TomlError| error.message().to_owned())?;
    let mut out = String::new();
    let mut concepts: Vec<&Table> = Vec::new();
    for (key, item) in document.iter() {
        match item.as_array_of_tables() {
            Some(tables) if key == "concept" => concepts.extend(tables),
            _ => entry(document.as_table(), key, item, &mut out)?,
        }
    }
    concepts.sort_by_key(|table| id(table).map(str::to_owned));
    for concept in concepts {
        if !out.is_empty() {
            out.push('\n');
        }
        comments(table_prefix(concept), &mut out);
        heading("[[concept]]", concept, &mut out);
        body(concept, "concept", &mut out)?;
    }
    comments(document.trailing().as_str().unwrap_or_default(), &mut out);
    same(toml, &out)?;
    Ok(out)
}

/// The id of a concept.
pub(crate) fn id(concept: &Table) -> Option<&str> {
    concept.get("id").and_then(Item::as_str)
}

/// The concepts of a file.
pub(crate) fn concepts(document: &mut DocumentMut) -> Option<&mut ArrayOfTables> {
    document.get_mut("concept").and_then(Item::as_array_of_tables_mut)
}

fn body(table: &Table, path: &str, out: &mut String) -> Result<(), String> {
    for (key, item) in table.iter().filter(|(_, item)| !item.is_table()) {
        entry(table, key, item, out)?;
    }
    for (key, item) in table.iter() {
        let Some(inner) = item.as_table() else { continue };
        let path = format!("{path}.{key}");
        comments(table_prefix(inner), out);
        heading(&format!("[{path}]"), inner, out);
        body(inner, &path, out)?;
    }
    Ok(())
}

fn heading(text: &str, table: &Table, out: &mut String) {
    out.push_str(text);
    behind(table.decor().suffix(), out);
    out.push('\n');
}

fn entry(table: &Table, key: &str, item: &Item, out: &mut String) -> Result<(), String> {
    let value = item.as_value().ok_or_else(|| format!("«{key}» is a table where a lexicon has none"))?;
    if let Some(key) = table.key(key) {
        comments(key.leaf_decor().prefix().and_then(RawString::as_str).unwrap_or_default(), out);
    }
    match value.as_array() {
        Some(array) => list(key, array, out),
        None => out.push_str(&format!("{key} = {}", bare(value))),
    }
    behind(value.decor().suffix(), out);
    out.push('\n');
    Ok(())
}

/// An entry of a list with the comments that stand round it.
struct Line {
    above: Vec<String>,
    text: String,
    behind: Option<String>,
}

fn list(key: &str, array: &Array, out: &mut String) {
    let mut lines: Vec<Line> = Vec::new();
    let mut last = None;
    for value in array {
        let (behind, above) = around(value.decor().prefix());
        note(&mut lines, &mut last, behind);
        let mut line = Line { above, text: bare(value), behind: None };
        // A comment before the comma: «"word" # why\n,».
        let (behind, above) = around(value.decor().suffix());
        line.behind = behind;
        line.above.extend(above);
        lines.push(line);
    }
    let (behind, trailing) = around(Some(array.trailing()));
    note(&mut lines, &mut last, behind);
    let commented = last.is_some()
        || !trailing.is_empty()
        || lines.iter().any(|line| line.behind.is_some() || !line.above.is_empty());
    let single = lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(", ");
    let single = format!("{key} = [{single}]");
    if !commented && single.chars().count() <= WIDTH {
        out.push_str(&single);
        return;
    }
    out.push_str(&format!("{key} = ["));
    if let Some(comment) = last {
        out.push_str(&format!(" {comment}"));
    }
    let mut row = String::new();
    for line in lines {
        let fits = row.chars().count() + 1 + line.text.chars().count() < WIDTH;
        if !fits || !line.above.is_empty() || ONE_A_LINE.contains(&key) {
            end(&mut row, out);
        }
        for comment in &line.above {
            out.push_str(&format!("\n  {comment}"));
        }
        row.push_str(if row.is_empty() { "  " } else { " " });
        row.push_str(&format!("{},", line.text));
        if let Some(comment) = line.behind {
            row.push_str(&format!(" {comment}"));
            end(&mut row, out);
        }
    }
    end(&mut row, out);
    for comment in trailing {
        out.push_str(&format!("\n  {comment}"));
    }
    out.push_str("\n]");
}

/// Puts a comment behind the last entry, or behind the bracket where there is none.
fn note(lines: &mut [Line], first: &mut Option<String>, comment: Option<String>) {
    let Some(comment) = comment else { return };
    match lines.last_mut() {
        Some(line) if line.behind.is_none() => line.behind = Some(comment),
        Some(line) => line.behind = line.behind.take().map(|before| format!("{before} {comment}")),
        None => *first = Some(comment),
    }
}

fn end(row: &mut String, out: &mut String) {
    if !row.is_empty() {
        out.push('\n');
        out.push_str(row);
        row.clear();
    }
}

/// The comment on the line before the break, and those on lines of their own.
fn around(decor: Option<&RawString>) -> (Option<String>, Vec<String>) {
    let text = decor.and_then(RawString::as_str).unwrap_or_default();
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let lines = |text: &str| -> Vec<String> {
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    };
    (lines(first).pop(), lines(rest))
}

fn table_prefix(table: &Table) -> &str {
    table.decor().prefix().and_then(RawString::as_str).unwrap_or_default()
}

fn comments(text: &str, out: &mut String) {
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        out.push_str(&format!("{line}\n"));
    }
}

fn behind(suffix: Option<&RawString>, out: &mut String) {
    let text = suffix.and_then(RawString::as_str).unwrap_or_default().trim();
    if !text.is_empty() {
        out.push_str(&format!(" {text}"));
    }
}

/// A value in its own spelling, without what stands round it.
fn bare(value: &Value) -> String {
    let mut value = value.clone();
    if let Some(table) = value.as_inline_table_mut() {
        table.fmt();
    }
    value.decor_mut().clear();
    value.to_string()
}

/// Whether the two files say the same, comments included.
fn same(before: &str, after: &str) -> Result<(), String> {
    let read = |toml: &str| -> Result<toml::Table, String> {
        let mut table: toml::Table = toml.parse().map_err(|error: toml::de::Error| error.message().to_owned())?;
        if let Some(concepts) = table.get_mut("concept").and_then(toml::Value::as_array_mut) {
            concepts.sort_by_key(|concept| concept.get("id").map(ToString::to_string));
        }
        Ok(table)
    };
    let marks = |toml: &str| toml.matches('#').count();
    if read(before)? == read(after)? && marks(before) == marks(after) {
        Ok(())
    } else {
        Err("it holds something that cannot be tidied without losing it: tidy it by hand".to_owned())
    }
}
