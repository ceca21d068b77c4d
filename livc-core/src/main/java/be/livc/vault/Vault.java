package be.livc.vault;

import be.livc.access.Grant;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seals content before it reaches the database and opens it for whoever holds a {@link Grant}.
 *
 * <p>Guarantees that a value opens only where it was sealed for, unaltered, and never again once the key of its record is
 * destroyed. Does not guarantee that a length stays hidden: a sealed value is 28 bytes longer than its text.
 *
 * <pre>
 *   master keyset (outside) ─▶ cell key ─▶ key of a record, such as a case ─▶ its values
 * </pre>
 *
 * <p>All of it works for the cell that is bound to the thread, and for no other.
 */
@Component
public class Vault {

    private static final String OF_ANOTHER_CELL = "the value belongs to another cell than the one that is bound";

    private final CellKeys cellKeys;
    private final LedgerKeys ledgerKeys;
    private final CaseKeys caseKeys;
    private final Destruction destruction;

    Vault(CellKeys cellKeys, LedgerKeys ledgerKeys, CaseKeys caseKeys, Destruction destruction) {
        this.cellKeys = cellKeys;
        this.ledgerKeys = ledgerKeys;
        this.caseKeys = caseKeys;
        this.destruction = destruction;
    }

    /** Makes the keys of a cell, in the transaction that founds it: the one under which all its data lies, and its ledger's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void found(CellId cell) {
        requireBound(cell);
        cellKeys.make(cell);
        ledgerKeys.make(cell);
    }

    /**
     * Makes the key that a record will live and die with, in the transaction that makes the record.
     *
     * @param record a case, or another record with a life of its own, such as a signal before it is listed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bornWith(UUID record, Grant grant) {
        CellId cell = CurrentCell.require();
        grant.checkSeals(cell);
        caseKeys.make(new RecordId(cell, record));
    }

    /**
     * Seals a text to its place.
     *
     * @throws Refusal conflict {@code erased}, when the key of the record was destroyed
     */
    public Sealed seal(String plaintext, Place place, Grant grant) {
        requireBound(place.cell());
        grant.checkSeals(place.cell());
        Key key = caseKeys.of(new RecordId(place.cell(), place.record()));
        return Sealed.made(key.seal(plaintext.getBytes(StandardCharsets.UTF_8), place.associatedData()), place);
    }

    /**
     * Opens one value.
     *
     * @throws IllegalStateException when the grant does not open it now (see {@link Grant#checkOpens}), or it was not given
     *     its place
     * @throws Refusal conflict {@code erased}, when the key of its record was destroyed
     * @throws SealBroken when it was altered or belongs in another place
     */
    public String open(Sealed sealed, Grant grant) {
        requireOpens(sealed.place(), grant);
        Place place = sealed.place();
        return open(sealed, caseKeys.of(new RecordId(place.cell(), place.record())));
    }

    /** Opens several values of one cell with one look-up of keys, all or none; in their order. Throws as {@link #open} does. */
    public List<String> openAll(List<Sealed> sealed, Grant grant) {
        Map<UUID, Key> keys = keysOf(sealed, grant);
        List<String> opened = new ArrayList<>(sealed.size());
        for (Sealed one : sealed) {
            opened.add(open(one, keyFor(one, keys)));
        }
        return opened;
    }

    /** The same for values under names of the caller's choice, such as fields or ids. */
    public <K> Map<K, String> openAll(Map<K, Sealed> sealed, Grant grant) {
        Map<UUID, Key> keys = keysOf(sealed.values(), grant);
        Map<K, String> opened = new LinkedHashMap<>();
        sealed.forEach((name, one) -> opened.put(name, open(one, keyFor(one, keys))));
        return opened;
    }

    private Map<UUID, Key> keysOf(Collection<Sealed> sealed, Grant grant) {
        if (sealed.isEmpty()) {
            return Map.of();
        }
        CellId cell = CurrentCell.require();
        Set<UUID> records = new LinkedHashSet<>();
        List<UUID> rows = new ArrayList<>(sealed.size());
        for (Sealed one : sealed) {
            Place place = one.place();
            if (!place.cell().equals(cell)) {
                throw new IllegalStateException(OF_ANOTHER_CELL);
            }
            records.add(place.record());
            rows.add(place.row());
        }
        grant.checkOpensAll(cell, rows);
        return caseKeys.of(cell, records);
    }

    private static Key keyFor(Sealed one, Map<UUID, Key> keys) {
        return Objects.requireNonNull(keys.get(one.place().record()));
    }

    private static void requireOpens(Place place, Grant grant) {
        requireBound(place.cell());
        grant.checkOpens(place.cell(), place.row());
    }

    private static String open(Sealed sealed, Key key) {
        try {
            byte[] plain = key.open(sealed.ciphertext(), sealed.place().associatedData());
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException altered) {
            throw new SealBroken("a sealed value does not open", sealed.place());
        }
    }

    /**
     * Destroys the key of a record: what was sealed under it never opens again, from the end of the running transaction on,
     * in this database and in every older one that is put back. Doing it again changes nothing.
     *
     * <p>When the transaction has committed, so has the tombstone outside the database; if that cannot be written, the
     * commit stands and the caller gets an {@link IllegalStateException}: nothing may be certified yet, and a second call,
     * or the next start, completes it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void destroy(UUID record, Grant grant) {
        CellId cell = CurrentCell.require();
        grant.checkSeals(cell);
        destruction.destroy(new RecordId(cell, record));
    }

    /** Those of these records of the bound cell whose key was destroyed: nothing of them opens for anybody. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> destroyedAmong(Collection<UUID> records) {
        return caseKeys.destroyedAmong(CurrentCell.require(), records);
    }

    private static void requireBound(CellId cell) {
        if (!CurrentCell.require().equals(cell)) {
            throw new IllegalStateException(OF_ANOTHER_CELL);
        }
    }
}
