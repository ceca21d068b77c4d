/**
 * Letters and forms of a cell (domain.md §7), made from templates that the cell can change: fields in double braces are filled
 * in, each kind knows its own, and there is no other language in them. Versions are kept.
 *
 * <p>Holds texts of the cell, no content of cases: what is filled in comes from whoever prints, under their own grant.
 */
@NullMarked
package be.livc.letter;

import org.jspecify.annotations.NullMarked;
