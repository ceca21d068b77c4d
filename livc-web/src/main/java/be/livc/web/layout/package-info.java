/**
 * What every screen shares: the values that the page layout shows, and how a form that was not accepted is answered.
 *
 * <p>The templates are in {@code templates/layout} and {@code templates/fragments}; each fragment says above itself
 * what it takes. Uses {@code be.livc.cell} and {@code be.livc.platform}; of {@code be.livc.access} and {@code be.livc.vault}
 * only what a page says when something is denied or a seal is broken, and who may ask the desk.
 */
@NullMarked
package be.livc.web.layout;

import org.jspecify.annotations.NullMarked;
