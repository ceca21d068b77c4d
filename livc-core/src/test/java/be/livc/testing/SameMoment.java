package be.livc.testing;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.platform.Refusal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** People who act at the very same moment. */
public final class SameMoment {

    private SameMoment() {}

    /**
     * Lets each of these act in a thread of its own, while the table that they write to is held until all have passed every look at
     * what they read.
     *
     * @return with which reason of the program each was refused, in their order; empty where it was done. Anything else is a fault,
     *     and thrown.
     */
    public static List<Optional<String>> of(String table, Supplier<?>... acts) throws SQLException {
        ExecutorService people = Executors.newFixedThreadPool(acts.length);
        try (Connection holder = TestDatabase.asSuperuser();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table " + table + " in share mode");
            List<CompletableFuture<Optional<String>>> outcomes = Stream.of(acts)
                    .map(act -> CompletableFuture.supplyAsync(() -> refusalOf(act), people))
                    .toList();
            while (waiting(statement) < acts.length && outcomes.stream().noneMatch(CompletableFuture::isDone)) {
                Thread.onSpinWait();
            }
            holder.rollback();
            return outcomes.stream().map(CompletableFuture::join).toList();
        } finally {
            people.shutdown();
        }
    }

    /**
     * Of two acts one was done, and the other was refused for one of these reasons.
     *
     * @return the place of the one that was done
     */
    public static int theOneDone(List<Optional<String>> outcomes, String... reasons) {
        assertThat(outcomes)
                .filteredOn(Optional::isEmpty)
                .as("done: %s", outcomes)
                .hasSize(1);
        int done = outcomes.indexOf(Optional.<String>empty());
        assertThat(outcomes.get(1 - done).orElseThrow()).isIn((Object[]) reasons);
        return done;
    }

    private static Optional<String> refusalOf(Supplier<?> act) {
        try {
            act.get();
            return Optional.empty();
        } catch (Refusal refused) {
            return Optional.of(refused.code());
        }
    }

    private static int waiting(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(distinct pid) from pg_locks where not granted")) {
            row.next();
            return row.getInt(1);
        }
    }
}
