/**
 * Where everyone begins: what waits for them, and the way to the screen on which it is done.
 *
 * <p>Asks {@code workflow.livcr} for the work list; uses {@code web.casefile} to name people and {@code web.layout}.
 */
@NullMarked
package be.livc.web.tasks;

import org.jspecify.annotations.NullMarked;
