/**
 * The ground under every room: transactions bound to one cell, ids, the clock, paging and refusals.
 *
 * <p>Knows no word of the domain and uses no other package of the project. Isolation per cell follows
 * PostgreSQL row-level security: no cell set, no rows.
 */
@NullMarked
package be.livc.platform;

import org.jspecify.annotations.NullMarked;
