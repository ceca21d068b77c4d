package be.livc.web.api;

import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.platform.Refusal.Reason;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says a reason in words: who is not covered, which function is missing, which item waits. */
@Component
class ReasonTexts {

    private static final Set<String> ABOUT_A_PERSON =
            Set.of("not-covered-by-basis", "recipient-not-present", "speaker-not-present");

    private final MessageSource messages;
    private final Mandates mandates;

    ReasonTexts(MessageSource messages, Mandates mandates) {
        this.messages = messages;
        this.mandates = mandates;
    }

    String of(Reason reason, Locale language) {
        String plain = message("error." + reason.code(), language, reason.code());
        String subject = subject(reason, language);
        return subject.isEmpty() ? plain : message("error." + reason.code() + ".of", language, plain, subject);
    }

    /** A person by name, a function by its title; anything else as it is. */
    private String subject(Reason reason, Locale language) {
        return ABOUT_A_PERSON.contains(reason.code())
                ? person(reason.detail())
                : message("api.subject." + reason.detail(), language, reason.detail());
    }

    private String message(String key, Locale language, String otherwise, Object... arguments) {
        return Objects.requireNonNullElse(messages.getMessage(key, arguments, null, language), otherwise);
    }

    private String person(String mandate) {
        try {
            return mandates.find(new MandateId(UUID.fromString(mandate)))
                    .map(Mandate::nameWithPartner)
                    .orElse(mandate);
        } catch (IllegalArgumentException nobodyInParticular) {
            return "";
        }
    }
}
