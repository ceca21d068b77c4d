/**
 * The published figures: tables with pictures beside them, files to take along, and the report to the municipal council.
 *
 * <p>Uses {@code be.livc.insight}; shows what was published and counts nothing.
 */
@NullMarked
package be.livc.web.insight;

import org.jspecify.annotations.NullMarked;
