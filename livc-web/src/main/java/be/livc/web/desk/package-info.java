/**
 * The helpdesk and the knowledge base: for the cells, who ask and read, and for the VVSG desk, who answers and writes.
 *
 * <p>Uses {@code be.livc.desk} and {@code be.livc.cell}; no type of a case is reachable from here.
 */
@NullMarked
package be.livc.web.desk;

import org.jspecify.annotations.NullMarked;
