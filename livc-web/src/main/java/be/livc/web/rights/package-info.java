/**
 * The screens of retention and erasure: what is kept until when, who proposes, decides and carries out, the certificates.
 *
 * <p>Uses the façades of {@code rights} and the workflow, and {@code web.layout}. Shows numbers and dates, no content.
 */
@NullMarked
package be.livc.web.rights;

import org.jspecify.annotations.NullMarked;
