/**
 * Days and hours that count: working days, the public holidays of Belgium, and the moments at which something is due.
 *
 * <p>Uses nothing of the program but the time of Belgium. Law behind it: wet 4 januari 1974 and KB 18 april 1974 (feestdagen).
 */
@NullMarked
package be.livc.calendar;

import org.jspecify.annotations.NullMarked;
