package be.livc.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class LedgerBookTest extends LedgerTestBase {

    @Autowired
    LedgerBook book;

    @Autowired
    TestSigner signer;

    @Autowired
    TestMemory memory;

    /** The key and the note of the tests of golang.org/x/mod/sumdb/note, which signed-note describes. */
    @Test
    void names_of_keys_and_notes_are_those_of_the_published_vector() {
        byte[] typedKey = Base64.getDecoder().decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        byte[] publicKey = Arrays.copyOfRange(typedKey, 1, 33);
        String text = "If you think cryptography is the answer to your problem,\n"
                + "then you don't know what your problem is.\n";
        String value = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";
        byte[] decoded = Base64.getDecoder().decode(value);

        SignedNote note = new SignedNote("PeterNeumann", publicKey);

        assertThat(note.verifierKey()).isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        assertThat(note.with(text, Arrays.copyOfRange(decoded, 4, decoded.length)))
                .isEqualTo(text + "\n— PeterNeumann " + value + "\n");
    }

    @Test
    void a_checkpoint_says_whose_tree_it_is_how_large_and_with_which_root() {
        append(5);

        String[] lines = checkpoint().split("\n", -1);

        assertThat(lines).hasSize(6);
        assertThat(lines[0]).isEqualTo("livc/" + cell);
        assertThat(lines[1]).isEqualTo("5");
        assertThat(Base64.getDecoder().decode(lines[2])).hasSize(32);
        assertThat(lines[3]).isEmpty();
        assertThat(lines[4]).startsWith("— livc/" + cell + " ");
        assertThat(lines[5]).isEmpty();
    }

    @Test
    void the_same_tree_keeps_its_checkpoint_and_a_new_key_signs_anew() {
        append(3);
        String first = checkpoint();

        assertThat(checkpoint()).isEqualTo(first);
        signer.rotate(cell);
        assertThat(checkpoint()).isNotEqualTo(first).startsWith("livc/" + cell + "\n3\n");
    }

    @Test
    void an_empty_ledger_has_a_checkpoint_too() {
        assertThat(checkpoint()).startsWith("livc/" + cell + "\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");

        append(1);
        assertThat(checkpoint()).startsWith("livc/" + cell + "\n1\n");
    }

    @Test
    void what_may_still_be_rolled_back_is_not_signed_for() {
        append(2);

        String checkpoint = CurrentCell.in(
                cell,
                () -> transactions.execute(status -> {
                    ledger.append(aRead());
                    return book.checkpoint();
                }));

        assertThat(checkpoint).startsWith("livc/" + cell + "\n2\n");
    }

    @Test
    void what_may_still_be_rolled_back_has_no_receipt() {
        append(2);

        CurrentCell.run(
                cell,
                () -> transactions.executeWithoutResult(status -> {
                    ledger.append(aRead());
                    assertThat(book.receipt(1)).isPresent();
                    assertThat(book.receipt(2)).isEmpty();
                }));
    }

    @Test
    void a_session_over_a_broken_ledger_ends_all_the_same() {
        append(3);
        checkpoint();
        asSuperuser("delete from ledger_entry where cell_id = ? and seq = 2");

        CurrentCell.run(cell, () -> transactions.executeWithoutResult(status -> book.checkpointAfterCommit()));

        assertThatThrownBy(this::checkpoint).isInstanceOf(LedgerBroken.class);
    }

    @Test
    void nothing_is_signed_over_a_ledger_that_became_smaller() {
        append(5);
        checkpoint();
        asSuperuser("delete from ledger_entry where cell_id = ? and seq >= 3");

        assertThatThrownBy(this::checkpoint).isInstanceOf(LedgerBroken.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 6})
    void nothing_is_signed_over_another_past_be_it_as_long_or_longer(int others) {
        append(5);
        checkpoint();
        asSuperuser("delete from ledger_entry where cell_id = ? and seq >= 3");
        append(others);

        assertThatThrownBy(this::checkpoint).isInstanceOf(LedgerBroken.class);
    }

    @Test
    void an_entry_that_an_insider_put_behind_the_last_is_named_though_its_hashes_are_right() {
        append(6);
        CurrentCell.in(cell, book::checkpoint);
        append(2);
        appendByHand(
                "ledger_append(e.cell_id, to_char(e.time, 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), '{\"action\":\"read\",\"seq\":',"
                        + " ',\"source\":{},\"time\":\"', '\",\"v\":1}', 'read', null, e.actor_user, 'ok', null, null)");
        append(3);

        assertThatThrownBy(() -> CurrentCell.in(cell, book::checkpoint))
                .isInstanceOf(LedgerBroken.class)
                .hasMessageContaining("entry 8 was not written by the program");
    }

    @Test
    void an_entry_without_a_seal_that_an_insider_put_behind_what_was_signed_long_ago_is_named() {
        append(2);
        checkpoint();
        appendByHand(
                "ledger_append(e.cell_id, to_char(e.time + interval '1 hour', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'),"
                        + " '{\"action\":\"read\",\"seq\":', ',\"source\":{},\"time\":\"', '\",\"v\":1}', 'read', null, e.actor_user, 'ok',"
                        + " null, null)");

        assertThatThrownBy(this::checkpoint)
                .isInstanceOf(LedgerBroken.class)
                .hasMessageContaining("entry 2 was not written by the program");
    }

    @Test
    void a_text_altered_together_with_its_hash_before_it_was_signed_is_named_for_its_seal() {
        append(3);
        asSuperuser("update ledger_entry set leaf = replace(leaf, 'follow-up', 'other'), leaf_hash ="
                + " sha256('\\x00'::bytea || convert_to(replace(leaf, 'follow-up', 'other'), 'UTF8'))"
                + " where cell_id = ? and seq = 2");

        assertThatThrownBy(this::checkpoint)
                .isInstanceOf(LedgerBroken.class)
                .hasMessageContaining("entry 2 was not written by the program");
    }

    @Test
    void a_ledger_from_before_there_were_seals_is_signed_until_its_first_seal_and_needs_one_from_then_on() {
        append(2);
        asSuperuser("update ledger_entry set seal = null where cell_id = ?");
        checkpoint();
        append(1);
        asSuperuser("update ledger_entry set seal = null where cell_id = ?");
        assertThat(checkpoint()).startsWith("livc/" + cell + "\n3\n");
        append(2);
        asSuperuser("update ledger_entry set seal = null where cell_id = ? and seq = 4");

        assertThatThrownBy(this::checkpoint)
                .isInstanceOf(LedgerBroken.class)
                .hasMessageContaining("entry 4 was not written by the program");
    }

    /** At the same moment, when its random bytes tell, and when the time that is sealed is long past. */
    @ParameterizedTest
    @ValueSource(ints = {0, 60})
    void an_entry_that_an_insider_copied_with_its_seal_is_named(int secondsLater) {
        append(4);
        checkpoint();
        appendByHand(
                "ledger_append(e.cell_id, to_char(e.time + interval '" + secondsLater
                        + " seconds', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'),"
                        + " split_part(e.leaf, '3,\"source\"', 1), ',\"source\"' || split_part(split_part(e.leaf, '3,\"source\"', 2),"
                        + " to_char(e.time, 'YYYY-MM-DD'), 1), '\"' || split_part(e.leaf, 'Z\"', 2), e.action, e.case_id, e.actor_user, e.result, e.seal, null)");

        assertThatThrownBy(() -> CurrentCell.in(cell, book::checkpoint))
                .isInstanceOf(LedgerBroken.class)
                .hasMessageContaining("entry 4 was not written by the program");
    }

    /** What a superuser can do: bind the cell, and call what the program calls, from the last entry. */
    private void appendByHand(String call) {
        asSuperuser(
                "select set_config('app.cell', ?, false)",
                "set time zone 'UTC'",
                "select " + call + " from (select * from ledger_entry where cell_id = ? order by seq desc limit 1) e");
    }

    @Test
    void an_old_backup_put_back_is_noticed_by_what_was_kept_outside() {
        append(5);
        checkpoint();
        asSuperuser(
                "delete from ledger_entry where cell_id = ? and seq >= 3",
                "delete from ledger_checkpoint where cell_id = ?");

        assertThatThrownBy(this::checkpoint).isInstanceOf(LedgerBroken.class);

        memory.forget(cell);
        assertThat(checkpoint()).startsWith("livc/" + cell + "\n3\n");
    }

    @Test
    void a_proof_is_given_for_what_is_there_only() {
        append(4);

        CurrentCell.run(cell, () -> {
            assertThat(book.inclusion(3, 4).index()).isEqualTo(3);
            assertRefused(() -> book.inclusion(4, 4), "index");
            assertRefused(() -> book.inclusion(-1, 4), "index");
            assertRefused(() -> book.inclusion(0, 5), "size");
            assertRefused(() -> book.inclusion(0, 0), "size");
            assertRefused(() -> book.consistency(0, 5), "to");
            assertRefused(() -> book.consistency(3, 2), "from");
            assertThat(book.consistency(0, 4).path()).isEmpty();
        });
    }

    @Test
    void an_entry_reads_back_as_it_was_recorded() {
        Entry full = Entry.by(COORDINATOR, SOURCE)
                .did(Action.DISCLOSE)
                .on("disclosure", Ids.next())
                .forPurpose("P-1")
                .inCase(Ids.next())
                .under(BasisRef.of("ORDINANCE", Ids.next()))
                .to(List.of(Ids.next(), Ids.next()))
                .because("present")
                .linkedTo(new Link(new CellId(Ids.next()), "t-1"))
                .binding(Commitment.of("content"))
                .ended(Result.FAILED);

        Receipt receipt = append(full);

        LedgerEntryView view =
                CurrentCell.in(cell, () -> book.entry(receipt.index())).orElseThrow();
        assertThat(view.entry()).contains(full);
        assertThat(view.time()).isEqualTo(receipt.time());
        assertThat(view.leafHash()).isEqualTo(receipt.leafHash());
        assertThat(view.state()).isEqualTo(LedgerEntryView.State.INTACT);
        assertThat(CurrentCell.in(cell, () -> book.entry(1))).isEmpty();
    }

    @Test
    void entries_are_found_by_case_person_action_result_and_time() {
        UUID caseId = Ids.next();
        LedgerActor other = LedgerActor.of(Ids.next(), "dpo");
        append(2);
        Instant afterTwo = append(aRead(caseId)).time();
        append(Entry.by(other, SOURCE)
                .did(Action.EXPORT)
                .on("ledger", cell.value())
                .forPurpose("supervision"));
        append(aRead(caseId).ended(Result.DENIED).because("no-mandate"));

        assertThat(places(LedgerFilter.all().of(Action.EXPORT))).containsExactly(3L);
        append(aRead(caseId));
        assertThat(places(LedgerFilter.all().inCase(caseId))).containsExactly(2L, 4L, 5L);
        assertThat(places(LedgerFilter.all().inCase(caseId).ended(Result.DENIED)))
                .containsExactly(4L);
        assertThat(places(LedgerFilter.all())).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(places(LedgerFilter.all().backwards())).containsExactly(5L, 4L, 3L, 2L, 1L, 0L);
        assertThat(places(LedgerFilter.all().by(other.user()))).containsExactly(3L);
        assertThat(places(LedgerFilter.all().of(Action.READ))).containsExactly(0L, 1L, 2L, 4L, 5L);
        assertThat(places(LedgerFilter.all().ended(Result.DENIED))).containsExactly(4L);
        assertThat(places(LedgerFilter.all().between(afterTwo, afterTwo.plusSeconds(3600))))
                .containsExactly(2L, 3L, 4L, 5L);
        assertThat(places(LedgerFilter.all().between(afterTwo.minusSeconds(3600), afterTwo)))
                .containsExactly(0L, 1L);
        assertRefused(() -> places(LedgerFilter.all().after("x")), "after");
    }

    @Test
    void pages_follow_each_other_in_both_directions() {
        append(10);

        assertThat(allPages(LedgerFilter.all()))
                .containsExactlyElementsOf(LongStream.range(0, 10).boxed().toList());
        assertThat(allPages(LedgerFilter.all().backwards()))
                .containsExactlyElementsOf(
                        LongStream.range(0, 10).map(i -> 9 - i).boxed().toList());
    }

    @Test
    void an_entry_that_somebody_altered_or_the_owner_pruned_is_shown_as_such() {
        append(3);
        asSuperuser(
                "update ledger_entry set leaf = replace(leaf, 'follow-up', 'other') where cell_id = ? and seq = 1",
                "update ledger_entry set leaf = null where cell_id = ? and seq = 2");

        List<LedgerEntryView> views =
                CurrentCell.in(cell, () -> book.entries(LedgerFilter.all(), 10)).items();

        assertThat(views)
                .extracting(LedgerEntryView::state)
                .containsExactly(
                        LedgerEntryView.State.INTACT, LedgerEntryView.State.ALTERED, LedgerEntryView.State.PRUNED);
        assertThat(views.get(1).entry()).isEmpty();
        assertThat(views.get(2).leaf()).isEmpty();
    }

    private List<Long> allPages(LedgerFilter filter) {
        List<Long> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            LedgerFilter next = cursor.map(filter::after).orElse(filter);
            Page<LedgerEntryView> page = CurrentCell.in(cell, () -> book.entries(next, 3));
            page.items().forEach(view -> seen.add(view.index()));
            cursor = page.next();
        } while (cursor.isPresent());
        return seen;
    }

    private List<Long> places(LedgerFilter filter) {
        return CurrentCell.in(cell, () -> book.entries(filter, 50)).items().stream()
                .map(LedgerEntryView::index)
                .toList();
    }

    private String checkpoint() {
        return CurrentCell.in(cell, book::checkpoint);
    }

    private static void assertRefused(Runnable act, String field) {
        assertThatThrownBy(act::run)
                .isInstanceOf(Refusal.class)
                .extracting(refusal -> ((Refusal) refusal).field())
                .isEqualTo(Optional.of(field));
    }
}
