package be.livc.web.plan;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.consultation.Attend;
import be.livc.consultation.ConflictCheck;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.Consultations;
import be.livc.consultation.PlanConsultation;
import be.livc.consultation.PutOnAgenda;
import be.livc.consultation.RollCall;
import be.livc.law.BasisKind;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasis;
import be.livc.testing.ACell;
import be.livc.web.Answer;
import be.livc.web.Browser;
import be.livc.web.PageForm;
import be.livc.web.PrisonWorkTest;
import be.livc.web.pdf.PdfCheck;
import be.livc.workflow.livcr.ConsultationFlow;
import be.livc.workflow.pivc.ReleaseFlow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plan of somebody in detention, on the screens of the prison. */
class PrisonPlanTest extends PrisonWorkTest {

    private String prosecutor;
    private CaseId caseId;

    @BeforeEach
    void somebody_is_admitted() {
        prosecutor = person(prison, Capacity.PROSECUTOR);
        caseId = admitted();
    }

    private Actor as(String username) {
        return as(prison, username);
    }

    /** A consultation in which the case was discussed, and that is over. */
    private void discussed() {
        prison.in(() -> {
            ConsultationId id = bean(Consultations.class)
                    .plan(
                            as(coordinator),
                            new PlanConsultation(
                                    TODAY,
                                    Optional.empty(),
                                    "Vergaderzaal",
                                    bean(LegalBases.class).all().stream()
                                            .map(LegalBasis::id)
                                            .toList(),
                                    as(direction).mandate(),
                                    false));
            ConsultationFlow flow = bean(ConsultationFlow.class);
            flow.putOnAgenda(
                    as(coordinator),
                    id,
                    new PutOnAgenda(
                            caseId,
                            "PREVENT_TERRORISM",
                            Optional.empty(),
                            Stream.of(coordinator, direction, psychosocial, prosecutor)
                                    .map(who -> as(who).mandate())
                                    .toList()));
            flow.checkConflict(
                    as(prosecutor),
                    id,
                    1,
                    new ConflictCheck(ConflictCheck.Outcome.CLEAR, Optional.empty(), Optional.empty()));
            for (String who : List.of(coordinator, direction, psychosocial)) {
                bean(RollCall.class)
                        .attend(
                                as(who),
                                id,
                                1,
                                as(who).mandate(),
                                new Attend(Optional.empty(), Optional.empty(), Optional.of(Attend.Statement.SCREEN)));
            }
            flow.open(as(coordinator), id);
            flow.close(as(coordinator), id);
            return true;
        });
    }

    @Test
    void in_detention_the_coordinator_draws_up_the_plan_changes_it_and_closes_the_case() {
        Browser browser = browser(coordinator);
        String plan = "/dossiers/" + caseId + "/plan";
        assertThat(browser.get(plan).body())
                .as("before a consultation there is nothing to plan or to close")
                .doesNotContain("wijzig=true", "/afsluiten", "name=\"reviewDate\"");

        discussed();

        PageForm drawnUp = PageForm.on(browser.get(plan), plan)
                .with("goals[0].domain", "WORK")
                .with("goals[0].goal", "Een opleiding beginnen")
                .with("reviewDate", TODAY.plusMonths(1).toString())
                .with("action", "save");
        assertThat(browser.post(plan, drawnUp.fields()).status()).isEqualTo(302);
        assertThat(browser.get(plan).body()).contains("wijzig=true", "/dossiers/" + caseId + "/afsluiten");
    }

    @Test
    void the_list_of_a_prison_has_the_phases_of_a_prison() {
        Browser browser = browser(coordinator);
        String link = "/dossiers/" + caseId;

        assertThat(browser.get("/dossiers?fase=opgenomen").body())
                .contains(link, "Opvolging in detentie", "Overgeplaatst")
                .doesNotContain("Verhuisd");
        assertThat(browser.get("/dossiers?fase=detentie").body()).doesNotContain(link);
        discussed();
        assertThat(browser.get("/dossiers?fase=detentie").body()).contains(link).doesNotContain("fase=plan-actief");
    }

    @Test
    void the_timeline_of_a_prison_speaks_of_admission_and_of_no_list_of_cases() {
        assertThat(browser(coordinator).get("/dossiers/" + caseId).body())
                .contains("Beslissing over opname: opgenomen")
                .doesNotContain("Casuslijst");
    }

    @Test
    void where_a_piece_stands_by_its_kind_alone_a_prison_speaks_of_admission_too() {
        Browser runs = browser(coordinator);
        String form = "/overdrachten/nieuw?dossier=" + caseId;
        ACell town = cell();
        String there = person(town, Capacity.COORDINATOR);
        record(town, BasisKind.LAW);
        String[] asked = {
            "to", town.id().toString(), "kind", "RELEASE", "purpose", "PREVENT_TERRORISM", "reason", "Komt vrij"
        };
        runs.get(form);
        Answer check = runs.post(form, asked);
        assertThat(check.body()).contains("Beslissing over opname").doesNotContain("Casuslijst");

        assertThat(aRequestOnTheCase(runs)).contains("Beslissing over opname").doesNotContain("Casuslijst");
        assertThat(browser(person(prison, Capacity.DPO)).get("/audit").body())
                .contains("beslissing over opname")
                .doesNotContainIgnoringCase("casuslijst");
        assertThat(browser(direction).get("/dossiers/" + caseId).body())
                .as("why the direction sees it")
                .contains("beslist over opname")
                .doesNotContainIgnoringCase("casuslijst");

        String[] offered = Stream.concat(
                        Stream.of(asked),
                        Stream.concat(
                                Pattern.compile("name=\"items\"[^>]*value=\"([^\"]+)\"")
                                        .matcher(check.body())
                                        .results()
                                        .flatMap(item -> Stream.of("items", item.group(1))),
                                Stream.of("confirmed", "true")))
                .toArray(String[]::new);
        String offer = runs.post(form, offered).location();
        Browser receives = browser(there);
        assertThat(receives.get(offer).body())
                .contains("Beslissing over opname")
                .doesNotContain("<th scope=\"row\">Casuslijst");
        assertThat(PdfCheck.text(receives.get(offer + "/overdrachtsfiche.pdf").bytes()))
                .contains("Beslissing over opname")
                .doesNotContain("Casuslijst,");
    }

    /** The page of a request for access that is linked to the case, as the coordinator weighs it. */
    private String aRequestOnTheCase(Browser runs) {
        Browser handling = browser(person(prison, Capacity.DPO));
        handling.get("/avg-verzoeken");
        String request = handling.post(
                        "/avg-verzoeken", "kind", "ACCESS", "receivedOn", TODAY.toString(), "requester", "Per brief")
                .location();
        String number = prison.in(
                () -> bean(CaseFiles.class).facts(caseId).orElseThrow().number());
        runs.get(request);
        runs.post(request + "/dossier", "dossier", number);
        return runs.get(request).body();
    }

    @Test
    void without_a_permission_following_up_waits_but_for_closing_and_the_list_leads_there() {
        String closingGoesOn = "wat toevoegt, wacht op een nieuwe toestemming; afsluiten kan";
        discussed();
        String plan = "href=\"/dossiers/" + caseId + "/plan\"";
        assertThat(browser(coordinator).get("/taken").body()).contains(plan).doesNotContain(closingGoesOn);

        prison.in(() -> {
            LegalBases bases = bean(LegalBases.class);
            bases.all().forEach(basis -> bases.withdraw(basis.id()));
            return true;
        });

        assertThat(browser(coordinator).get("/taken").body())
                .contains(closingGoesOn, plan, "href=\"/beheer/grondslagen/toestemming\"");
        String page = browser(coordinator).get("/dossiers/" + caseId).body();
        assertThat(page.substring(page.indexOf("livc-waiting")))
                .contains(closingGoesOn, plan, "href=\"/beheer/grondslagen/toestemming\"");
    }

    @Test
    void a_frozen_case_takes_no_other_plan_and_can_be_closed() {
        discussed();
        prison.in(() -> {
            bean(ReleaseFlow.class).relocate(as(direction), caseId);
            return true;
        });

        assertThat(browser(coordinator).get("/dossiers/" + caseId + "/plan").body())
                .doesNotContain("wijzig=true", "name=\"reviewDate\"")
                .contains("/dossiers/" + caseId + "/afsluiten");
    }

    @Test
    void
            when_the_permission_has_ended_the_release_date_is_still_read_and_who_runs_the_cell_finds_where_a_new_one_is_recorded() {
        Browser browser = browser(coordinator);
        String release = "/dossiers/" + caseId + "/vrijlating";
        PageForm form = PageForm.on(browser.get(release), release + "/datum")
                .with("date", LocalDate.of(TODAY.getYear() + 1, 3, 14).toString());
        assertThat(browser.post(release + "/datum", form.fields()).status()).isEqualTo(302);

        prison.in(() -> {
            LegalBases bases = bean(LegalBases.class);
            bases.all().forEach(basis -> bases.withdraw(basis.id()));
            return true;
        });

        assertThat(browser.get(release).body())
                .contains("14 mrt. " + (TODAY.getYear() + 1), "Hier kan nu niets gewijzigd worden")
                .doesNotContain("Er wacht hier nu niets op u");
        String basis = prison.in(() -> bean(LegalBases.class).all().get(0).id().toString());
        assertThat(browser.get("/beheer/grondslagen/" + basis).body())
                .contains("href=\"/beheer/grondslagen/toestemming\"");
    }

    @Test
    void when_the_permission_has_ended_the_screens_offer_nothing_that_would_be_refused_and_the_case_can_be_closed() {
        discussed();
        Browser browser = browser(coordinator);
        String link = "/dossiers/" + caseId;
        Map<String, String> offered = Map.of(
                "", "/rechtzetting",
                "/plan", "goals[0].goal",
                "/personen", "id=\"toevoegen\"",
                "/documenten", "type=\"file\"",
                "/risicotaxatie", "name=\"outcome\"",
                "/vrijlating", "/vrijlating/datum");
        offered.forEach((tab, form) ->
                assertThat(browser.get(link + tab).body()).as(tab).contains(form));

        prison.in(() -> {
            LegalBases bases = bean(LegalBases.class);
            bases.all().forEach(basis -> bases.withdraw(basis.id()));
            return true;
        });

        offered.forEach((tab, form) -> assertThat(browser.get(link + tab).body())
                .as(tab)
                .doesNotContain(form)
                .contains("Dit dossier is alleen-lezen"));
        assertThat(browser.get(link + "/plan").body()).contains(link + "/afsluiten");
        String closing = link + "/afsluiten";
        PageForm check = PageForm.on(browser.get(closing), closing).with("ground", "OTHER");
        assertThat(browser.post(closing, check.with("confirmed", "true").fields())
                        .status())
                .isEqualTo(302);
    }
}
