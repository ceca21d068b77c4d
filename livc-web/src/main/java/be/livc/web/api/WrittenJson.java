package be.livc.web.api;

import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Texts in the body of a call: one that holds half a character (a lone surrogate) or a control character is of a wrong type,
 * and its field is told. No key can be made of the first, and the database keeps neither.
 */
@JacksonComponent
class WrittenJson extends StdScalarDeserializer<String> {

    WrittenJson() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser body, DeserializationContext context) {
        String text = StringDeserializer.instance.deserialize(body, context);
        if (text != null && !isLegible(text)) {
            throw context.weirdStringException("", String.class, "holds what is no text");
        }
        return text;
    }

    private static boolean isLegible(String text) {
        return text.codePoints()
                .noneMatch(sign -> Character.getType(sign) == Character.SURROGATE
                        || Character.isISOControl(sign) && "\t\n\r".indexOf(sign) < 0);
    }
}
