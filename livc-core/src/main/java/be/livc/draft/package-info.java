/**
 * What somebody typed in a form and did not send yet, so that a lost connection, a closed laptop or a session that ended
 * loses no text: kept on the server and sealed, never in a browser that police and welfare may share.
 *
 * <p>Uses {@code vault}, {@code access}, {@code ledger}, {@code cell} and {@code platform}. A draft is its author's alone
 * (GDPR art. 25 and 32); it goes when the form is sent, with its case, and after a term of days.
 */
@NullMarked
package be.livc.draft;

import org.jspecify.annotations.NullMarked;
