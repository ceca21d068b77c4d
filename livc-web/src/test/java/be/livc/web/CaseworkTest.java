package be.livc.web;

import be.livc.casefile.CaseId;
import be.livc.casefile.Subject;
import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.consultation.Attend;
import be.livc.consultation.ConflictCheck;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.Consultations;
import be.livc.consultation.Disclose;
import be.livc.consultation.Meeting;
import be.livc.consultation.PlanConsultation;
import be.livc.consultation.PutOnAgenda;
import be.livc.consultation.RollCall;
import be.livc.law.BasisKind;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasis;
import be.livc.law.LegalBasisId;
import be.livc.platform.RequestSource;
import be.livc.signal.Assess;
import be.livc.signal.FileSignal;
import be.livc.signal.Filed;
import be.livc.signal.SignalId;
import be.livc.testing.ACell;
import be.livc.workflow.livcr.ConsultationFlow;
import be.livc.workflow.livcr.ListingFlow;
import be.livc.workflow.livcr.SignalFlow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/**
 * A cell with the people that casework needs, a law that covers them, and a case on the list that the CLB reported. Each test
 * has its own; what people do before the test begins goes through the use cases.
 */
public abstract class CaseworkTest extends WebTest {

    /** Today, by the clock of Brussels. */
    protected ACell cell;

    protected String mayor;
    protected String coordinator;
    protected String officer;
    protected String clb;
    protected String ocmw;
    protected LegalBasisId basis;
    protected SignalId signal;
    protected CaseId caseId;
    protected String caseNumber;

    @BeforeEach
    void a_listed_case() {
        cell = cell();
        mayor = person(cell, Capacity.MAYOR);
        coordinator = person(cell, Capacity.COORDINATOR);
        officer = person(cell, Capacity.INFORMATION_OFFICER);
        clb = person(cell, Capacity.MEMBER);
        ocmw = person(cell, Capacity.MEMBER);
        basis = record(cell, BasisKind.LAW);
        cell.in(() -> {
            list();
            return true;
        });
    }

    private void list() {
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
        Assess retained =
                new Assess(Map.of("INTENT", Assess.Answer.YES), Assess.Outcome.RETAINED, "Concreet", Optional.empty());
        bean(SignalFlow.class).assess(as(coordinator), filed.id(), retained);
        bean(SignalFlow.class).assess(as(officer), filed.id(), retained);
        signal = filed.id();
        caseId = filed.caseId();
        caseNumber = bean(ListingFlow.class)
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
    }

    /** Somebody in the cell of this test, by sign-in name. */
    protected Actor as(String username) {
        return bean(Mandates.class)
                .actor(bean(Accounts.class).byUsername(username).orElseThrow().id(), cell.id(), RequestSource.PROGRAM)
                .orElseThrow();
    }

    /** Their mandate. */
    protected MandateId mandate(String username) {
        return as(username).mandate();
    }

    /** A consultation today with the case on its agenda, checked for conflicts, to which these people are invited. */
    protected ConsultationId convened(boolean urgent, String... invited) {
        return cell.in(() -> {
            ConsultationId id = bean(Consultations.class)
                    .plan(
                            as(coordinator),
                            new PlanConsultation(
                                    TODAY,
                                    Optional.empty(),
                                    "Stadhuis",
                                    bean(LegalBases.class).all().stream()
                                            .map(LegalBasis::id)
                                            .toList(),
                                    mandate(mayor),
                                    urgent));
            bean(ConsultationFlow.class)
                    .putOnAgenda(
                            as(coordinator),
                            id,
                            new PutOnAgenda(
                                    caseId,
                                    "PREVENT_TERRORISM",
                                    Optional.empty(),
                                    Stream.of(invited).map(this::mandate).toList()));
            bean(ConsultationFlow.class)
                    .checkConflict(
                            as(officer),
                            id,
                            1,
                            new ConflictCheck(ConflictCheck.Outcome.CLEAR, Optional.empty(), Optional.empty()));
            return id;
        });
    }

    /** These people come to the item and sign on their screens, and the mayor opens the consultation. */
    protected void opened(ConsultationId id, String... present) {
        cell.in(() -> {
            Stream.of(present).forEach(who -> bean(RollCall.class)
                    .attend(
                            as(who),
                            id,
                            1,
                            mandate(who),
                            new Attend(Optional.empty(), Optional.empty(), Optional.of(Attend.Statement.SCREEN))));
            bean(ConsultationFlow.class).open(as(mayor), id);
            return true;
        });
    }

    /** A consultation on the case that is being held with mayor, coordinator, information officer and these people. */
    protected ConsultationId held(String... partners) {
        String[] everyone = Stream.concat(Stream.of(mayor, coordinator, officer), Stream.of(partners))
                .toArray(String[]::new);
        ConsultationId id = convened(false, everyone);
        opened(id, everyone);
        return id;
    }

    /** Somebody tells everyone present a secret. */
    protected void tells(String who, ConsultationId id, String text) {
        cell.in(() ->
                bean(Meeting.class).disclose(as(who), id, 1, new Disclose(mandate(who), text, true, Optional.empty())));
    }

    /** The coordinator closes it. */
    protected void closed(ConsultationId id) {
        cell.in(() -> {
            bean(ConsultationFlow.class).close(as(coordinator), id);
            return true;
        });
    }
}
