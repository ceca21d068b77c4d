package be.livc.web.api;

import be.livc.web.layout.Typed;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Texts in the body of a call: one that holds half a character (a lone surrogate) or a control character is of a wrong type,
 * and its field is told. No key can be made of the first, and the database keeps neither. So is the field of one that is longer
 * than any that people write; the body of an article is as long as the document it comes from.
 */
@JacksonComponent
class WrittenJson extends StdScalarDeserializer<String> {

    WrittenJson() {
        super(String.class);
    }

    private static final String ARTICLE = "body";

    /** A text that is too long for any field. */
    static final class TooLong extends MismatchedInputException {

        private static final long serialVersionUID = 1L;

        private TooLong(JsonParser body) {
            super(body, "holds too long a text", String.class);
        }
    }

    @Override
    public String deserialize(JsonParser body, DeserializationContext context) {
        String text = StringDeserializer.instance.deserialize(body, context);
        if (text != null && !isLegible(text)) {
            throw context.weirdStringException("", String.class, "holds what is no text");
        }
        if (text != null && text.length() > Typed.LONGEST && !ARTICLE.equals(body.currentName())) {
            throw new TooLong(body);
        }
        return text;
    }

    private static boolean isLegible(String text) {
        return text.codePoints()
                .noneMatch(sign -> Character.getType(sign) == Character.SURROGATE
                        || Character.isISOControl(sign) && "\t\n\r".indexOf(sign) < 0);
    }
}
