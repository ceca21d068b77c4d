package be.livc.web.casefile;

import be.livc.workflow.diagram.Diagram;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What the steps of a process are called beside its picture. The process itself is written in Dutch; who reads another
 * language sees the words of their own task list.
 */
@Component
class StepNames {

    private final MessageSource messages;

    StepNames(MessageSource messages) {
        this.messages = messages;
    }

    /** The name of each step by its id. */
    Map<String, String> of(Diagram diagram, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Diagram.Row row : diagram.rows()) {
            names.put(row.id(), locale.getLanguage().equals("nl") ? row.name() : translated(row, locale));
        }
        return names;
    }

    private String translated(Diagram.Row row, Locale locale) {
        String task = messages.getMessage("tasks.step." + row.id(), null, "", locale);
        String milestone = messages.getMessage("process.milestone." + row.id(), null, row.name(), locale);
        return task == null || task.isEmpty() ? String.valueOf(milestone) : task;
    }
}
