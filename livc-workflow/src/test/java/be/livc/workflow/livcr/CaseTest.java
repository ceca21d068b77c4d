package be.livc.workflow.livcr;

import static be.livc.testing.ACell.aCell;

import be.livc.access.Access;
import be.livc.access.ObjectType;
import be.livc.access.WhoSees;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.Embargoes;
import be.livc.casefile.LayEmbargo;
import be.livc.casefile.Subject;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.MandateId;
import be.livc.consultation.Attend;
import be.livc.consultation.ConflictCheck;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationReading;
import be.livc.consultation.Consultations;
import be.livc.consultation.Disclose;
import be.livc.consultation.Disclosed;
import be.livc.consultation.LiveItems;
import be.livc.consultation.Meeting;
import be.livc.consultation.PlanConsultation;
import be.livc.consultation.PutOnAgenda;
import be.livc.consultation.RollCall;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasis;
import be.livc.ledger.LedgerBook;
import be.livc.ledger.LedgerEntryView;
import be.livc.ledger.LedgerFilter;
import be.livc.rights.Certificates;
import be.livc.signal.Assess;
import be.livc.signal.FileSignal;
import be.livc.signal.Filed;
import be.livc.signal.SignalId;
import be.livc.signal.SignalReading;
import be.livc.testing.ACell;
import be.livc.testing.MutableClock;
import be.livc.testing.OnTheTestDatabase;
import be.livc.workflow.WorkflowTestApplication;
import be.livc.workflow.engine.Processes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.flowable.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * A cell of a town with everyone a case needs, and the acts of its people in the words of the domain. Each test has a cell
 * of its own.
 */
@SpringBootTest(classes = {WorkflowTestApplication.class, MutableClock.Parts.class})
abstract class CaseTest implements OnTheTestDatabase {

    static final String MAYOR = "de burgemeester";
    static final String COORDINATOR = "de coördinator";
    static final String OFFICER = "de information officer";
    static final String CLB = "het CLB";
    static final String OCMW = "het OCMW";
    static final String DPO = "de DPO";
    static final String ADMINISTRATOR = "de beheerder";

    @Autowired
    BeanFactory beans;

    @Autowired
    SignalFlow signalFlow;

    @Autowired
    ListingFlow listingFlow;

    @Autowired
    ConsultationFlow consultationFlow;

    @Autowired
    CaseFlow caseFlow;

    @Autowired
    ErasureFlow erasureFlow;

    @Autowired
    EmbargoFlow embargoFlow;

    @Autowired
    Embargoes embargoes;

    @Autowired
    WorkList workList;

    @Autowired
    Processes processes;

    @Autowired
    ProcessEngine engine;

    @Autowired
    SignalReading signals;

    @Autowired
    Consultations consultations;

    @Autowired
    ConsultationReading consultationReading;

    @Autowired
    LiveItems liveItems;

    @Autowired
    RollCall rollCall;

    @Autowired
    Meeting meeting;

    @Autowired
    CaseFiles cases;

    @Autowired
    Certificates certificates;

    @Autowired
    LegalBases bases;

    @Autowired
    Access access;

    @Autowired
    WhoSees whoSees;

    @Autowired
    LedgerBook ledger;

    @Autowired
    MutableClock clock;

    ACell cell;

    @BeforeEach
    void found_a_cell() {
        cell = aTown().foundedIn(beans);
    }

    /** An embargo on this, for a month. */
    LayEmbargo embargoOn(ObjectType type, UUID object) {
        return new LayEmbargo(
                type, object, Optional.of("notitie 13"), LocalDate.now(clock).plusDays(30));
    }

    static ACell.Builder aTown() {
        return aCell().withMandate(MAYOR, Capacity.MAYOR)
                .withMandate(COORDINATOR, Capacity.COORDINATOR)
                .withMandate(OFFICER, Capacity.INFORMATION_OFFICER)
                .withMandate(CLB, Capacity.MEMBER, "CLB")
                .withMandate(OCMW, Capacity.MEMBER, "OCMW")
                .withMandate(DPO, Capacity.DPO)
                .withMandate(ADMINISTRATOR, Capacity.ADMINISTRATOR)
                .withLawCovering("MUNICIPALITY", "POLICE", "CLB", "OCMW");
    }

    Actor as(String name) {
        return cell.actor(name);
    }

    MandateId mandate(String name) {
        return as(name).mandate();
    }

    <T> T in(Supplier<T> work) {
        return cell.in(work);
    }

    void run(Runnable work) {
        cell.in(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    FileSignal aSignalAbout(String givenNames, String familyName) {
        return new FileSignal(
                new Subject(familyName, givenNames, Optional.of(LocalDate.of(2010, 3, 4)), List.of()),
                "PARTNER",
                List.of(new FileSignal.Fact(
                        LocalDate.now(clock).minusDays(3), "FACT", "klastitularis", "Zegt dat hij wraak wil nemen")),
                "NORMAL",
                false,
                Optional.of("Het vertrouwen met de school is nog broos"),
                false,
                Optional.empty());
    }

    static Assess anAssessment(Assess.Outcome outcome) {
        return new Assess(
                Map.of("INTENT", Assess.Answer.YES, "CAPACITY", Assess.Answer.UNKNOWN),
                outcome,
                "De uitspraak was concreet",
                outcome == Assess.Outcome.REFERRED ? Optional.of("CAW") : Optional.empty());
    }

    Filed filed() {
        return in(() -> signalFlow.file(as(CLB), aSignalAbout("Bram", "Verhaegen")));
    }

    void assessed(SignalId id, Assess.Outcome outcome) {
        in(() -> signalFlow.assess(as(COORDINATOR), id, anAssessment(outcome)));
        in(() -> signalFlow.assess(as(OFFICER), id, anAssessment(outcome)));
    }

    static ListingFlow.Decide theDecision(ListingFlow.Decision decision) {
        return new ListingFlow.Decide(
                decision,
                "PREVENT_TERRORISM",
                Optional.of("De jongere op tijd helpen"),
                "Zonder overleg weet geen dienst genoeg",
                Optional.empty());
    }

    /** The decision that a signal belongs to a case that is there. */
    static ListingFlow.Decide theDecision(ListingFlow.Decision decision, CaseId other) {
        return new ListingFlow.Decide(
                decision, "PREVENT_TERRORISM", Optional.empty(), "Het gaat om dezelfde persoon", Optional.of(other));
    }

    /** A case on the list, reported by the CLB. */
    CaseId aListedCase() {
        Filed signal = filed();
        assessed(signal.id(), Assess.Outcome.RETAINED);
        in(() -> listingFlow.decide(as(MAYOR), signal.id(), theDecision(ListingFlow.Decision.LIST)));
        return signal.caseId();
    }

    ConsultationId aPlannedConsultation() {
        return aPlannedConsultation(LocalDate.now(clock));
    }

    ConsultationId aPlannedConsultation(LocalDate day) {
        return in(() -> consultations.plan(
                as(COORDINATOR),
                new PlanConsultation(
                        day,
                        Optional.empty(),
                        "Stadhuis, zaal 2",
                        bases.all().stream().map(LegalBasis::id).toList(),
                        mandate(MAYOR),
                        false)));
    }

    int onTheAgenda(ConsultationId consultation, CaseId caseId, String... invitees) {
        return in(() -> consultationFlow.putOnAgenda(
                as(COORDINATOR),
                consultation,
                new PutOnAgenda(
                        caseId,
                        "PREVENT_TERRORISM",
                        Optional.of("eerste bespreking"),
                        Stream.of(invitees).map(this::mandate).toList())));
    }

    void clear(ConsultationId consultation, int n) {
        run(() -> consultationFlow.checkConflict(
                as(OFFICER),
                consultation,
                n,
                new ConflictCheck(ConflictCheck.Outcome.CLEAR, Optional.empty(), Optional.empty())));
    }

    /** The conflict check of an item finds an investigation. */
    void embargo(ConsultationId consultation, int n) {
        ConflictCheck found = new ConflictCheck(
                ConflictCheck.Outcome.EMBARGO,
                Optional.of("GE.60.98.1/26"),
                Optional.of(LocalDate.now(clock).plusDays(20)));
        run(() -> consultationFlow.checkConflict(as(OFFICER), consultation, n, found));
    }

    void comesAndSigns(ConsultationId consultation, int n, String... people) {
        for (String who : people) {
            run(() -> rollCall.attend(
                    as(who),
                    consultation,
                    n,
                    mandate(who),
                    new Attend(Optional.empty(), Optional.empty(), Optional.of(Attend.Statement.SCREEN))));
        }
    }

    void leaves(ConsultationId consultation, int n, String who) {
        run(() -> rollCall.attend(
                as(COORDINATOR),
                consultation,
                n,
                mandate(who),
                new Attend(Optional.empty(), Optional.of(clock.instant()), Optional.empty())));
    }

    /** A consultation on one case that is open, with everyone named there in the room. */
    ConsultationId anOpenConsultation(CaseId caseId, String... partners) {
        ConsultationId consultation = aPlannedConsultation();
        String[] everyone = Stream.concat(Stream.of(MAYOR, COORDINATOR, OFFICER), Stream.of(partners))
                .toArray(String[]::new);
        onTheAgenda(consultation, caseId, everyone);
        clear(consultation, 1);
        comesAndSigns(consultation, 1, everyone);
        run(() -> consultationFlow.open(as(MAYOR), consultation));
        return consultation;
    }

    Disclosed says(String who, ConsultationId consultation, int n, String text) {
        return in(() ->
                meeting.disclose(as(who), consultation, n, new Disclose(mandate(who), text, true, Optional.empty())));
    }

    CaseView seenBy(String who, CaseId id) {
        return in(() -> cases.open(as(who), id));
    }

    /** What the ledger of the cell holds of this, the oldest first. */
    List<LedgerEntryView> entries(LedgerFilter filter) {
        return in(() -> ledger.entries(filter, 200)).items();
    }

    /** The reasons of what changed in this, as the ledger of the cell tells them, the oldest first. */
    List<String> whyChanged(UUID object) {
        return entries(LedgerFilter.all().on(object.toString())).stream()
                .map(view -> view.entry().orElseThrow())
                .filter(entry -> entry.action().isChange())
                .flatMap(entry -> entry.why().stream())
                .toList();
    }
}
