/**
 * What was typed in a form and not sent yet: kept while one types, given back when the form is opened again, gone once it
 * was sent.
 *
 * <p>Uses {@code be.livc.draft}. A form takes part with one line of its template, {@code fragments/form :: draft}.
 */
@NullMarked
package be.livc.web.draft;

import org.jspecify.annotations.NullMarked;
