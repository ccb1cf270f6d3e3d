//! Norwegian words to make forms and texts of.

/// First parts of compounds.
pub(crate) const FIRST: &str = "
arbeids areal arkiv avtale avløps ambulanse anleggs analyse apotek asfalt atferds administrasjons akutt aldersrelaterte
barnehage barneverns bane bedrifts beredskaps betong bibliotek bilde bio blod bolig brann bruker bruks budsjett bygge by bygnings båt
data debatt demens demokrati departements design dialog diakoni digitaliserings dokument domene drifts dyre døgn
eiendoms eksport elektro elev energi endrings engelsk ergo etikk erfarings etter eldre
fag familie farge fartøys feil felles ferie fiske fjern fjord flyktning folke forbruker formidlings forskningsmiljø forsvars forvaltnings forhandlings fot frakt fram fritids front fugle funksjons fylkes fysio fødsels
gass gate gevinst geo gjelds glass gravide grense gruppe grunn
hage handels havbruks hav helse hjelpe hjemme historie hjerte hotell hud hus hygiene hånd hånds høyre
idretts identitets immun import industri informasjons inkasso innkjøps innvandrings inspeksjons instrument integrerings internett isolasjons
jernbane jord journal juridisk jubileums
kaffe kalkulasjons kamera kampanje kart kirke kjede kjemi kjøle kjøre klage klima klinikk klasse kode kommando kommune kommunikasjons konferanse konflikt konkurranse konsert kontor kontrakts kost kraft kreft krise kultur kunde kurs kvalitets kyst
labor lager landbruks lands laste lede legemiddel leke lese leverandør likestillings livs logg lokal lov luft lys lyd lærings løfte lønns
maler marin markeds maskin mat matematikk medisin medie melke mengde menighets merke metall miljø minoritets mobil mote motor museums musikk mål mønster møbel
nabo nasjons natt natur nav nett neste norsk nærings nød
odel offer olje omsorgs omstillings opera opplærings ordre organisasjons oste overvåkings
papir park pasient pedagogikk pensjons personal pilot plan plast politi post presse pris produkt program prosess prosjekt psykiatri publikums pumpe
radio rapporterings regional regnskaps rehabiliterings reise rekrutterings rens reindrifts retts ren resultat rolle rom rus råd råvare rør
sak salgs samarbeids samfunns sang seksjons selskaps service sertifiserings sikkerhets sjø skade skatte skip skole skog skred skrive sky slakte smitte snø sosial språk spill stall stats stein stillas stoff strategi strøm studie støtte styre sykehus synge system søke
tak tale tann team tegne teknologi tele tekst test tids tilsyns tjeneste toll tolke trafikk transport tre trygde tunnel turist tv type
ulykkes undervisnings ungdoms universitets utbyggings utdannings utleie utrednings utviklings
vakt valg vann vare varme vedlikeholds veg veilednings velferds verdi verksted verne vilt vind vinter virksomhets virus volum våpen
web verdens vaksinasjons vask
yrkes ytrings
åpnings årskull åsted
økonomi øre øvings øko
";

/// Second parts, by the paradigm of their endings: *evne*, *utvikling*, *arbeid*, *rapport*, *lærer*.
pub(crate) const SECOND: [&str; 5] = [
    "kompetanse forståelse evne ledelse metode tjeneste undersøkelse interesse hendelse ytelse regel skole bedrift gruppe sone flate time kurve linje kilde maske pakke
     side skive sperre stue trygde tabell tavle type uke undersåtte uttalelse vare øvelse analyse klasse oppgave leveranse bremse bølge brygge kasse kiste krone lue",
    "erfaring ferdighet utdanning utvikling behandling planlegging styring oppfølging rådgivning veiledning opplæring sikkerhet løsning formidling forvaltning vurdering
     måling beregning tegning bygging montering trening endring forhandling samling stilling ordning lesing skriving retting rydding maling handling avdeling bygning dekning
     drøfting enhet flytting forsking gjerning helhet kartlegging kvalitetssikring levering likhet mottaking nyskaping oversetting plassering rettighet saksgang tilpasning",
    "arbeid ansvar verktøy system samarbeid prosjekt program vedlikehold innkjøp salg regnskap budsjett fag sertifikat kurs bord blad brev bygg dekk dokument felt fjell
     fartøy forbund gulv hefte hus kart kjøp kontor krav lag land loft lys mål marked miljø nett nivå område panel plagg register rom råd senter sett skap skjema spor
     språk språkråd sted stoff stykke tak tog tilbud tiltak tre utstyr utvalg valg vann vern verk",
    "rapport kontroll drift teknikk teknologi prosess strategi dokumentasjon kommunikasjon reparasjon økonomi disiplin innsikt praksis bakgrunn administrasjon allmenning
     artikkel avis balanse bank bil bok bygd del design fabrikk festival flåte funksjon hage hall havn hylle innsats inspeksjon institusjon instruks kampanje kapasitet kunnskap
     krets kultur lov lisens logistikk mast modell motor organisasjon park plan plattform politikk port profil rett rolle sal samtale sektor sesong stasjon statistikk vei",
    "lærer leder rådgiver pleier fører bruker arbeider behandler kjører maler selger tegner tester utvikler veileder forsker snekker kokk gartner kelner baker drømmer eier
     fanger fisker givere hopper jeger kjemper laster melder nekter padler røyker skriver tolker vakter vever",
];

/// Adjectives and participles that stand before a word in a phrase.
pub(crate) const BEFORE: &str = "
god gode solid bred digital digitale faglig faglige tverrfaglig strategisk offentlig kommunal praktisk teoretisk skriftlig muntlig relevant relevante helhetlig grunnleggende inngående
allsidig avansert bærekraftig daglig effektiv ekstern engasjerende fleksibel formell generell høy intern juridisk klinisk konkret kreativ kritisk langsiktig ledende medisinsk moderne
nasjonal nyttig operativ pedagogisk personlig politisk presis regional sikker sosial statlig systematisk teknisk trygg tydelig ulik variert verdifull viktig økonomisk årlig
";

/// What leads to a word in a phrase.
pub(crate) const LEAD: [&str; 28] = [
    "erfaring med",
    "erfaring fra",
    "kunnskap om",
    "evne til",
    "interesse for",
    "utdanning innen",
    "ansvar for",
    "kjennskap til",
    "kurs i",
    "arbeid med",
    "bakgrunn fra",
    "ferdigheter i",
    "innsikt i",
    "oversikt over",
    "praksis fra",
    "trygg på",
    "god på",
    "jobbe med",
    "drive med",
    "bidra til",
    "sørge for",
    "delta i",
    "følge opp",
    "ta hånd om",
    "lede",
    "utvikle",
    "planlegge",
    "forstå",
];

/// Verbs without their last *e*.
pub(crate) const VERBS: &str = "
administrer aksepter analyser anbefal ansett arbeid arranger avklar avslutt avtal behandl behersk beregn beskriv beslutt besøk bestill betjen bevar bidra bruk bygg båndlegg
dekk del delegerer delta diskuter dokumenter drift drøft effektiviser eksperimenter endr engasjer etabler etterlev evaluer finn fles flett flytt følg foren foreslå formidl forstå forvalt
fordel fremm fullfør gjennomfør glem gransk grupper håndter hent hev hjelp hus husk identifiser implementer inform inspirer installer integrer invester involver jobb kalkuler kartlegg kjenn
kjøp klargjør koble kommuniser kontroller koordiner kvalifiser lag lagr lans led les lev lever lik logg lytt lær løft løs mal markedsfør mestr mobiliser monter motiver mål møt nett nyskap
observer omstill operer oppdag oppdater opplær opprett organiser orienter overhold overtal pakk planlegg plei prat presenter prioriter produser programmer prøv påvirk rapporter redegjør
reduser regn reis rekrutter reparer respekter rett rydd saml samarbeid sammenlign samordn se selg sett sikr skap skill skriv skru slipp snakk sorter spill spør sterk stimuler strukturer
studer styr støtt svar sveis søk tegn tenk test tilpass tilrettelegg tolk tren trivs undersøk undervis utarbeid utfordr utfør utred utvikl ved vedlikehold veiled velg verdsett vis vurder vær
yt ønsk øv åpn
";
