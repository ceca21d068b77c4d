/**
 * What every screen shares: the values that the page layout shows, and how a form that was not accepted is answered.
 *
 * <p>The templates are in {@code templates/layout} and {@code templates/fragments}; each fragment says above itself
 * what it takes. May use {@code be.livc.cell} and {@code be.livc.platform} and nothing else of the program.
 */
@NullMarked
package be.livc.web.layout;

import org.jspecify.annotations.NullMarked;
