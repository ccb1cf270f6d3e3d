//! The serde contract: what other programs read must not change by accident.

use competence_needs::{Document, Extractor, Genre, Lexicon, OffsetUnit, Record};

const LEXICON: &str = r#"
category = "collaboration"
[[concept]]
id = "collaboration"
label = "samarbeidskompetanse"
label-en = "collaboration"
nouns = ["samarbeidsevne"]
stems = ["samarbeids"]
[[concept]]
id = "communication"
label = "kommunikasjonsevne"
label-en = "communication"
nouns = ["kommunikasjonsevne"]
"#;

fn record(unit: OffsetUnit) -> Record {
    let extractor = Extractor::builder().lexicon(Lexicon::parse("own.toml", LEXICON).unwrap()).build();
    let text = "Rådgiver på Ås\n\nKvalifikasjoner\n• Svært gode samarbeids- og kommunikasjonsevner er en fordel\n";
    extractor.extract(Document::new(text).genre(Genre::Ad)).record_in(text, unit)
}

#[test]
fn a_record_serialises_as_the_contract_says() {
    let wanted = serde_json::json!({
        "schema": 1, "lexicon": "own", "unit": "bytes", "genre": "ad",
        "findings": [
            {
                "concept": "collaboration", "label": "samarbeidskompetanse", "category": "collaboration",
                "start": 51, "end": 62, "text": "samarbeids-", "name": "samarbeidsevner",
                "stance": "preferred", "need": true, "rule": "preferred/advantage",
                "cue": {"text": "er en fordel", "start": 86, "end": 98}, "level": "very-good",
                "form": "elliptical", "sentence": {"start": 39, "end": 98}, "section": "qualifications"
            },
            {
                "concept": "communication", "label": "kommunikasjonsevne", "category": "collaboration",
                "start": 66, "end": 85, "text": "kommunikasjonsevner", "name": "kommunikasjonsevner",
                "stance": "preferred", "need": true, "rule": "preferred/advantage",
                "cue": {"text": "er en fordel", "start": 86, "end": 98}, "level": "very-good",
                "form": "inflected", "sentence": {"start": 39, "end": 98}, "section": "qualifications"
            }
        ]
    });
    assert_eq!(serde_json::to_value(record(OffsetUnit::Bytes)).unwrap(), wanted);
}

#[test]
fn offsets_come_in_the_unit_asked_for_and_records_read_back() {
    let chars = record(OffsetUnit::Chars);
    // Before the mention stand four letters of two bytes (å, å, Å, æ) and a bullet of three.
    assert_eq!((chars.findings[0].start, chars.findings[0].end), (45, 56));
    let json = serde_json::to_string(&chars).unwrap();
    let back: Record = serde_json::from_str(&json).unwrap();
    assert_eq!(back, chars);
}
