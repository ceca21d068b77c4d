package be.livc.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
import be.livc.casefile.Subject;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.law.BasisKind;
import be.livc.law.LegalBases;
import be.livc.signal.Assess;
import be.livc.signal.FileSignal;
import be.livc.signal.Filed;
import be.livc.testing.ACell;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.WebTest;
import be.livc.workflow.livcr.ListingFlow;
import be.livc.workflow.livcr.SignalFlow;
import be.livc.workflow.pivc.CandidateFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The exchange with OCAD in the browser, without script, and as REST calls; and a prison's case that is only read. */
class ExchangeScreensTest extends WebTest {

    private static final String TOLD = "Verstopt twaalf jerrycans benzine in het tuinhuis";

    @Autowired
    private BeanFactory beans;

    private ACell cell;

    private Actor as(String username) {
        return as(cell, username);
    }

    private Filed filed(String by, Optional<String> secretOn) {
        return bean(SignalFlow.class)
                .file(
                        as(by),
                        new FileSignal(
                                new Subject("Verhaegen", "Bram", Optional.of(TODAY.minusYears(26)), List.of()),
                                "PARTNER",
                                List.of(new FileSignal.Fact(TODAY.minusDays(2), "FACT", "gesprek", TOLD)),
                                "NORMAL",
                                false,
                                Optional.of("Nog niet"),
                                secretOn.isPresent(),
                                secretOn));
    }

    private CaseId listed(String coordinator, String officer, String mayor) {
        Filed filed = filed(coordinator, Optional.of("NECESSITY"));
        Assess retained =
                new Assess(Map.of("INTENT", Assess.Answer.YES), Assess.Outcome.RETAINED, "Concreet", Optional.empty());
        bean(SignalFlow.class).assess(as(coordinator), filed.id(), retained);
        bean(SignalFlow.class).assess(as(officer), filed.id(), retained);
        bean(ListingFlow.class)
                .decide(
                        as(mayor),
                        filed.id(),
                        new ListingFlow.Decide(
                                ListingFlow.Decision.LIST,
                                "PREVENT_TERRORISM",
                                Optional.empty(),
                                "Nodig",
                                Optional.<CaseId>empty()));
        return filed.caseId();
    }

    @Test
    void a_request_is_recorded_once_the_cell_switched_it_on_and_taken_out_as_paper_and_file() {
        cell = cell();
        String mayor = person(cell, Capacity.MAYOR);
        String coordinator = person(cell, Capacity.COORDINATOR);
        String officer = person(cell, Capacity.INFORMATION_OFFICER);
        String liaison = person(cell, Capacity.LIAISON_OFFICER);
        record(cell, BasisKind.LAW, 12);
        CaseId caseId = cell.in(() -> listed(coordinator, officer, mayor));
        String page = "/dossiers/" + caseId + "/uitwisseling";
        Browser browser = browser(coordinator);
        assertThat(browser.get(page).body())
                .contains("staat uit in deze cel", "/beheer/uitwisseling")
                .doesNotContain("soort=");
        assertThat(browser.get(page + "/nieuw?soort=EVALUATION_REQUEST").status())
                .isEqualTo(409);

        browser.get("/beheer/uitwisseling");
        Answer without = browser.post("/beheer/uitwisseling", "validFrom", TODAY.toString());
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.body())
                .contains("Kies waarvoor u de uitwisseling aanzet", "Vul de verwijzing naar de grondslag in");
        assertThat(browser.post(
                                "/beheer/uitwisseling",
                                "body",
                                "OCAD",
                                "reference",
                                "Wet van 29-03-2024",
                                "validFrom",
                                TODAY.toString())
                        .status())
                .isEqualTo(302);
        Answer form = browser.get(page + "/nieuw?soort=EVALUATION_REQUEST");
        assertThat(form.body()).contains("fields[question]", "Persoon " + liaison);
        Answer refused = browser.post(page + "?soort=EVALUATION_REQUEST", "fields[question]", "Welk niveau?");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Welk niveau?", "href=\"#fields[reason]\"", "href=\"#counterpart\"");
        assertThat(refused.body()).as("the list above the form").contains(">Aanleiding: vul dit in</a>");
        assertThat(refused.body()).contains("<span>Ontvanger</span>", ">Ontvanger: kies iemand");
        assertThat(asked(browser, page, liaison, "Concrete uitspraak").status()).isEqualTo(302);
        Answer answer = browser.post(page + "?soort=EVALUATION_ANSWER", "fields[source]", "OCAD, 12");
        assertThat(answer.body())
                .as("who gave an answer is called so beside the field and above the form")
                .contains("OCAD, 12", "<span>Gegeven door</span>", ">Gegeven door: kies iemand", "href=\"#givenBy\"")
                .doesNotContain("Ontvanger: kies", "meteen meegedeeld aan de ontvanger")
                .containsSubsequence("href=\"#answers\"", "href=\"#givenBy\"", "href=\"#fields[level]\"");

        Answer list = browser.get(page);
        String id = list.find("/uitwisseling/([0-9a-f-]+)/formulier.pdf").orElseThrow();
        Answer file = browser(liaison).get(page + "/" + id + "/formulier.json");
        assertThat(file.json().get("fields").get("question").asString()).isEqualTo("Welk niveau?");
        assertThat(file.json().get("setting").asString()).isEqualTo("Wet van 29-03-2024");
        assertThat(file.body())
                .isEqualTo(api(coordinator)
                        .get("/cases/" + caseId + "/exchanges/" + id + "/file")
                        .body());
        assertThat(browser.get(page + "/" + id + "/formulier.pdf").bytes()).startsWith("%PDF".getBytes());
        assertThat(browser(officer).get(page + "/" + id + "/formulier.json").status())
                .isEqualTo(404);
        assertThat(browser.post(page + "/" + id + "/verzonden", "sentOn", TODAY.toString(), "channel", "SECURE_MAIL")
                        .status())
                .isEqualTo(302);
        assertThat(browser.get(page).body()).contains("Beveiligde e-mail van de partner");
        assertThat(browser.get("/dossiers/" + caseId).body())
                .contains("Uitwisseling: verzoek om dreigingsevaluatie", ">Ontvanger<");
        assertThat(api(coordinator)
                        .post(
                                "/cases/" + caseId + "/exchanges/" + id + "/sent",
                                Map.of("channel", "BY_HAND", "date", TODAY.toString()))
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("already-sent");

        String secret = "Hij verstopt twaalf jerrycans benzine in dat tuinhuis.";
        Answer quoting = asked(browser, page, liaison, secret);
        assertThat(quoting.status()).isEqualTo(422);
        assertThat(quoting.body())
                .contains("<mark>verstopt twaalf jerrycans benzine in dat tuinhuis</mark>")
                .contains("href=\"#fields[reason]\"", "name=\"quotingConfirmed\"");
        assertThat(asked(browser, page, liaison, secret, "quotingConfirmed", "yes")
                        .status())
                .isEqualTo(302);
    }

    private Answer asked(Browser browser, String page, String liaison, String reason, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "counterpart",
                cell.in(() -> as(liaison)).mandate().toString(),
                "fields[urgency]",
                "URGENT",
                "fields[question]",
                "Welk niveau?",
                "fields[reason]",
                reason));
        fields.addAll(List.of(more));
        return browser.post(page + "?soort=EVALUATION_REQUEST", fields.toArray(String[]::new));
    }

    @Test
    void a_prisons_case_shows_how_long_its_permission_holds_and_then_that_it_is_only_read() {
        cell = ACell.aCell().ofKind(CellKind.PIVC).foundedIn(beans);
        String coordinator = person(cell, Capacity.COORDINATOR);
        String direction = person(cell, Capacity.PRISON_DIRECTION);
        String psychosocial = person(cell, Capacity.PSYCHOSOCIAL_SERVICE);
        record(cell, BasisKind.PROSECUTOR_PERMISSION, 12);
        CaseId caseId = cell.in(() -> {
            Filed filed = filed(psychosocial, Optional.empty());
            bean(CandidateFlow.class).checkBasis(as(coordinator), filed.id());
            bean(CandidateFlow.class).admit(as(direction), filed.id(), "PREVENT_TERRORISM", "Terugkeer");
            return filed.caseId();
        });
        Browser browser = browser(coordinator);
        assertThat(browser.get("/dossiers/" + caseId).body()).contains("nog 12 dagen");

        cell.transact(() ->
                bean(LegalBases.class).end(bean(LegalBases.class).all().get(0).id(), TODAY.minusDays(1)));

        Answer page = browser.get("/dossiers/" + caseId + "/vrijlating");
        assertThat(page.body()).contains("Dit dossier is alleen-lezen", "verlopen op", "458ter");
        Answer refused = browser.post(
                "/dossiers/" + caseId + "/vrijlating/datum",
                "date",
                TODAY.plusMonths(2).toString());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("het dossier is alleen-lezen", "458ter");
        assertThat(browser.get("/dossiers/" + caseId).status()).isEqualTo(200);
    }
}
