package be.livc.web.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
import be.livc.casefile.Subject;
import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.Mandates;
import be.livc.law.BasisKind;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasis;
import be.livc.law.RecordBasis;
import be.livc.platform.RequestSource;
import be.livc.signal.Assess;
import be.livc.signal.FileSignal;
import be.livc.signal.Filed;
import be.livc.testing.ACell;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.WebTest;
import be.livc.workflow.livcr.ListingFlow;
import be.livc.workflow.livcr.SignalFlow;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A consultation in the browser, without script: what keeps it closed, who hears what, and who does not. */
class ConsultationScreensTest extends WebTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Brussels"));
    private static final String SAID = "Hij komt niet meer naar de les";
    private static final String SAID_LATER = "Alleen voor wie er nog is";

    private ACell cell;
    private String mayor;
    private String coordinator;
    private String officer;
    private String clb;
    private String ocmw;
    private String caseNumber;

    @BeforeEach
    void a_listed_case() {
        cell = cell();
        mayor = person(cell, Capacity.MAYOR);
        coordinator = person(cell, Capacity.COORDINATOR);
        officer = person(cell, Capacity.INFORMATION_OFFICER);
        clb = person(cell, Capacity.MEMBER);
        ocmw = person(cell, Capacity.MEMBER);
        cell.transact(() -> bean(LegalBases.class)
                .record(new RecordBasis(
                        BasisKind.LAW,
                        "Wet voor deze test",
                        List.of("PREVENT_TERRORISM"),
                        Optional.empty(),
                        "Zoals de wet het zegt",
                        List.of("OTHER"),
                        TODAY.minusYears(1),
                        Optional.empty())));
        caseNumber = listed();
    }

    private Actor as(String username) {
        return bean(Mandates.class)
                .actor(bean(Accounts.class).byUsername(username).orElseThrow().id(), cell.id(), RequestSource.PROGRAM)
                .orElseThrow();
    }

    private String mandate(String username) {
        return as(username).mandate().toString();
    }

    private String listed() {
        return cell.in(() -> {
            Filed filed = bean(SignalFlow.class)
                    .file(
                            as(clb),
                            new FileSignal(
                                    new Subject("Verhaegen", "Bram", Optional.of(TODAY.minusYears(16)), List.of()),
                                    "PARTNER",
                                    List.of(new FileSignal.Fact(TODAY.minusDays(2), "FACT", "klas", "Zei het zelf")),
                                    "NORMAL",
                                    false,
                                    Optional.of("Nog niet"),
                                    false,
                                    Optional.empty()));
            Assess retained = new Assess(
                    Map.of("INTENT", Assess.Answer.YES), Assess.Outcome.RETAINED, "Concreet", Optional.empty());
            bean(SignalFlow.class).assess(as(coordinator), filed.id(), retained);
            bean(SignalFlow.class).assess(as(officer), filed.id(), retained);
            return bean(ListingFlow.class)
                    .decide(
                            as(mayor),
                            filed.id(),
                            new ListingFlow.Decide(
                                    ListingFlow.Decision.LIST,
                                    "PREVENT_TERRORISM",
                                    Optional.empty(),
                                    "Nodig",
                                    Optional.<CaseId>empty()))
                    .number()
                    .orElseThrow();
        });
    }

    private String planned(Browser browser) {
        String basis = cell.in(() -> bean(LegalBases.class).all().stream()
                .map(LegalBasis::id)
                .findFirst()
                .orElseThrow()
                .toString());
        browser.get("/overleg/nieuw");
        Answer planned = browser.post(
                "/overleg/nieuw",
                "date",
                TODAY.toString(),
                "place",
                "Stadhuis",
                "legalBasis",
                basis,
                "chair",
                mandate(mayor));
        assertThat(planned.status()).isEqualTo(302);
        return planned.location().replaceFirst("^https?://[^/]+", "");
    }

    private void onTheAgenda(Browser browser, String consultation) {
        List<String> fields = new ArrayList<>(List.of("dossier", caseNumber, "purpose", "PREVENT_TERRORISM"));
        Stream.of(mayor, coordinator, officer, clb, ocmw)
                .forEach(who -> fields.addAll(List.of("invitees", mandate(who))));
        assertThat(browser.post(consultation + "/punten/nieuw", fields.toArray(String[]::new))
                        .status())
                .isEqualTo(302);
    }

    private String held() {
        Browser leader = browser(coordinator);
        String consultation = planned(leader);
        onTheAgenda(leader, consultation);
        Browser io = browser(officer);
        io.get(consultation);
        io.post(consultation + "/punten/1/conflictcheck", "outcome", "CLEAR");
        for (String who : List.of(mayor, coordinator, officer, clb, ocmw)) {
            Browser theirs = browser(who);
            theirs.get(consultation + "/verklaring");
            assertThat(theirs.post(consultation + "/verklaring").status()).isEqualTo(302);
        }
        leader.get(consultation);
        assertThat(leader.post(consultation + "/openen").location()).endsWith("/live");
        return consultation;
    }

    private Answer tells(Browser browser, String consultation, String text, String action, String... recipients) {
        List<String> fields = new ArrayList<>(List.of("by", mandate(clb), "text", text));
        for (String who : recipients) {
            fields.addAll(List.of("recipients", mandate(who)));
        }
        if (!action.isEmpty()) {
            fields.addAll(List.of("action", action));
        }
        return browser.post(consultation + "/punten/1/mededeling", fields.toArray(String[]::new));
    }

    @Test
    void opening_is_blocked_and_the_screen_lists_every_reason_with_its_article() {
        Browser leader = browser(coordinator);
        String consultation = planned(leader);
        onTheAgenda(leader, consultation);

        String page = leader.get(consultation).body();

        assertThat(page)
                .contains("Wat nog ontbreekt")
                .contains("Punt 1: de conflictcheck door de information officer is nog niet gedaan.")
                .contains("De burgemeester of een gemachtigde is nog niet aanwezig (wet 30-07-2018 art. 3 §1).")
                .contains("De preventieambtenaar")
                .contains("De gemachtigde van de korpschef")
                .containsPattern("<button[^>]*disabled[^>]*>Start overleg");
        assertThat(leader.follow(leader.post(consultation + "/openen")).body()).contains("Gepland");
    }

    @Test
    void a_disclosure_is_recorded_only_after_a_page_that_names_its_recipients() {
        String consultation = held();
        Browser speaker = browser(clb);
        speaker.get(consultation + "/live?punt=1");

        Answer check = tells(speaker, consultation, SAID, "", mayor, clb);
        assertThat(check.status()).isEqualTo(200);
        assertThat(check.body()).contains(SAID).contains("Persoon " + mayor).doesNotContain("Persoon " + ocmw);
        assertThat(browser(mayor).get(consultation + "/live?punt=1").body()).doesNotContain(SAID);

        assertThat(tells(speaker, consultation, SAID, "record", mayor, clb).status())
                .isEqualTo(302);
        assertThat(browser(mayor).get(consultation + "/live?punt=1").body()).contains(SAID);
        assertThat(browser(ocmw).get(consultation + "/live?punt=1").body()).doesNotContain(SAID);
    }

    @Test
    void a_disclosure_to_nobody_brings_the_form_back_with_what_was_typed() {
        String consultation = held();
        Browser speaker = browser(clb);
        speaker.get(consultation + "/live?punt=1");

        Answer refused = tells(speaker, consultation, SAID, "");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(SAID).contains("Vink minstens één aanwezige aan");
    }

    @Test
    void a_basis_that_is_withdrawn_meanwhile_brings_the_form_back_with_what_was_typed_and_every_reason() {
        String consultation = held();
        Browser speaker = browser(clb);
        speaker.get(consultation + "/live?punt=1");
        Browser leader = browser(coordinator);
        String basis = leader.get("/beheer/grondslagen")
                .find("(/beheer/grondslagen/[0-9a-f-]{36})")
                .orElseThrow();
        leader.get(basis);
        assertThat(leader.post(basis + "/intrekken").status()).isEqualTo(302);

        Answer refused = tells(speaker, consultation, SAID, "record", mayor, clb);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(SAID)
                .contains("Geen geldige grondslag van dit overleg dient het doel")
                .contains("De grondslag “Wet voor deze test” is op")
                .contains("art. 458ter §1 oud Sw.");
        assertThat(browser(mayor).get(consultation + "/live?punt=1").body()).doesNotContain(SAID);
    }

    @Test
    void the_parket_and_the_officer_hide_a_case_by_its_number_and_the_others_see_only_that_it_is_suspended() {
        String parket = person(cell, Capacity.PROSECUTOR);
        Browser hides = browser(parket);
        hides.get("/dossiers/embargos");

        Answer unknown = hides.post("/dossiers/embargos", "number", "D-1999-001", "reference", "N12", "reviewDate", "");
        assertThat(unknown.status()).isEqualTo(422);
        Answer laid = hides.post(
                "/dossiers/embargos",
                "number",
                caseNumber,
                "reference",
                "notitie N12",
                "reviewDate",
                TODAY.plusDays(20).toString());

        assertThat(hides.follow(laid).body()).contains(caseNumber).contains("notitie N12");
        assertThat(hides.get("/taken").body())
                .contains("Embargo’s om te herbekijken")
                .contains(caseNumber);
        Browser leader = browser(coordinator);
        assertThat(leader.get("/dossiers").body()).contains("pgeschort").doesNotContain("Verhaegen", "N12");
        assertThat(leader.get("/dossiers/embargos").status()).isEqualTo(404);
        String lift = hides.get("/dossiers/embargos")
                .find("action=\"(/dossiers/embargos/[^\"]+/opheffen)\"")
                .orElseThrow();
        assertThat(hides.post(lift).status()).isEqualTo(302);
        assertThat(leader.get("/dossiers").body()).contains("Verhaegen");
    }

    @Test
    void someone_who_leaves_the_room_never_gets_what_is_said_then() {
        String consultation = held();
        Browser leaver = browser(ocmw);
        leaver.get(consultation + "/live?punt=1");
        leaver.post(consultation + "/aanwezigheid", "mandate", mandate(ocmw), "move", "LEAVES", "n", "1");

        Browser speaker = browser(clb);
        speaker.get(consultation + "/live?punt=1");
        assertThat(tells(speaker, consultation, SAID_LATER, "record", clb, ocmw).status())
                .isEqualTo(422);
        assertThat(tells(speaker, consultation, SAID_LATER, "record", clb, mayor)
                        .status())
                .isEqualTo(302);

        for (String path : List.of("/live?punt=1", "/live/stand?punt=1&sinds=x", "/verslag", "/verslag/afdruk")) {
            assertThat(leaver.get(consultation + path).body()).as(path).doesNotContain(SAID_LATER);
        }
        assertThat(browser(mayor).get(consultation + "/verslag").body()).contains(SAID_LATER);
    }

    @Test
    void the_live_part_is_sent_only_when_something_changed() {
        String consultation = held();
        Browser reader = browser(mayor);
        String page = reader.get(consultation + "/live?punt=1").body();
        String follow =
                page.replaceAll("(?s).*data-refetch=\"([^\"]+)\".*", "$1").replace("&amp;", "&");

        assertThat(reader.get(follow).status()).isEqualTo(204);
        Browser speaker = browser(clb);
        speaker.get(consultation + "/live?punt=1");
        tells(speaker, consultation, SAID, "record", clb, mayor);

        assertThat(reader.get(follow).body()).contains(SAID).doesNotContain("<textarea");
        assertThat(browser(person(cell, Capacity.MEMBER)).get(follow).status()).isEqualTo(404);
    }

    @Test
    void closing_asks_once_more_and_leads_to_the_minutes() {
        String consultation = held();
        Browser leader = browser(coordinator);

        assertThat(leader.get(consultation + "/sluiten").body()).contains("Dit overleg sluiten?");
        assertThat(leader.post(consultation + "/sluiten").location()).endsWith("/verslag");
        assertThat(leader.get(consultation + "/verslag/afdruk").body()).contains("Vertrouwelijk – art. 458ter Sw.");
    }
}
