/**
 * Measures the program as its callers meet it: over HTTP, on its own PostgreSQL with fsync, on a thousand cases.
 *
 * <p>Run by {@code mvn -P bench verify}, outside the tests: it prints figures beside their goals and asserts none of them. What
 * it needs to look inside (proxies, a table in clear) is here and nowhere in the program.
 */
@NullMarked
package be.livc.web.bench;

import org.jspecify.annotations.NullMarked;
