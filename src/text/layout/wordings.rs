//! Headings as ads word them, in both written standards, and lines that look like them.

use super::SectionKind::{
    self, About, Contact, DesiredQualifications, Duties, Offer, Other, PersonalQualities, Qualifications,
};
use super::headings::classify;

#[rustfmt::skip]
const HEADINGS: &[(SectionKind, &[&str])] = &[
    (Qualifications, &[
        "Kven passar for jobben?", "Det vi ønsker av deg", "Utdanning og erfaring vi ser etter", "Me krev", "Kvalifikasjoner – må",
        "Krava våre", "Kva du må ha", "Vi ser for oss at du", "Den vi leter etter", "Hvem er det vi ser etter?", "Kven leitar vi etter?",
        "Hvem leter vi etter til denne stillingen?", "Kva krev vi av deg?", "Hva kreves av deg?", "Dette må du kunne", "Dette må du ha",
        "Det du må ha", "Du må ha:", "Dine kvalifikasjoner og egenskaper", "Kvalifikasjonane dine", "Kompetansen din",
        "Di utdanning og erfaring", "Din bakgrunn", "Din erfaring og kompetanse", "Hva har du med deg?",
        "Kva har du med deg inn i jobben?", "Hva kan du?", "Dette har du", "For å trivast i jobben må du",
        "For å lykkes hos oss må du ha", "Slik lykkes du i rollen", "Som søkjar må du ha", "Søkjaren må ha", "Søkjarar må ha",
        "Den vi tilset må ha", "Den som blir tilsett må ha", "Vi krev at du har", "Vi krever", "Vi forventer at du", "Vi ventar at du",
        "Vi reknar med at du", "Vi håper du", "Vi ønskjer oss ein kollega som", "Me søkjer deg som", "Me ynskjer deg som",
        "Vi vil ha deg med på laget om du", "Har du det som trengst?", "Er det deg vi leitar etter?", "Er du den vi ser etter?",
        "Er du vår nye kollega?", "Passar du inn?", "Kjenner du deg att?", "Drømmekandidaten", "Vår drømmekandidat",
        "Den ideelle kandidaten", "Den rette for jobben", "Ideell kandidat har", "Kven kan søkje?", "Hvem bør søke?",
        "Hvem passer i jobben?", "Nødvendige kvalifikasjoner", "Naudsynte kvalifikasjonar", "Formelle krav", "Krav til deg",
        "Krav til søkjar", "Krava til stillinga", "Krav vi stiller", "Våre krav", "Våre krav til deg", "Kompetansekrav:",
        "Utdanningskrav", "Erfaringskrav", "Krav til utdanning og erfaring", "Utdanning og praksis", "Utdanning og røynsle",
        "Kunnskap og erfaring", "Kompetanse og personlige egenskaper", "Kvalifikasjonskrav og personlege eigenskapar", "Fagkompetanse",
        "Kompetanseprofil", "Profil", "Personprofil", "Minstekrav", "Må-krav", "Må:", "Skal ha", "Requirements",
        "Required qualifications", "Who are we looking for?", "We are looking for someone who", "What we're looking for",
        "Your background", "Skills and experience", "Du har", "Du som får jobben", "Vi ser etter ein person som er", "Vi leitar etter",
        "Vi er på jakt etter en som", "Kva ser vi etter hos deg?", "Det vi ser etter", "Dette ser vi etter hos deg",
        "Hva skal til for å få jobben?",
    ]),
    (DesiredQualifications, &[
        "Ønskeleg med", "Pluss i margen om du", "Ekstra kjekt om du", "Ynskje", "Kvalifikasjonar – bør",
        "Det er en fordel om du har", "Det er ein føremon om du", "Det er også en fordel med", "Ein føremon", "Et pluss:",
        "Pluss om du har", "Ekstra pluss for", "Kjekt om du kan", "Fint å ha", "Greit å kunne", "Bør ha", "Bør-krav", "Kan-krav",
        "Du bør ha", "Du har gjerne", "Du har gjerne også", "Helst også", "Gjerne også", "Vi ser gjerne at du", "Vi ser helst at du har",
        "Vi set pris på om du", "Vi blir ekstra glade om du", "Vi ønsker også", "I tillegg ønskjer vi",
        "I tillegg er det ein føremon om du", "Ønskene våre", "Ønska våre", "Ønskeliste", "Ønskt kompetanse",
        "Ønska utdanning og erfaring", "Ynskt kompetanse", "Ønskede kunnskaper og ferdigheter", "Ønskelig, men ikke et krav",
        "Ikke krav, men en fordel", "Tilleggskvalifikasjoner", "Bonus", "Bonuspoeng for", "Nice to have", "Preferred qualifications",
        "It is an advantage if you have", "Hva er en fordel?", "Dette er en fordel", "Dette teller positivt", "Har du i tillegg",
        "Andre ønskede kvalifikasjoner", "Erfaring som er en fordel", "Kva du bør ha", "Kva bør du kunne?", "Kjem godt med",
    ]),
    (PersonalQualities, &[
        "Slik er du", "Hvordan er du?", "Personlige kvaliteter",
        "Dine personlige egenskaper", "Eigenskapane dine", "Eigenskapar vi ser etter", "Egenskaper vi verdsetter hos deg",
        "Viktige eigenskapar for stillinga", "Kven er du som person?", "Hvem er du som søker?", "Hvem tror vi at du er?", "Vi trur du er",
        "Slik er du som person", "Sånn er du", "Om deg som søkjer", "Litt om deg", "Meir om deg", "Som person er du", "Som kollega er du",
        "Som menneske er du", "Som leiar er du", "Du som person", "Dine styrker", "Personlegdom", "Korleis er du som person?",
        "Slik vil kollegaene beskrive deg", "Personality", "Who are you?", "Who you are", "Personal qualities", "Sosiale ferdigheter",
        "Menneskelige egenskaper",
    ]),
    (Duties, &[
        "Jobben din blir å", "Ansvars- og arbeidsområde", "Stillinga sine arbeidsoppgåver",
        "Kva du skal gjere", "Kva jobben går ut på", "Kva skal du gjere?", "Hva skal du jobbe med hos oss?", "Kva får du jobbe med?",
        "Kva vil arbeidet gå ut på?", "Hva er jobben?", "Hva innebærer rollen?", "Kva inneber jobben?", "Kva går stillinga ut på?",
        "Dette skal du gjere", "Dette kommer du til å jobbe med", "Det du skal gjøre", "Her skal du", "Hos oss skal du",
        "I denne rollen skal du", "Som rådgiver skal du", "Som lærar hos oss vil du", "Du skal blant annet", "Du vil mellom anna",
        "Dine oppgaver hos oss", "Oppgåvene dine blir", "Dine oppgaver vil være", "Dine viktigste oppgaver", "Dei viktigaste oppgåvene",
        "De viktigste oppgavene dine", "Kjerneoppgaver", "Primæroppgaver", "Hovudoppgåvene dine", "Sentrale arbeidsoppgaver vil være",
        "Ansvar og arbeidsoppgåver", "Ansvaret ditt", "Ditt ansvar", "Ditt ansvarsområde", "Hovedansvar", "Ansvarsområde", "Rolla di",
        "Din rolle hos oss", "Jobben din", "Kvardagen din hos oss", "Din arbeidshverdag", "Arbeidsdagen din", "Ein vanleg dag på jobb",
        "En typisk uke", "Slik ser arbeidsdagen din ut", "Korleis ser kvardagen ut?", "Om arbeidsoppgåvene", "Litt om oppgavene",
        "Stillinga inneber", "Arbeidet består mellom anna i", "Til stillinga ligg", "Stillingens ansvarsområder", "Innhald i stillinga",
        "Vi trenger deg til å", "Du får ansvar for", "Du blir ansvarleg for", "Du vil være ansvarlig for", "Responsibilities",
        "Your tasks", "Main tasks", "What will you do?", "Key responsibilities", "Arbeidsfelt", "Gjøremål", "Hva du skal jobbe med",
        "Kva du kjem til å arbeide med", "Hva kan du bidra med?",
    ]),
    (Offer, &[
        "Det du får av oss", "Kva du blir ein del av", "Dine fordeler som ansatt",
        "Kva kan vi lokke med?", "Til gjengjeld får du", "Vi byr på", "Vi tilbyr deg", "Me tilbyr", "Vi kan by på", "Vi lokkar med",
        "Vi frister med", "Kva byr vi på?", "Hva har vi å by på?", "Hva gir vi deg?", "Kva får du hos oss?", "Hva får du tilbake?",
        "Kva kan du vente deg?", "Dette får du", "Det får du", "Dette kan du vente deg hos oss", "Hos oss får du", "Hos oss finn du",
        "Hos oss blir du", "Her får du", "Som tilsett hos oss får du", "Som lærling får du", "I Nordvik kommune får du",
        "Nordvik kommune kan tilby", "Nordvik kommune byr på", "Til gjengjeld kan vi tilby", "Til gjengjeld tilbyr vi", "I retur får du",
        "Kvifor jobbe hos oss?", "Hvorfor velge oss?", "Hvorfor oss?", "Derfor skal du velje oss", "Fem grunner til å jobbe hos oss",
        "Fordeler ved å jobbe hos oss", "Godene våre", "Våre goder", "Lønn og betingelser", "Løn og arbeidsvilkår",
        "Lønns- og ansettelsesvilkår", "Lønn og goder", "Vilkår", "Tilsettingsvilkår", "Hva er i det for deg?", "Vårt løfte til deg",
        "Vi lover deg", "Vi gir deg", "Vi gjev deg", "Kva kan vi gje deg?", "We offer", "What we offer", "Benefits", "Why join us?",
        "Arbeidsgivar tilbyr",
    ]),
    (About, &[
        "Viktige verdier", "Om oss", "Kven er vi?", "Litt om kommunen", "Visjonen vår", "Vår visjon og verdier",
        "Våre verdier", "Verdiane våre", "Verdigrunnlaget vårt", "Om avdelinga", "Arbeidsplassen din", "Din nye arbeidsplass",
        "Hvorfor er stillingen ledig?", "Bakgrunn for utlysinga", "Bli kjent med oss", "Møt teamet", "Møt dine nye kolleger",
        "About the role", "Who we are", "Kort om stillingen",
    ]),
    (Contact, &[
        "Korleis søkjer eg?",
        "Slik søker du", "Korleis søkje?", "Hvordan søke på jobben?", "Søk jobben i dag!", "Har du spørsmål?", "Nokre spørsmål?",
        "Lurer du på noko?", "Vil du vite meir om jobben?", "Høyrest dette spennande ut?", "Høres dette ut som noe for deg?",
        "Er dette noko for deg?", "Er dette jobben for deg?", "Nysgjerrig?", "Interessert?", "Kontakt", "Søknaden din", "Send søknad",
        "Søknad og frist", "Søknadsfrist og kontakt", "Prosessen vidare", "Videre prosess", "How to apply", "Contact", "Arbeidsstad",
    ]),
    (Other, &[
        "Praktisk informasjon", "Praktisk info", "Anna informasjon", "Andre opplysninger", "Øvrig informasjon", "Mangfald",
        "Likestilling og mangfald", "Greit å vite", "Verdt å vite", "Godt å vite", "Merk!", "Viktig å vite",
    ]),
];

/// Items, praise and sentences.
#[rustfmt::skip]
const NONE: &[&str] = &[
    "Relevant utdanning", "Relevant erfaring fra barnehage", "Erfaring fra barnehage", "God kompetanse på drift", "Kunnskap om lovverket",
    "Gode betingelser", "Konkurransedyktige betingelser", "Gode vilkår", "Gode utviklingsmuligheter", "Karrieremuligheter i konsernet",
    "Lønn etter avtale", "Løn og pensjon etter tariff", "Kurs", "Kurs og opplæring", "Spennende oppgaver", "Varierte arbeidsoppgåver",
    "Må ha førerkort", "Bør ha fagbrev", "Kjekt å ha fagbrev", "Fordel med fagbrev", "Det er en fordel med fagbrev", "Ønskelig med fagbrev",
    "Ønskelig kompetanse innen GIS", "Krav om politiattest", "Krav til vandel", "Du er strukturert", "Du har godt humør", "Du liker folk",
    "Vi trur du er ein god kollega", "Vi søker en rådgiver", "Vi søkjer ein lærar til Nordvik", "Vi trenger flere hender",
    "Vi tilbyr gode vilkår", "Du får god opplæring", "Her får du god opplæring", "Hos oss får du en god start", "Dette er viktig for oss",
    "Det er viktig at du liker folk", "Det er bra", "Vi har det fint", "Vi byr på kake", "Personlige egenskaper vil bli vektlagt",
    "Personlig egnethet", "Personleg eignaheit", "Vi legger vekt på personlige egenskaper", "Kravene er høye", "Kva meiner du?", "Hva skal til?", "Hva trenger vi?", "Hvordan gikk det?",
    "Hvorfor er det slik?", "Ansvar for drift", "Ansvar og myndighet", "Fordeler ved digitalisering", "Oppfølging av elever",
    "Du skal ha godt humør", "Som lærer får du vite mye", "Slik er det blitt", "Slik lykkes kommunene", "Våre ansatte er dyktige", "Dette kan du vente av leiaren din",
    "Kven som helst kan søkje", "Vil du bli vår nye kollega?", "Vil du jobbe med barn?", "Er du klar for nye utfordringer?",
];

#[test]
fn wordings() {
    let mut wrong = Vec::new();
    for (kind, lines) in HEADINGS {
        wrong.extend(
            lines.iter().map(|line| (line, Some(*kind), classify(line))).filter(|(_, wanted, got)| wanted != got),
        );
    }
    wrong.extend(NONE.iter().map(|line| (line, None, classify(line))).filter(|(_, wanted, got)| wanted != got));
    assert!(wrong.is_empty(), "{wrong:#?}");
}
