package be.livc.ledger;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody read of a case before they act on it: which case, and how long the ledger of its cell was by then. While it
 * is bound to a thread, the first change of that case which this thread records is made only if nobody else recorded one
 * since: the ledger decides, under its own lock and in the transaction of the change, so that of two who act at the very same
 * moment the second is refused.
 *
 * @param until the number of entries that stood in the ledger; whatever stands at this place or behind it came later
 */
public record CaseAsRead(UUID caseId, long until) {

    private static final ThreadLocal<@Nullable CaseAsRead> BOUND = new ThreadLocal<>();

    /** What is bound to this thread, or empty where nobody said what they read. */
    static Optional<CaseAsRead> bound() {
        return Optional.ofNullable(BOUND.get());
    }

    /** Binds it to this thread, until {@link #unbind}. */
    public void bind() {
        BOUND.set(this);
    }

    /** Takes away what is bound to this thread, if anything. */
    public static void unbind() {
        BOUND.remove();
    }

    boolean isChangedBy(Entry entry) {
        return entry.action().isChange()
                && entry.result() == Result.OK
                && entry.caseId().filter(caseId::equals).isPresent();
    }
}
