package be.livc.web.demo;

import static be.livc.web.demo.Telling.about;
import static be.livc.web.demo.Town.COORDINATOR;
import static be.livc.web.demo.Town.OFFICER;

import be.livc.signal.Assess.Outcome;
import be.livc.signal.Filed;
import java.time.LocalDate;

/** The signals in Voorbeeldstad that are no case (yet). */
final class NewSignals {

    private final Town town;

    NewSignals(Town town) {
        this.town = town;
    }

    /** Anonymous, on clothing only: no criterion is met. */
    void notRetained() {
        Filed signal = town.signal(
                COORDINATOR,
                about("Senne", "Callens", LocalDate.of(2001, 2, 14))
                        .from("ANONYMOUS")
                        .opinion(
                                town.ago(20),
                                "Anonieme brief",
                                "Kleedt zich sinds kort helemaal anders en groet de buren niet meer.")
                        .notInformedBecause("Er is niets om hem over in te lichten."));
        town.weighs(COORDINATOR, signal, Outcome.NOT_RETAINED, "Kleding is geen criterium. Er zijn geen feiten.");
        town.weighs(OFFICER, signal, Outcome.NOT_RETAINED, "Geen enkel criterium is vervuld.");
    }

    void waitingForTheMayor() {
        Filed signal = town.signal(
                "ocmw",
                about("Mila", "Janssens", LocalDate.of(2000, 6, 21))
                        .fact(
                                town.ago(6),
                                "Huurbegeleider, eigen waarneming",
                                "Deelt sinds een maand in het trappenhuis flyers uit die geweld tegen ambtenaren goedpraten.")
                        .fact(
                                town.ago(5),
                                "Huurbegeleider, gesprek",
                                "Zegt dat ze de tekst niet zelf schreef en niet wil zeggen van wie die komt."));
        town.retain(
                signal,
                "Verspreidt aantoonbaar teksten die geweld goedpraten.",
                "De flyer is bekend van elders. Overleg aangewezen.",
                "PROPAGANDA",
                "GLORIFIES_VIOLENCE");
    }

    /** The coordinator has weighed it, the information officer has not. */
    void inAssessment() {
        Filed signal = town.signal(
                "justitiehuis",
                about("Ruben", "Janssen", LocalDate.of(1995, 10, 3))
                        .fact(
                                town.ago(3),
                                "Justitieassistent, eigen waarneming",
                                "Stopte met zijn vrijwilligerswerk en met voetbal, en praat alleen nog over een aanslag in het"
                                        + " buitenland.")
                        .hearsay(
                                town.ago(2),
                                "Zijn vroegere trainer",
                                "Zou nu veel tijd doorbrengen met iemand die de trainer niet kent."));
        town.weighs(
                COORDINATOR,
                signal,
                Outcome.RETAINED,
                "Duidelijke verandering in korte tijd. Over het contact weten we nog niets zeker.",
                "CHANGED_BEHAVIOUR",
                "ISOLATION");
    }

    /** Nobody has weighed it yet; it may be about somebody whose case is closed, written in another way. */
    void fresh() {
        town.signal(
                "ocmw",
                about("Dieter", "Van Hoof", LocalDate.of(1978, 9, 2))
                        .urgent()
                        .fact(
                                town.ago(1),
                                "Onthaalmedewerker, eigen waarneming",
                                "Riep aan het onthaal dat hij 'terugkomt met benzine'. Vertrok toen een collega erbij kwam.")
                        .notInformedBecause("Hij was al vertrokken; de politie is gebeld."));
    }
}
