package be.livc.web.demo;

import static be.livc.web.demo.Telling.about;
import static be.livc.web.demo.Town.COORDINATOR;
import static be.livc.web.demo.Town.OFFICER;

import be.livc.casefile.CaseId;
import be.livc.casefile.Goal;
import be.livc.signal.Filed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What Voorbeeldstad works on now: a plan for a minor, a consultation that is going on, one in preparation. */
final class CurrentCases {

    private final Town town;

    CurrentCases(Town town) {
        this.town = town;
    }

    /** A pupil of sixteen, with a plan whose measures are partly overdue. */
    CaseId pupil() {
        CaseId robbe = robbe();
        Talk talk = Talk.on(Town.working(town.ago(26)), "Stadhuis, zaal 1", town);
        int n = talk.item(robbe, "Minderjarige, eerste bespreking", "clb", "school", "caw");
        talk.isClear(n);
        talk.present(n, "clb", "school", "caw");
        talk.opens();
        talk.says(n, "io", "De oom heeft geen vergund wapen. Bij hem thuis is geen vuurwapen gevonden.");
        talk.confides(
                n,
                "clb",
                "Zijn moeder vroeg zelf om hulp. Sinds de verhuizing is hij veel alleen en slaapt hij slecht.",
                "coordinator",
                "caw");
        talk.says(
                n, "school", "Hij komt elke dag. De twee klasgenoten en hun ouders zijn ingelicht over de afspraken.");
        talk.decides(
                n,
                "We begeleiden hem en zijn gezin, op school en thuis. Geen maatregel zonder dat zijn moeder het weet.",
                "clb",
                "school",
                "caw");
        planFor(robbe);
        talk.ends();
        return robbe;
    }

    private void planFor(CaseId robbe) {
        Goal lessons = new Goal("SCHOOL", "Hij volgt alle lessen en voelt zich er veilig, net als zijn klasgenoten.");
        Goal mother = new Goal("FAMILY", "Zijn moeder weet bij wie ze terechtkan.");
        town.plan(
                robbe,
                town.ahead(21),
                List.of(lessons, mother, new Goal("NETWORK", "Hij vindt opnieuw vrienden in de buurt.")),
                town.serving(
                        lessons,
                        town.measure(
                                "clb",
                                town.ahead(4),
                                "Elke week een gesprek met hem, om de twee weken met zijn moeder erbij.")),
                town.serving(
                        lessons,
                        town.measure(
                                "school",
                                town.ago(3),
                                "Afspraken over veiligheid in de klas opschrijven en bespreken.")),
                town.serving(mother, town.measure("caw", town.ago(8), "Eerste huisbezoek van de gezinsbegeleider.")),
                town.serving(
                        mother,
                        town.measure(
                                "coordinator", town.ahead(14), "Zijn moeder vertellen wat is afgesproken en waarom.")));
    }

    /** The information officer notes how the risk of the pupil was assessed since. */
    void assess(CaseId robbe) {
        town.assessed(
                robbe, "io", new TreeMap<>(Map.of(town.ago(24), "HIGH", town.ago(10), "MODERATE", town.ago(1), "LOW")));
    }

    private CaseId robbe() {
        Filed signal = town.signal(
                "clb",
                about("Robbe", "Van Acker", town.aged(16))
                        .urgent()
                        .fact(
                                town.ago(38),
                                "Leerkracht Nederlands",
                                "Schreef een opstel waarin een leerling twee klasgenoten straft. Beide namen bestaan echt.")
                        .fact(
                                town.ago(35),
                                "CLB-medewerker, gesprek met de leerling",
                                "Noemt het 'maar een verhaal', toont filmpjes van een schietpartij en zegt dat 'ze het"
                                        + " verdienden'.")
                        .hearsay(
                                town.ago(33),
                                "Medeleerlingen, via de leerlingbegeleider",
                                "Zou gezegd hebben dat hij weet waar zijn oom een jachtgeweer bewaart.")
                        .opinion(
                                town.ago(33),
                                "CLB-medewerker",
                                "Lijkt eenzaam sinds de verhuizing. Wil praten als zijn moeder erbij is.")
                        .notInformedBecause("Met zijn moeder is afgesproken het hem samen te vertellen."));
        town.retain(
                signal,
                "Concrete namen en een mogelijke toegang tot een wapen: snel samen bekijken, met zorg voor een minderjarige.",
                "Toegang tot een wapen wordt nagegaan. Overleg binnen de week.",
                "CHANGED_BEHAVIOUR",
                "ISOLATION",
                "GLORIFIES_VIOLENCE",
                "VULNERABILITY");
        return town.list(
                signal,
                "De veiligheid op school bewaken en de jongere op tijd helpen.",
                "School, CLB en politie hebben elk een stuk van het verhaal.");
    }

    /** A consultation of today, with one case to discuss and one under an embargo. */
    Talk prepareToday() {
        CaseId stijn = stijn();
        CaseId yara = yara();
        Talk talk = Talk.on(town.ago(0), "Stadhuis, zaal 2", town);
        int n = talk.item(yara, "Eerste bespreking", "ocmw", "justitiehuis", "caw", "vdab");
        int suspended = talk.item(stijn, "Eerste bespreking", "ocmw", "justitiehuis");
        talk.isClear(n);
        talk.isUnderEmbargo(suspended, "Vraag van het parket, notitie DEMO-117 (fictief)", town.ahead(12));
        return talk;
    }

    /** It is open, and its first item is under discussion. */
    void today(Talk talk) {
        int n = 1;
        talk.present(n, "ocmw", "justitiehuis", "vdab");
        talk.opens();
        talk.says(n, "io", "Over de reis is niets bekend. De groepschat is gemeld; wie hem beheert, weten we niet.");
        talk.confides(
                n,
                "ocmw",
                "Ze vertelde dat ze bang is voor iemand in de groepschat en er niet uit durft te gaan.",
                "coordinator",
                "justitiehuis");
        talk.doesNotShare(n, "justitiehuis");
        talk.leaves(n, "vdab");
        talk.arrivesUnsigned(n, "caw");
    }

    private CaseId yara() {
        Filed signal = town.signal(
                "ocmw",
                about("Yara", "Claessens", LocalDate.of(1999, 8, 30))
                        .fact(
                                town.ago(19),
                                "Maatschappelijk werker, eigen waarneming",
                                "Liet een groepschat zien waarin iemand oproept om 'iets te doen' op een openbaar evenement. Ze"
                                        + " zegt dat ze zelf niet antwoordt.")
                        .fact(
                                town.ago(15),
                                "Maatschappelijk werker, eigen waarneming",
                                "Vroeg een voorschot voor een reis en wilde niet zeggen waarheen.")
                        .opinion(town.ago(15), "Maatschappelijk werker", "Leek eerder bang dan overtuigd."));
        town.retain(
                signal,
                "De oproep is ernstig; haar eigen rol is onduidelijk en ze lijkt zelf steun nodig te hebben.",
                "De oproep wordt nagegaan. Haar situatie hoort samen bekeken te worden.",
                "EXTREMIST_NETWORK",
                "VULNERABILITY");
        return town.list(
                signal,
                "Weten of zij of anderen gevaar lopen, en haar beschermen.",
                "Geen enkele dienst kent zowel de chat als haar thuissituatie.");
    }

    private CaseId stijn() {
        Filed signal = town.signal(
                OFFICER,
                about("Stijn", "De Ridder", LocalDate.of(1990, 1, 19))
                        .fact(
                                town.ago(16),
                                "Wijkinspecteur, eigen waarneming",
                                "Zei bij een buurtbemiddeling dat hij 'de hele straat wel stil zou krijgen'. Ging daarna weg.")
                        .notInformedBecause("De wijkinspecteur spreekt hem later, samen met de bemiddelaar."));
        town.retain(
                signal,
                "Een bedreiging in het bijzijn van anderen; de aanleiding is een burenruzie.",
                "De bedreiging is vastgesteld.",
                "INTENT");
        return town.list(
                signal, "Nagaan of de ruzie uit de hand kan lopen.", "Bemiddeling alleen heeft niet geholpen.");
    }

    /** A consultation in preparation: one conflict check is done, the other is not. */
    void nextWeek() {
        CaseId emre = emre();
        CaseId tine = tine();
        Talk talk = Talk.on(Town.working(town.ahead(8)), "Stadhuis, zaal 1", town);
        int cleared = talk.item(emre, "Eerste bespreking", "ocmw", "justitiehuis", "vdab");
        talk.item(tine, "Eerste bespreking", "ocmw", "caw");
        talk.isClear(cleared);
        talk.comes(cleared, "justitiehuis");
    }

    private CaseId emre() {
        Filed signal = town.signal(
                "justitiehuis",
                about("Emre", "Yilmazer", LocalDate.of(2003, 4, 6))
                        .fact(
                                town.ago(12),
                                "Begeleider van zijn werkstraf",
                                "Zei na een conflict met een collega: 'als het zo verdergaat, haal ik het nieuws'.")
                        .opinion(
                                town.ago(11),
                                "Justitieassistent",
                                "Hij was de dag erna kalm en schaamde zich. De druk op zijn werkplek lijkt groot."));
        town.retain(
                signal,
                "Een uitspraak onder druk; beter samen bekijken dan afwachten.",
                "Geen middelen bekend. Overleg is zinvol.",
                "INTENT",
                "VULNERABILITY");
        return town.list(
                signal,
                "De uitspraak begrijpen en hem ondersteunen.",
                "Zijn werkplek en begeleiding weten dit nog niet van elkaar.");
    }

    private CaseId tine() {
        Filed signal = town.signal(
                COORDINATOR,
                about("Tine", "Wouters", LocalDate.of(1986, 11, 27))
                        .fact(
                                town.ago(10),
                                "Hulpverlener van het CAW, eigen waarneming",
                                "Bewaart thuis een map met foto's en adressen van twee ambtenaren en sprak over 'afrekenen'.")
                        .hearsay(
                                town.ago(9),
                                "Haar ex-partner",
                                "Zou vroeger al iemand bedreigd hebben. Daar is niets van teruggevonden.")
                        .notInformedBecause("De veiligheid van de twee ambtenaren gaat voor."));
        town.retain(
                signal,
                "Concrete doelwitten, dus snel op de agenda.",
                "De twee ambtenaren zijn verwittigd.",
                "CHANGED_BEHAVIOUR",
                "INTENT");
        return town.list(
                signal,
                "De betrokken ambtenaren beschermen en haar helpen haar conflict anders aan te pakken.",
                "De uitspraak is gericht op bekende personen.");
    }

    /** A case on the list that nobody has put on an agenda yet. */
    void listed() {
        Filed signal = town.signal(
                "ocmw",
                about("Joren", "Michiels", LocalDate.of(1992, 12, 17))
                        .fact(
                                town.ago(7),
                                "Medewerker van het woonloket",
                                "Legde ongevraagd tekeningen van een zelfgemaakt explosief op de balie en nam ze weer mee.")
                        .opinion(
                                town.ago(7),
                                "Medewerker van het woonloket",
                                "Het was niet duidelijk of hij het meende."));
        town.retain(
                signal,
                "Mogelijke middelen: niet laten liggen.",
                "Er loopt geen onderzoek. Voorstel: op de eerstvolgende agenda.",
                "PROPAGANDA",
                "CAPACITY");
        town.list(
                signal,
                "Nagaan of hij middelen heeft en wat erachter zit.",
                "Een gesprek door één dienst volstaat hier niet.");
    }
}
