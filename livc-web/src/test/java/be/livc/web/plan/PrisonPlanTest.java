package be.livc.web.plan;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
import be.livc.casefile.Subject;
import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.cell.Mandates;
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
import be.livc.law.RecordBasis;
import be.livc.platform.RequestSource;
import be.livc.signal.FileSignal;
import be.livc.signal.Filed;
import be.livc.testing.ACell;
import be.livc.web.Browser;
import be.livc.web.PageForm;
import be.livc.web.WebTest;
import be.livc.workflow.livcr.ConsultationFlow;
import be.livc.workflow.livcr.SignalFlow;
import be.livc.workflow.pivc.CandidateFlow;
import be.livc.workflow.pivc.ReleaseFlow;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The plan of somebody in detention, on the screens of the prison. */
class PrisonPlanTest extends WebTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Autowired
    private BeanFactory beans;

    private ACell prison;
    private String coordinator;
    private String direction;
    private String psychosocial;
    private String prosecutor;
    private CaseId caseId;

    @BeforeEach
    void a_case_in_consultation_in_a_prison() {
        prison = ACell.aCell().ofKind(CellKind.PIVC).foundedIn(beans);
        coordinator = person(prison, Capacity.COORDINATOR);
        direction = person(prison, Capacity.PRISON_DIRECTION);
        psychosocial = person(prison, Capacity.PSYCHOSOCIAL_SERVICE);
        prosecutor = person(prison, Capacity.PROSECUTOR);
        prison.transact(() -> bean(LegalBases.class)
                .record(new RecordBasis(
                        BasisKind.PROSECUTOR_PERMISSION,
                        "Toestemming voor deze test",
                        List.of("PREVENT_TERRORISM"),
                        Optional.empty(),
                        "Zoals het er staat",
                        List.of("OTHER"),
                        TODAY.minusYears(1),
                        Optional.of(TODAY.plusDays(50)))));
        caseId = admitted();
    }

    private CaseId admitted() {
        Filed candidate = prison.in(() -> bean(SignalFlow.class)
                .file(
                        as(psychosocial),
                        new FileSignal(
                                new Subject("Haerinck", "Ruben", Optional.of(TODAY.minusYears(28)), List.of()),
                                "PARTNER",
                                List.of(new FileSignal.Fact(
                                        TODAY.minusDays(2), "FACT", "gesprek", "Hij trekt zich terug")),
                                "NORMAL",
                                false,
                                Optional.of("Nog niet"),
                                false,
                                Optional.empty())));
        prison.in(() -> bean(CandidateFlow.class).checkBasis(as(coordinator), candidate.id()));
        prison.in(() -> bean(CandidateFlow.class)
                .admit(as(direction), candidate.id(), "PREVENT_TERRORISM", "Terugkeer voorbereiden"));
        return candidate.caseId();
    }

    private Actor as(String username) {
        return bean(Mandates.class)
                .actor(bean(Accounts.class).byUsername(username).orElseThrow().id(), prison.id(), RequestSource.PROGRAM)
                .orElseThrow();
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

        assertThat(browser.get("/dossiers?fase=opgenomen").body()).contains(link, "Opvolging in detentie", "Verhuisd");
        assertThat(browser.get("/dossiers?fase=detentie").body()).doesNotContain(link);
        discussed();
        assertThat(browser.get("/dossiers?fase=detentie").body()).contains(link).doesNotContain("fase=plan-actief");
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
}
