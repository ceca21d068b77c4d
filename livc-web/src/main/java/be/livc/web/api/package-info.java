/**
 * The REST contract under {@code /api/v1}: the same use cases, rights, gate and ledger entries as the screens.
 *
 * <p>Uses the façades of the core and the workflow. Lenient in what it takes, strict in what it gives; every error is a
 * problem of RFC 9457 with a stable code. Holds no rules of its own.
 */
@NullMarked
package be.livc.web.api;

import org.jspecify.annotations.NullMarked;
