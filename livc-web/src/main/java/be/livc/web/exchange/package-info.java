/**
 * The screens of what is exchanged with OCAD and for the common database: forms from the page of a case, their PDF and their
 * file, and the setting of the cell that switches them on.
 *
 * <p>Uses the core's {@code exchange} and the screens of the case; holds no rules, and sends nothing anywhere.
 */
@NullMarked
package be.livc.web.exchange;

import org.jspecify.annotations.NullMarked;
