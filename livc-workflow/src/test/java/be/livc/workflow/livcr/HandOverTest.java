package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.ledger.Action;
import be.livc.ledger.LedgerFilter;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import be.livc.testing.ACell;
import be.livc.testing.Refused;
import be.livc.testing.TestDatabase;
import be.livc.transfer.Answering.TakenOver;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.transfer.TransferReading;
import be.livc.transfer.TransferRow;
import be.livc.transfer.TransferState;
import be.livc.transfer.TransferView;
import be.livc.workflow.transfer.OfferCheck;
import be.livc.workflow.transfer.Settling;
import be.livc.workflow.transfer.TransferFlow;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A case goes from one town to another: offered, seen in summary, taken over or not, and never half. */
class HandOverTest extends CaseTest {

    static final String THERE = "de coördinator van de andere stad";
    static final String OFFICER_THERE = "de information officer van de andere stad";
    static final String MAYOR_THERE = "de burgemeester van de andere stad";

    @Autowired
    TransferFlow transfers;

    @Autowired
    TransferReading reading;

    @Autowired
    Settling settling;

    ACell otherTown;

    @BeforeEach
    void found_the_other_town() {
        otherTown = aTownElsewhere().foundedIn(beans);
    }

    static ACell.Builder aTownElsewhere() {
        return ACell.aCell()
                .withMandate(MAYOR_THERE, Capacity.MAYOR)
                .withMandate(THERE, Capacity.COORDINATOR)
                .withMandate(OFFICER_THERE, Capacity.INFORMATION_OFFICER)
                .withLawCovering("MUNICIPALITY", "POLICE");
    }

    Actor there(String name) {
        return otherTown.actor(name);
    }

    OfferCheck checked(CaseId caseId) {
        return in(() -> transfers.check(as(COORDINATOR), caseId, otherTown.id(), "PREVENT_TERRORISM"));
    }

    TransferId offered(CaseId caseId, TransferKind kind) {
        Set<UUID> facts = checked(caseId).parts().stream()
                .map(OfferCheck.Judged::part)
                .filter(part -> part.type() == ObjectType.FACT)
                .map(part -> part.id())
                .collect(Collectors.toSet());
        return in(() -> transfers.offer(
                as(COORDINATOR),
                new OfferTransfer(
                        caseId, otherTown.id(), kind, "PREVENT_TERRORISM", "Verhuisd naar de buurgemeente", facts)));
    }

    TakenOver accepted(TransferId id) {
        return otherTown.in(() -> transfers.accept(there(THERE), id));
    }

    TransferState stateHere(TransferId id) {
        return in(() -> reading.open(as(COORDINATOR), id)).state();
    }

    @Test
    void scenario_8_someone_moves_and_the_old_cell_keeps_only_the_decision_and_the_log() {
        CaseId caseId = aListedCase();

        TransferId id = offered(caseId, TransferKind.MOVE);
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("TRANSFER_OFFERED");
        TransferView offer = otherTown.in(() -> reading.open(there(THERE), id));
        assertThat(offer.summary().orElseThrow().subject().familyName()).isEqualTo("Verhaegen");
        assertThat(offer.summary().orElseThrow().lines())
                .extracting(line -> line.type())
                .containsExactly("FACT");
        TakenOver taken = accepted(id);

        CaseView theirs = otherTown.in(() -> cases.open(there(THERE), taken.caseId()));
        assertThat(theirs.phase()).isEqualTo("LISTED");
        assertThat(theirs.timeline()).singleElement().satisfies(piece -> {
            assertThat(piece.text()).isEqualTo("Zegt dat hij wraak wil nemen");
            assertThat(piece.detail().orElseThrow()).contains("klastitularis", "het CLB", "Cel ");
        });
        assertThatThrownBy(() -> seenBy(COORDINATOR, caseId)).hasMessage("not-found");
        assertThat(in(() -> cases.list(as(COORDINATOR), Optional.empty(), Optional.empty(), 10))
                        .items())
                .isEmpty();
        TransferView decision = in(() -> reading.open(as(COORDINATOR), id));
        assertThat(decision.state()).isEqualTo(TransferState.ACCEPTED);
        assertThat(decision.reason()).contains("Verhuisd naar de buurgemeente");
        assertThat(whatHappened(cell, id)).containsExactly("begun", "offered", "left");
        assertThat(whatHappened(otherTown, id)).containsExactly("prepared", "received", "accepted");
    }

    @Test
    void
            scenario_9_nobody_of_the_other_cell_sees_anything_before_it_is_offered_or_the_content_before_it_is_taken_over() {
        CaseId caseId = aListedCase();
        TransferId id = offered(caseId, TransferKind.MOVE);

        assertThatThrownBy(() -> otherTown.in(() -> reading.open(there(OFFICER_THERE), id)))
                .hasMessage("not-found");
        assertThatThrownBy(() -> in(() -> transfers.accept(as(COORDINATOR), id)))
                .isInstanceOf(Refusal.class);
        assertThat(otherTown.in(() -> reading.list(there(THERE))))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.incoming()).isTrue();
                    assertThat(row.number()).isEmpty();
                });
    }

    @Test
    void what_the_receiving_cells_basis_does_not_cover_stays_behind() {
        otherTown = aTownElsewhere().withLawCovering("OCMW").foundedIn(beans);
        CaseId caseId = aListedCase();

        OfferCheck check = checked(caseId);

        assertThat(check.parts()).isNotEmpty().allSatisfy(judged -> {
            assertThat(judged.mayGo()).isFalse();
            assertThat(judged.refusals()).extracting(Refusal.Reason::code).containsExactly("not-covered-by-basis");
        });
        assertThatThrownBy(() -> offered(caseId, TransferKind.MOVE)).hasMessage("not-covered-by-basis");
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("LISTED");
    }

    @Test
    void a_refusal_tells_why_and_the_case_goes_on_where_it_was() {
        CaseId caseId = aListedCase();
        TransferId id = offered(caseId, TransferKind.MOVE);

        otherTown.in(() -> {
            transfers.refuse(there(THERE), id, "NOT_HERE", "Hij staat hier niet ingeschreven");
            return true;
        });

        TransferView decision = in(() -> reading.open(as(COORDINATOR), id));
        assertThat(decision.state()).isEqualTo(TransferState.REFUSED);
        assertThat(decision.answerCode()).contains("NOT_HERE");
        assertThat(decision.answer()).contains("Hij staat hier niet ingeschreven");
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("FOLLOW_UP");
        assertThat(otherTown.in(() -> reading.open(there(THERE), id)).summary()).isEmpty();
        assertThat(whatHappened(cell, id)).containsExactly("begun", "offered", "refused");
        assertThat(whatHappened(otherTown, id)).containsExactly("prepared", "received", "refused");
        TransferId again = offered(caseId, TransferKind.MOVE);
        assertThat(accepted(again).number()).startsWith("D-");
    }

    @Test
    void an_offer_can_be_taken_back_until_it_is_answered() {
        CaseId caseId = aListedCase();
        TransferId id = offered(caseId, TransferKind.MOVE);
        run(() -> transfers.withdraw(as(COORDINATOR), id));
        assertThat(stateHere(id)).isEqualTo(TransferState.WITHDRAWN);
        assertThatThrownBy(() -> accepted(id)).hasMessage("already-answered");

        TransferId second = offered(caseId, TransferKind.MOVE);
        accepted(second);

        assertThatThrownBy(() -> run(() -> transfers.withdraw(as(COORDINATOR), second)))
                .hasMessage("already-answered");
    }

    @Test
    void a_case_is_offered_to_one_cell_at_a_time() {
        CaseId caseId = aListedCase();
        offered(caseId, TransferKind.MOVE);

        assertThatThrownBy(() -> offered(caseId, TransferKind.MOVE)).hasMessage("wrong-phase");
    }

    @Test
    void what_was_refused_or_taken_back_can_be_read_by_no_key_any_more_where_it_was_offered() throws SQLException {
        CaseId caseId = aListedCase();
        TransferId refused = offered(caseId, TransferKind.MOVE);
        assertThat(keysOf(refused)).as("while it is offered").isEqualTo(1);
        otherTown.in(() -> {
            transfers.refuse(there(THERE), refused, "NOT_HERE", "");
            return true;
        });
        TransferId takenBack = offered(caseId, TransferKind.MOVE);
        run(() -> transfers.withdraw(as(COORDINATOR), takenBack));

        assertThat(keysOf(refused)).as("refused").isZero();
        assertThat(keysOf(takenBack)).as("taken back").isZero();
        assertThat(contentLeftOf(refused)).as("refused").isZero();
        assertThat(contentLeftOf(takenBack)).as("taken back").isZero();
        assertThat(seenBy(COORDINATOR, caseId).subject()).isPresent();
    }

    @Test
    void what_was_prepared_and_never_offered_can_be_read_by_no_key_any_more() throws SQLException {
        CaseId caseId = aListedCase();
        Fault fault = new Fault("transfer_out", "OFFERED");
        tryTo("OFFER", caseId, null);
        fault.end();

        clock.advance(Duration.ofMinutes(3));
        settling.settleAll();

        TransferId id = in(() -> reading.list(as(COORDINATOR))).get(0).id();
        assertThat(stateHere(id)).isEqualTo(TransferState.ABANDONED);
        assertThat(keysOf(id)).isZero();
        assertThat(contentLeftOf(id)).isZero();
    }

    @Test
    void a_case_that_left_has_no_key_where_it_was_and_nobody_is_entitled_to_it_there() throws SQLException {
        CaseId caseId = aListedCase();
        String entitled = "select count(*) from entitlement e join access_object o on o.cell_id = e.cell_id"
                + " and o.id = e.object_id where o.case_id = '" + caseId.value() + "' and o.type <> 'TRANSFER'";
        assertThat(count("select count(*) from case_key where record_id = '" + caseId.value() + "'"))
                .isEqualTo(1);
        assertThat(count(entitled)).isPositive();
        TransferId id = offered(caseId, TransferKind.MOVE);

        accepted(id);

        assertThat(count("select count(*) from case_key where record_id = '" + caseId.value() + "'"))
                .isZero();
        assertThat(count(entitled)).isZero();
    }

    @Test
    void what_was_taken_over_is_a_case_and_does_not_stay_in_the_offer_as_well() throws SQLException {
        TransferId id = offered(aListedCase(), TransferKind.MOVE);
        assertThat(contentLeftOf(id)).isEqualTo(1);

        accepted(id);

        assertThat(contentLeftOf(id)).isZero();
        assertThat(keysOf(id)).as("the key of the case that it became").isEqualTo(1);
    }

    @Test
    void who_takes_over_is_on_record_with_the_basis_under_which_they_hear_it() {
        TransferId id = offered(aListedCase(), TransferKind.MOVE);

        accepted(id);

        String basis = otherTown.in(() -> bases.all().get(0).id().toString());
        assertThat(otherTown
                        .in(() -> ledger.entries(LedgerFilter.all().of(Action.TRANSFER), Page.MOST))
                        .items())
                .extracting(view -> view.entry().orElseThrow())
                .filteredOn(entry -> entry.why().equals(Optional.of("accepted")))
                .singleElement()
                .satisfies(entry -> assertThat(entry.basis())
                        .extracting(ref -> ref.reference().toString())
                        .containsExactly(basis));
    }

    @Test
    void a_piece_that_is_not_of_the_case_is_not_offered() {
        CaseId caseId = aListedCase();

        assertThatThrownBy(() -> in(() -> transfers.offer(
                        as(COORDINATOR),
                        new OfferTransfer(
                                caseId,
                                otherTown.id(),
                                TransferKind.MOVE,
                                "PREVENT_TERRORISM",
                                "Verhuisd",
                                Set.of(UUID.randomUUID())))))
                .satisfies(Refused.only("unknown-item", "items"));
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("LISTED");
    }

    @Test
    void a_cell_without_a_coordinator_is_offered_nothing() {
        otherTown = ACell.aCell()
                .withMandate(MAYOR_THERE, Capacity.MAYOR)
                .withMandate(OFFICER_THERE, Capacity.INFORMATION_OFFICER)
                .withLawCovering("MUNICIPALITY", "POLICE")
                .foundedIn(beans);
        CaseId caseId = aListedCase();

        assertThatThrownBy(() -> offered(caseId, TransferKind.MOVE)).hasMessage("no-receiver");
        assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("LISTED");
    }

    /** How many keys there are where it was offered, for what it was or became there. */
    private static long keysOf(TransferId id) throws SQLException {
        return count("select count(*) from case_key where record_id in (select case_id from transfer_in where id = '"
                + id + "')");
    }

    private static long contentLeftOf(TransferId id) throws SQLException {
        return count("select count(*) from transfer_in where id = '" + id + "' and content_sealed is not null");
    }

    private static long count(String query) throws SQLException {
        return Long.parseLong(TestDatabase.askAsSuperuser(query).get(0));
    }

    @ParameterizedTest(name = "{2} stands still when {0} becomes {1}")
    @CsvSource({
        "transfer_in,  PREPARED,   OFFER",
        "transfer_out, OFFERED,    OFFER",
        "transfer_in,  OFFERED,    OFFER",
        "transfer_in,  ACCEPTED,   ACCEPT",
        "transfer_out, ACCEPTED,   ACCEPT",
        "transfer_in,  REFUSED,    REFUSE",
        "transfer_out, REFUSED,    REFUSE",
        "transfer_in,  WITHDRAWN,  WITHDRAW",
        "transfer_out, WITHDRAWN,  WITHDRAW",
        "transfer_out, ABANDONED,  OFFER"
    })
    @SuppressWarnings("try")
    void a_fault_at_any_step_leaves_the_case_in_one_cell(String table, String state, String act) throws SQLException {
        CaseId caseId = aListedCase();
        TransferId id = act.equals("OFFER") ? null : offered(caseId, TransferKind.MOVE);
        List<Fault> faults = new ArrayList<>(List.of(new Fault(table, state)));
        if (state.equals("ABANDONED")) {
            faults.add(new Fault("transfer_out", "OFFERED"));
        }

        tryTo(act, caseId, id);
        for (Fault fault : faults) {
            fault.end();
        }
        clock.advance(Duration.ofMinutes(3));
        settling.settleAll();

        assertThatItIsInOneCell(caseId);
    }

    @Test
    void a_hand_over_that_is_held_up_is_told_in_both_cells_until_it_is_finished() throws SQLException {
        Fault fault = new Fault("transfer_in", "OFFERED");

        TransferId id = offered(aListedCase(), TransferKind.MOVE);
        settling.settleAll();

        assertThat(in(settling::heldUp)).extracting(Settling.HeldUp::id).containsExactly(id);
        assertThat(otherTown.in(settling::heldUp))
                .extracting(Settling.HeldUp::id)
                .containsExactly(id);

        fault.end();
        settling.settleAll();

        assertThat(in(settling::heldUp)).isEmpty();
        assertThat(otherTown.in(settling::heldUp)).isEmpty();
    }

    private void tryTo(String act, CaseId caseId, TransferId id) {
        try {
            switch (act) {
                case "OFFER" -> offered(caseId, TransferKind.MOVE);
                case "ACCEPT" -> accepted(id);
                case "REFUSE" ->
                    otherTown.in(() -> {
                        transfers.refuse(there(THERE), id, "NOT_HERE", "");
                        return true;
                    });
                default -> run(() -> transfers.withdraw(as(COORDINATOR), id));
            }
        } catch (RuntimeException asWanted) {
            assertThat(asWanted).isNotInstanceOf(AssertionError.class);
        }
    }

    /** Both sides say the same, the case can be read on exactly one, and both ledgers tell the same story. */
    private void assertThatItIsInOneCell(CaseId caseId) {
        TransferRow here = in(() -> reading.list(as(COORDINATOR))).get(0);
        List<TransferRow> rowsThere = otherTown.in(() -> reading.list(there(THERE)));
        boolean readableHere = isReadableHere(caseId);
        boolean readableThere = rowsThere.stream().anyMatch(row -> row.number().isPresent());
        assertThat(readableHere).isNotEqualTo(readableThere);
        assertThat(here.state()).isNotEqualTo(TransferState.PREPARING);
        if (here.state() == TransferState.ABANDONED) {
            assertThat(rowsThere).isEmpty();
            assertThat(seenBy(COORDINATOR, caseId).phase()).isEqualTo("LISTED");
        } else {
            assertThat(rowsThere).singleElement().satisfies(row -> assertThat(row.state())
                    .isEqualTo(here.state()));
            assertThat(lastOf(cell, here.id())).isEqualTo(lastHereFor(lastOf(otherTown, here.id())));
        }
        settling.settleAll();
        assertThat(isReadableHere(caseId)).isEqualTo(readableHere);
    }

    private boolean isReadableHere(CaseId caseId) {
        try {
            return seenBy(COORDINATOR, caseId).subject().isPresent();
        } catch (Refusal gone) {
            return false;
        }
    }

    private String lastOf(ACell where, TransferId id) {
        List<String> all = whatHappened(where, id);
        return all.get(all.size() - 1);
    }

    static String lastHereFor(String lastThere) {
        return switch (lastThere) {
            case "received" -> "offered";
            case "accepted" -> "left";
            default -> lastThere;
        };
    }

    /** What a cell's ledger tells of a hand-over, in order; each entry names the other half. */
    private List<String> whatHappened(ACell where, TransferId id) {
        ACell other = where == cell ? otherTown : cell;
        return where.in(() -> ledger.entries(LedgerFilter.all().of(Action.TRANSFER), Page.MOST)).items().stream()
                .map(view -> view.entry().orElseThrow())
                .filter(entry -> entry.object().id().equals(id.toString()))
                .peek(entry -> assertThat(entry.link().orElseThrow().cell()).isEqualTo(other.id()))
                .map(entry -> entry.why().orElseThrow())
                .toList();
    }

    /** Makes the database refuse one change of state, as a full disk or a lost connection would. */
    private final class Fault {

        private final String table;
        private final String name;

        Fault(String table, String state) throws SQLException {
            this.table = table;
            this.name = "fault_" + state.toLowerCase(Locale.ROOT);
            TestDatabase.executeAsSuperuser(
                    "create or replace function " + name + "() returns trigger language plpgsql as"
                            + " $$ begin raise exception 'a fault of the test'; end $$");
            TestDatabase.executeAsSuperuser("create trigger " + name + " before insert or update on " + table
                    + " for each row when (new.state = '"
                    + state + "' and new.cell_id in ('" + cell.id() + "', '" + otherTown.id() + "')) execute function "
                    + name + "()");
        }

        void end() throws SQLException {
            TestDatabase.executeAsSuperuser("drop trigger " + name + " on " + table);
            TestDatabase.executeAsSuperuser("drop function " + name + "()");
        }
    }
}
