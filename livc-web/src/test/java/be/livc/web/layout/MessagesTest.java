package be.livc.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class MessagesTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d+[,}]|%\\{count}");

    @ParameterizedTest
    @ValueSource(strings = {"messages_fr.properties", "messages_en.properties"})
    void every_language_has_the_keys_of_the_dutch_bundle_and_no_other(String bundle) throws IOException {
        assertThat(read(bundle).keySet()).isEqualTo(read("messages.properties").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages_fr.properties", "messages_en.properties"})
    void every_language_fills_in_what_the_dutch_text_fills_in(String bundle) throws IOException {
        Properties dutch = read("messages.properties");
        Properties other = read(bundle);

        for (String key : dutch.stringPropertyNames()) {
            assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(dutch.getProperty(key)));
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Properties read(String bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader reader =
                new InputStreamReader(new ClassPathResource(bundle).getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
