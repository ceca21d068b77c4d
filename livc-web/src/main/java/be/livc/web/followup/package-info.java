/**
 * What is to be followed up: the list and board of all measures, the reminders, the consultation that is proposed before a
 * review, and the risk assessments of a case.
 *
 * <p>Shows what {@code be.livc.casefile} and the process give; decides nothing.
 */
@NullMarked
package be.livc.web.followup;

import org.jspecify.annotations.NullMarked;
