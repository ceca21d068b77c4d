package be.livc.web.layout;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * Tells which field an error is about. Beside the field it need not be said; in the list above the form, and on a page without
 * the form, a sentence such as "Dit is te lang" says nothing by itself. Above the form a field is called what its label says
 * ({@link ErrorList}); where there is none, the message {@code field.<name>}.
 *
 * @param messages the texts
 * @param language of the reader
 */
record FieldNames(MessageSource messages, Locale language) {

    /** The numbers that a cell sets, and what a form of an exchange asks, are fields of one map, each with a name of its own. */
    private static final Pattern OF_MAP = Pattern.compile("(values|fields)\\[(\\w+)]");

    private static final Map<String, String> NAMES_OF_MAP = Map.of("values", "threshold.", "fields", "exchange.field.");

    /** The sentence, after the name of its field where it is the sentence of this code for any field. */
    public String told(@Nullable String field, @Nullable String code, String sentence) {
        String name = field == null || !isOfAnyField(code, sentence) ? null : name(field);
        return name == null ? sentence : under(name, sentence);
    }

    /** Whether the sentence is the one of this code for any field, which does not say which. */
    public boolean isOfAnyField(@Nullable String code, String sentence) {
        return code != null && sentence.equals(messages.getMessage(code, null, null, language));
    }

    /** The sentence for a field that offers its answers: one fills in nothing there. */
    String ofChoice(String sentence) {
        return isOfAnyField("error.required", sentence) ? messages.getMessage("form.choose", null, language) : sentence;
    }

    /** A sentence about what stands under this label; one that asks something is followed by its own sentence. */
    String under(String label, String sentence) {
        return label.endsWith("?")
                ? label + " " + sentence
                : label + messages.getMessage("layout.colon", null, language) + " "
                        + sentence.substring(0, 1).toLowerCase(language) + sentence.substring(1);
    }

    private @Nullable String name(String field) {
        Matcher ofMap = OF_MAP.matcher(field);
        String path = Forms.withoutRows(field);
        String key = ofMap.matches()
                ? NAMES_OF_MAP.get(ofMap.group(1)) + ofMap.group(2)
                : "field." + path.substring(path.lastIndexOf('.') + 1);
        return messages.getMessage(key, null, null, language);
    }
}
