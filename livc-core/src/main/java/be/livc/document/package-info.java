/**
 * Documents: files of a case, and files shown to the people present at an agenda item, with the same recipients as what is
 * told there. Sealed as streams; their type is found in their content; scanned for malware where a scanner is set; handed out
 * as a download only. A document is erased with its case.
 *
 * <p>May use {@code consultation} for who is present, {@code casefile}, and what lies below them. Law behind it: art. 458ter
 * Sw.; OWASP ASVS 5.0 chapter 5 for files.
 */
@NullMarked
package be.livc.document;

import org.jspecify.annotations.NullMarked;
