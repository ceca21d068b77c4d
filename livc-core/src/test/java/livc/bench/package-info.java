/**
 * Measures the ledger beside what else could keep a record: a plain row, a plain table of the same columns, Hibernate
 * Envers. One run, one PostgreSQL with durable commits, rounds in turn.
 *
 * <p>Run by {@code mvn -P bench verify}, outside the tests: it prints figures beside their goals and asserts none of them.
 * Stands outside {@code be.livc}, so that no program that scans that package takes its entity in.
 */
@NullMarked
package livc.bench;

import org.jspecify.annotations.NullMarked;
