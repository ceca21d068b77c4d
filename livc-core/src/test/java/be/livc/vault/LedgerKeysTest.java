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

/** Each cell signs its ledger with a key of its own, which another implementation verifies. */
class LedgerKeysTest extends VaultTestBase {

    private static final byte[] MESSAGE = "livc.example/cell\n3\nroot\n".getBytes(StandardCharsets.UTF_8);

    @Autowired
    LedgerSigner signer;

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
}
