package be.livc.web.ledger;

import be.livc.ledger.Action;
import be.livc.web.layout.PrisonWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says the reason codes of entries in words, about somebody else than the reader. A code may carry a number or an id; a few mean
 * something else under another action.
 */
@Component
class LedgerReasons {

    private record Valued(Pattern code, String key) {}

    /** Codes that carry a value, with the key of their text; the value fills the text where it has a place for one. */
    private static final List<Valued> WITH_A_VALUE = List.of(
            new Valued(Pattern.compile("replaces-([0-9a-f]+)"), "replaces"),
            new Valued(Pattern.compile("on-(\\d+)"), "rule-on"),
            new Valued(Pattern.compile("off-(\\d+)"), "rule-off"),
            new Valued(Pattern.compile("within-(\\d+)-days"), "within"),
            new Valued(Pattern.compile("corrects-([a-z-]+)"), "corrects"));

    private final PrisonWords words;
    private final MessageSource messages;

    LedgerReasons(PrisonWords words, MessageSource messages) {
        this.words = words;
        this.messages = messages;
    }

    /** What people read for the reason of an entry. */
    String of(Action action, String code, Locale locale) {
        return words.text("reason." + action.word() + "." + code, locale)
                .or(() -> words.text("reason." + code, locale))
                .or(() -> withValue(code, locale))
                .orElseGet(() -> messages.getMessage("reason.other", new Object[] {code}, locale));
    }

    private Optional<String> withValue(String code, Locale locale) {
        for (Valued one : WITH_A_VALUE) {
            Matcher match = one.code().matcher(code);
            if (match.matches()) {
                return Optional.of(messages.getMessage("reason." + one.key(), new Object[] {match.group(1)}, locale));
            }
        }
        return Optional.empty();
    }
}
