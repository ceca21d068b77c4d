package be.livc.web.casefile;

import be.livc.workflow.diagram.Diagram;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What the steps of a process are called and what they are, in the words of a reader. A model speaks Dutch; who reads another
 * language gets the bundle's words, or the model's own where a case follows an older version with a step that no bundle knows.
 */
@Component
public class StepNames {

    private final MessageSource messages;

    StepNames(MessageSource messages) {
        this.messages = messages;
    }

    /** The name of each step by its id. */
    public Map<String, String> of(Diagram diagram, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Diagram.Row row : diagram.rows()) {
            names.put(row.id(), speaksDutch(locale) ? row.name() : name(row, locale));
        }
        return names;
    }

    /** Who does each step, what it is and on which ground, a line each, by its id. */
    public Map<String, String> help(Diagram diagram, Locale locale) {
        Map<String, String> help = new LinkedHashMap<>();
        for (Diagram.Row row : diagram.rows()) {
            String key = "process.help." + diagram.definition() + "." + row.id();
            help.put(row.id(), speaksDutch(locale) ? row.documentation() : said(key, row.documentation(), locale));
        }
        return help;
    }

    private static boolean speaksDutch(Locale locale) {
        return locale.getLanguage().equals("nl");
    }

    private String name(Diagram.Row row, Locale locale) {
        return said("tasks.step." + row.id(), said("process.milestone." + row.id(), row.name(), locale), locale);
    }

    private String said(String key, String otherwise, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, otherwise, locale), otherwise);
    }
}
