package be.livc.web.insight;

import be.livc.insight.Figures;
import be.livc.web.choices.Choices;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What people read for an indicator and for its categories. */
@Component
class FigureTexts {

    /** Whose categories are a code list of the cells. */
    private static final Map<String, String> LISTS = Map.of(
            "SIGNALS", "reporter-kinds",
            "CASES_OPENED", "purposes",
            "CASES_CLOSED", "closure-grounds",
            "PARTNERS", "partner-categories",
            "MEASURES", "measure-states",
            "ERASURES", "erasure-reasons");

    /** Whose categories have their texts with what they are counted of. */
    private static final Map<String, String> TEXTS =
            Map.of(Figures.QUESTIONS, "desk.topic.", Figures.PHASES, "desk.coaching.phase.");

    private final Choices choices;
    private final MessageSource messages;

    FigureTexts(Choices choices, MessageSource messages) {
        this.choices = choices;
        this.messages = messages;
    }

    String indicator(String code, Locale locale) {
        return text("insight.indicator." + code, code, locale);
    }

    String category(String indicator, String code, Locale locale) {
        if (code.equals("*")) {
            return text("insight.all", code, locale);
        }
        String list = LISTS.get(indicator);
        String fallback = list == null
                ? text(TEXTS.getOrDefault(indicator, "") + code, code, locale)
                : choices.labels(list, locale).getOrDefault(code, code);
        return text(
                "insight.category." + indicator + "." + code,
                text("insight.category." + code, fallback, locale),
                locale);
    }

    String text(String key, String fallback, Locale locale, Object... values) {
        return Objects.requireNonNull(messages.getMessage(key, values, fallback, locale));
    }
}
