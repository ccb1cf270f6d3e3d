//! Norwegian text: prose that hardly names a competence, qualification lists that name many, and text made to be slow.

use super::Random;

/// Lines of qualification lists: about one word in twelve begins a finding.
#[rustfmt::skip]
const ITEMS: [&str; 40] = [
    "Erfaring med saksbehandling fra en liten virksomhet",
    "Gode samarbeids- og kommunikasjonsevner, også i travle perioder",
    "Svært god skriftlig og muntlig fremstillingsevne på norsk",
    "Kjennskap til forvaltningsloven og annet regelverk som gjelder",
    "Du arbeider selvstendig når det trengs, og spør når du lurer",
    "Evne til raskt å lære nye ting sammen med folk fra andre avdelinger",
    "Bachelorgrad innen økonomi eller tilsvarende fra høgskole, her hjemme eller i utlandet",
    "Førerkort klasse B er en fordel, men ikke et krav for den som bor nær",
    "Nøyaktig også mot slutten av en lang dag med mange henvendelser",
    "God digital kompetanse, for her skjer alt på skjerm fra morgen til kveld",
    "Erfaring fra prosjektledelse i liten skala, gjerne fra et sted som ligner",
    "Kunnskap om personvern i en kommune av vår størrelse",
    "Du må kunne samarbeide tett med naboen i øst, som har andre vaner",
    "Minst tre års erfaring med drift av store bygg fra før krigen",
    "Vi legger vekt på nysgjerrighet og på at du vil bli her lenge",
    "Fagbrev som elektriker er et krav, og papirene må ligge ved",
    "Du er fleksibel og tåler at dagen blir en annen enn den du så for deg",
    "Det er ønskelig med kunnskap om kart, men det kan vi lære deg",
    "Gode norskkunnskaper, siden de fleste her snakker det de lærte hjemme",
    "Relevant erfaring kan veie opp for manglende utdanning",
    "Serviceinnstilt overfor dem som ringer den tiende gangen",
    "Strukturert, for ingen andre vet hvor de gamle mappene ble satt",
    "Du har god rolleforståelse og vet når saken hører hjemme et annet sted",
    "Interesse for ny teknologi, uten at du trenger å ta i bruk alt",
    "Erfaring fra forhandlinger med dem som eier grunnen langs elva",
    "God på analyse og på å vise andre hva tallene fra i fjor sier",
    "Kjennskap til universell utforming, særlig ute om vinteren",
    "Du trives med høyt tempo om våren, når alle vil ha svar før snøen er borte",
    "Mastergrad i samfunnsgeografi eller noe som ligger nær",
    "Lederegenskaper som gjør at de unge blir med også når det regner",
    "Politisk teft, for ingen sak er så liten som den ser ut til",
    "Evne til å prioritere når fem saker ligger øverst i bunken",
    "Sertifikat for truck er en fordel, for lageret ligger langt unna",
    "Erfaring med universitetssektoren er nyttig, siden mange kommer derfra",
    "Du må beherske Excel godt, for tabellene her ble laget av en annen",
    "Engasjert også når vedtaket ble et annet enn det du gikk inn for",
    "Solid IKT-kompetanse og vilje til å dele den med de andre på huset",
    "Ønskelig med erfaring innen økonomistyring i det offentlige",
    "Du tar ansvar for egne oppgaver og sier fra i tide når noe stopper opp",
    "Trygg på å snakke foran mange, også på engelsk hvis det kommer gjester",
];

/// What joins an item to what it is said of.
const JOINTS: [&str; 8] = [" for", " hos", ", med", " mellom", " rundt", ", uten", ", og for", " eller"];

/// What the sentences of the prose are put together from: an opening, somebody, what they did, where and when.
#[rustfmt::skip]
const OPENINGS: [&str; 24] = [
    "I fjor", "Den høsten", "Etter krigen", "På lørdager", "Hver vår", "Om kvelden", "Før jul", "Samme dag", "Lenge før det", "Tidlig på morgenen",
    "Da snøen gikk", "Noen uker senere", "I mange år", "Til slutt", "Mot slutten av sommeren", "Ved midnatt", "Den gangen", "Som regel", "En regntung tirsdag",
    "Når det blåste fra vest", "I det gamle huset", "Bak kirka", "Nede ved elva", "Like over fjellet",
];
#[rustfmt::skip]
const DOINGS: [&str; 24] = [
    "flyttet", "solgte", "malte", "kjøpte", "mistet", "fant", "glemte", "hentet", "bar", "tegnet", "lånte", "gjemte", "fraktet", "reparerte", "plantet",
    "samlet", "fotograferte", "spiste", "beundret", "brente", "stjal", "arvet", "bygde", "rev",
];
#[rustfmt::skip]
const SOMEBODY: [&str; 28] = [
    "den gamle presten", "naboens hund", "to fiskere", "bestefaren min", "barna i gata", "en fremmed mann", "snekkeren", "tante Ågot", "hele bygda",
    "den yngste sønnen", "koret", "de tre søstrene", "en svensk turist", "bakeren", "kapteinen", "ho som budde øvst i lia", "guten med sykkelen", "ei gammal dame",
    "postmannen", "skiltmaleren Øyvind", "fotballaget", "en flokk måker", "de som kom med ferga", "brudeparet", "jentene på loftet", "fyrvokteren", "dei frå nabogarden",
    "kjøpmann Aas",
];
#[rustfmt::skip]
const SOMETHING: [&str; 32] = [
    "det blå skapet", "tolv epler", "en haug med ved", "gryta fra kjelleren", "båten til Sivert", "brevene fra Amerika", "seks stoler", "et maleri av havet",
    "den røde sykkelen", "klokka på veggen", "nøklene til naustet", "ei kasse med bøker", "en gammel radio", "treskoene", "potetene", "lua si", "frimerkene",
    "gjerdet rundt hagen", "to par ski", "kartet over øyene", "kaffekoppen", "den siste kaka", "lampa over bordet", "eit heilt lass med høy", "bildet av dronninga",
    "steinen i krysset", "garnet", "trapp og rekkverk", "en sekk mel", "juletreet", "ringen hennes", "seilet",
];
#[rustfmt::skip]
const WHERE: [&str; 28] = [
    "ved kaia", "på torget", "i fjøset", "bak låven", "under brua", "på den andre sida av fjorden", "mellom to bjørker", "i en forlatt stasjon", "langs veien til Røros",
    "oppe på hylla", "i skyggen av det store treet", "ute i båthavna", "ved siden av ovnen", "på et jorde i Østfold", "nord for vannet", "inne i den mørke skogen",
    "rett utenfor døra", "på toppen av bakken", "i et rom uten vinduer", "foran butikken", "borte ved steingjerdet", "nede i kjelleren", "på perrongen", "midt i gata",
    "i Kristiansund", "ved foten av fjellet", "innerst i vika", "hos bestemor",
];
#[rustfmt::skip]
const TAILS: [&str; 32] = [
    ", og regnet hadde nettopp gitt seg over byen", ", men ingen sa noe", ", slik de alltid hadde gjort", "", "", ", der det før lå et lager", ", mens måkene skrek", "",
    ", for natta var kald", ", og lyset fra fyret feide over taket", ", uten at noen merket det", ", som lå blank og stille", ", og det luktet av tjære og tang", "",
    ", selv om klokka nesten var tolv", ", og siden ble det aldri snakket om", ", trolig fordi vinden snudde", " og gikk hjem igjen", " og lo så det hørtes over vannet", "",
    ", med ost, brød og brukte bøker på bordet", ", i det milde kveldslyset", ", og snøen lå til langt ut i april", ", noe avisa skrev om dagen etter", ", til stor glede for kattene",
    ", helt til bussen kom", ", om vi skal tro historien", ", og ikkje eit ord vart sagt", ", slik at hele gata våknet", ", tre dager på rad", " før sola rant", ", så vidt vi vet",
];
/// One of these stands among some twenty sentences.
const NAMING: [&str; 8] = [
    "Siden har de lett etter noen med god teknisk kompetanse.",
    "Det krever tålmodighet og evne til å lytte.",
    "Kommunen mangler folk med digital kompetanse.",
    "Han hadde lang erfaring med saksbehandling.",
    "Hun er kjent for gode samarbeidsevner.",
    "Kurset i prosjektledelse gikk over to helger.",
    "De trenger flere med fagbrev som tømrer.",
    "Norsk og engelsk er greit å kunne der ute.",
];

/// What the things of the prose are made of: compounds beyond counting, so that the text has as many different words as text has.
const PARTS: &str = "
anker ask bakke bark bekke bever binge bjørk bjørne blåbær brann brenne brygge bukke busk dal dreng dugg due dør eike elg elve eng fager falke fjell fjord fjøs flåte foss furu
føll gate gaupe geite gjerde glede gran gress gris grue grøft grå gull hage hare hassel haug hav heste himmel holme hull hylle høst is ilder jern jord jule kalv kanne kirke kiste
kjerre klokke klove knapp korn kråke kroken kult kveld kvist lade lam lande lauv lerke lin lomme lue lyng løe løk løv mark maur melk myr måke måne natt nepe nese never nord not
ner nøtte nål okse ospe oter ovn plog potet purke pære rabbe rein rev ring rips rogn rose rug råd rønne sag salt sand selje sel sild skaut skog skrog skur slede smed smør snø
sol sopp spann spiker stein stolpe storm strand stue sund svale sverd sølv såpe tang tann tau teine teppe tiur tjern tjære torsk tran trost tråd tue tønne ull ulv ur ut vann
vegg vept ved vester vidje vik villa vind vinter vogn vår øks øre ørn åker åre ås
";

fn thing(random: &mut Random, parts: &[&str], out: &mut String) {
    out.push_str(random.pick(&["en ", "den ", "ei ", "", "hver ", "deres ", "min ", "to "]));
    out.push_str(random.pick(parts));
    out.push_str(random.pick(parts));
    out.push_str(random.pick(&["", "en", "et", "a", "ene", "ar", "er", "s"]));
}

fn sentence(random: &mut Random, parts: &[&str], out: &mut String) {
    match random.below(3) {
        0 => {
            let who = random.pick(&SOMEBODY);
            let mut letters = who.chars();
            out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            out.push_str(letters.as_str());
            out.push(' ');
            out.push_str(random.pick(&DOINGS));
        }
        _ => {
            out.push_str(random.pick(&OPENINGS));
            out.push(' ');
            out.push_str(random.pick(&DOINGS));
            out.push(' ');
            out.push_str(random.pick(&SOMEBODY));
        }
    }
    out.push(' ');
    out.push_str(random.pick(&SOMETHING));
    out.push(' ');
    out.push_str(random.pick(&["og", "med", "for", "uten", "som", "av"]));
    out.push(' ');
    thing(random, parts, out);
    out.push(' ');
    out.push_str(random.pick(&WHERE));
    out.push_str(random.pick(&TAILS));
    out.push_str(". ");
}

/// Prose in paragraphs, at least `size` bytes: under one word in 200 begins a finding.
pub(crate) fn prose(size: usize) -> String {
    let mut random = Random::new(26);
    let parts: Vec<&str> = PARTS.split_whitespace().collect();
    let mut text = String::with_capacity(size + 1000);
    while text.len() < size {
        for _ in 0..4 + random.below(6) {
            sentence(&mut random, &parts, &mut text);
            if random.below(15) == 0 {
                text.push_str(random.pick(&NAMING));
                text.push(' ');
            }
        }
        text.truncate(text.trim_end().len());
        text.push_str("\n\n");
    }
    text
}

/// Qualification lists, one ad after the other, at least `size` bytes: about one word in twelve begins a finding.
pub(crate) fn dense(size: usize) -> String {
    let mut random = Random::new(20);
    let parts: Vec<&str> = PARTS.split_whitespace().collect();
    let mut text = String::with_capacity(size + 2000);
    while text.len() < size {
        text.push_str("Kvalifikasjoner\n");
        for _ in 0..8 + random.below(8) {
            text.push_str("• ");
            text.push_str(random.pick(&ITEMS));
            text.push_str(random.pick(&JOINTS));
            text.push(' ');
            thing(&mut random, &parts, &mut text);
            if random.below(3) == 0 {
                text.push(' ');
                text.push_str(random.pick(&WHERE));
            }
            text.push('\n');
        }
        text.push('\n');
    }
    text
}

/// Cuts a text at line ends into documents of at most `size` bytes; a line is never cut.
pub(crate) fn pieces(text: &str, size: usize) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text;
    while rest.len() > size {
        let end = rest.as_bytes()[..size].iter().rposition(|&byte| byte == b'\n').map_or(rest.len(), |at| at + 1);
        out.push(&rest[..end]);
        rest = &rest[end..];
    }
    out.push(rest);
    out
}

/// Texts made to be slow, each `size` bytes: everything suspended, coordinated, inserted, cut, or cued.
pub(crate) fn adversarial(size: usize) -> Vec<(&'static str, String)> {
    [
        ("conjuncts", "samarbeids- og kommunikasjons- og prosjekt- og endrings- og "),
        ("carriers", "erfaring med god kunnskap om og gjerne evne til å "),
        ("inserts", "bygge helt nye gode raskt svært ulike "),
        ("cues", "vi trenger ikke krav om behov for mangler og må ha "),
        ("one-word", "samarbeidskompetanseerfaringsutvikling"),
        ("quotes", "\"vi må ha erfaring\", sier han, og hun mener "),
        ("hyphens", "-samarbeid- "),
        ("marks", ". , ; : ( ) "),
    ]
    .into_iter()
    .map(|(name, piece)| (name, piece.repeat(size / piece.len())))
    .collect()
}
