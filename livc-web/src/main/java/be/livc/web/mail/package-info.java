/**
 * Carries letters out as mail, with a file for one's calendar: subject, text and headers name no person and no case.
 *
 * <p>Uses {@code be.livc.post}. Off until a mail server and a sender are set ({@code spring.mail.host}, {@code
 * livc.mail.from}); formats: RFC 5545 (iCalendar), RFC 5322.
 */
@NullMarked
package be.livc.web.mail;

import org.jspecify.annotations.NullMarked;
