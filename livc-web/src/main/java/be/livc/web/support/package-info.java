/**
 * The directory of support offers, for everyone; kept by the desk, referred to by measures.
 *
 * <p>Uses {@code be.livc.desk}; the one place where a code in a measure meets what it stands for.
 */
@NullMarked
package be.livc.web.support;

import org.jspecify.annotations.NullMarked;
