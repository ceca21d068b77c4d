package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.ledger.LedgerSigner;
import be.livc.platform.CellId;
import com.google.crypto.tink.subtle.Ed25519Verify;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each cell signs its ledger with a key of its own, which another implementation verifies. */
class LedgerKeysTest extends VaultTestBase {

    private static final byte[] MESSAGE = "livc.example/cell\n3\nroot\n".getBytes(StandardCharsets.UTF_8);

    @Autowired
    LedgerSigner signer;

    @Autowired
    CellKeys cellKeys;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void a_signature_verifies_with_the_raw_public_key() throws GeneralSecurityException {
        byte[] signature = signer.sign(cell.id(), MESSAGE);

        assertThat(signature).hasSize(64);
        new Ed25519Verify(signer.publicKey(cell.id())).verify(signature, MESSAGE);
    }

    @Test
    void another_cell_signs_with_another_key() {
        CellId other = anotherCell().id();

        assertThat(signer.publicKey(other)).hasSize(32).isNotEqualTo(signer.publicKey(cell.id()));
        assertThatThrownBy(() ->
                        new Ed25519Verify(signer.publicKey(other)).verify(signer.sign(cell.id(), MESSAGE), MESSAGE))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void a_public_key_that_was_swapped_in_the_database_is_noticed() {
        signer.publicKey(cell.id());
        asSuperuser("update ledger_key set public_key = decode(repeat('ab', 32), 'hex') where cell_id = '" + cell.id()
                + "'");
        clock.advance(Duration.ofMinutes(6));

        assertThatThrownBy(() -> signer.publicKey(cell.id())).isInstanceOf(SealBroken.class);
    }

    @Test
    void another_node_knows_a_new_key_at_once() throws GeneralSecurityException {
        LedgerKeys elsewhere = new LedgerKeys(cellKeys, jdbc, transactions, clock);
        byte[] before = elsewhere.publicKey(cell.id());

        byte[] after = cell.transact(() -> signer.change(cell.id()));
        byte[] seal = signer.seal(cell.id(), MESSAGE);

        assertThat(elsewhere.isSeal(cell.id(), MESSAGE, seal))
                .as("what this node seals is no forgery there")
                .isTrue();
        assertThat(elsewhere.publicKey(cell.id())).isEqualTo(after).isNotEqualTo(before);
        new Ed25519Verify(after).verify(elsewhere.sign(cell.id(), MESSAGE), MESSAGE);
    }

    @Test
    void a_new_key_that_was_rolled_back_signs_nothing() {
        byte[] before = signer.publicKey(cell.id());
        clock.advance(Duration.ofMinutes(6));

        cell.in(() -> new TransactionTemplate(transactions).execute(tx -> {
            signer.change(cell.id());
            signer.seal(cell.id(), MESSAGE);
            tx.setRollbackOnly();
            return true;
        }));

        assertThat(signer.publicKey(cell.id())).isEqualTo(before);
    }
}
