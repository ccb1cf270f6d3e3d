//! HTML documents: the same findings as their plain text, with spans of the source, on any input.
#![cfg(feature = "html")]

use competence_needs::{Analysis, Document, Extractor, Genre, SectionKind, Span};
use proptest::prelude::*;

fn extract(html: &str) -> Analysis {
    Extractor::curated().extract(Document::from_html(html))
}

/// Everything of an analysis that is a span.
fn spans(analysis: &Analysis) -> Vec<Span> {
    let mut out: Vec<Span> = analysis.sentences().to_vec();
    out.extend(analysis.sections().iter().map(|(span, _)| *span));
    for finding in analysis {
        out.push(finding.span());
        out.extend([finding.cue(), finding.holder(), finding.source(), finding.purpose()].into_iter().flatten());
    }
    out
}

/// What is found, free of places.
fn found(analysis: &Analysis, text: &str) -> Vec<String> {
    let describe = |span: Option<Span>| span.map(|span| span.of(text).to_owned());
    analysis
        .findings()
        .iter()
        .map(|f| {
            let name = f.name().unwrap_or(f.span().of(text)).to_owned();
            let (id, stance) = (analysis.concept(f).id(), f.stance().as_str());
            format!(
                "{id} {stance} {} {name} {:?} {:?} {:?} {:?} {:?}",
                f.rule(),
                f.level(),
                f.years(),
                f.section(),
                describe(f.cue()),
                describe(f.holder())
            )
        })
        .collect()
}

const AD: &str =
    "<!DOCTYPE html><html><head><title>Ledig: digital kompetanse</title><style>p { color: red }</style></head><body>
<h1>R&aring;dgiver i Lillevik</h1>
<p>Lillevik kommune ligger ved sj&oslash;en.</p>
<p><strong>Kvalifikasjoner:</strong></p>
<ul><li>Minst tre &aring;rs erfaring med <em>saks</em>behandling</li>
    <li><p>gode sam&shy;arbeids&shy;evner<!-- viktig -->
<li>Du er <b>strukturert</b></ul>
<p><b>Vi tilbyr</b><br>kurs i prosjektledelse</p>
<script>var x = '<li>f&oslash;rerkort</li>';</script></body></html>";

#[test]
fn an_ad_gives_findings_with_places_in_the_source() {
    let analysis = extract(AD);
    let shown: Vec<_> =
        analysis.findings().iter().map(|f| (f.span().of(AD), f.name(), f.stance().as_str(), f.section())).collect();
    let required = Some(SectionKind::Qualifications);
    assert_eq!(
        shown,
        [
            ("saks</em>behandling", Some("saksbehandling"), "required", required),
            ("sam&shy;arbeids&shy;evner", Some("samarbeidsevner"), "required", required),
            ("strukturert", None, "required", required),
            ("prosjektledelse", None, "offered", Some(SectionKind::Offer)),
        ]
    );
    assert_eq!(analysis.findings()[0].years(), Some(3));
    let record = analysis.record(AD);
    assert_eq!(record.findings[0].text, "saks</em>behandling");
    assert_eq!(record.findings[0].name, "saksbehandling");
}

#[test]
fn broken_html_is_read_all_the_same() {
    let item = "gode samarbeidsevner";
    for html in [
        format!("<h2>Kvalifikasjoner<ul><li>{item}"),
        format!("<h2>Kvalifikasjoner</h2><li>{item}</ul></div></p></b></li>"),
        format!("<h2>Kvalifikasjoner</h2><ul><li><b><i>{item}</b></i><ul><li>x</ul>"),
        format!("<h2>Kvalifikasjoner</h2><p class=\"a>b\" x='<li>'>{item} &am &aring &#x &#99999999; &"),
        format!("<h2>Kvali\0fikasjoner</h2>\0<p>\0{item}\0</p>"),
        format!("{}<h2>Kvalifikasjoner</h2><p>{item}", "<div><ul><li>".repeat(20_000)),
        format!("<h2>Kvalifikasjoner</h2><p>{item}</p><script>"),
        format!("<h2>Kvalifikasjoner</h2><p>{item}</p><!-- aldri lukket"),
        format!("<h2>Kvalifikasjoner</h2><p>{item}<a href=\"aldri lukket"),
        format!("<h2>Kvalifikasjoner</h2><p>{item}<"),
    ] {
        let analysis = extract(&html);
        let names: Vec<_> = analysis.findings().iter().map(|f| f.span().of(&html)).collect();
        let start: String = html.chars().take(80).collect();
        assert_eq!(names, ["samarbeidsevner"], "{start}");
    }
    for html in ["", "<", "&", "</", "<!", "<!--", "<p", "\0", "<script>digital kompetanse", "&#xD800;"] {
        assert_eq!(extract(html).findings().len(), 0, "{html:?}");
    }
}

#[test]
fn a_section_the_feed_knows_is_given_in_source_bytes() {
    let html = "<p>R&aring;d</p><div>Digital kompetanse</div><div>Digital kompetanse</div>";
    let at = html.rfind("<div>").unwrap();
    let section = Span::new(at, html.len());
    let document = Document::from_html(html).genre(Genre::Ad).section(section, SectionKind::Qualifications);
    let analysis = Extractor::curated().extract(document);
    let sections: Vec<_> = analysis.findings().iter().map(|f| f.section()).collect();
    assert_eq!(sections, [None, Some(SectionKind::Qualifications)]);
}

/// Pieces of HTML, whole and broken.
const PIECES: [&str; 40] = [
    "<p>",
    "</p>",
    "<ul>",
    "</ul>",
    "<li>",
    "</li>",
    "<b>",
    "</b>",
    "<strong>",
    "<br>",
    "<h2>",
    "</h2>",
    "<td>",
    "<tr>",
    "<div>",
    "<!-- x -->",
    "<script>",
    "</script>",
    "<pre>",
    "&aring;",
    "&shy;",
    "&nbsp;",
    "&am",
    "&#229;",
    "&#0;",
    "<",
    ">",
    "&",
    "\0",
    "\r\n",
    "å",
    "Kvalifikasjoner",
    "digital",
    "kompetanse",
    "gode samarbeids-",
    "og",
    "kommunikasjonsevner",
    "du må ha",
    "førerkort",
    ". ",
];

fn soup() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..40)
        .prop_map(|pieces| pieces.into_iter().collect::<Vec<_>>().join(" ").replace("> ", ">").replace(" &", "&"))
}

/// Lines of plain text: paragraphs and items.
fn lines() -> impl Strategy<Value = Vec<(bool, String)>> {
    const WORDS: [&str; 24] = [
        "samarbeids-",
        "og",
        "kommunikasjonsevner",
        "evne",
        "til å lære",
        "digital",
        "kompetanse",
        "du",
        "er",
        "strukturert",
        "må",
        "norsk",
        "ikke",
        "krav om",
        "førerkort",
        "vi søker deg som har",
        "erfaring med",
        "saksbehandling",
        "ledelse",
        "gode",
        "Kvalifikasjoner",
        "behov for",
        "Vi",
        "drift & salg",
    ];
    let line = proptest::collection::vec(proptest::sample::select(&WORDS[..]), 1..8).prop_map(|words| words.join(" "));
    proptest::collection::vec((any::<bool>(), line), 0..10)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_input_gives_spans_on_characters_of_the_source(html in prop_oneof![soup(), any::<String>(), "[<>&;#/a-påø!\\- \\x00\r\n\"']{0,60}"]) {
        let analysis = extract(&html);
        for span in spans(&analysis) {
            prop_assert!(html.get(span.range()).is_some(), "{span:?} in {html:?}");
        }
        let ends: Vec<_> = analysis.findings().iter().map(|f| (f.span().start, f.span().end)).collect();
        prop_assert!(ends.is_sorted());
        // Nothing but what stands in the source is found.
        let document = Document::from_html(&html);
        let plain = Extractor::curated().extract(document.plain_text());
        prop_assert_eq!(plain.findings().len(), analysis.findings().len());
    }

    #[test]
    fn wrapped_plain_text_gives_the_same_findings(lines in lines()) {
        let (mut plain, mut html) = (String::new(), String::new());
        let mut listed = false;
        for (item, line) in &lines {
            let escaped = line.replace('&', "&amp;").replace('å', "&aring;");
            if *item {
                plain.push_str(if listed { "\n• " } else { "\n\n• " });
                html.push_str(&format!("{}<li>{escaped}</li>\n", if listed { "" } else { "<ul>" }));
            } else {
                plain.push_str("\n\n");
                html.push_str(&format!("{}<p>{escaped}</p>\n", if listed { "</ul>" } else { "" }));
            }
            plain.push_str(line);
            listed = *item;
        }
        let (one, two) = (Extractor::curated().extract(&plain), extract(&html));
        let decoded = html.replace("&amp;", "&").replace("&aring;", "å");
        let decode = |found: Vec<String>| found.into_iter().map(|f| f.replace("&aring;", "å").replace("&amp;", "&")).collect::<Vec<_>>();
        prop_assert_eq!(found(&one, &plain), decode(found(&two, &html)), "{}", decoded);
        prop_assert_eq!(one.sentences().len(), two.sentences().len());
        prop_assert_eq!(one.sections().len(), two.sections().len());
    }
}
