package be.livc.casefile;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Turns values with several fields into the one text that is sealed, and back. */
@Component
public class Contents {

    private static final TypeReference<List<Goal>> GOALS = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder()
            .addModule(new SimpleModule().addDeserializer(Subject.class, new SubjectText()))
            .build();

    private final ObjectReader subjects = json.readerFor(Subject.class);

    Contents() {}

    /** The text of any record. */
    public String text(Object value) {
        return json.writeValueAsString(value);
    }

    /** The record that {@link #text} made the text of. */
    public <T> T value(String text, Class<T> type) {
        return json.readValue(text, type);
    }

    /** The person that {@link #text} made the text of: what lists read for each row. */
    Subject subject(String text) {
        return subjects.readValue(text);
    }

    /** The goals that {@link #text} made the text of. */
    List<Goal> goals(String text) {
        return json.readValue(text, GOALS);
    }
}
