/**
 * The door: who signs in, with which mandate each request comes, and what leaves with every answer.
 *
 * <p>Passwords are Argon2id (OWASP's parameters), browsers get a session, other programs a bearer token. At each request the
 * mandates are asked anew, and the cell is bound to the thread here and nowhere else. Controllers take an
 * {@link be.livc.cell.Actor} as a parameter. Uses {@code cell}, {@code access}, {@code ledger} and {@code platform}.
 */
@NullMarked
package be.livc.web.signin;

import org.jspecify.annotations.NullMarked;
