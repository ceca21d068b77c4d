/**
 * Lays papers out as PDF: minutes, letters, sheets, receipts. Every paper is an archive file that a screen reader can read
 * (PDF/A-2a and PDF/UA-1), with its use restriction and "pagina x van y" on each page.
 *
 * <p>Takes a {@link be.livc.web.pdf.Paper}, which holds texts and no markup, and fetches nothing. Knows no feature.
 */
@NullMarked
package be.livc.web.pdf;

import org.jspecify.annotations.NullMarked;
