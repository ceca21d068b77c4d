/**
 * What a cell exchanges with OCAD and for the common database: the progress report on the guidance of convicts, the request for
 * a threat evaluation and its answer, the form for the GGB. Each is recorded with its basis, its counterpart and its exact
 * content; the file itself goes by the partner's own secure channel, the program has no connection to anybody.
 *
 * <p>Off until a cell switches it on with a reference of the legal basis (statute of 29-03-2024 on the common database). Uses
 * {@code consultation} (what quotes a secret), {@code casefile}, {@code vault}, {@code access}, {@code ledger}, {@code law}, {@code cell}.
 */
@NullMarked
package be.livc.exchange;

import org.jspecify.annotations.NullMarked;
