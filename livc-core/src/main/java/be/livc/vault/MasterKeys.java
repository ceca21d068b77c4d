package be.livc.vault;

import java.security.GeneralSecurityException;
import java.util.Set;

/**
 * The keys at the top, which wrap the cell keys and are kept where the database and its backups do not reach.
 *
 * <p>Guarantees that what it unwraps is what was wrapped, for the same associated data. Wraps with its newest key and
 * unwraps with every key that it still has. Several nodes share one source: what one of them makes or destroys, the others
 * take over by themselves, at the latest when {@link #dropExpired} is called.
 */
interface MasterKeys extends Expiring {

    /**
     * A key, wrapped.
     *
     * @param bytes what is to be kept of it
     * @param by the name of the master key that wrapped it
     */
    record Wrapped(byte[] bytes, String by) {}

    /** The name of the key that wraps now; unique among all that were ever used. */
    String current();

    /** The names of all keys that it has. */
    Set<String> names();

    /** The key, wrapped by the current master key. */
    Wrapped wrap(byte[] key, byte[] associatedData);

    /**
     * The key that was wrapped, whichever master key did it.
     *
     * @throws GeneralSecurityException when it was altered or wrapped for something else, or the master key is not here
     */
    byte[] unwrap(byte[] wrapped, byte[] associatedData) throws GeneralSecurityException;

    /**
     * Makes another key, which wraps from now on; durable when this returns. One caller at a time, on all nodes together.
     *
     * @param ever the names that are taken
     * @return its name
     */
    String renew(Set<String> ever);

    /**
     * Destroys a key for good; durable when this returns. What it wrapped opens nowhere any more. Destroying one that is not
     * there changes nothing. One caller at a time, on all nodes together.
     *
     * @return whether it is gone; a source may have to keep it until older ones go
     * @throws IllegalStateException when it is the current one
     */
    boolean destroy(String name);
}
