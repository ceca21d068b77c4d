/**
 * The legal bases of a cell on screen: what each covers and until when, what the law is called today, the permission of the
 * procureur, clearances, and the countdown above the pages where it matters.
 *
 * <p>Uses {@code setup}, {@code law}, {@code cell}, {@code web.choices} and {@code web.layout}. Law behind it: art. 458ter Sw.,
 * wet 30-07-2018 art. 3.
 */
@NullMarked
package be.livc.web.basis;

import org.jspecify.annotations.NullMarked;
