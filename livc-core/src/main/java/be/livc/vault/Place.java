package be.livc.vault;

import be.livc.platform.CellId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where a sealed value lives. It is sealed to its place: moved to another, it does not open.
 *
 * @param record whose key seals it: a case, or another record with a life of its own
 * @param table the table, in lower case
 * @param column the column, in lower case
 * @param row the row; also what a grant must cover to open the value, so the id under which access knows it
 */
public record Place(CellId cell, UUID record, String table, String column, UUID row) {

    /** Refuses a table or column that is no plain name, with an {@link IllegalArgumentException}. */
    public Place {
        requireName(table);
        requireName(column);
    }

    private static void requireName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '_' && (c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                throw new IllegalArgumentException("not the name of a table or column");
            }
        }
    }

    /** What the cipher binds the value to. No name holds the separator, so no two places share it. */
    byte[] associatedData() {
        return toString().getBytes(StandardCharsets.ISO_8859_1); // plain letters all, and so the quickest way
    }

    /** Ids and names only. */
    @Override
    public String toString() {
        return "v1|" + cell.value() + '|' + record + '|' + table + '|' + column + '|' + row;
    }
}
