//! Texts of every class of layout and the blocks they have: `kind section <lead: folded text`, kinds as `t` title, `h` heading, `i` item,
//! `p` paragraph, `f` furniture.

use super::{BlockKind, KnownSection, SectionKind, analyze};
use crate::document::Genre;
use crate::span::Span;
use crate::text::prepare;

pub(in crate::text) fn shape(text: &str, known: &[KnownSection]) -> Vec<String> {
    let prepared = prepare(text, Genre::Ad, known);
    let line = |block: &super::Block| {
        let kind = match block.kind {
            BlockKind::Title => 't',
            BlockKind::Heading => 'h',
            BlockKind::Item => 'i',
            BlockKind::Paragraph => 'p',
            BlockKind::Furniture => 'f',
        };
        let section = match block.section {
            None => "-",
            Some(SectionKind::Qualifications) => "kval",
            Some(SectionKind::DesiredQualifications) => "ønsk",
            Some(SectionKind::PersonalQualities) => "pers",
            Some(SectionKind::Duties) => "oppg",
            Some(SectionKind::Offer) => "tilb",
            Some(SectionKind::About) => "om",
            Some(SectionKind::Contact) => "kont",
            Some(SectionKind::Other) => "anna",
        };
        let lead = block.lead.map(|lead| format!(" <{lead}")).unwrap_or_default();
        format!("{kind} {section}{lead}: {}", &prepared.folded[block.folded.clone()])
    };
    prepared.blocks.iter().map(line).collect()
}

/// Compares every case and lists all that differ.
fn check(cases: &[(&str, &[&str])]) {
    let mut failed = String::new();
    for (text, expected) in cases {
        let got = shape(text, &[]);
        if got != *expected {
            failed.push_str(&format!("--- {text:?}\nwanted {expected:#?}\ngot {got:#?}\n"));
        }
    }
    assert!(failed.is_empty(), "{failed}");
}

#[test]
fn glyphs() {
    for glyph in [
        "•", "·", "●", "▪", "◦", "‣", "-", "–", "—", "*", "+", ">", "o", "\u{f0b7}", "✓", "✔", "➢", "→", "🔹", "Ø",
        "1)", "a)", "(2)",
    ] {
        let text = format!("Krav til stillingen\n{glyph} Fagbrev\n{glyph} Truckførerbevis");
        let wanted = ["h kval: krav til stillingen", "i kval <0: fagbrev", "i kval <0: truckførerbevis"];
        assert_eq!(shape(&text, &[]), wanted, "{glyph}");
    }
}

#[test]
fn items() {
    check(&[
        (
            "Oppgaver:\n1. Føre regnskap\n2. Lage budsjett",
            &["h oppg: oppgaver:", "i oppg <0: føre regnskap", "i oppg <0: lage budsjett"],
        ),
        ("Krav:\n-Fagbrev\n-God helse", &["h kval: krav:", "i kval <0: fagbrev", "i kval <0: god helse"]),
        ("Krav:\n? Fagbrev\n? God helse", &["h kval: krav:", "i kval <0: fagbrev", "i kval <0: god helse"]),
        ("Krav:\n- - Fagbrev", &["h kval: krav:", "i kval <0: fagbrev"]),
        ("Krav:\n•\nFagbrev\n•\nGod helse", &["h kval: krav:", "i kval <0: fagbrev", "i kval <0: god helse"]),
        // Items without a glyph, with and without blank lines, in either case.
        (
            "Kvalifikasjoner\n\nFagbrev\n\nFørerkort",
            &["h kval: kvalifikasjoner", "i kval <0: fagbrev", "i kval <0: førerkort"],
        ),
        (
            "Kvalifikasjoner:\nfagbrev gr. L\ngode norskkunnskaper\nrolig",
            &[
                "h kval: kvalifikasjoner:",
                "i kval <0: fagbrev gr. l",
                "i kval <0: gode norskkunnskaper",
                "i kval <0: rolig",
            ],
        ),
        ("Personlege eigenskapar\nRoleg", &["h pers: personlege eigenskapar", "i pers <0: roleg"]),
        // A sentence below them is a paragraph.
        (
            "Kvalifikasjoner\nFagbrev\nFørerkort\nPolitiattest må leveres før du kan begynne.",
            &[
                "h kval: kvalifikasjoner",
                "i kval <0: fagbrev",
                "i kval <0: førerkort",
                "p kval: politiattest må leveres før du kan begynne.",
            ],
        ),
        // Continuation: indented, or small letters below.
        (
            "Krav:\n- Erfaring fra drift\n  av store anlegg\n- Fagbrev",
            &["h kval: krav:", "i kval <0: erfaring fra drift av store anlegg", "i kval <0: fagbrev"],
        ),
        // What an item's colon leads to.
        (
            "Oppgaver:\n- Ansvar for anleggene:\n\npumper, kjeler og vifter\n\n- Vakt",
            &[
                "h oppg: oppgaver:",
                "i oppg <0: ansvar for anleggene:",
                "i oppg <0: pumper, kjeler og vifter",
                "i oppg <0: vakt",
            ],
        ),
        // Bullets in one line.
        ("Du må ha: • fagbrev • førerkort", &["h kval: du må ha:", "i kval <0: fagbrev", "i kval <0: førerkort"]),
        (
            "Kvalifikasjoner: - Fagbrev - Førerkort - God helse",
            &["h kval: kvalifikasjoner:", "i kval <0: fagbrev", "i kval <0: førerkort", "i kval <0: god helse"],
        ),
        // A dash between words is no bullet, a date no number.
        (
            "Vi begynner tidlig.\n15. november er siste frist for å melde seg på.",
            &["p -: vi begynner tidlig.", "p -: 15. november er siste frist for å melde seg på."],
        ),
        // Dialogue is no list.
        (
            "Kommunen tok grep i fjor.\n- Vi måtte lære alt på nytt, sier rektor.\nNå går det bedre.",
            &[
                "p -: kommunen tok grep i fjor.",
                "p -: - vi måtte lære alt på nytt, sier rektor.",
                "p -: nå går det bedre.",
            ],
        ),
        (
            "Slik svarer rektor på det:\n– Vi måtte lære alt på nytt. Det tok tid.\n\nNå går det bedre.",
            &[
                "p -: slik svarer rektor på det:",
                "p -: – vi måtte lære alt på nytt. det tok tid.",
                "p -: nå går det bedre.",
            ],
        ),
    ]);
}

#[test]
fn headings_and_sections() {
    check(&[
        (
            "KVALIFIKASJONAR\n- Fagbrev\n\nVI TILBYD\n- Kaffi",
            &["h kval: kvalifikasjonar", "i kval <0: fagbrev", "h tilb: vi tilbyd", "i tilb <2: kaffi"],
        ),
        ("**Arbeidsoppgåver**\n\n- Stelle hagen", &["h oppg: arbeidsoppgåver", "i oppg <0: stelle hagen"]),
        ("## Hvem er du?\nDu er rolig og liker folk.", &["h pers: hvem er du?", "p pers: du er rolig og liker folk."]),
        ("🎯 Arbeidsoppgaver\n🔹 Stelle hagen", &["h oppg: arbeidsoppgaver", "i oppg <0: stelle hagen"]),
        ("Kvalifik asjoner:\n- Fagbrev", &["h kval: kvalifik asjoner:", "i kval <0: fagbrev"]),
        ("Krav\u{a0}til\u{a0}stillingen\n- Fagbrev", &["h kval: krav til stillingen", "i kval <0: fagbrev"]),
        ("Kvalifikasjoner: rørlegger", &["h kval: kvalifikasjoner:", "i kval <0: rørlegger"]),
        (
            "Vi tilbyr\n\nVarierte arbeidsoppgaver\n\nLønn etter kvalifikasjoner",
            &["h tilb: vi tilbyr", "i tilb <0: varierte arbeidsoppgaver", "i tilb <0: lønn etter kvalifikasjoner"],
        ),
        // An unknown heading ends the section.
        (
            "Krav:\n- Fagbrev\n\nEn glad gjeng\n\nHos oss spiser vi lunsj sammen hver eneste dag, og alle rydder.",
            &[
                "h kval: krav:",
                "i kval <0: fagbrev",
                "h anna: en glad gjeng",
                "p anna: hos oss spiser vi lunsj sammen hver eneste dag, og alle rydder.",
            ],
        ),
        // A heading that breaks off is about its list alone; what is said of the wanted person lasts.
        (
            "Du skal:\n- male gjerder\n\nKontoret ligger ved havna.",
            &["h oppg: du skal:", "i oppg <0: male gjerder", "p anna: kontoret ligger ved havna."],
        ),
        (
            "Vi søker deg som\n- har fagbrev\n\nSom person er du rolig.",
            &["h kval: vi søker deg som", "i kval <0: har fagbrev", "p kval: som person er du rolig."],
        ),
        // Contact lines end nothing.
        (
            "Kvalifikasjoner:\n- Fagbrev\n\nSøknadsfrist: 1. mai\n\n- Førerkort",
            &["h kval: kvalifikasjoner:", "i kval <0: fagbrev", "p kont: søknadsfrist: 1. mai", "i kval <0: førerkort"],
        ),
        (
            "Kvalifikasjonar\n- Fagbrev\n\nSpørsmål om stillinga kan du stille til rektor.",
            &[
                "h kval: kvalifikasjonar",
                "i kval <0: fagbrev",
                "p kont: spørsmål om stillinga kan du stille til rektor.",
            ],
        ),
        // A question and its answer in one paragraph are a section of their own.
        (
            "Du kjører buss.\n\nHvordan er du? Rolig og blid.\n\nSkiftet begynner klokka fem.",
            &["p -: du kjører buss.", "p pers: hvordan er du? rolig og blid.", "p -: skiftet begynner klokka fem."],
        ),
        // A question that asks for no known section ends the one above.
        (
            "Krav:\n- Fagbrev\n\nHva sier kollegene?\n\nKari og Ola er svært fornøyde med både lunsj og fritid.",
            &[
                "h kval: krav:",
                "i kval <0: fagbrev",
                "h anna: hva sier kollegene?",
                "p anna: kari og ola er svært fornøyde med både lunsj og fritid.",
            ],
        ),
        // A list about the post tells the work; values are listed without glyphs.
        ("Om stillinga\n- Stelle hagen", &["h om: om stillinga", "i oppg <0: stelle hagen"]),
        ("Verdiane våre\nOpen\nModig", &["h om: verdiane våre", "i om <0: open", "i om <0: modig"]),
        ("<kontakt>\n\nKontakt med kunder er viktig.", &["p -: <kontakt>", "p -: kontakt med kunder er viktig."]),
        // Numbered headings of plans.
        (
            "3.2 Oppvekst og læring\nSkolene trenger flere lærere.\n\n3.3 Teknikk\nVeiene trenger asfalt.",
            &[
                "h anna: 3.2 oppvekst og læring",
                "p anna: skolene trenger flere lærere.",
                "h anna: 3.3 teknikk",
                "p anna: veiene trenger asfalt.",
            ],
        ),
        ("Kapittel 2 Mål\nMålet er klart.", &["h anna: kapittel 2 mål", "p anna: målet er klart."]),
        // Headings of articles.
        (
            "Hun ledet an\n\nDet begynte for ti år siden i en kjeller på Nordmo.\n\nEn ny tid\n\nSå kom maskinene, og alt ble annerledes for dem alle.",
            &[
                "t -: hun ledet an",
                "p -: det begynte for ti år siden i en kjeller på nordmo.",
                "h anna: en ny tid",
                "p anna: så kom maskinene, og alt ble annerledes for dem alle.",
            ],
        ),
    ]);
}

#[test]
fn run_into_the_text() {
    check(&[
        (
            "Du jobber i turnus. Kvalifikasjoner Du har fagbrev. Personlige egenskaper Du er rolig. Vi tilbyr Gratis kaffe.",
            &[
                "p -: du jobber i turnus.",
                "h kval: kvalifikasjoner",
                "p kval: du har fagbrev.",
                "h pers: personlige egenskaper",
                "p pers: du er rolig.",
                "h tilb: vi tilbyr",
                "i tilb <5: gratis kaffe.",
            ],
        ),
        (
            "Arbeidet er variert. Arbeidsoppgåver: stelle hagen og måke snø. Kvalifikasjonar: fagbrev.",
            &[
                "p -: arbeidet er variert.",
                "h oppg: arbeidsoppgåver:",
                "i oppg <1: stelle hagen og måke snø.",
                "h kval: kvalifikasjonar:",
                "i kval <3: fagbrev.",
            ],
        ),
        (
            "Stillingen er fast. Kvalifikasjoner utover dette blir ikke vektlagt ved ansettelsen.",
            &["p -: stillingen er fast. kvalifikasjoner utover dette blir ikke vektlagt ved ansettelsen."],
        ),
        (
            "Vi er få. Arbeidsoppgavene vil blant annet være å stelle hagen og måke snø.",
            &["p -: vi er få. arbeidsoppgavene vil blant annet være å stelle hagen og måke snø."],
        ),
    ]);
}

#[test]
fn lead_ins() {
    check(&[
        (
            "I jobben hos oss må du kunne:\n- sveise\n- lodde",
            &["h kval: i jobben hos oss må du kunne:", "i kval <0: sveise", "i kval <0: lodde"],
        ),
        (
            "Vi er et lite verksted. Hos oss får du ansvar for blant annet:\n- sveising\n\nVerkstedet ligger ved elva.",
            &[
                "p oppg: vi er et lite verksted. hos oss får du ansvar for blant annet:",
                "i oppg <0: sveising",
                "p -: verkstedet ligger ved elva.",
            ],
        ),
        (
            "Strategiar:\n• Vi skal lære meir\n• Vi skal dele meir",
            &["p -: strategiar:", "i - <0: vi skal lære meir", "i - <0: vi skal dele meir"],
        ),
        (
            "Har du i tillegg:\n- truckbevis\n\nblir vi glade.",
            &["h ønsk: har du i tillegg:", "i ønsk <0: truckbevis", "p anna: blir vi glade."],
        ),
        (
            "Vi vil nå satse på deg som elektriker i Nordvik\n- Liker du folk?",
            &["p kval: vi vil nå satse på deg som elektriker i nordvik", "i kval <0: liker du folk?"],
        ),
        (
            "Kvalifikasjoner\nDette må du kunne godt:\n- sveise",
            &["h kval: kvalifikasjoner", "p kval: dette må du kunne godt:", "i kval <1: sveise"],
        ),
    ]);
}

#[test]
fn titles() {
    check(&[
        (
            "Gartner i full stilling\n\nVi har en stor hage.",
            &["t -: gartner i full stilling", "p -: vi har en stor hage."],
        ),
        ("Stilling: gartner\n\nVi har en stor hage.", &["t -: stilling: gartner", "p -: vi har en stor hage."]),
        (
            "GARTNER\n\nNordmo kommune\nAvdeling for park\n\nVi har en stor hage.",
            &["t -: gartner", "h anna: nordmo kommune", "h anna: avdeling for park", "p anna: vi har en stor hage."],
        ),
        (
            "Vil du stelle hagen vår?\n\nGARTNER – FAST, 100 %\n\nVi har en stor hage.",
            &["p -: vil du stelle hagen vår?", "t -: gartner – fast, 100 %", "p -: vi har en stor hage."],
        ),
        ("Vi søker deg som er nysgjerrig", &["p -: vi søker deg som er nysgjerrig"]),
        ("Kvalifikasjoner\nFagbrev", &["h kval: kvalifikasjoner", "i kval <0: fagbrev"]),
        (
            "Vi er en god arbeidsplass.\n\nVi har en stor hage.",
            &["p -: vi er en god arbeidsplass.", "p -: vi har en stor hage."],
        ),
    ]);
}

#[test]
fn wrapped_text() {
    let paragraph = "Barnehagen har fire avdelinger og nitten\nansatte. Vi er godt i gang med et prosjekt\nom lek ute i alt slags vær, og vi trenger\nflere som liker det. Kom og se hvordan vi\nhar det!";
    check(&[
        (
            paragraph,
            &[
                "p -: barnehagen har fire avdelinger og nitten ansatte. vi er godt i gang med et prosjekt om lek ute i alt slags vær, og vi trenger flere som liker det. kom og se hvordan vi har det!",
            ],
        ),
        (
            "Krav:\n• Erfaring fra arbeid med små barn i en bar-\nnehage eller en skole, og vilje til å lære av\nandre\n• Politiattest\nAlle må levere den før de begynner.",
            &[
                "h kval: krav:",
                "i kval <0: erfaring fra arbeid med små barn i en barnehage eller en skole, og vilje til å lære av andre",
                "i kval <0: politiattest",
                "p kval: alle må levere den før de begynner.",
            ],
        ),
        // A suspended end at a line end.
        (
            "Vi har plass til flere i pleie-\nog omsorgstjenesten.",
            &["p -: vi har plass til flere i pleie- og omsorgstjenesten."],
        ),
        // Page furniture in the midst of a paragraph.
        (
            "Nordmo kommune     Plan 2030\n\nVi skal ruste opp alle skolene og sørge for at lære-\n\nSide 1 av 2\n\u{c}Nordmo kommune     Plan 2030\n\nrne får tid til å lære mer.",
            &[
                "f -: nordmo kommune plan 2030",
                "p -: vi skal ruste opp alle skolene og sørge for at lærerne får tid til å lære mer.",
            ],
        ),
        ("Oppvekst........12\nHelse...........14", &["f -: oppvekst........12", "f -: helse...........14"]),
        ("Vi lærer.\n\n-----\n\n7\n\nVi deler.", &["p -: vi lærer.", "f -: -----", "f -: 7", "p -: vi deler."]),
    ]);
}

#[test]
fn tables() {
    check(&[
        (
            "Kvalifikasjoner\tFagbrev\nVi tilbyr\tKaffe",
            &["h kval: kvalifikasjoner", "i kval <0: fagbrev", "h tilb: vi tilbyr", "i tilb <2: kaffe"],
        ),
        (
            "Kurs          Varighet\nSveising      tre dager",
            &["p -: kurs", "p -: varighet", "p -: sveising", "p -: tre dager"],
        ),
    ]);
}

#[test]
fn sections_that_the_caller_knows() {
    let text = "Fagbrev\nFørerkort\n\nVi har kaffe.";
    let known = [
        KnownSection { span: Span::new(0, text.len()), kind: SectionKind::About },
        KnownSection { span: Span::new(0, 20), kind: SectionKind::Qualifications },
    ];
    assert_eq!(shape(text, &known), ["i kval: fagbrev", "i kval: førerkort", "p om: vi har kaffe."]);
    let text = "Vi tilbyr\n- kaffe\nKrav\n- fagbrev";
    let known = [KnownSection { span: Span::new(0, 18), kind: SectionKind::Duties }];
    assert_eq!(shape(text, &known), ["h oppg: vi tilbyr", "i oppg <0: kaffe", "h kval: krav", "i kval <2: fagbrev"]);
}

#[test]
fn genres() {
    for (text, genre) in [
        ("Vi søker deg som er nysgjerrig", Genre::Ad),
        ("Vi søkjer ein lærar til fast stilling.", Genre::Ad),
        ("Kvalifikasjoner\n- Fagbrev", Genre::Ad),
        ("Kommunen skal styrke den digitale kompetansen i planperioden.", Genre::Policy),
        ("2.1 Kompetanse\nRegjeringen vil satse på læring.", Genre::Policy),
        ("Ho lærte seg å strikke.", Genre::Article),
        ("– Jeg måtte lære alt på nytt, sier rektoren og smiler.", Genre::Article),
        ("", Genre::Article),
    ] {
        assert_eq!(analyze(text, Genre::Auto, &[]).genre, genre, "{text}");
        assert_eq!(analyze(text, Genre::Policy, &[]).genre, Genre::Policy);
    }
}
