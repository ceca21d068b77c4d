/**
 * Letters and forms on screen: their templates, with preview and versions, and the papers that are made from them.
 *
 * <p>Binds, calls {@code be.livc.letter}, shows; what is filled in comes from the features' own views.
 */
@NullMarked
package be.livc.web.letter;

import org.jspecify.annotations.NullMarked;
