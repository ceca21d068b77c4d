package be.livc.desk;

import be.livc.platform.Faults;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Asks the helpdesk something.
 *
 * @param topic what it is about, one of {@link #TOPICS}
 * @param text names nobody
 * @param definition the process of the screen that it came from; a code, like the next two
 * @param step the step of that process
 * @param errorCode what the screen refused
 */
public record AskQuestion(
        String topic, String text, Optional<String> definition, Optional<String> step, Optional<String> errorCode) {

    /** What questions are about. */
    public static final List<String> TOPICS =
            List.of("LEGAL_BASIS", "SIGNAL", "CONSULTATION", "FOLLOW_UP", "RETENTION", "PROGRAM", "OTHER");

    /** The longest question. */
    public static final int LONGEST = 4000;

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z-]{0,39}");

    /** Leaves out what is no code: where a question came from is told by codes or not at all. */
    public AskQuestion {
        definition = definition.filter(code -> CODE.matcher(code).matches());
        step = step.filter(code -> CODE.matcher(code).matches());
        errorCode = errorCode.filter(code -> CODE.matcher(code).matches());
    }

    Faults faults() {
        return new Faults().code(TOPICS, "topic", topic).text("text", text, LONGEST);
    }

    @Override
    public String toString() {
        return "•••";
    }
}
