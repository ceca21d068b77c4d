package be.livc.workflow.livcr;

import be.livc.casefile.CaseId;
import be.livc.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Acts that are done while somebody else takes a step in the same case, as a timer of it does, which then writes to the log. Whoever
 * waits for the case with the log in hand would wait for who waits for the log.
 */
final class StepElsewhere {

    /** What was held by whoever had to wait. */
    enum Wait {
        WITH_NOTHING,
        WITH_THE_LOG,
        NOT_AT_ALL
    }

    private final Map<String, Wait> waits = new LinkedHashMap<>();

    /** Lets this act be begun while the case is held, and done then. */
    void during(CaseId caseId, String act, Runnable doing) throws SQLException {
        ExecutorService person = Executors.newSingleThreadExecutor();
        try (Connection elsewhere = TestDatabase.asSuperuser();
                Statement statement = elsewhere.createStatement()) {
            elsewhere.setAutoCommit(false);
            statement.execute("select from flowable.act_ru_execution where business_key_ = '" + caseId
                    + "' and parent_id_ is null for no key update");
            CompletableFuture<Void> done = CompletableFuture.runAsync(doing, person);
            List<Wait> seen = waits(statement);
            while (seen.isEmpty() && !done.isDone()) {
                Thread.onSpinWait();
                seen = waits(statement);
            }
            waits.put(act, seen.isEmpty() ? Wait.NOT_AT_ALL : seen.get(0));
            elsewhere.rollback();
            done.join();
        } finally {
            person.shutdown();
        }
    }

    /** Those who waited otherwise than they should, or not. */
    Map<String, Wait> withMoreThanNothing() {
        Map<String, Wait> others = new LinkedHashMap<>(waits);
        others.values().removeIf(Wait.WITH_NOTHING::equals);
        return others;
    }

    private static List<Wait> waits(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                """
                select exists (select 1 from pg_locks held
                                where held.pid = waiting.pid and held.locktype = 'advisory' and held.granted)
                  from pg_locks waiting where not waiting.granted
                """)) {
            return row.next() ? List.of(row.getBoolean(1) ? Wait.WITH_THE_LOG : Wait.WITH_NOTHING) : List.of();
        }
    }
}
