package be.livc.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a template may not say, and the engine refuses only once the page is shown in the case at hand. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** A bean asked in what is handed to a fragment; a link, {@code @{...}}, may be. */
    private static final Pattern BEAN_FOR_FRAGMENT = Pattern.compile("~\\{[^\"]*@[a-zA-Z]");

    /** A tag that another takes the place of: the engine does so before it asks whether the tag is to be there. */
    private static final Pattern CONDITION_ON_REPLACED =
            Pattern.compile("<[^>]*th:(if|unless)=[^>]*th:replace=|<[^>]*th:replace=[^>]*th:(if|unless)=");

    @Test
    void no_fragment_is_handed_what_is_still_to_be_asked_of_a_bean() throws IOException {
        assertThat(linesWith(BEAN_FOR_FRAGMENT)).isEmpty();
    }

    @Test
    void no_condition_stands_on_a_tag_that_a_fragment_takes_the_place_of() throws IOException {
        assertThat(linesWith(CONDITION_ON_REPLACED)).isEmpty();
    }

    private static List<String> linesWith(Pattern refused) throws IOException {
        try (Stream<Path> templates = Files.walk(TEMPLATES)) {
            return templates
                    .filter(Files::isRegularFile)
                    .flatMap(template -> lines(template)
                            .filter(line -> refused.matcher(line).find())
                            .map(line -> template.getFileName() + ": " + line.strip()))
                    .toList();
        }
    }

    private static Stream<String> lines(Path template) {
        try {
            return Files.readAllLines(template).stream();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
