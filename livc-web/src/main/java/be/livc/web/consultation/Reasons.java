package be.livc.web.consultation;

import be.livc.platform.Refusal;
import be.livc.web.choices.GateTexts;
import be.livc.web.layout.Forms;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Says in plain words what stands in the way of a consultation or a disclosure, with the article behind it. */
@Component
class Reasons {

    private final MessageSource messages;
    private final GateTexts gate;

    Reasons(MessageSource messages, GateTexts gate) {
        this.messages = messages;
        this.gate = gate;
    }

    /** Every reason as a sentence, in the order in which it was found. */
    List<String> texts(List<Refusal.Reason> reasons, Locale locale) {
        return reasons.stream()
                .map(reason -> gate.of(reason, locale).orElseGet(() -> plain(reason.code(), reason.detail(), locale)))
                .distinct()
                .toList();
    }

    /** Why this act was refused: its reasons, or the one sentence of its code. */
    List<String> texts(Refusal refusal, Locale locale) {
        return refusal.reasons().isEmpty()
                ? texts(List.of(new Refusal.Reason(refusal.code(), "")), locale)
                : texts(refusal.reasons(), locale);
    }

    /**
     * Adds to a form why it was refused: each reason at its field, or, for a conflict, each as a sentence at the field that
     * decides about it.
     *
     * @throws Refusal the same refusal again, when it is about anything but the form
     */
    void reject(BindingResult errors, Refusal refusal, String decisive, Locale locale) {
        if (refusal.kind() == Refusal.Kind.CONFLICT) {
            texts(refusal, locale).forEach(text -> errors.rejectValue(decisive, refusal.code(), text));
        } else {
            Forms.reject(errors, refusal);
        }
    }

    private String plain(String code, String about, Locale locale) {
        String fallback = messages.getMessage("consultation.missing.other", new Object[] {about}, locale);
        return String.valueOf(messages.getMessage("error." + code, new Object[] {about}, fallback, locale));
    }
}
