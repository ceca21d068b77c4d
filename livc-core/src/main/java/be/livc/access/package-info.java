/**
 * Who may see what, and why: one place that decides, records the decision in the ledger and hands out the {@link
 * be.livc.access.Grant} without which nothing sealed opens.
 *
 * <p>Uses {@code ledger}, {@code law}, {@code cell} and {@code platform}. A reader sees their own contributions and what
 * was disclosed to them while present, as long as their mandate runs and no embargo hides it. Three doors: {@link
 * be.livc.access.Access} for what is opened or done, {@link be.livc.access.Searching} for names, {@link be.livc.access.WhoSees} for
 * questions that open nothing.
 */
@NullMarked
package be.livc.access;

import org.jspecify.annotations.NullMarked;
