package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.cell.Capacity;
import be.livc.consultation.ConsultationId;
import be.livc.law.BasisKind;
import be.livc.law.RecordBasis;
import be.livc.platform.Refusal;
import be.livc.testing.ACell;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.workflow.engine.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Cases of a town or a prison beside which something else goes on, while they are hidden, frozen, discussed, offered, taken over by
 * another town, closed and erased at random, and weeks pass. Whatever happened: what goes on is as it was recorded, an act that was
 * refused changed nothing, and all comes to its end. {@code -Dlivc.random.walks=…}.
 */
abstract class RandomMattersTestBase extends RandomCasesTestBase {

    static final String DPO_THERE = "de DPO daar";

    private static final int WALKS = Integer.getInteger("livc.random.walks", 2);
    private static final int STEPS = 60;
    private static final int MOST_STEPS_TO_THE_END = 12;

    ACell there;
    List<CaseId> caseIds;
    Set<CaseId> gone;
    private Map<TransferId, CaseId> offers;
    private boolean inPrison;

    /** From where the draws of a walk begin. */
    abstract int seed();

    /** What goes on beside the cases begins anew. */
    abstract void begins();

    /** One thing at random, of what goes on beside the cases. */
    abstract void goesOn();

    /** Another cell took the case over, as this one there. */
    abstract void leaves(CaseId caseId, CaseId asThere);

    /** All that can be seen of what goes on; equal while nothing changed. */
    abstract Object picture();

    /** Whether all is as it was recorded. */
    abstract void isAsRecorded(String when);

    /** Ends what goes on, as far as it does not end with its case. */
    abstract void endsBeforeTheCases();

    @Test
    void what_goes_on_beside_a_case_is_as_recorded_and_comes_to_its_end() {
        Instant before = clock.instant();
        for (int walk = 0; walk < WALKS; walk++) {
            acts.begin(seed() + walk);
            clock.set(before);
            found(walk % 2 == 1);
            for (int step = 0; step < STEPS; step++) {
                takeStep();
                clock.advance(Duration.ofMinutes(1));
                isAsRecorded("seed %d, step %d: %s".formatted(seed() + walk, step, acts.happened()));
            }
            everythingEnds("seed %d: %s".formatted(seed() + walk, acts.happened()));
        }
        System.out.println(getClass().getSimpleName() + " from seed " + seed() + ": " + acts.happened());
    }

    private void found(boolean prison) {
        inPrison = prison;
        there = HandOverTestBase.aTownElsewhere()
                .withMandate(DPO_THERE, Capacity.DPO)
                .foundedIn(beans);
        cell = (inPrison ? prison() : town())
                .withMandate(ExchangeTest.LIAISON, Capacity.LIAISON_OFFICER)
                .foundedIn(beans);
        caseIds = inPrison
                ? List.of(anAdmittedCase(), anAdmittedCase(), anAdmittedCase())
                : List.of(aListedCase(), aListedCase(), aListedCase());
        gone = new HashSet<>();
        offers = new LinkedHashMap<>();
        begins();
    }

    private static ACell.Builder town() {
        return aTown().withLawCovering("MUNICIPALITY", "POLICE", "CLB", "OCMW", "FLEMISH_LIAISON");
    }

    private ACell.Builder prison() {
        return aPrison(today().plusYears(3))
                .withMandate(DPO, Capacity.DPO)
                .withBasis(new RecordBasis(
                        BasisKind.PROSECUTOR_PERMISSION,
                        "Toestemming met de verbindingsofficier",
                        List.of("PREVENT_TERRORISM"),
                        Optional.empty(),
                        "Alleen de genoemde diensten",
                        List.of("PRISON", "PSD", "PARKET", "FLEMISH_LIAISON"),
                        today().minusYears(1),
                        Optional.of(today().plusYears(3))));
    }

    @Override
    boolean isPrison() {
        return inPrison;
    }

    CaseId aCase() {
        return acts.oneOf(caseIds);
    }

    /** An act of what goes on: it is done where it can be, and where it is refused, nothing has changed. */
    void attempt(String act, boolean possible, Supplier<?> doing) {
        Object before = picture();
        acts.attempt(act, () -> {
            try {
                Object done = doing.get();
                assertThat(possible).as("%s was done, and could not be", act).isTrue();
                return done;
            } catch (Refusal refused) {
                assertThat(possible).as("%s was refused: %s", act, refused).isFalse();
                assertThat(picture())
                        .as("after %s was refused: %s", act, refused)
                        .isEqualTo(before);
                throw refused;
            }
        });
    }

    /** Whether the coordinator sees this case now: it is here, and nothing hides it. */
    boolean isSeen(CaseId caseId) {
        return !gone.contains(caseId)
                && !seenBy(COORDINATOR, caseId).restrictions().contains(CaseView.Restriction.EMBARGO);
    }

    private void takeStep() {
        if (acts.below(2) == 0) {
            goesOn();
            return;
        }
        CaseId caseId = aCase();
        switch (acts.below(12)) {
            case 0 -> acts.attempt("embargo", () -> layAnEmbargo(caseId, Set.of(ObjectType.FACT)));
            case 1, 2 -> acts.attempt("lift", this::liftAnEmbargo);
            case 3 -> acts.attempt("freeze", () -> done(() -> releases.relocate(as(head()), caseId)));
            case 4 -> acts.attempt("thaw", () -> done(() -> releases.comeBack(as(head()), caseId)));
            case 5 -> acts.attempt("offer", () -> offer(caseId));
            case 6 -> acts.attempt("take back", () -> takeBack(acts.oneOf(List.copyOf(offers.keySet()))));
            case 7 -> acts.attempt("accept", () -> accept(acts.oneOf(List.copyOf(offers.keySet()))));
            case 8 -> acts.attempt("discuss", () -> discussed(caseId));
            case 9 -> acts.attempt("towards the end", () -> next(caseId));
            default -> {
                clock.advance(Duration.ofDays(acts.below(20)));
                Timers.strike(engine, clock, cell.id(), there.id());
            }
        }
    }

    private boolean offer(CaseId caseId) {
        OfferTransfer asked = new OfferTransfer(
                caseId,
                there.id(),
                isPrison() ? TransferKind.RELEASE : TransferKind.MOVE,
                "PREVENT_TERRORISM",
                "Verhuisd",
                Set.of());
        return offers.put(in(() -> transfers.offer(as(COORDINATOR), asked)), caseId) == null;
    }

    private boolean takeBack(TransferId id) {
        return done(() -> transfers.withdraw(as(COORDINATOR), id));
    }

    private boolean accept(TransferId id) {
        CaseId asThere = there.in(() -> transfers.accept(there.actor(HandOverTestBase.THERE), id))
                .caseId();
        CaseId caseId = offers.get(id);
        gone.add(caseId);
        leaves(caseId, asThere);
        return true;
    }

    /** A consultation on this case alone, that is over then. */
    private boolean discussed(CaseId caseId) {
        ConsultationId meeting = planned();
        try {
            onTheAgendaFirst(meeting, caseId);
            opens(meeting);
        } catch (Refusal refused) {
            run(() -> consultationFlow.callOff(as(COORDINATOR), meeting));
            throw refused;
        }
        return done(() -> consultationFlow.close(as(COORDINATOR), meeting));
    }

    private boolean next(CaseId caseId) {
        return nearerToItsEnd(caseId, () -> erased(caseId), () -> discussed(caseId));
    }

    private boolean erased(CaseId caseId) {
        in(() -> erasureFlow.carryOut(as(DPO), caseId));
        return gone.add(caseId);
    }

    private void everythingEnds(String walk) {
        liftEveryEmbargo();
        offers.keySet().forEach(id -> acts.attempt("take back", () -> takeBack(id)));
        endsBeforeTheCases();
        isAsRecorded(walk);
        for (CaseId caseId : caseIds) {
            for (int left = MOST_STEPS_TO_THE_END; !gone.contains(caseId); left--) {
                assertThat(left).as(walk).isPositive();
                acts.insist(() -> next(caseId));
            }
        }
        isAsRecorded(walk);
    }
}
