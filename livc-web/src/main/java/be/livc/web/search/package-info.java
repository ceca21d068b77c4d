/**
 * Searching by name, so that the name stands in no address, title or history: what is kept of a search, in the session,
 * is ids.
 *
 * <p>Uses {@code casefile} and {@code signal}; {@code web.signal} uses its {@link be.livc.web.search.Hits} to show
 * possible duplicates.
 */
@NullMarked
package be.livc.web.search;

import org.jspecify.annotations.NullMarked;
