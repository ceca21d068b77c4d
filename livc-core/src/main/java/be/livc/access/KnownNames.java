package be.livc.access;

import be.livc.cell.Actor;

/**
 * Keeps the names of people in files out of texts that leave the cell. Who holds the names implements it; who asks learns one
 * thing only: rewrite this.
 *
 * <p>Guarantees that it looks among the names that the asker may see and no others, so that nobody finds out by trying whether
 * somebody is followed. Does not find a name that the asker may not see.
 */
public interface KnownNames {

    /** Whether the text must be rewritten because it names somebody from a file of the asker's cell. */
    boolean mustRewrite(Actor asker, String text);
}
