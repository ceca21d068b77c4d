package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.Grant;
import be.livc.platform.Ids;
import be.livc.testing.ACell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A value opens in its own place, for a grant that lives, and nowhere else. */
class VaultTest extends VaultTestBase {

    private static final String TEXT = "Zij kwam drie dagen niet naar school – één brief, çà et là.";

    @Test
    void what_was_sealed_opens_again() {
        UUID caseId = aCase();

        Sealed sealed = sealed(TEXT, noteOf(caseId));

        assertThat(open(sealed, caseId)).isEqualTo(TEXT);
        assertThat(open(Sealed.fromColumn(sealed.toColumn()).at(noteOf(caseId)), caseId))
                .isEqualTo(TEXT);
    }

    @Test
    void it_prints_nothing_of_its_content_and_no_two_seals_are_alike() {
        UUID caseId = aCase();

        Sealed one = sealed(TEXT, noteOf(caseId));
        Sealed other = sealed(TEXT, noteOf(caseId));

        assertThat(one).hasToString("•••").isNotEqualTo(other).isEqualTo(Sealed.fromColumn(one.toColumn()));
    }

    @Test
    void a_value_without_a_place_does_not_open() {
        UUID caseId = aCase();
        Sealed unplaced = Sealed.fromColumn(sealed(TEXT, noteOf(caseId)).toColumn());

        assertThatThrownBy(() -> open(unplaced, caseId)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void moved_to_another_row_it_does_not_open() {
        UUID caseId = aCase();
        UUID decision = aDecisionIn(caseId);
        Sealed moved = sealed(TEXT, noteOf(caseId)).at(new Place(cell.id(), caseId, "case_file", "note", decision));

        assertThatThrownBy(() -> open(moved, caseId)).isInstanceOf(SealBroken.class);
    }

    @Test
    void moved_to_another_column_or_table_it_does_not_open() {
        UUID caseId = aCase();
        Sealed sealed = sealed(TEXT, noteOf(caseId));

        assertThatThrownBy(() -> open(sealed.at(new Place(cell.id(), caseId, "case_file", "title", caseId)), caseId))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> open(sealed.at(new Place(cell.id(), caseId, "measure", "note", caseId)), caseId))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void moved_to_another_case_it_does_not_open() {
        UUID caseId = aCase();
        UUID other = aCase();
        Sealed sealed = sealed(TEXT, noteOf(caseId));

        assertThatThrownBy(() -> open(sealed.at(noteOf(other)), other)).isInstanceOf(SealBroken.class);
    }

    @Test
    void moved_to_another_cell_it_does_not_open() {
        UUID caseId = aCase();
        byte[] stolen = sealed(TEXT, noteOf(caseId)).toColumn();
        ACell home = cell;
        cell = anotherCell();
        UUID other = aCase();

        assertThatThrownBy(() -> open(Sealed.fromColumn(stolen).at(noteOf(other)), other))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> open(
                        Sealed.fromColumn(stolen).at(new Place(home.id(), caseId, "case_file", "note", caseId)), other))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void while_another_cell_is_bound_nothing_of_a_cell_is_opened_or_sealed_and_no_key_made_for_it() {
        UUID caseId = aCase();
        Sealed sealed = sealed(TEXT, noteOf(caseId));
        Grant reading = toRead(caseId);
        Grant acting = cell.transact(() -> toMake(cell));
        ACell other = anotherCell();

        for (ThrowingCallable elsewhere : List.<ThrowingCallable>of(
                () -> other.in(() -> vault.open(sealed, reading)),
                () -> other.in(() -> vault.openAll(List.of(sealed), reading)),
                () -> other.in(() -> vault.seal(TEXT, noteOf(caseId), acting)),
                () -> other.transact(() -> vault.found(cell.id())))) {
            assertThatThrownBy(elsewhere)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another cell than the one that is bound");
        }
    }

    @Test
    void no_bit_of_it_can_be_flipped() {
        UUID caseId = aCase();
        byte[] column = sealed("Els", noteOf(caseId)).toColumn();

        for (int bit = 0; bit < column.length * 8; bit++) {
            byte[] flipped = column.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            Sealed altered = Sealed.fromColumn(flipped).at(noteOf(caseId));
            Grant grant = bit % 64 == 0 ? toRead(caseId) : lastGrant;
            lastGrant = grant;
            assertThatThrownBy(() -> cell.in(() -> vault.open(altered, grant))).isInstanceOf(SealBroken.class);
        }
    }

    private Grant lastGrant;

    @Test
    void a_grant_opens_only_after_its_entry_is_committed() {
        UUID caseId = aCase();
        Sealed sealed = sealed(TEXT, noteOf(caseId));

        cell.transact(() -> {
            Grant grant = toReadNow(caseId);
            assertThatThrownBy(() -> vault.open(sealed, grant)).isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void a_grant_opens_nothing_after_ten_seconds() {
        UUID caseId = aCase();
        Sealed sealed = sealed(TEXT, noteOf(caseId));
        Grant grant = toRead(caseId);

        clock.advance(Duration.ofSeconds(10));
        assertThat(cell.in(() -> vault.open(sealed, grant))).isEqualTo(TEXT);
        clock.advance(Duration.ofMillis(1));

        assertThatThrownBy(() -> cell.in(() -> vault.open(sealed, grant))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_grant_opens_nothing_on_another_thread() {
        UUID caseId = aCase();
        Sealed sealed = sealed(TEXT, noteOf(caseId));
        Grant grant = toRead(caseId);

        assertThatThrownBy(() -> CompletableFuture.supplyAsync(() -> cell.in(() -> vault.open(sealed, grant)))
                        .join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_grant_opens_no_row_that_it_does_not_cover() {
        UUID caseId = aCase();
        UUID other = aCase();
        Sealed sealed = sealed(TEXT, noteOf(other));

        assertThatThrownBy(() -> open(sealed, caseId)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void several_values_open_only_for_a_grant_that_opens_each_of_them_now() {
        UUID caseId = aCase();
        UUID other = aCase();
        Sealed one = sealed(TEXT, noteOf(caseId));
        List<Sealed> both = List.of(one, sealed(TEXT, noteOf(other)));
        Grant ofOne = toRead(caseId);
        Grant ofBoth = cell.transact(() ->
                access.toList(cell.actor("An"), "cases", List.of(caseId, other)).grant());

        assertThatThrownBy(() -> cell.in(() -> vault.openAll(both, ofOne))).hasMessageContaining("does not cover");
        assertThat(cell.in(() -> vault.openAll(both, ofBoth))).containsExactly(TEXT, TEXT);
        cell.transact(() -> {
            Grant notInTheLedgerYet = toReadNow(caseId);
            assertThatThrownBy(() -> vault.openAll(List.of(one), notInTheLedgerYet))
                    .hasMessageContaining("is committed");
        });
        clock.advance(Duration.ofSeconds(10).plusMillis(1));
        assertThatThrownBy(() -> cell.in(() -> vault.openAll(both, ofBoth))).hasMessageContaining("has expired");
    }

    @Test
    void a_grant_to_read_makes_no_key_and_destroys_none() {
        UUID caseId = aCase();
        Sealed sealed = sealed(TEXT, noteOf(caseId));
        Grant reading = toRead(caseId);

        assertThatThrownBy(() -> cell.transact(() -> vault.bornWith(Ids.next(), reading)))
                .hasMessageContaining("does not allow to seal");
        assertThatThrownBy(() -> cell.transact(() -> vault.destroy(caseId, reading)))
                .hasMessageContaining("does not allow to seal");

        assertThat(open(sealed, caseId)).isEqualTo(TEXT);
    }

    @Test
    void a_grant_to_act_opens_nothing_and_a_grant_to_read_seals_nothing() {
        UUID caseId = aCase();
        Sealed sealed = sealed(TEXT, noteOf(caseId));
        Grant reading = toRead(caseId);

        cell.transact(() -> {
            Grant acting = toMake(cell);
            assertThatThrownBy(() -> vault.open(sealed, acting)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> vault.seal(TEXT, noteOf(caseId), reading))
                    .isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void a_list_opens_in_its_order_and_a_map_under_its_names() {
        List<Sealed> list = new ArrayList<>();
        Map<UUID, Sealed> map = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            UUID caseId = aCase();
            Sealed sealed = sealed("dossier " + i, noteOf(caseId));
            list.add(sealed);
            map.put(caseId, sealed);
        }
        Grant grant = cell.transact(() -> access.toList(cell.actor("An"), "cases", List.copyOf(map.keySet()))
                .grant());
        clock.advance(Duration.ofSeconds(5));
        caseKeys.dropAll();

        List<String> opened = cell.in(() -> vault.openAll(list, grant));
        Map<UUID, String> named = cell.in(() -> vault.openAll(map, grant));

        assertThat(opened).hasSize(20).startsWith("dossier 0", "dossier 1").endsWith("dossier 19");
        assertThat(named.values()).containsExactlyElementsOf(opened);
        assertThat(named.keySet()).containsExactlyElementsOf(map.keySet());
    }

    @Test
    void a_key_of_a_record_that_was_rolled_back_is_forgotten() {
        UUID id = Ids.next();
        int before = caseKeys.inMemory();

        assertThatThrownBy(() -> cell.transact(() -> {
                    vault.bornWith(id, toMake(cell));
                    throw new UnsupportedOperationException("the record is refused");
                }))
                .isInstanceOf(UnsupportedOperationException.class);

        assertThat(caseKeys.inMemory()).isEqualTo(before);
    }

    @Test
    void a_record_whose_key_was_deleted_by_hand_is_broken_and_not_erased() {
        UUID caseId = aCase();
        Sealed sealed = sealed(TEXT, noteOf(caseId));
        asSuperuser("delete from case_key where record_id = '" + caseId + "'");
        caseKeys.dropAll();

        assertThatThrownBy(() -> open(sealed, caseId)).isInstanceOf(SealBroken.class);
    }
}
