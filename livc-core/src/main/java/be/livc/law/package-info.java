/**
 * The legal bases of a cell and the one gate of art. 458ter: nothing is convened, opened or disclosed past it.
 *
 * <p>Uses {@code cell} and {@code platform}. Law behind it: art. 458ter Sw..
 */
@NullMarked
package be.livc.law;

import org.jspecify.annotations.NullMarked;
