package be.livc.web.api;

import be.livc.platform.Refusal.Reason;
import be.livc.web.choices.GateTexts;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says a reason in words: who is not covered and by which article, which function is missing, which item waits. */
@Component
class ReasonTexts {

    private final MessageSource messages;
    private final GateTexts gate;

    ReasonTexts(MessageSource messages, GateTexts gate) {
        this.messages = messages;
        this.gate = gate;
    }

    String of(Reason reason, Locale language) {
        return gate.of(reason, language).orElseGet(() -> plain(reason, language));
    }

    private String plain(Reason reason, Locale language) {
        String plain = message("error." + reason.code(), language, reason.code());
        return message("error." + reason.code() + ".of", language, plain, reason.detail());
    }

    private String message(String key, Locale language, String otherwise, Object... arguments) {
        return Objects.requireNonNullElse(messages.getMessage(key, arguments, null, language), otherwise);
    }
}
