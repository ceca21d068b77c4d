package be.livc.platform;

/**
 * A repository that takes new rows in. The framework's own {@code save} cannot tell a new row with an id of its own from an
 * old one and looks in the database first; this one inserts, at once, so that statements of plain SQL that follow in the same
 * transaction may refer to the row.
 */
public interface Adding<T> {

    /** Inserts a new row. */
    T add(T row);
}
