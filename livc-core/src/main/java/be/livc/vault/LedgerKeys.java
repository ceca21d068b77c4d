package be.livc.vault;

import be.livc.ledger.LedgerSigner;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One Ed25519 key per cell, wrapped by the cell key, for the checkpoints of its ledger. */
@Component
class LedgerKeys implements LedgerSigner, Expiring {

    private static final String ED25519 = "Ed25519";
    private static final String HMAC = "HmacSHA256";
    private static final byte[] SEALS_ENTRIES = "livc ledger entry seal v1".getBytes(StandardCharsets.US_ASCII);
    private static final int RAW_PUBLIC_BYTES = 32;
    private static final int FIRST = 1;
    private static final int MOST_IN_MEMORY = 1_000;
    private static final Duration LIFE_IN_MEMORY = Duration.ofMinutes(5);

    /**
     * One version of a cell's key; the newest signs and seals, the earlier ones still recognise their seals.
     *
     * @param seal holds its key and is never fed: each seal is made by a copy, which needs no search among the providers
     */
    private record Pair(byte[] publicKey, PrivateKey privateKey, Mac seal) {

        byte[] sealOver(byte[] message) {
            try {
                return ((Mac) seal.clone()).doFinal(message);
            } catch (CloneNotSupportedException failure) {
                throw new IllegalStateException("an entry could not be sealed", failure);
            }
        }
    }

    private final CellKeys cellKeys;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final KeyCache<CellId, List<Pair>> unwrapped;

    LedgerKeys(CellKeys cellKeys, JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.cellKeys = cellKeys;
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
        this.unwrapped = new KeyCache<>(MOST_IN_MEMORY, LIFE_IN_MEMORY, clock);
    }

    /** Makes the first key of a cell, after its cell key, in the transaction that founds it. */
    void make(CellId cell) {
        add(cell, FIRST);
    }

    @Override
    public byte[] change(CellId cell) {
        int newest = Objects.requireNonNull(jdbc.queryForObject(
                "select max(version) from ledger_key where cell_id = ?", Integer.class, cell.value()));
        byte[] publicKey = add(cell, newest + 1);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                unwrapped.drop(cell);
            }

            /** Where it was rolled back, what was unwrapped meanwhile may hold a key that never was. */
            @Override
            public void afterCompletion(int status) {
                unwrapped.drop(cell);
            }
        });
        return publicKey;
    }

    private byte[] add(CellId cell, int version) {
        KeyPair pair = generate();
        byte[] publicKey = raw(pair);
        if (!insert(cell, version, pair, cellKeys.current(cell))
                && !insert(cell, version, pair, cellKeys.currentNow(cell))) {
            throw new SealBroken("no key of the cell wraps the key of its ledger", cell);
        }
        return publicKey;
    }

    private boolean insert(CellId cell, int version, KeyPair pair, CellKeys.Current wrapping) {
        byte[] publicKey = raw(pair);
        return jdbc.update(
                        "insert into ledger_key"
                                + " (cell_id, version, public_key, cell_key_version, wrapped_private, created_at)"
                                + " select ?, ?, ?, ?, ?, ?" + CellKeys.STILL_WRAPS,
                        cell.value(),
                        version,
                        publicKey,
                        wrapping.version(),
                        wrapping.key().seal(pair.getPrivate().getEncoded(), associatedData(cell, version, publicKey)),
                        Timestamp.from(clock.instant()),
                        cell.value(),
                        wrapping.version())
                == 1;
    }

    /** Wraps all keys of the ledger anew under the key of the cell that wraps now. In a transaction of the cell. */
    void wrapAnew(CellId cell) {
        CellKeys.Current now = cellKeys.currentNow(cell);
        List<Object[]> anew = new ArrayList<>();
        jdbc.query(
                "select version, public_key, cell_key_version, wrapped_private from ledger_key"
                        + " where cell_id = ? and cell_key_version < ? for update",
                row -> {
                    int version = row.getInt("version");
                    byte[] bound = associatedData(cell, version, row.getBytes("public_key"));
                    byte[] wrapped = now.key().seal(privateKey(cell, row, bound), bound);
                    anew.add(new Object[] {wrapped, now.version(), cell.value(), version});
                },
                cell.value(),
                now.version());
        jdbc.batchUpdate(
                "update ledger_key set wrapped_private = ?, cell_key_version = ? where cell_id = ? and version = ?",
                anew);
    }

    private byte[] privateKey(CellId cell, ResultSet row, byte[] bound) throws SQLException {
        try {
            return cellKeys.of(cell, row.getInt("cell_key_version")).open(row.getBytes("wrapped_private"), bound);
        } catch (GeneralSecurityException altered) {
            throw new SealBroken("the signing key of a ledger does not open", cell);
        }
    }

    private static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance(ED25519).generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Ed25519 is not to be had on this Java", failure);
        }
    }

    /** The 32 bytes of RFC 8032 end the X.509 form. */
    private static byte[] raw(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - RAW_PUBLIC_BYTES, encoded.length);
    }

    private static byte[] associatedData(CellId cell, int version, byte[] publicKey) {
        String key = Base64.getEncoder().encodeToString(publicKey);
        return ("v1|ledger_key|" + cell + '|' + version + '|' + key).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] sign(CellId cell, byte[] message) {
        try {
            Signature signature = Signature.getInstance(ED25519);
            signature.initSign(presentOf(cell).privateKey());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a checkpoint could not be signed", failure);
        }
    }

    @Override
    public byte[] publicKey(CellId cell) {
        return presentOf(cell).publicKey().clone();
    }

    @Override
    public byte[] seal(CellId cell, byte[] message) {
        return pairOf(cell).sealOver(message);
    }

    /** What no key in memory recognises may be sealed with one that another node has made since. */
    @Override
    public boolean isSeal(CellId cell, byte[] message, byte[] seal) {
        return isSeal(pairsOf(cell), message, seal) || isSeal(pairsNow(cell), message, seal);
    }

    private static boolean isSeal(List<Pair> pairs, byte[] message, byte[] seal) {
        return pairs.stream().anyMatch(pair -> MessageDigest.isEqual(pair.sealOver(message), seal));
    }

    private Pair pairOf(CellId cell) {
        return pairsOf(cell).get(0);
    }

    /** The key that signs now, though another node may have changed it: signing is rare, and looks. */
    private Pair presentOf(CellId cell) {
        return pairsNow(cell).get(0);
    }

    /** The same as {@link #pairsOf}, with those that were made since. */
    private List<Pair> pairsNow(CellId cell) {
        List<Pair> held = pairsOf(cell);
        int made = CurrentCell.in(cell, () -> Objects.requireNonNull(reading.execute(status -> countOf(cell))));
        if (held.size() == made) {
            return held;
        }
        unwrapped.drop(cell);
        return pairsOf(cell);
    }

    private int countOf(CellId cell) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from ledger_key where cell_id = ?", Integer.class, cell.value()));
    }

    /** The newest first. */
    private List<Pair> pairsOf(CellId cell) {
        return unwrapped.get(cell).orElseGet(() -> {
            List<Pair> pairs =
                    CurrentCell.in(cell, () -> Objects.requireNonNull(reading.execute(status -> load(cell))));
            unwrapped.put(cell, pairs);
            return pairs;
        });
    }

    private List<Pair> load(CellId cell) {
        List<Pair> pairs = jdbc.query(
                "select version, public_key, cell_key_version, wrapped_private from ledger_key where cell_id = ?"
                        + " order by version desc",
                (row, n) -> unwrap(cell, row),
                cell.value());
        if (pairs.isEmpty()) {
            throw new SealBroken("a ledger has no signing key", cell);
        }
        return pairs;
    }

    private Pair unwrap(CellId cell, ResultSet row) throws SQLException {
        byte[] publicKey = row.getBytes("public_key");
        byte[] privateKey = privateKey(cell, row, associatedData(cell, row.getInt("version"), publicKey));
        try {
            MessageDigest sealKey = MessageDigest.getInstance("SHA-256");
            sealKey.update(SEALS_ENTRIES);
            Mac seal = Mac.getInstance(HMAC);
            seal.init(new SecretKeySpec(sealKey.digest(privateKey), HMAC));
            return new Pair(
                    publicKey,
                    KeyFactory.getInstance(ED25519).generatePrivate(new PKCS8EncodedKeySpec(privateKey)),
                    seal);
        } catch (GeneralSecurityException altered) {
            throw new SealBroken("the signing key of a ledger does not open", cell);
        }
    }

    @Override
    public void dropExpired() {
        unwrapped.dropExpired();
    }
}
