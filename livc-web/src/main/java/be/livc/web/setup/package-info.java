/**
 * The first run: makes the first cell and its administrator on a database that has no account yet.
 *
 * <p>Open to whoever can read the log of the program, once. Uses {@code signin} for the rules of passwords, and
 * {@code be.livc.setup} for what is made.
 */
@NullMarked
package be.livc.web.setup;

import org.jspecify.annotations.NullMarked;
