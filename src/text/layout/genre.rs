//! A guess at the genre, from headings and words.

use super::{Block, BlockKind, SectionKind};
use crate::document::Genre;
use crate::text::fold::fold_str;
use aho_corasick::{AhoCorasick, MatchKind};
use once_cell::sync::Lazy;

/// Signs of a genre and their weight. Each counts at most three times.
#[rustfmt::skip]
const SIGNS: &[(Genre, usize, &[&str])] = &[
    (Genre::Ad, 3, &[
        "søknadsfrist", "fast stilling", "vi søker deg", "vi søkjer deg", "ser etter deg", "søker vi deg", "leter etter deg",
        "ledig stilling", "stillingsprosent", "søk på stilling", "tiltredelse", "tiltreding", "lønn etter avtale", "løn etter avtale",
    ]),
    (Genre::Ad, 2, &[
        "vi søker", "vi søkjer", "søker vi", "søkjer vi", "vi tilbyr", "vi tilbyd", "vi kan tilby", "hos oss får du", "deg som",
        "arbeidsoppgaver", "arbeidsoppgåver", "kvalifikasjoner", "kvalifikasjonar", "personlige egenskaper", "personlege eigenskapar",
        "vikariat", "ansettelse", "tilsetting", "send søknad", "din søknad", "søknad og cv", " er på jakt etter", "vi trenger deg",
        "% stilling", "politiattest", "aktuelle kandidater", "referanser", "fagbrev som", "søker etter",
    ]),
    (Genre::Ad, 1, &[
        "stillingen", "stillinga", "du har", "du er", "du må", "du skal", "er du", "har du", "kandidat", "søknad", "søker ",
        "arbeidssted", "arbeidsgiver", "turnus", "oppstart", "medarbeider", "førerkort", " en fordel", "ein fordel", "ønskelig",
    ]),
    (Genre::Policy, 3, &[
        "kommunen skal", "kommunen vil", "planperioden", "regjeringen vil", "regjeringa vil", "regjeringen foreslår", "kommuneplan",
        "handlingsplan", "kompetanseplan", "strategiplan", "meld. st.", "stortingsmelding", "handlingsprogram", "partiprogram",
        "økonomiplan", "samfunnsdelen", "departementet vil", "innsatsområde", "satsingsområde", "satsningsområde", "arbeidsgiverstrategi",
        "arbeidsgjevarstrategi", "fylkeskommunen skal",
    ]),
    (Genre::Policy, 2, &[
        "vi skal", " vil:", "strategier", "strategiar", "delmål", "hovedmål", "hovudmål", "målsetting", "utredning", "utgreiing", "nou ",
        "kommunedirektøren", "kommunestyret", "fylkestinget", "kapittel", "prop. ", "i perioden", "virkemidler", "verkemiddel",
        "ledd i arbeidet", "innen 2030", "mot 2030", "kompetansebehov", "rekrutteringsutfordring", "tjenestetilbud", "statsforvalter",
        "årsverk", "arbeide for",
    ]),
    (Genre::Policy, 1, &[
        "kommunen", "regjeringen", "regjeringa", "strategi", "tiltak", "kommunale", "planen", "skal", "må styrkes", "må styrkast",
        "sektor", "i tråd med", "utvalget", "utvalet", "departementet", "innbyggere", "innbyggjarar",
    ]),
    (Genre::Article, 3, &[
        "sier hun", "sier han", ", sier ", ", seier ", "seier ho", "seier han", "forteller hun", "forteller han", "ifølge", "ifølgje",
        "kronikk", "hun sier", "han sier", "ho seier", "han seier", "på trykk", "les også", "les òg", "leserinnlegg", "lesarinnlegg",
        "kommentar:", "intervju", "ler hun", "smiler",
    ]),
    (Genre::Article, 2, &[
        ", mener ", ", meiner ", ", forteller ", ", fortel ", " jeg ", "sier at", "seier at", "sier det", "seier det", "innlegget",
        " eg ", "journalist", " i går", " i fjor", "foto:", "publisert", "forfatter", "skriver i", "undersøkelse", "blogg",
    ]),
    (Genre::Article, 1, &[
        "\"", " hun ", " ho ", " han ", " meg ", "fortalte", "fortalde", "sa ", " min ", " oss som ",
    ]),
];

/// The signs, and what each says.
struct Signs {
    automaton: AhoCorasick,
    meanings: Vec<(Genre, usize)>,
}

static AUTOMATON: Lazy<Option<Signs>> = Lazy::new(|| {
    let mut words = Vec::new();
    let mut meanings = Vec::new();
    for &(genre, weight, signs) in SIGNS {
        for &sign in signs {
            words.push(sign);
            meanings.push((genre, weight));
        }
    }
    let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words).ok()?;
    Some(Signs { automaton, meanings })
});

/// Guesses the genre of a text; one without a sign is an article.
pub(super) fn guess(text: &str, blocks: &[Block]) -> Genre {
    /// As much as is looked at, in bytes.
    const ENOUGH: usize = 40_000;
    /// Headings of an ad weigh more than words, up to this many.
    const HEADINGS: usize = 4;
    /// In bytes; one that is longer is several.
    const LONGEST_AD: usize = 15_000;
    let (mut ad, mut policy, mut article) = (0, 0, 0);
    if let Some(Signs { automaton, meanings }) = AUTOMATON.as_ref() {
        let mut folded = String::from(" ");
        for block in blocks {
            if folded.len() > ENOUGH {
                break;
            }
            let body = block.span.of(text);
            let mut end = body.len().min(ENOUGH);
            while !body.is_char_boundary(end) {
                end -= 1;
            }
            folded.push_str(&fold_str(&body[..end]));
            folded.push_str(" \n ");
        }
        let mut counts = vec![0u8; meanings.len()];
        for found in automaton.find_iter(&folded) {
            let sign = found.pattern().as_usize();
            counts[sign] = counts[sign].saturating_add(1).min(3);
        }
        for (&(genre, weight), &count) in meanings.iter().zip(&counts) {
            let sum = match genre {
                Genre::Ad => &mut ad,
                Genre::Policy => &mut policy,
                _ => &mut article,
            };
            *sum += weight * usize::from(count);
        }
    }
    let headings = |test: &dyn Fn(&Block) -> bool| {
        blocks.iter().filter(|block| block.kind == BlockKind::Heading && test(block)).take(HEADINGS).count()
    };
    let of_ad = |block: &Block| {
        block
            .section
            .is_some_and(|kind| !matches!(kind, SectionKind::Other | SectionKind::About | SectionKind::Contact))
    };
    ad += 4 * headings(&of_ad);
    if text.len() > LONGEST_AD {
        // Longer than any ad: ads one after another have their headings throughout, advice on writing them has not.
        let all = blocks.iter().filter(|block| block.kind == BlockKind::Heading && of_ad(block)).count();
        if all * LONGEST_AD < text.len() * 2 {
            ad = 0;
        }
    }
    policy += 3 * headings(&|block| block.span.of(text).starts_with(|c: char| c.is_ascii_digit()));
    if blocks.first().is_some_and(|block| {
        let body = block.span.of(text);
        block.kind == BlockKind::Title && body.starts_with(|c: char| c.is_ascii_digit()) && body.contains('.')
    }) {
        policy += 3;
    }
    let best = ad.max(policy).max(article);
    if best < 2 || best == article {
        Genre::Article
    } else if best == ad {
        Genre::Ad
    } else {
        Genre::Policy
    }
}
