package be.livc.web.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What one kind of call costs, on average.
 *
 * @param requests how many were counted
 * @param wall milliseconds from its first byte to its last
 * @param program milliseconds of processor time of the thread that answers
 * @param database milliseconds of processor time of PostgreSQL; 0 where it was not asked
 * @param statements what it sends to the database, commits not counted; the costliest first
 */
record CallCosts(long requests, double wall, double program, double database, List<Shares.Statement> statements) {

    /** How many statements it sends. */
    double sent() {
        return statements.stream().mapToDouble(Shares.Statement::times).sum();
    }

    /** Its statements, the most repeated first. */
    List<Shares.Statement> repeated() {
        return statements.stream()
                .sorted(Comparator.comparing(Shares.Statement::times).reversed())
                .toList();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%7.2f ms, processor %6.2f + %5.2f ms, %5.1f statements (n=%d)",
                wall,
                program,
                database,
                sent(),
                requests);
    }
}
