/**
 * The engine alone, to measure the flows of the program against: no cells, no access, no encryption, no ledger, and nobody who
 * signs in. Used by {@code be.livc.web.bench} only.
 */
package be.livc.peer;
