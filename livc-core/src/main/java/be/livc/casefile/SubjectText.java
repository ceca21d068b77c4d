package be.livc.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads a {@link Subject} from its text, field by field. Every list reads one for each row; through the record's constructor,
 * which the library calls by reflection, that cost as much as opening the seal.
 */
final class SubjectText extends StdDeserializer<Subject> {

    SubjectText() {
        super(Subject.class);
    }

    @Override
    public Subject deserialize(JsonParser json, DeserializationContext context) {
        String familyName = "";
        String givenNames = "";
        Optional<LocalDate> birthDate = Optional.empty();
        List<String> aliases = new ArrayList<>();
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            JsonToken value = json.nextToken();
            switch (field) {
                case "familyName" -> familyName = json.getString();
                case "givenNames" -> givenNames = json.getString();
                case "birthDate" ->
                    birthDate = value == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(day(json.getString()));
                case "aliases" -> {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        aliases.add(json.getString());
                    }
                }
                default -> context.handleUnknownProperty(json, this, Subject.class, field);
            }
        }
        return new Subject(familyName, givenNames, birthDate, aliases);
    }

    /** A day as the library writes it, {@code 2009-02-28}. */
    private static LocalDate day(String text) {
        return LocalDate.of(
                Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10), Integer.parseInt(text, 8, 10, 10));
    }
}
