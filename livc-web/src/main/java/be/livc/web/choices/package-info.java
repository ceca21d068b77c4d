/**
 * The answers of forms that come from the data of the cell: its people, its legal bases, its code lists.
 *
 * <p>Any screen may use it; it uses {@code be.livc.cell}, {@code be.livc.law} and {@code be.livc.web.layout}.
 */
@NullMarked
package be.livc.web.choices;

import org.jspecify.annotations.NullMarked;
