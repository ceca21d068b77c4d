/**
 * Documents on screen and over REST: the tab of a case, the form at an agenda item, uploads that are streamed and never
 * written to a disk in clear, downloads that no browser renders.
 *
 * <p>Binds, calls {@code be.livc.document}, shows. Holds no rules.
 */
@NullMarked
package be.livc.web.document;

import org.jspecify.annotations.NullMarked;
