package be.livc.web.demo;

import static be.livc.web.demo.Telling.about;
import static be.livc.web.demo.Town.OFFICER;

import be.livc.casefile.CaseId;
import be.livc.casefile.Goal;
import be.livc.signal.Filed;
import java.time.LocalDate;
import java.util.List;

/** Voorbeeldgemeente: fewer cases, and a namesake of somebody in Voorbeeldstad. */
final class VillageStory {

    private final Town village;

    private VillageStory(Town village) {
        this.village = village;
    }

    static void tell(Town village) {
        VillageStory story = new VillageStory(village);
        story.planActive();
        story.scheduled();
        story.namesake();
        story.waitingForTheMayor();
        story.fresh();
    }

    private void planActive() {
        CaseId amber = amber();
        Talk talk = Talk.on(Town.working(village.ago(30)), "Gemeentehuis, raadzaal", village);
        int n = talk.item(amber, "Eerste bespreking", "ocmw", "justitiehuis");
        talk.isClear(n);
        talk.present(n, "ocmw", "justitiehuis");
        talk.opens();
        talk.says(n, "io", "De berichten komen van haar eigen account. Er is geen klacht.");
        talk.confides(
                n,
                "justitiehuis",
                "Ze is zelf slachtoffer in een lopend dossier en voelt zich niet gehoord.",
                "coordinator",
                "ocmw");
        talk.decides(
                n,
                "Eén vast aanspreekpunt bij het OCMW; het justitiehuis legt haar de procedure uit.",
                "ocmw",
                "justitiehuis");
        village.plan(
                amber,
                village.ahead(24),
                List.of(
                        new Goal("ADMINISTRATION", "Ze weet waar haar dossier staat en wat ze mag verwachten."),
                        new Goal("NETWORK", "Ze kan haar verhaal kwijt bij iemand die ze vertrouwt.")),
                village.measure("ocmw", village.ahead(5), "Tweewekelijks gesprek met dezelfde maatschappelijk werker."),
                village.measure("justitiehuis", village.ago(2), "Uitleggen hoe de procedure verloopt."));
        talk.ends();
    }

    private CaseId amber() {
        Filed signal = village.signal(
                "ocmw",
                about("Amber", "Leclercq", LocalDate.of(2004, 7, 9))
                        .fact(
                                village.ago(44),
                                "Maatschappelijk werker, op het openbare profiel",
                                "Schreef dat 'wie niet luistert, het zal voelen', met een foto van het gemeentehuis.")
                        .opinion(
                                village.ago(43), "Maatschappelijk werker", "Lijkt vooral wanhopig over haar dossier."));
        village.retain(
                signal,
                "Een openbare dreiging met een concrete plaats.",
                "Geen middelen bekend; samen bekijken.",
                "INTENT",
                "VULNERABILITY");
        return village.list(
                signal,
                "Escalatie voorkomen en haar verder helpen.",
                "Twee diensten weten niet van elkaar wat ze doen.");
    }

    /** Everything is ready for the chair to open it. */
    private void scheduled() {
        Filed signal = village.signal(
                "justitiehuis",
                about("Pieter", "Nys", LocalDate.of(1981, 5, 16))
                        .fact(
                                village.ago(13),
                                "Justitieassistent, eigen waarneming",
                                "Toonde een lijst van 'mensen die hij niet vergeet' en wilde er niet over praten."));
        village.retain(
                signal,
                "De lijst is verontrustend; we kennen de betekenis niet.",
                "Overleg aangewezen.",
                "CHANGED_BEHAVIOUR");
        CaseId pieter =
                village.list(signal, "Begrijpen wat de lijst betekent.", "Alleen samen kunnen we dit inschatten.");
        Talk talk = Talk.on(Town.working(village.ahead(5)), "Gemeentehuis, raadzaal", village);
        int n = talk.item(pieter, "Eerste bespreking", "ocmw", "justitiehuis", "caw");
        talk.isClear(n);
        talk.comes(n, "ocmw");
    }

    private void namesake() {
        Filed signal = village.signal(
                OFFICER,
                about("Joren", "Michiels", LocalDate.of(1964, 2, 8))
                        .fact(
                                village.ago(9),
                                "Wijkinspecteur, eigen waarneming",
                                "Zei tijdens een controle dat hij 'klaar is met de regels' en dat 'ze dat snel zullen merken'.")
                        .notInformedBecause("De wijkinspecteur gaat er nog mee in gesprek."));
        village.retain(
                signal, "Een vage dreiging; context ontbreekt.", "Vastgesteld door de wijkinspecteur.", "INTENT");
        village.list(signal, "De context leren kennen.", "De politie alleen kan dit niet beoordelen.");
    }

    private void waitingForTheMayor() {
        Filed signal = village.signal(
                "ocmw",
                about("Marc", "Dubois", LocalDate.of(1959, 12, 1))
                        .fact(
                                village.ago(5),
                                "Thuisverzorger, eigen waarneming",
                                "Verzamelt filmpjes van aanslagen en stuurde er twee naar zijn kleinkinderen."));
        village.retain(
                signal,
                "Verspreidt beelden die geweld verheerlijken, ook naar minderjarigen.",
                "Overleg aangewezen.",
                "GLORIFIES_VIOLENCE",
                "ISOLATION");
    }

    private void fresh() {
        village.signal(
                "clb",
                about("Lina", "Hermans", village.aged(15))
                        .fact(
                                village.ago(2),
                                "Leerlingbegeleider, gesprek met de leerling",
                                "Vertelt dat een onbekende haar online vraagt om 'te bewijzen dat ze durft'. Ze toonde het zelf.")
                        .opinion(village.ago(2), "CLB-medewerker", "Ze wil hulp en is geschrokken."));
    }
}
