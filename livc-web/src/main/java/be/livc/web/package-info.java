/**
 * The runnable program: where it begins, what its start sets up, and what it gives back once it is ready.
 *
 * <p>Uses no feature: those are found by themselves. Two small programs come in the same file and begin here too: a witness of
 * other cells' ledgers, and the questions to a running program about its keys.
 */
@NullMarked
package be.livc.web;

import org.jspecify.annotations.NullMarked;
