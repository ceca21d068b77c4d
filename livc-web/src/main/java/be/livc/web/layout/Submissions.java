package be.livc.web.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets a form that makes something take effect once, however often it is sent: by a double press, a reload or the way
 * back. The form carries a number of its own in a hidden field.
 *
 * <p>Remembers the last {@value #MOST} submissions, in memory: what this guards against happens within seconds. Results
 * should be ids.
 */
@Component
public class Submissions {

    private static final int MOST = 10_000;

    private final Map<UUID, CompletableFuture<Object>> done = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, CompletableFuture<Object>> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Does the act, or gives what it gave when this submission came first; one that comes while the act runs waits for it.
     * An act that fails does not count.
     *
     * @param submission the number that the form carries
     */
    @SuppressWarnings("unchecked") // a submission is of one form, and that form's act gives one type
    public <T> T once(UUID submission, Supplier<T> act) {
        CompletableFuture<Object> mine = new CompletableFuture<>();
        CompletableFuture<Object> first = first(submission, mine);
        if (first != mine) {
            return (T) result(first);
        }
        try {
            T result = act.get();
            mine.complete(result);
            return result;
        } catch (RuntimeException | Error failure) {
            forget(submission);
            mine.completeExceptionally(failure);
            throw failure;
        }
    }

    private CompletableFuture<Object> first(UUID submission, CompletableFuture<Object> mine) {
        synchronized (done) {
            CompletableFuture<Object> present = done.putIfAbsent(submission, mine);
            return present == null ? mine : present;
        }
    }

    private void forget(UUID submission) {
        synchronized (done) {
            done.remove(submission);
        }
    }

    private static Object result(CompletableFuture<Object> first) {
        try {
            return first.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
