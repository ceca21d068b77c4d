package be.livc.workflow.livcr;

import static be.livc.testing.ACell.aCell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseRow;
import be.livc.casefile.CaseView;
import be.livc.casefile.EmbargoId;
import be.livc.casefile.EmbargoView;
import be.livc.casefile.Embargoes;
import be.livc.casefile.LayEmbargo;
import be.livc.casefile.Subjects;
import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.cell.GiveMandate;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.cell.Partners;
import be.livc.consultation.ConflictCheck;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationView;
import be.livc.consultation.PutOnAgenda;
import be.livc.law.Article;
import be.livc.law.Articles;
import be.livc.law.BasisKind;
import be.livc.law.LegalBasisId;
import be.livc.law.RecordBasis;
import be.livc.ledger.Action;
import be.livc.ledger.LedgerBook;
import be.livc.ledger.LedgerFilter;
import be.livc.platform.Refusal;
import be.livc.setup.Expiries;
import be.livc.setup.Expiring;
import be.livc.setup.Setup;
import be.livc.signal.Filed;
import be.livc.vault.NameSearch;
import be.livc.workflow.pivc.CandidateFlow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the law and an investigation keep from people; the numbers are those of the list of scenarios. */
class LawScenariosTest extends CaseTest {

    private static final String PARKET = "het parket";
    private static final String DIRECTION = "de directie";

    @Autowired
    CandidateFlow candidates;

    @Autowired
    Setup setup;

    @Autowired
    Mandates mandates;

    @Autowired
    Partners partners;

    @Autowired
    EmbargoFlow embargoFlow;

    @Autowired
    Embargoes embargoes;

    @Autowired
    Subjects subjects;

    @Autowired
    Expiries expiries;

    @Autowired
    Articles articles;

    @Autowired
    LedgerBook ledger;

    private Instant before;

    @BeforeEach
    void with_a_parket() {
        before = clock.instant();
        cell = aTown().withMandate(PARKET, Capacity.PROSECUTOR)
                .withLawCovering("MUNICIPALITY", "POLICE", "CLB", "OCMW", "PARKET")
                .foundedIn(beans);
    }

    @AfterEach
    void put_the_clock_back() {
        clock.set(before);
    }

    @Test
    void scenario_2_what_is_under_embargo_is_found_in_no_list_search_minutes_or_duplicate() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, caseId, MAYOR, COORDINATOR, OFFICER, CLB);
        assertThat(found(COORDINATOR)).isEqualTo(1);

        embargoAtCheck(consultation, ConflictCheck.Scope.CASE);

        assertThat(in(() -> cases.list(as(COORDINATOR), Optional.empty(), Optional.empty(), 50))
                        .items())
                .singleElement()
                .matches(CaseRow::suspended)
                .matches(row -> row.subject().isEmpty());
        assertThat(found(COORDINATOR)).isZero();
        assertThat(found(MAYOR)).isZero();
        assertThat(in(() -> consultationReading.print(as(MAYOR), consultation)).items())
                .singleElement()
                .matches(item -> item.suspended() && item.subject().isEmpty());
        assertThat(seenBy(COORDINATOR, caseId).timeline()).isEmpty();
        assertThatThrownBy(() -> seenBy(OCMW, caseId)).hasMessage("not-found");
        assertThat(in(() -> embargoes.of(as(COORDINATOR)))).isEmpty();
        assertThat(in(() -> embargoes.of(as(OFFICER))))
                .singleElement()
                .extracting(EmbargoView::reference)
                .isEqualTo(Optional.of("notitie 12"));
    }

    @Test
    void scenario_2_an_embargo_can_hide_one_item_of_one_agenda_and_leave_the_case() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, caseId, MAYOR, COORDINATOR, OFFICER, CLB);

        embargoAtCheck(consultation, ConflictCheck.Scope.ITEM);

        assertThat(in(() -> consultationReading.open(as(COORDINATOR), consultation))
                        .items())
                .singleElement()
                .matches(ConsultationView.Item::suspended);
        assertThat(seenBy(COORDINATOR, caseId).subject()).isPresent();
        assertThat(seenBy(COORDINATOR, caseId).partsSuspended()).isTrue();
    }

    @Test
    void scenario_2_when_the_embargo_is_lifted_the_case_can_be_put_on_an_agenda_again() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, caseId, MAYOR, COORDINATOR, OFFICER, CLB);
        embargoAtCheck(consultation, ConflictCheck.Scope.CASE);

        run(() -> embargoFlow.lift(as(OFFICER), ofOfficer()));

        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("LISTED");
        assertThat(onTheAgenda(aPlannedConsultation(), caseId, MAYOR, COORDINATOR, OFFICER, CLB))
                .isEqualTo(1);
    }

    @Test
    void an_embargo_shows_the_parket_nothing_of_a_case_that_it_did_not_see() {
        CaseId caseId = aListedCase();

        in(() -> embargoFlow.lay(as(PARKET), embargo(ObjectType.CASE, caseId.value())));

        assertThat(seenBy(COORDINATOR, caseId).is(CaseView.Restriction.EMBARGO)).isTrue();
        assertThatThrownBy(() -> seenBy(PARKET, caseId)).hasMessage("not-found");
        assertThatThrownBy(
                        () -> in(() -> embargoFlow.lay(as(PARKET), embargo(ObjectType.FACT, aFactOf(aListedCase())))))
                .hasMessage("not-found");
        assertThatThrownBy(() -> in(() -> embargoFlow.lay(
                        as(COORDINATOR), embargo(ObjectType.CASE, aListedCase().value()))))
                .hasMessage("not-found");
    }

    @Test
    void scenario_14_an_embargo_on_something_told_hides_it_neutrally_and_the_log_keeps_who_read_it() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB, OCMW);
        UUID told = says(CLB, consultation, 1, "Wat later geheim bleek").id().value();
        UUID stays = says(OCMW, consultation, 1, "Wat mag blijven").id().value();
        assertThat(disclosuresSeenBy(OCMW, caseId)).containsExactly(told, stays);

        in(() -> embargoFlow.lay(as(OFFICER), embargo(ObjectType.DISCLOSURE, told)));

        for (String who : List.of(CLB, OCMW, MAYOR, COORDINATOR)) {
            assertThat(disclosuresSeenBy(who, caseId)).as(who).containsExactly(stays);
            assertThat(seenBy(who, caseId).partsSuspended()).as(who).isTrue();
        }
        assertThat(disclosuresSeenBy(OFFICER, caseId)).containsExactly(told, stays);
        assertThat(in(() -> ledger.entries(LedgerFilter.all().inCase(caseId.value()), 200))
                        .items())
                .anyMatch(entry -> entry.entry()
                        .filter(one -> one.action() == Action.READ
                                && one.actor().user().equals(as(OCMW).user().value()))
                        .isPresent())
                .anyMatch(entry -> entry.entry()
                        .filter(one -> one.action() == Action.DISCLOSE
                                && one.recipients().contains(mandate(OCMW).value()))
                        .isPresent());
    }

    @Test
    void nothing_is_said_about_a_case_whose_embargo_fell_in_the_middle_of_the_meeting() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB);
        EmbargoId laid = in(() -> embargoFlow.lay(as(OFFICER), embargo(ObjectType.CASE, caseId.value())));

        assertThatThrownBy(() -> says(CLB, consultation, 1, "Te laat")).hasMessage("not-found");
        assertThatThrownBy(() -> says(OFFICER, consultation, 1, "Zelfs niet door wie het legde"))
                .hasMessage("under-embargo");

        run(() -> consultationFlow.close(as(COORDINATOR), consultation));
        run(() -> embargoFlow.lift(as(OFFICER), laid));
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("PLAN_ACTIVE");
    }

    @Test
    void the_embargo_of_somebody_who_left_is_reviewed_by_a_successor() {
        CaseId caseId = aListedCase();
        EmbargoId laid = in(() -> embargoFlow.lay(as(OFFICER), embargo(ObjectType.CASE, caseId.value())));
        assertThatThrownBy(() -> run(() -> embargoFlow.lift(as(PARKET), laid))).hasMessage("not-found");

        in(() -> setup.endMandate(as(ADMINISTRATOR), mandate(OFFICER)));
        cell = cell.joinedBy("de nieuwe information officer", Capacity.INFORMATION_OFFICER, beans);
        assertThat(in(() -> embargoes.of(as("de nieuwe information officer"))))
                .singleElement()
                .matches(one -> !one.mine() && one.reference().isEmpty());
        run(() -> embargoFlow.lift(as("de nieuwe information officer"), laid));

        assertThat(seenBy(COORDINATOR, caseId).subject()).isPresent();
    }

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
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .containsExactly(new Refusal.Reason(
                                "not-covered-by-basis", vdab.id().toString())));

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
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .containsExactly(new Refusal.Reason("quorum-missing", "INFORMATION_OFFICER")));
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
        assertThat(in(() -> ledger.entries(LedgerFilter.all().of(Action.CREATE), 200))
                        .items())
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

    private void embargoAtCheck(ConsultationId consultation, ConflictCheck.Scope scope) {
        run(() -> consultationFlow.checkConflict(
                as(OFFICER),
                consultation,
                1,
                new ConflictCheck(
                        ConflictCheck.Outcome.EMBARGO,
                        Optional.of("notitie 12"),
                        Optional.of(LocalDate.now(clock).plusDays(30)),
                        scope)));
    }

    private EmbargoId ofOfficer() {
        return in(() -> embargoes.of(as(OFFICER))).get(0).id();
    }

    private LayEmbargo embargo(ObjectType type, UUID object) {
        return new LayEmbargo(
                type, object, Optional.of("notitie 12"), LocalDate.now(clock).plusDays(30));
    }

    private UUID aFactOf(CaseId caseId) {
        return seenBy(COORDINATOR, caseId).timeline().stream()
                .filter(piece -> piece.type() == ObjectType.FACT)
                .findFirst()
                .orElseThrow()
                .id()
                .value();
    }

    private List<UUID> disclosuresSeenBy(String who, CaseId caseId) {
        return seenBy(who, caseId).timeline().stream()
                .filter(piece -> piece.type() == ObjectType.DISCLOSURE)
                .map(piece -> piece.id().value())
                .toList();
    }

    private int found(String who) {
        return in(() -> subjects.find(
                        as(who), new NameSearch.Query(Optional.of("Verhaegen"), Optional.empty()), "PREVENT_TERRORISM"))
                .size();
    }
}
