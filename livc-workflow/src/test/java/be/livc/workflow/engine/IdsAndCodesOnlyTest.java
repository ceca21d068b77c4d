package be.livc.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdsAndCodesOnlyTest extends EngineTest {

    static Stream<Object> content() {
        return Stream.of(
                "Jan Janssens",
                "janssens",
                "Janssens",
                "",
                "A".repeat(41),
                "2010-01-01; school",
                1.5,
                List.of("JANSSENS"),
                Map.of("NAME", "JANSSENS"),
                new byte[] {1});
    }

    static Stream<Object> idsCodesAndTimes() {
        return Stream.of(
                Ids.next(),
                Ids.next().toString(),
                "RETAINED",
                "A1_B2",
                true,
                7,
                7L,
                Instant.now(),
                LocalDate.of(2030, 1, 1));
    }

    @ParameterizedTest
    @MethodSource("content")
    void content_does_not_get_into_the_engine(Object value) {
        UUID caseId = newCase();

        assertThatThrownBy(() -> setVariable(caseId, value))
                .hasMessageContaining("only ids, codes")
                .message()
                .doesNotContainIgnoringCase("janssens")
                .doesNotContain("remark");

        assertThat(variables(caseId)).containsOnlyKeys("phase");
    }

    @ParameterizedTest
    @MethodSource("idsCodesAndTimes")
    void ids_codes_and_times_get_in(Object value) {
        UUID caseId = newCase();

        assertThatCode(() -> setVariable(caseId, value)).doesNotThrowAnyException();
    }

    @Test
    void a_variable_that_holds_a_code_cannot_be_overwritten_with_content() {
        UUID caseId = newCase();
        setVariable(caseId, "CODE");

        assertThatThrownBy(() -> setVariable(caseId, "Jan Janssens")).hasMessageContaining("only ids, codes");
    }

    @Test
    void a_step_takes_no_content_along() {
        UUID caseId = newCase();

        assertThatThrownBy(() -> step(caseId, "assessAsCoordinator", "assessment", "Jan Janssens"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Janssens");

        assertThat(where(caseId).active()).contains("assessAsCoordinator");
    }

    @Test
    void what_steers_a_step_is_forgotten_after_it() {
        UUID caseId = newCase();

        step(caseId, "assessAsCoordinator");
        step(caseId, "assessAsInformationOfficer", "assessment", "RETAINED");

        assertThat(variables(caseId)).containsOnlyKeys("phase");
    }

    private void setVariable(UUID caseId, Object value) {
        CurrentCell.run(cell, () -> engine.getRuntimeService().setVariable(instance(caseId), "remark", value));
    }

    private Map<String, Object> variables(UUID caseId) {
        return CurrentCell.in(cell, () -> engine.getRuntimeService().getVariables(instance(caseId)));
    }

    private String instance(UUID caseId) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.toString())
                .singleResult()
                .getId();
    }
}
