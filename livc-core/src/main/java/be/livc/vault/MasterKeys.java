package be.livc.vault;

import java.security.GeneralSecurityException;

/**
 * The keys at the top, which wrap the cell keys and are kept where the database and its backups do not reach.
 *
 * <p>Guarantees that what it unwraps is what was wrapped, for the same associated data. Wraps with its newest key and
 * unwraps with every key that it still has.
 */
interface MasterKeys {

    /** The name of the key that wraps now; unique among all that were ever used. */
    String current();

    /** The key, wrapped by the current master key. */
    byte[] wrap(byte[] key, byte[] associatedData);

    /**
     * The key that was wrapped, whichever master key did it.
     *
     * @throws GeneralSecurityException when it was altered or wrapped for something else, or the master key is not here
     */
    byte[] unwrap(byte[] wrapped, byte[] associatedData) throws GeneralSecurityException;
}
