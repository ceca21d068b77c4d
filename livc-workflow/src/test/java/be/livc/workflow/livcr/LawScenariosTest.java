package be.livc.workflow.livcr;

import static be.livc.testing.ACell.aCell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.cell.GiveMandate;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.cell.Partners;
import be.livc.consultation.Attend;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.PutOnAgenda;
import be.livc.law.Article;
import be.livc.law.Articles;
import be.livc.law.BasisKind;
import be.livc.law.LegalBasisId;
import be.livc.law.RecordBasis;
import be.livc.ledger.Action;
import be.livc.ledger.LedgerFilter;
import be.livc.platform.Refusal;
import be.livc.setup.Expiries;
import be.livc.setup.Expiring;
import be.livc.signal.Filed;
import be.livc.testing.Refused;
import be.livc.workflow.pivc.CandidateFlow;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the law keeps from people; the numbers are those of the list of scenarios. */
class LawScenariosTest extends TownWithParketTest {

    private static final String DIRECTION = "de directie";

    @Autowired
    CandidateFlow candidates;

    @Autowired
    Mandates mandates;

    @Autowired
    Partners partners;

    @Autowired
    Expiries expiries;

    @Autowired
    Articles articles;

    @Test
    void scenario_6_and_7_a_permission_for_a_prison_covers_who_it_lists_until_it_is_withdrawn() {
        LocalDate today = LocalDate.now(clock);
        cell = aPivc(today);
        CaseId caseId = anAdmittedCase();
        ConsultationId consultation = aPlannedConsultation();
        Mandate vdab = vdab(today);

        assertThatThrownBy(() -> in(() -> consultationFlow.putOnAgenda(
                        as(COORDINATOR),
                        consultation,
                        new PutOnAgenda(caseId, "REINTEGRATION", Optional.empty(), List.of(vdab.id())))))
                .satisfies(Refused.only("not-covered-by-basis", vdab.id().toString()));

        LegalBasisId permission = in(() -> bases.all()).get(0).id();
        in(() -> setup.withdrawBasis(as(PARKET), permission));
        assertThatThrownBy(this::aPlannedConsultation).hasMessage("no-valid-basis");
        assertThat(seenBy(COORDINATOR, caseId).is(CaseView.Restriction.BASIS_EXPIRED))
                .isTrue();
    }

    @Test
    void scenario_7_a_permission_can_name_a_person() {
        LocalDate today = LocalDate.now(clock);
        Mandate vdab = vdab(today);
        in(() -> setup.recordBasis(
                as(PARKET),
                new RecordBasis(
                        BasisKind.PROSECUTOR_PERMISSION,
                        "Toestemming 2026/7",
                        List.of("PREVENT_TERRORISM"),
                        Optional.empty(),
                        "Alleen dit overleg",
                        List.of(vdab.id().toString()),
                        today,
                        Optional.of(today.plusDays(30)),
                        Optional.of(new RecordBasis.Permission(
                                Optional.empty(), "Nodig voor de opvolging", "De procureur", today)))));

        CaseId caseId = aListedCase();
        ConsultationId consultation = aPlannedConsultation();
        assertThat(in(() -> consultationFlow.putOnAgenda(
                        as(COORDINATOR),
                        consultation,
                        new PutOnAgenda(caseId, "PREVENT_TERRORISM", Optional.empty(), List.of(vdab.id())))))
                .isEqualTo(1);
        assertThatThrownBy(() -> in(() -> setup.recordBasis(
                        as(PARKET),
                        new RecordBasis(
                                BasisKind.LAW,
                                "Een wet",
                                List.of("PREVENT_TERRORISM"),
                                Optional.empty(),
                                "Zoals de wet het zegt",
                                List.of("CLB"),
                                today,
                                Optional.empty()))))
                .hasMessage("not-a-permission");
    }

    @Test
    void who_was_not_invited_comes_in_where_a_basis_covers_them_and_not_otherwise() {
        ConsultationId consultation = anOpenConsultation(aListedCase(), CLB);
        Mandate vdab = vdab(LocalDate.now(clock));
        Attend comes = new Attend(Optional.empty(), Optional.empty(), Optional.of(Attend.Statement.PAPER));

        assertThatThrownBy(() -> run(() -> rollCall.attend(as(COORDINATOR), consultation, 1, vdab.id(), comes)))
                .satisfies(Refused.only("not-covered-by-basis", vdab.id().toString()));
        run(() -> rollCall.attend(as(COORDINATOR), consultation, 1, mandate(OCMW), comes));

        assertThat(says(CLB, consultation, 1, "Ook voor het OCMW").recipients())
                .contains(mandate(OCMW))
                .doesNotContain(vdab.id());
        assertThat(in(() -> consultationReading.open(as(OCMW), consultation)).items())
                .hasSize(1);
    }

    @Test
    void a_basis_that_is_withdrawn_in_the_middle_of_the_meeting_stops_what_is_told_at_once() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB);
        says(CLB, consultation, 1, "Nog op tijd");

        in(() -> setup.withdrawBasis(
                as(COORDINATOR), in(() -> bases.all()).get(0).id()));

        assertThatThrownBy(() -> says(CLB, consultation, 1, "Te laat"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .extracting(Refusal.Reason::code)
                        .containsExactly("no-valid-basis", "basis-withdrawn"));
    }

    @Test
    void scenario_22_a_lapsed_clearance_suspends_the_role_until_a_new_one_is_attested() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, caseId, MAYOR, COORDINATOR, OFFICER, CLB);
        clear(consultation, 1);
        comesAndSigns(consultation, 1, MAYOR, COORDINATOR, OFFICER, CLB);
        MandateId officer = mandate(OFFICER);
        LocalDate today = LocalDate.now(clock);

        in(() -> setup.attestClearance(as(COORDINATOR), officer, today.minusDays(1)));

        assertThat(in(() -> mandates.actor(
                        as(OFFICER).user(), cell.id(), as(OFFICER).source())))
                .isEmpty();
        assertThatThrownBy(() -> run(() -> consultationFlow.open(as(MAYOR), consultation)))
                .satisfies(Refused.only("quorum-missing", "INFORMATION_OFFICER"));
        assertThat(in(() -> expiries.ahead()))
                .singleElement()
                .matches(one -> one.kind() == Expiring.Kind.CLEARANCE && one.level() == Expiring.Level.OVER);

        in(() -> setup.attestClearance(as(COORDINATOR), officer, today.plusYears(1)));
        run(() -> consultationFlow.open(as(MAYOR), consultation));
        assertThat(in(() -> expiries.ahead())).isEmpty();
        assertThatThrownBy(() -> in(() -> setup.attestClearance(as(COORDINATOR), mandate(CLB), today)))
                .hasMessage("needs-no-clearance");
    }

    @Test
    void notice_of_an_end_is_given_at_60_30_and_7_days_once_each_and_stands_in_the_log() {
        LegalBasisId basis = in(() -> bases.all()).get(0).id();
        LocalDate today = LocalDate.now(clock);
        in(() -> setup.endBasis(as(COORDINATOR), basis, today.plusDays(61)));

        assertThat(in(() -> expiries.giveNotices())).isZero();
        for (int days : List.of(1, 29, 2, 22, 1)) {
            clock.advance(Duration.ofDays(days));
            in(() -> expiries.giveNotices());
            assertThat(in(() -> expiries.giveNotices())).isZero();
        }
        assertThat(in(() -> expiries.noticesOf(basis.value())))
                .extracting(Expiries.Notice::days)
                .containsExactly(60, 30, 7);
        clock.advance(Duration.ofDays(8));
        assertThat(in(() -> expiries.giveNotices())).isEqualTo(1);
        assertThat(entries(LedgerFilter.all().of(Action.CREATE)))
                .filteredOn(entry -> entry.entry()
                        .filter(one -> one.object().type().equals("expiry-notice"))
                        .isPresent())
                .hasSize(4);
    }

    @Test
    void a_renumbered_article_is_cited_by_its_old_number_before_that_day_and_by_the_new_one_after() {
        LocalDate from = LocalDate.of(2027, 1, 1);

        run(() -> setup.renumber(as(COORDINATOR), Article.CASE_CONSULTATION, "art. 1 nieuw Sw.", "", from));

        assertThat(citationOn(LocalDate.of(2025, 6, 1))).contains("art. 458ter §1 Sw.");
        assertThat(citationOn(from.minusDays(1))).contains("art. 458ter §1 oud Sw.");
        assertThat(citationOn(from)).contains("art. 1 nieuw Sw.");
    }

    private Optional<String> citationOn(LocalDate day) {
        return in(() -> articles.citation(Article.CASE_CONSULTATION, day));
    }

    private CaseId anAdmittedCase() {
        Filed candidate = filed();
        in(() -> candidates.checkBasis(as(COORDINATOR), candidate.id()));
        in(() -> candidates.admit(as(DIRECTION), candidate.id(), "REINTEGRATION", "De terugkeer voorbereiden"));
        return candidate.caseId();
    }

    private be.livc.testing.ACell aPivc(LocalDate today) {
        return aCell().ofKind(CellKind.PIVC)
                .forPurpose("REINTEGRATION")
                .withMandate(MAYOR, Capacity.MAYOR)
                .withMandate(COORDINATOR, Capacity.COORDINATOR)
                .withMandate(OFFICER, Capacity.INFORMATION_OFFICER)
                .withMandate(PARKET, Capacity.PROSECUTOR)
                .withMandate(DIRECTION, Capacity.PRISON_DIRECTION)
                .withMandate(CLB, Capacity.MEMBER, "CLB")
                .withMandate(ADMINISTRATOR, Capacity.ADMINISTRATOR)
                .withBasis(new RecordBasis(
                        BasisKind.PROSECUTOR_PERMISSION,
                        "Protocol van de procureur",
                        List.of("REINTEGRATION", "PREVENT_TERRORISM"),
                        Optional.empty(),
                        "Zoals het protocol het zegt",
                        List.of("MUNICIPALITY", "POLICE", "CLB", "PARKET", "PRISON", "PSD"),
                        today.minusDays(10),
                        Optional.of(today.plusDays(100))))
                .foundedIn(beans);
    }

    private Mandate vdab(LocalDate today) {
        return in(() -> setup.giveMandate(
                as(ADMINISTRATOR),
                new GiveMandate(
                        Optional.empty(),
                        "Iemand van de VDAB",
                        partners.add("VDAB", "VDAB", "FLEMISH").id(),
                        Capacity.MEMBER,
                        today,
                        Optional.empty(),
                        Optional.empty())));
    }
}
