package be.livc.workflow.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.workflow.diagram.Diagram.Progress;
import be.livc.workflow.diagram.Diagram.Row;
import be.livc.workflow.engine.EngineTest;
import be.livc.workflow.engine.Processes;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The picture of a process, and the list that says the same to whoever sees no picture. */
class DiagramsTest extends EngineTest {

    private final CellId cell = new CellId(Ids.next());

    @Autowired
    Processes processes;

    @Autowired
    Diagrams diagrams;

    @Test
    void the_picture_and_the_list_tell_the_same() {
        UUID caseId = Ids.next();
        CurrentCell.run(cell, () -> {
            processes.start("livc-r-case", caseId);
            processes.complete(caseId, "assessAsCoordinator", Map.of());
        });

        Diagram diagram = CurrentCell.in(cell, () -> diagrams.of(caseId));

        assertThat(diagram.xml()).contains("BPMNShape").contains("bpmnElement=\"assessAsCoordinator\"");
        assertThat(diagram.active()).containsExactly("assessAsInformationOfficer");
        assertThat(diagram.completed()).contains("signalReceived", "assessAsCoordinator");
        assertThat(row(diagram, "assessAsCoordinator").progress()).isEqualTo(Progress.PASSED);
        Row waiting = row(diagram, "assessAsInformationOfficer");
        assertThat(waiting.progress()).isEqualTo(Progress.WAITING);
        assertThat(waiting.name()).isEqualTo("Toetsen als information officer");
        assertThat(waiting.capacities()).containsExactly("INFORMATION_OFFICER");
        assertThat(waiting.at()).isPresent();
        assertThat(row(diagram, "erased").progress()).isEqualTo(Progress.NOT_REACHED);
        assertThat(diagram.rows().stream().limit(2))
                .as("where the case has been stands first")
                .extracting(Row::id)
                .containsExactly("assessAsInformationOfficer", "assessAsCoordinator");
    }

    @Test
    void a_process_without_a_case_is_all_ahead() {
        Diagram diagram = diagrams.of("livc-r-case");

        assertThat(diagram.active()).isEmpty();
        assertThat(diagram.rows())
                .isNotEmpty()
                .allMatch(row ->
                        row.progress() == Progress.NOT_REACHED && row.at().isEmpty());
    }

    private static Row row(Diagram diagram, String id) {
        return diagram.rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
