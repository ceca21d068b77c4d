/**
 * What a cell has of its coaching: its track, its scans of its own working, reference persons, info sessions and study days.
 *
 * <p>Uses {@code be.livc.desk}. How the desk follows each cell up is {@code be.livc.web.desk}'s.
 */
@NullMarked
package be.livc.web.coaching;

import org.jspecify.annotations.NullMarked;
