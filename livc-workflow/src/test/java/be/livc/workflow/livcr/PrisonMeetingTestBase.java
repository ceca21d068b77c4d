package be.livc.workflow.livcr;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.ChangePlan.PlannedMeasure;
import be.livc.casefile.Corrections;
import be.livc.casefile.Goal;
import be.livc.casefile.ItemId;
import be.livc.casefile.MeasureId;
import be.livc.casefile.MeasureState;
import be.livc.casefile.RecordThirdParty;
import be.livc.casefile.RiskAssessments;
import be.livc.casefile.RiskAssessments.RecordOutcome;
import be.livc.casefile.ThirdParties;
import be.livc.casefile.ThirdPartyRole;
import be.livc.cell.Capacity;
import be.livc.consultation.AgendaOrder;
import be.livc.consultation.Attend;
import be.livc.consultation.Ballots;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.Convocations;
import be.livc.consultation.Decide;
import be.livc.consultation.FeedbackSheets;
import be.livc.consultation.Invitations;
import be.livc.consultation.MinutesRound;
import be.livc.document.AddDocument;
import be.livc.document.Documents;
import be.livc.exchange.ExchangeKind;
import be.livc.exchange.Exchanges;
import be.livc.exchange.RecordExchange;
import be.livc.law.BasisKind;
import be.livc.law.RecordBasis;
import be.livc.signal.Filed;
import be.livc.testing.ACell;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A meeting of a prison that is going on, and every door through which its case changes. */
abstract class PrisonMeetingTestBase extends PrisonTestBase {

    private static final String POLICE = "de politie";

    @Autowired
    RiskAssessments riskAssessments;

    @Autowired
    ThirdParties thirdParties;

    @Autowired
    Corrections corrections;

    @Autowired
    Documents documents;

    @Autowired
    Ballots ballots;

    @Autowired
    FeedbackSheets sheets;

    @Autowired
    MinutesRound minutes;

    @Autowired
    Invitations invitations;

    @Autowired
    Convocations convocations;

    @Autowired
    AgendaOrder order;

    @Autowired
    Exchanges exchanges;

    ACell town;
    CaseId caseId;
    ConsultationId consultation;
    Filed candidate;
    TransferId incoming;
    private ItemId decision;
    private MeasureId measure;

    @BeforeEach
    void a_case_in_consultation() {
        town = aTown().foundedIn(beans);
        incoming = anOfferOfTheTown();
        caseId = anAdmittedCase();
        candidate = aCandidate();
        in(() -> candidates.checkBasis(as(COORDINATOR), candidate.id()));
        consultation = anOpenMeeting();
        decision = in(() -> ballots.putToVote(as(DIRECTION), consultation, 1, "Een opleiding in de gevangenis"));
        run(() -> caseFlow.changePlan(as(COORDINATOR), caseId, aPlan(LocalDate.now(clock))));
        measure = seenBy(COORDINATOR, caseId)
                .plan()
                .orElseThrow()
                .measures()
                .get(0)
                .id();
    }

    private TransferId anOfferOfTheTown() {
        ACell prison = aPrison(LocalDate.now(ZoneOffset.UTC).plusMonths(8))
                .withMandate(POLICE, Capacity.POLICE)
                .withBasis(new RecordBasis(
                        BasisKind.PROSECUTOR_PERMISSION,
                        "Toestemming voor deze test",
                        List.of("PREVENT_TERRORISM"),
                        Optional.empty(),
                        "Alleen de genoemde diensten",
                        List.of("PRISON", "PSD", "PARKET", "POLICE"),
                        LocalDate.now(ZoneOffset.UTC).minusYears(1),
                        Optional.of(LocalDate.now(ZoneOffset.UTC).plusMonths(8))))
                .foundedIn(beans);
        cell = town;
        CaseId inTown = aListedCase();
        TransferId offer = in(() -> transfers.offer(
                as(COORDINATOR),
                new OfferTransfer(
                        inTown, prison.id(), TransferKind.ARREST, "PREVENT_TERRORISM", "Aangehouden", Set.of())));
        cell = prison;
        return offer;
    }

    private ConsultationId anOpenMeeting() {
        ConsultationId planned = aPlannedMeeting();
        onTheAgenda(planned, caseId, COORDINATOR, DIRECTION, PSYCHOSOCIAL, PROSECUTOR, POLICE);
        run(() -> consultationFlow.checkConflict(as(PROSECUTOR), planned, 1, noConflict()));
        comesAndSigns(planned, 1, COORDINATOR, DIRECTION, PSYCHOSOCIAL);
        run(() -> consultationFlow.open(as(COORDINATOR), planned));
        return planned;
    }

    ChangePlan aPlan(LocalDate today) {
        return new ChangePlan(
                List.of(new Goal("WORK", "Een opleiding beginnen")),
                List.of(new PlannedMeasure(
                        Optional.empty(), "Een aanbod zoeken", mandate(PSYCHOSOCIAL), today.plusWeeks(3))),
                today.plusMonths(1),
                Optional.empty());
    }

    /** Every act by which something is added to a case of a prison, by its name. */
    Map<String, Runnable> writeDoors() {
        LocalDate today = LocalDate.now(clock);
        ItemId fact = seenBy(COORDINATOR, caseId).timeline().stream()
                .filter(piece -> piece.type() == ObjectType.FACT)
                .findFirst()
                .orElseThrow()
                .id();
        Attend comes = new Attend(Optional.empty(), Optional.empty(), Optional.of(Attend.Statement.SCREEN));
        Map<String, Runnable> doors = new LinkedHashMap<>();
        doors.put("put on an agenda", () -> onTheAgenda(consultation, caseId, COORDINATOR));
        doors.put("order the agenda", () -> run(() -> order.arrange(as(COORDINATOR), consultation, List.of(1))));
        doors.put(
                "answer an invitation", () -> run(() -> consultations.answer(as(PSYCHOSOCIAL), consultation, 1, true)));
        doors.put(
                "send a colleague",
                () -> run(() ->
                        invitations.replace(as(COORDINATOR), consultation, 1, mandate(PSYCHOSOCIAL), mandate(POLICE))));
        doors.put("write to the invitees", () -> run(() -> convocations.write(as(COORDINATOR), consultation)));
        doors.put(
                "check for a conflict",
                () -> run(() -> consultationFlow.checkConflict(as(PROSECUTOR), consultation, 1, noConflict())));
        doors.put("come in", () -> run(() -> rollCall.attend(as(POLICE), consultation, 1, mandate(POLICE), comes)));
        doors.put(
                "let somebody in",
                () -> run(() -> rollCall.attend(
                        as(COORDINATOR),
                        consultation,
                        1,
                        mandate(POLICE),
                        new Attend(Optional.empty(), Optional.empty(), Optional.of(Attend.Statement.PAPER)))));
        doors.put("open a consultation", () -> run(() -> consultationFlow.open(as(COORDINATOR), consultation)));
        doors.put("tell something", () -> says(PSYCHOSOCIAL, consultation, 1, "Nieuws uit de gevangenis"));
        doors.put(
                "not share",
                () -> run(() -> meeting.abstain(as(PSYCHOSOCIAL), consultation, 1, mandate(PSYCHOSOCIAL))));
        doors.put(
                "decide", () -> in(() -> meeting.decide(as(DIRECTION), consultation, 1, new Decide("Iets", Map.of()))));
        doors.put("put to the vote", () -> in(() -> ballots.putToVote(as(DIRECTION), consultation, 1, "Iets anders")));
        doors.put("vote", () -> run(() -> ballots.vote(as(PSYCHOSOCIAL), consultation, 1, decision, Decide.Vote.FOR)));
        doors.put(
                "draw up a sheet",
                () -> in(() -> sheets.draft(as(COORDINATOR), consultation, 1, Optional.empty(), "Voor de politie")));
        doors.put("approve minutes", () -> run(() -> minutes.answer(as(PSYCHOSOCIAL), consultation, 1, true)));
        doors.put("change the plan", () -> run(() -> caseFlow.changePlan(as(COORDINATOR), caseId, aPlan(today))));
        doors.put(
                "report progress",
                () -> in(() -> caseFlow.report(as(PSYCHOSOCIAL), caseId, measure, "Gevonden", MeasureState.DONE)));
        doors.put("decline a review", () -> run(() -> caseFlow.declineReviewMeeting(as(COORDINATOR), caseId)));
        doors.put("correct", () -> in(() -> corrections.correct(as(COORDINATOR), caseId, fact, "Zo was het niet")));
        doors.put(
                "record somebody else",
                () -> in(() -> thirdParties.record(
                        as(COORDINATOR),
                        new RecordThirdParty(caseId, ThirdPartyRole.FAMILY, "Een zus", Optional.empty(), false))));
        doors.put(
                "add a document",
                () -> in(() -> documents.add(
                        as(COORDINATOR),
                        caseId,
                        new AddDocument("brief.txt", false, new ByteArrayInputStream("tekst".getBytes())))));
        doors.put(
                "record a risk assessment",
                () -> in(() -> riskAssessments.record(
                        as(COORDINATOR),
                        caseId,
                        new RecordOutcome("VERA_2R", "2", mandate(COORDINATOR), today, "LOW"))));
        doors.put(
                "exchange with OCAD",
                () -> in(() -> exchanges.record(
                        as(COORDINATOR),
                        new RecordExchange(
                                caseId,
                                ExchangeKind.EVALUATION_REQUEST,
                                mandate(POLICE),
                                Map.of(),
                                Optional.empty()))));
        doors.put(
                "expect a release",
                () -> run(() -> releases.expectRelease(as(COORDINATOR), caseId, Optional.of(today.plusMonths(1)))));
        doors.put(
                "release to nobody knows where", () -> run(() -> releases.releasedToUnknown(as(COORDINATOR), caseId)));
        doors.put(
                "hand over in an emergency",
                () -> in(() -> releases.releasedTo(as(COORDINATOR), caseId, town.id(), "Plots vrij")));
        doors.put("freeze", () -> run(() -> releases.relocate(as(DIRECTION), caseId)));
        doors.put("thaw", () -> run(() -> releases.comeBack(as(DIRECTION), caseId)));
        doors.put("take over", () -> in(() -> transfers.accept(as(COORDINATOR), incoming)));
        return doors;
    }
}
