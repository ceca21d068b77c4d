/**
 * The helpdesk and the knowledge base: for the cells, who ask and read, and for the VVSG desk, who answers and writes.
 *
 * <p>Uses {@code be.livc.desk}, {@code be.livc.insight}, and how {@code be.livc.document} takes and reads a file; no type of a
 * case is named here.
 */
@NullMarked
package be.livc.web.desk;

import org.jspecify.annotations.NullMarked;
