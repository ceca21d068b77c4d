/**
 * The program with its own PostgreSQL: started when no database is named, stopped after everything that uses it.
 *
 * <p>Owns the data folder ({@code livc.data}): the server and its cluster, the generated secrets, and the lock that
 * keeps a second program out. Uses no other package of the project. Nothing here is re-made over existing data.
 */
@NullMarked
package be.livc.web.embedded;

import org.jspecify.annotations.NullMarked;
