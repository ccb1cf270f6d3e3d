//! Headings that the table does not list: by head word, by frame, or because they break off before their list.

use super::{SectionKind, headings};

/// Words with which an item praises what is offered, or that make a sentence: *Varierte arbeidsoppgaver*, *Lønn etter kvalifikasjoner*.
#[rustfmt::skip]
const NO_HEADING: &[&str] = &[
    "varierte", "varierande", "varierende", "spennende", "spennande", "interessante", "utfordrende", "utfordrande", "meningsfulle",
    "meningsfylte", "allsidige", "givende", "gode", "god", "gjevande", "lønn", "løn", "etter", "avhengig", "konkurransedyktige",
    "konkurransedyktig", "utover", "relevante", "riktige", "rette", "faste", "mange", "nye", "forefallende", "forefallande", "andre",
    "diverse", "øvrige", "vekt", "vektlagt", "vektlegges", "vektlegg", "tillegges", "tillagt", "politiattest", "kreves", "søknaden", "mulighet",
];

/// Finite verbs: a line with one is a sentence.
#[rustfmt::skip]
pub(super) const VERBS: &[&str] = &[
    "er", "var", "har", "hadde", "kan", "kunne", "skal", "skulle", "vil", "ville", "må", "måtte", "bør", "burde", "blir", "ble", "vart",
    "vert", "får", "fikk", "fekk", "søker", "søkjer", "søkes", "søkast", "trenger", "treng", "ønsker", "ønskjer", "kreves", "krever",
    "krev", "gir", "gjev", "går", "gjør", "gjer", "jobber", "jobbar", "arbeider", "arbeidar", "tilbyr", "tilbyd", "legges", "fremlegges",
    "liker", "likar", "trives", "behersker", "meistrar", "mestrer", "evner", "evnar", "innebærer", "inneber", "omfatter", "omfattar",
    "består", "vektlegges", "tas", "gis", "står", "ligger", "ligg", "finnes", "finst", "kommer", "kjem", "ser", "tar", "tek", "stiller",
];

/// What may stand before the head word of a heading.
#[rustfmt::skip]
const BEFORE: &[&str] = &[
    "og", "eller", "samt", "dine", "våre", "viktige", "viktigste", "viktigaste", "sentrale", "aktuelle", "typiske", "hovedsakelige", "formelle", "faglige", "faglege", "personlige",
    "personlege", "ønskede", "ønskete", "ønskte", "ønska", "ønskelige", "ønskelege", "nødvendige", "naudsynte", "stillingens", "stillingas", "særlige", "spesielle", "generelle",
    "primære", "primær", "daglige", "daglege", "noen", "nokre", "følgende", "følgjande", "krav", "til", "foretrukne", "rollens", "jobbens", "litt", "om", "mer", "meir", "kort", "konkrete", "påkrevde", "relevant",
];

/// Words before which such a line breaks off.
#[rustfmt::skip]
const OPEN: &[&str] = &[
    "som", "du", "deg", "at", "har", "er", "å", "med", "ha", "kunne", "være", "vere", "få", "oppleve", "skal", "må", "bør", "for", "om", "tillegg", "gjerne", "vil", "dere", "følgende", "følgjande",
];

/// Whether a key ends in a word that wants something behind it.
pub(super) fn ends_open(key: &str) -> bool {
    key.rsplit(' ').next().is_some_and(|last| OPEN.contains(&last)) && key.contains(' ')
}

/// The kind of a heading by its words (a key, see `headings`).
pub(super) fn classify(key: &str, colon: bool, question: bool) -> Option<SectionKind> {
    let words: Vec<&str> = key.split(' ').collect();
    let count = words.len();
    if count > 9 {
        return None;
    }
    let first = words[0];
    let verb = has(&words, VERBS);
    if let Some(kind) = offer(&words, question) {
        return Some(kind);
    }
    if first == "om" && count <= 6 && !verb {
        return Some(if words.contains(&"deg") { SectionKind::PersonalQualities } else { SectionKind::About });
    }
    if first == "presentasjon" && words.get(1) == Some(&"av") {
        return Some(SectionKind::About);
    }
    if let Some(kind) = open_line(&words, colon) {
        return Some(kind);
    }
    if has(&words, NO_HEADING) || (verb && !(colon && count <= 7) && !question) {
        return None;
    }
    let marked = colon || question;
    let at = words.iter().position(|word| head(word).is_some())?;
    let kind = head(words[at])?;
    if !marked
        && (count > 7
            || !words[..at]
                .iter()
                .all(|word| BEFORE.contains(word) || headings::is_listed(word) || word.ends_with('-')))
    {
        return None;
    }
    let wish = words.iter().any(|w| ["ønsk", "fordel", "føremon", "tilleggs"].iter().any(|stem| w.starts_with(stem)));
    // The qualifications weigh more than what is named beside them.
    let kinds: Vec<SectionKind> = words.iter().filter_map(|word| head(word)).collect();
    let demand = kinds.contains(&SectionKind::Qualifications);
    let personal = has(&words, &["personlige", "personlege"]) && !has(&words, &["og"]);
    Some(match kind {
        _ if wish && (demand || kind == SectionKind::PersonalQualities) => SectionKind::DesiredQualifications,
        _ if demand && personal => SectionKind::PersonalQualities,
        _ if demand => SectionKind::Qualifications,
        kind => kind,
    })
}

fn has(words: &[&str], list: &[&str]) -> bool {
    words.iter().any(|word| list.contains(word))
}

/// The kind that a head word gives its heading.
fn head(word: &str) -> Option<SectionKind> {
    if ["kvalifikasjon", "kompetansekrav", "stillingskrav", "utdanningskrav"].iter().any(|stem| word.contains(stem)) {
        return Some(SectionKind::Qualifications);
    }
    if ["arbeidsoppgav", "arbeidsoppgåv", "ansvarsområde", "hovedoppgave", "hovudoppgåve"]
        .iter()
        .any(|stem| word.contains(stem))
    {
        return Some(SectionKind::Duties);
    }
    match word {
        "egenskaper" | "eigenskapar" | "eigenskaper" | "egenskapar" => Some(SectionKind::PersonalQualities),
        "oppgaver" | "oppgåver" | "oppgavene" | "oppgåvene" => Some(SectionKind::Duties),
        _ => None,
    }
}

/// *NN tilbyr*, *Hva tilbyr stillingen?*, *Hvorfor jobbe i NN*; but *Vi tilbyr gode vilkår* says it all itself.
fn offer(words: &[&str], question: bool) -> Option<SectionKind> {
    let (first, last) = (*words.first()?, *words.last()?);
    if words.len() <= 6 && words.iter().any(|word| word.starts_with("tilby")) {
        let asks = matches!(first, "hva" | "kva") && question;
        let ends =
            last.starts_with("tilby") || matches!(last, "deg" | "vi" | "dere" | "dykk" | "følgende" | "følgjande");
        if asks || ends {
            return Some(SectionKind::Offer);
        }
    }
    let why = matches!(first, "hvorfor" | "kvifor" | "derfor");
    let job = ["jobb", "arbeid", "velg", "vel", "søk", "begynn", "bli", "stilling", "oss", "kollega"];
    let about_us = words.iter().skip(1).any(|word| job.iter().any(|stem| word.starts_with(stem)));
    (why && about_us).then_some(SectionKind::Offer)
}

/// A line that breaks off before its list, as *Vi søker en medarbeider som* or *For å lykkes i NN bør du:*.
fn open_line(words: &[&str], colon: bool) -> Option<SectionKind> {
    let last = *words.last()?;
    let begins = matches!(
        words[0],
        "vi" | "du"
            | "som"
            | "for"
            | "til"
            | "det"
            | "i"
            | "hos"
            | "har"
            | "er"
            | "kan"
            | "den"
            | "stillingen"
            | "stillinga"
            | "arbeidet"
            | "jobben"
            | "søker"
            | "søkere"
            | "søkjar"
            | "her"
            | "dine"
            | "dette"
            | "personen"
            | "kandidaten"
    ) || words[0].starts_with("arbeidsoppg");
    let bare = begins && matches!(last, "som" | "du" | "at" | "å" | "ha" | "med" | "har" | "er");
    if words.len() < 3 || !(bare || colon && OPEN.contains(&last)) {
        return None;
    }
    headings::lead_kind(&words.join(" "))
}
