//! Texts to measure on, made by a seeded generator so that every machine measures the same.

/// A small, fixed pseudo-random generator (xorshift): the same numbers everywhere, for ever.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n
    }

    pub(crate) fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

/// Lines of qualification lists: about one word in twelve begins a finding.
const ITEMS: [&str; 12] = [
    "Erfaring med saksbehandling og rapportering i en større virksomhet",
    "Gode samarbeids- og kommunikasjonsevner, også i travle perioder av året",
    "Svært god skriftlig og muntlig fremstillingsevne på norsk",
    "Kjennskap til forvaltningsloven og annet regelverk som gjelder for området",
    "Du arbeider selvstendig og strukturert når det trengs og spør når du lurer",
    "Evne til raskt å lære nye ting sammen med kollegaer fra andre avdelinger",
    "Bachelorgrad innen økonomi eller tilsvarende fra høgskole eller universitet",
    "Førerkort klasse B er en fordel, men ikke et krav for denne stillingen",
    "Nøyaktig og løsningsorientert også mot slutten av en lang og travel dag",
    "God digital kompetanse og interesse for ny teknologi i egen hverdag",
    "Erfaring fra prosjektledelse eller annen ledelse i liten eller stor skala",
    "Kunnskap om personvern, anskaffelser og budsjett i en kommune av vår størrelse",
];

/// Sentences that name hardly any competence.
const PROSE: [&str; 12] = [
    "Bussen gikk fra torget klokka ni, og regnet hadde nettopp gitt seg over byen.",
    "I fjor flyttet biblioteket inn i det gamle meieriet ved elva, der det før lå et lager.",
    "Mange av husene langs veien ble bygd etter krigen og har hager med epletrær.",
    "Om høsten samler naboene seg på kaia for å se båtene komme inn med fangsten.",
    "Avisa skrev at brua skulle males, men ingen har sett noe til malerne ennå.",
    "Det gamle fyret lyser fortsatt hver natt, selv om ingen bor der lenger.",
    "På lørdager er det marked på plassen, med ost, brød, blomster og brukte bøker.",
    "Vinteren var lang, og snøen lå til langt ut i april på nordsida av fjellet.",
    "Toget til hovedstaden bruker fire timer når alt går som det skal på strekningen.",
    "Han satte kaffekoppen fra seg og så ut på fjorden, som lå blank og stille.",
    "Statistikken viser at folketallet har økt svakt i kommunen de siste ti årene.",
    "Til slutt ble møtet avsluttet, og alle gikk hver til sitt i det milde kveldslyset.",
];

/// An ad of many qualification items, at least `size` bytes.
pub(crate) fn dense(size: usize) -> String {
    let mut random = Random::new(20);
    let mut text = String::from("Kvalifikasjoner\n");
    while text.len() < size {
        text.push_str("• ");
        text.push_str(random.pick(&ITEMS));
        text.push('\n');
    }
    text
}

/// Prose with few findings, at least `size` bytes.
pub(crate) fn prose(size: usize) -> String {
    let mut random = Random::new(26);
    let mut text = String::new();
    while text.len() < size {
        for _ in 0..6 {
            text.push_str(random.pick(&PROSE));
            text.push(' ');
        }
        text.push_str("\n\n");
    }
    text
}
