package be.livc.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** French that ships beside the bundles: the code lists and the articles of the knowledge base. */
class FrenchTextsTest {

    private static final Pattern STRAIGHT = Pattern.compile("\\p{L}'\\p{L}");

    @Test
    void no_french_that_ships_elides_with_the_sign_of_code() throws IOException {
        List<String> codes = lines("classpath*:be/livc/cell/code-lists.csv")
                .map(line -> line.split(";")[3])
                .toList();
        List<String> articles =
                lines("classpath*:be/livc/desk/articles/*.fr.md").toList();

        assertThat(codes).hasSizeGreaterThan(100).noneMatch(STRAIGHT.asPredicate());
        assertThat(articles).hasSizeGreaterThan(100).noneMatch(STRAIGHT.asPredicate());
    }

    private static Stream<String> lines(String files) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(files)) {
            lines.addAll(file.getContentAsString(StandardCharsets.UTF_8).lines().toList());
        }
        return lines.stream();
    }
}
