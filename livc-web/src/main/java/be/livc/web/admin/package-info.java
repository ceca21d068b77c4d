/**
 * The screens of a cell's settings: partners, mandates and legal bases.
 *
 * <p>Uses {@code setup}, {@code cell}, {@code law} and {@code web.layout}. Shows no content of cases.
 */
@NullMarked
package be.livc.web.admin;

import org.jspecify.annotations.NullMarked;
