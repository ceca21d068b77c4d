package be.livc.web.consultation;

import be.livc.cell.Capacity;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.platform.Refusal;
import be.livc.web.choices.Choices;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in plain words what stands in the way of a consultation or a disclosure, with the article behind it. */
@Component
class Reasons {

    private final MessageSource messages;
    private final Mandates mandates;
    private final Choices choices;

    Reasons(MessageSource messages, Mandates mandates, Choices choices) {
        this.messages = messages;
        this.mandates = mandates;
        this.choices = choices;
    }

    /** Every reason as a sentence, in the order in which it was found. */
    List<String> texts(List<Refusal.Reason> reasons, Locale locale) {
        return reasons.stream().map(reason -> text(reason, locale)).distinct().toList();
    }

    /** Why this act was refused: its reasons, or the one sentence of its code. */
    List<String> texts(Refusal refusal, Locale locale) {
        return refusal.reasons().isEmpty()
                ? List.of(say("error." + refusal.code(), "", locale))
                : texts(refusal.reasons(), locale);
    }

    /** One sentence of the bundles. */
    String sentence(String key, Locale locale) {
        return say(key, "", locale);
    }

    private String text(Refusal.Reason reason, Locale locale) {
        return switch (reason.code()) {
            case "quorum-missing" ->
                say("consultation.missing.quorum." + reason.detail(), capacity(reason, locale), locale);
            case "no-valid-basis" -> noValidBasis(reason.detail(), locale);
            case "not-covered-by-basis", "recipient-not-present", "speaker-not-present" ->
                say("consultation.missing." + reason.code(), person(reason.detail()), locale);
            case "conflict-check-pending", "empty-agenda" ->
                say("consultation.missing." + reason.code(), reason.detail(), locale);
            default -> say("error." + reason.code(), reason.detail(), locale);
        };
    }

    private String noValidBasis(String detail, Locale locale) {
        try {
            return say(
                    "consultation.missing.no-valid-basis.day", choices.date(LocalDate.parse(detail), locale), locale);
        } catch (DateTimeParseException aPurpose) {
            Map<String, String> purposes = choices.labels("purposes", locale);
            return say("consultation.missing.no-valid-basis", purposes.getOrDefault(detail, detail), locale);
        }
    }

    private String capacity(Refusal.Reason reason, Locale locale) {
        return choices.capacity(Capacity.valueOf(reason.detail()), locale);
    }

    private String person(String id) {
        try {
            return mandates.find(new MandateId(UUID.fromString(id)))
                    .map(Mandate::nameWithPartner)
                    .orElse("");
        } catch (IllegalArgumentException nobody) {
            return "";
        }
    }

    private String say(String key, String about, Locale locale) {
        String fallback = messages.getMessage("consultation.missing.other", new Object[] {about}, locale);
        return String.valueOf(messages.getMessage(key, new Object[] {about}, fallback, locale));
    }
}
