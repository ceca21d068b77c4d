package be.livc.access;

import java.util.List;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Rows of a list that are read and judged in one statement ({@link Access#toList(be.livc.cell.Actor, String, Listing,
 * java.util.Collection)}): for the lists that people ask most.
 *
 * @param query gives in its column {@code id} the object that a row is judged by, null for a row without; its other columns are
 *     named unlike those of {@code access_object}
 * @param parameters for its question marks, in order
 * @param each takes a row; what is sealed in it stays so
 */
public record Listing(String query, List<Object> parameters, RowCallbackHandler each) {}
