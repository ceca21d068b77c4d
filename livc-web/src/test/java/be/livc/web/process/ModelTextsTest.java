package be.livc.web.process;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.testing.ACell;
import be.livc.web.Browser;
import be.livc.web.WebTest;
import be.livc.workflow.decision.DecisionTables;
import be.livc.workflow.decision.DecisionTables.Table;
import be.livc.workflow.engine.Models;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.MessageSource;

/** What the models say in Dutch, each reader finds in their own language; a new step or rule without it fails here. */
class ModelTextsTest extends WebTest {

    private static final Pattern TIMER = Pattern.compile(
            "<boundaryEvent id=\"(\\w+)\" name=\"([^\"]+)\"(?:(?!</boundaryEvent>)[\\s\\S])*<timerEventDefinition");

    private String text(String key, String language) {
        return bean(MessageSource.class).getMessage(key, null, Locale.forLanguageTag(language));
    }

    private void isSaidInEveryLanguage(String key, String dutch) {
        assertThat(text(key, "nl")).as(key).isEqualTo(dutch);
        for (String other : List.of("fr", "en")) {
            assertThat(text(key, other)).as(key).isNotBlank().isNotEqualTo(dutch);
            assertThat(text(key, other).lines().count())
                    .as(key)
                    .isEqualTo(dutch.lines().count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"livc-r-case", "pivc-case"})
    void every_step_is_explained_in_every_language_and_in_dutch_as_its_model_does(String definition) {
        assertThat(bean(Models.class).steps(definition))
                .hasSizeGreaterThan(20)
                .allSatisfy(step -> isSaidInEveryLanguage(
                        "process.help." + definition + "." + step.id(),
                        step.documentation().strip().replaceAll("\\s*\\n\\s*", "\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"livc-r-case", "pivc-case"})
    void every_step_and_every_timer_has_a_name_in_every_language(String definition) {
        assertThat(bean(Models.class).steps(definition)).isNotEmpty().allSatisfy(step -> {
            String key = (step.capacities().isEmpty() ? "process.milestone." : "tasks.step.") + step.id();
            for (String language : List.of("nl", "fr", "en")) {
                assertThat(text(key, language)).as(key).isNotBlank();
            }
        });
        assertThat(TIMER.matcher(bean(Models.class).diagramXml(definition)).results())
                .isNotEmpty()
                .allSatisfy(timer -> isSaidInEveryLanguage("process.event." + timer.group(1), timer.group(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"livc-r-case", "pivc-case"})
    void no_two_steps_that_wait_for_somebody_are_called_the_same(String definition) {
        for (String language : List.of("nl", "fr", "en")) {
            assertThat(bean(Models.class).steps(definition))
                    .filteredOn(step -> !step.capacities().isEmpty())
                    .extracting(step -> text("tasks.step." + step.id(), language))
                    .as(language)
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERMS", "TRIAGE"})
    void every_rule_of_a_table_is_told_in_every_language_and_in_dutch_as_its_table_does(Table table) {
        assertThat(bean(DecisionTables.class).rules(table))
                .hasSizeGreaterThan(5)
                .allSatisfy((id, said) -> isSaidInEveryLanguage(
                        "threshold.said." + table.name().toLowerCase(Locale.ROOT) + "." + id, said));
    }

    @Test
    void a_french_reader_finds_steps_tables_and_processes_in_french() {
        ACell cell = cell();
        Browser french = browser(person(cell, Capacity.COORDINATOR));

        french.get("/taken");
        french.post("/taal", "taal", "fr", "terug", "/taken");

        assertThat(french.get("/hulp/stappen").body())
                .contains("Qui\u00a0: Coordinateur.", "Base\u00a0: ")
                .doesNotContain("Wie: ");
        assertThat(french.get("/beheer/beslistabellen").body())
                .contains("Aucun critère rempli")
                .doesNotContain("Geen enkel criterium");
    }
}
