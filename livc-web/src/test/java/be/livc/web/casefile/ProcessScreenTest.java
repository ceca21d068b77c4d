package be.livc.web.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.web.Browser;
import be.livc.web.api.CallsTest;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The process of a case as a list, beside its picture. */
class ProcessScreenTest extends CallsTest {

    private static final Pattern NAME = Pattern.compile("<th scope=\"row\"><span>([^<]+)</span>");

    @Test
    void every_step_is_named_in_the_language_of_its_reader() {
        String path = "/dossiers/" + aCaseWithAPlan() + "/proces";
        Browser reader = browser(coordinator);
        List<String> dutch = names(reader, path);
        reader.post("/taal", "taal", "fr", "terug", "/taken");
        List<String> french = names(reader, path);
        reader.post("/taal", "taal", "en", "terug", "/taken");
        List<String> english = names(reader, path);

        assertThat(dutch).contains("Plan van aanpak opvolgen", "Niet weerhouden", "Wissing uitvoeren");
        assertThat(french)
                .hasSameSizeAs(dutch)
                .contains("Suivre le plan d’action", "Non retenu", "Exécuter l’effacement")
                .doesNotContainAnyElementsOf(dutch);
        assertThat(english).hasSameSizeAs(dutch).doesNotContainAnyElementsOf(dutch);
    }

    private static List<String> names(Browser reader, String path) {
        return NAME.matcher(reader.get(path).body())
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
    }
}
