package be.livc.web.demo;

import static be.livc.web.demo.Telling.about;
import static be.livc.web.demo.Town.COORDINATOR;

import be.livc.casefile.CaseId;
import be.livc.casefile.Goal;
import be.livc.casefile.MeasureState;
import be.livc.signal.Filed;
import java.time.LocalDate;
import java.util.List;

/** What Voorbeeldstad talked about in its first consultation: two cases that are closed, one that is followed up. */
final class EarlierCases {

    private final Town town;

    private EarlierCases(Town town) {
        this.town = town;
    }

    /** Tells it, and which of the closed cases is to be erased. */
    static CaseId tell(Town town) {
        return new EarlierCases(town).tell();
    }

    private CaseId tell() {
        CaseId dieter = dieter();
        CaseId kobe = kobe();
        CaseId ilias = ilias();
        Talk talk = Talk.on(Town.working(town.ago(95)), "Stadhuis, zaal 1", town);
        talk.item(kobe, "Eerste bespreking", "ocmw");
        talk.item(dieter, "Eerste bespreking", "ocmw", "caw");
        talk.item(ilias, "Eerste bespreking", "ocmw", "justitiehuis", "vdab");
        for (int n = 1; n <= 3; n++) {
            talk.isClear(n);
        }
        talk.present(1, "ocmw");
        talk.present(2, "ocmw", "caw");
        talk.present(3, "ocmw", "justitiehuis", "vdab");
        talk.opens();
        aboutKobe(talk, kobe);
        aboutDieter(talk, dieter);
        aboutIlias(talk, ilias);
        talk.ends();
        afterwards(kobe, dieter, ilias);
        return kobe;
    }

    private CaseId kobe() {
        Filed signal = town.signal(
                "ocmw",
                about("Kobe", "Lievens", LocalDate.of(1989, 3, 11))
                        .fact(
                                town.ago(128),
                                "Maatschappelijk werker, eigen waarneming",
                                "Toonde tijdens een gesprek over zijn budget ongevraagd een filmpje van een aanslag en zei dat"
                                        + " de dader 'tenminste iets deed'.")
                        .opinion(
                                town.ago(126),
                                "Maatschappelijk werker",
                                "De uitspraak leek vooral boosheid over een geweigerde huurwaarborg. Hij kwam er later zelf op"
                                        + " terug."));
        town.retain(
                signal,
                "Eén uitspraak, maar ernstig genoeg om samen te bekijken.",
                "Geen andere elementen bekend. Overleg kan de context geven die nu ontbreekt.",
                "GLORIFIES_VIOLENCE",
                "VULNERABILITY");
        return town.list(
                signal,
                "Nagaan of er een risico op geweld is en welke hulp past.",
                "Met alleen een gesprek bij het OCMW blijft de context onbekend.");
    }

    private void aboutKobe(Talk talk, CaseId kobe) {
        talk.says(1, "io", "Er is niets bekend dat wijst op een voornemen of op middelen om geweld te plegen.");
        talk.says(1, "ocmw", "Hij komt zijn afspraken na. De huurwaarborg is intussen geregeld en de boosheid is weg.");
        talk.decides(1, "Het OCMW blijft zijn aanspreekpunt. De cel bekijkt de casus nog één keer.", "ocmw");
        town.plan(
                kobe,
                town.ahead(30),
                List.of(new Goal("HOUSING", "Hij blijft wonen waar hij nu woont.")),
                town.measure("ocmw", town.ago(60), "Elke maand een budgetgesprek, drie keer."));
    }

    private CaseId dieter() {
        Filed signal = town.signal(
                COORDINATOR,
                about("Dieter", "Vanhoof", LocalDate.of(1978, 9, 2))
                        .from("CITIZEN")
                        .hearsay(
                                town.ago(140),
                                "Buurtbewoner, brief aan de stad",
                                "Zou op straat geroepen hebben dat het stadhuis 'moet branden'.")
                        .fact(
                                town.ago(133),
                                "Gemeenschapswacht, gesprek aan de deur",
                                "Vertelt dat hij sinds het overlijden van zijn moeder amper slaapt en niemand meer ziet.")
                        .notInformedBecause("Eerst nagaan of de uitspraak echt van hem komt."));
        town.retain(
                signal,
                "De uitspraak is niet bevestigd, de zorgnood wel.",
                "Geen feiten die op een voornemen wijzen; steun lijkt het eerste dat nodig is.",
                "CHANGED_BEHAVIOUR",
                "ISOLATION",
                "VULNERABILITY");
        return town.list(
                signal,
                "Afspreken welke dienst hem nabij blijft.",
                "Verschillende diensten kennen hem, geen enkele kent het geheel.");
    }

    private void aboutDieter(Talk talk, CaseId dieter) {
        talk.says(2, "io", "De buurtbewoner heeft de woorden zelf niet gehoord. Er is geen klacht.");
        talk.confides(
                2,
                "caw",
                "Hij heeft aanvaard dat een begeleider hem wekelijks bezoekt en praat over het verlies van zijn moeder.",
                "coordinator",
                "ocmw");
        talk.decides(
                2, "Het CAW begeleidt hem verder. De cel bespreekt hem niet meer, tenzij er nieuws is.", "ocmw", "caw");
        town.plan(
                dieter,
                town.ahead(20),
                List.of(new Goal("HEALTH", "Hij slaapt beter en heeft opnieuw contact met mensen die hij vertrouwt.")),
                town.measure("caw", town.ago(40), "Wekelijks huisbezoek en rouwbegeleiding."));
    }

    private CaseId ilias() {
        Filed signal = town.signal(
                "justitiehuis",
                about("Ilias", "Moreau", LocalDate.of(1997, 5, 23))
                        .fact(
                                town.ago(120),
                                "Justitieassistent, eigen waarneming",
                                "Kwam twee keer niet naar zijn afspraak en zei dat hij 'met niemand meer iets te maken wil"
                                        + " hebben'.")
                        .hearsay(
                                town.ago(118),
                                "Zijn zus, aan de telefoon",
                                "Zou contact hebben met mensen die geweld goedpraten. Zij heeft dat zelf niet gezien."));
        town.retain(
                signal,
                "Breekt met zijn omgeving; over het contact weten we alleen van horen zeggen.",
                "Het contact is niet bevestigd. Gedeelde opvolging is zinvol.",
                "CHANGED_BEHAVIOUR",
                "ISOLATION");
        return town.list(
                signal,
                "Hem opnieuw laten aansluiten bij zijn begeleiding en bij werk.",
                "Justitiehuis, OCMW en VDAB werken nu naast elkaar.");
    }

    private void aboutIlias(Talk talk, CaseId ilias) {
        talk.says(3, "io", "Het contact waarover zijn zus spreekt, is door niets bevestigd.");
        talk.confides(
                3,
                "justitiehuis",
                "Hij komt zijn voorwaarden opnieuw na en heeft zelf een afspraak bij een psycholoog gemaakt.",
                "coordinator",
                "ocmw");
        talk.says(3, "ocmw", "Zijn leefloon loopt. Hij zoekt een kleinere woning.");
        talk.doesNotShare(3, "vdab");
        talk.decides(
                3,
                "Justitiehuis en OCMW houden elk hun deel aan; VDAB nodigt hem uit voor een gesprek.",
                "ocmw",
                "justitiehuis",
                "vdab");
        town.plan(
                ilias,
                town.ahead(23),
                List.of(
                        new Goal("NETWORK", "Hij heeft om de twee weken een gesprek met iemand die hij vertrouwt."),
                        new Goal("WORK", "Hij weet welke opleiding bij hem past.")),
                town.measure("justitiehuis", town.ahead(10), "Om de twee weken een gesprek, ook over wie hij ziet."),
                town.measure("ocmw", town.ago(6), "Samen de aanvraag voor een sociale woning indienen."),
                town.measure("vdab", town.ago(15), "Uitnodigen voor een gesprek over opleidingen."));
    }

    private void afterwards(CaseId kobe, CaseId dieter, CaseId ilias) {
        town.turnTo(town.ago(60), Town.MORNING);
        town.progress(kobe, "ocmw", MeasureState.DONE, "Drie gesprekken gevoerd. Zijn budget is in evenwicht.");
        town.close(kobe, "NO_CONCERN_LEFT", "Hij weet bij wie hij in het OCMW terechtkan.");
        town.turnTo(town.ago(47), Town.MORNING);
        town.progress(
                ilias,
                "justitiehuis",
                MeasureState.RUNNING,
                "Twee gesprekken gevoerd. Hij was op tijd en sprak openlijk over wat hem boos maakt.");
        town.turnTo(town.ago(41), Town.MORNING);
        town.progress(dieter, "caw", MeasureState.DONE, "De begeleiding loopt verder buiten de cel.");
        town.close(dieter, "REGULAR_CARE", "Het CAW meldt zich opnieuw als er nieuwe zorgen zijn.");
    }
}
