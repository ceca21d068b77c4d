/**
 * How a person's name may be written, and whether two ways of writing are one name: scripts, spellings, sounds, particles,
 * initials, order, joined words and short forms. Pure: knows no cell, no database and no key, and keeps nothing.
 *
 * <p>Uses ICU4J (CLDR transliterations) and the Beider-Morse codes of Apache Commons Codec, and no other room. The tables are
 * rules about letters, never lists of people; why it is built so stands in {@code docs/decisions/0180}.
 */
@NullMarked
package be.livc.naming;

import org.jspecify.annotations.NullMarked;
