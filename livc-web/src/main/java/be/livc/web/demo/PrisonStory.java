package be.livc.web.demo;

import static be.livc.web.demo.Telling.about;

import be.livc.casefile.CaseId;
import be.livc.casefile.Goal;
import be.livc.signal.Filed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A PIVC: somebody whose release comes near, somebody whose date is not known, a candidate, and somebody with a plan. */
final class PrisonStory {

    static final String PSYCHOSOCIAL = "psd";
    static final String DIRECTION = "directie";
    static final String PROSECUTOR = "parket";

    private static final String PURPOSE = "PREVENT_TERRORISM";

    private final Town prison;

    private PrisonStory(Town prison) {
        this.prison = prison;
    }

    static void tellOfBruges(Town prison) {
        PrisonStory story = new PrisonStory(prison);
        story.admitted(
                about("Idriss", "Vanhoutte", LocalDate.of(1989, 10, 3))
                        .fact(
                                prison.ago(90),
                                "Psycholoog van de psychosociale dienst",
                                "Verdeelde teksten onder medegedetineerden die geweld goedpraten."),
                "Opvolgen in detentie; wanneer hij vrijkomt is nog niet bekend.");
        CaseId joren = story.admitted(
                about("Joren", "Delrue", LocalDate.of(1995, 4, 8))
                        .fact(
                                prison.ago(75),
                                "Psycholoog van de psychosociale dienst",
                                "Noemt de aanslag van vorig jaar 'een begin' tegen een medegedetineerde."),
                "Opvolgen of hij die woorden meent, en wat hem eruit haalt.");
        CaseId soon = story.admitted(
                about("Ruben", "Haerinck", LocalDate.of(1997, 2, 11))
                        .fact(
                                prison.ago(40),
                                "Maatschappelijk assistent, tijdens een gesprek",
                                "Zegt dat hij na zijn vrijlating 'de oude vrienden' weer opzoekt."),
                "De terugkeer samen voorbereiden met wie hem daar opvangt.");
        story.expects(soon, prison.ahead(50));
        story.followed(joren);
        story.candidate(about("Lowie", "Saelens", LocalDate.of(2001, 5, 23))
                .opinion(prison.ago(6), "Penitentiair beambte", "Sluit zich af sinds de overplaatsing."));
    }

    static void tellOfGhent(Town prison) {
        PrisonStory story = new PrisonStory(prison);
        CaseId later = story.admitted(
                about("Mehdi", "Cornelis", LocalDate.of(1993, 12, 30))
                        .fact(
                                prison.ago(70),
                                "Psycholoog van de psychosociale dienst",
                                "Volgt een traject en spreekt over spijt; vraagt hulp om werk te zoeken."),
                "Werk en woonst klaar hebben voor hij vrijkomt.");
        story.expects(later, prison.ahead(160));
        story.admitted(
                about("Senne", "Borremans", LocalDate.of(1999, 8, 17))
                        .fact(
                                prison.ago(30),
                                "Maatschappelijk assistent",
                                "Kreeg bezoek van iemand die eerder voor ronselen werd veroordeeld."),
                "Zicht houden op zijn bezoek en zijn terugkeer.");
    }

    private void followed(CaseId id) {
        Talk talk = Talk.inPrison(Town.working(prison.ago(20)), "Vergaderzaal van de directie", prison);
        int n = talk.item(id, "Eerste bespreking", "politie");
        talk.isClear(n);
        talk.present(n, "politie");
        talk.opens();
        talk.says(n, PSYCHOSOCIAL, "Volgt de lessen houtbewerking en mist er geen. Praat daar met iedereen.");
        talk.doesNotShare(n, "politie");
        talk.decides(n, "Hij blijft in de werkplaats; de psychosociale dienst ziet hem elke twee weken.", "politie");
        prison.plan(
                id,
                prison.ahead(25),
                List.of(new Goal("WORK", "Hij behaalt het getuigschrift houtbewerking.")),
                prison.measure(
                        PSYCHOSOCIAL,
                        prison.ahead(10),
                        "Om de twee weken een gesprek, ook over wat hij over de aanslag zei."));
        talk.ends();
    }

    private Filed candidate(Telling told) {
        return prison.signal(PSYCHOSOCIAL, told);
    }

    private CaseId admitted(Telling told, String necessity) {
        Filed candidate = candidate(told);
        prison.sleep();
        prison.as(Town.COORDINATOR, actor -> prison.doors().candidates().checkBasis(actor, candidate.id()));
        prison.as(DIRECTION, actor -> prison.doors().candidates().admit(actor, candidate.id(), PURPOSE, necessity));
        return candidate.caseId();
    }

    private void expects(CaseId id, LocalDate release) {
        prison.does(
                Town.COORDINATOR, actor -> prison.doors().releases().expectRelease(actor, id, Optional.of(release)));
    }
}
