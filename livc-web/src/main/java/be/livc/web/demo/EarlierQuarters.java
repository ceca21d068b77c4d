package be.livc.web.demo;

import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.insight.CellCounts.Count;
import be.livc.insight.Figures;
import be.livc.insight.Quarter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Figures of quarters in which the demo was not there yet: fictional, the same at every first start. */
@Component
@ConditionalOnProperty("livc.demo")
class EarlierQuarters {

    private static final int HOW_MANY = 4;

    /** For each indicator, its categories with how often they occur in a quarter of a middling cell. */
    private static final Map<String, Map<String, Integer>> USUAL = Map.of(
            "SIGNALS", Map.of("PARTNER", 14, "CITIZEN", 6, "ANONYMOUS", 3),
            "ASSESSMENTS", Map.of("RETAINED", 9, "NOT_RETAINED", 8, "REFERRED", 5),
            "CASES_OPENED", Map.of("PREVENT_TERRORISM", 8, "PROTECT_INTEGRITY", 2),
            "CASES_CLOSED", Map.of("GOALS_REACHED", 5, "REGULAR_CARE", 6, "MOVED", 1),
            "CONSULTATIONS", Map.of("NORMAL", 6, "URGENT", 1),
            "INVITATIONS", Map.of("ACCEPTED", 40, "DECLINED", 7, "OPEN", 5),
            "MEASURES", Map.of("DONE", 22, "RUNNING", 9, "OPEN", 6, "STOPPED", 2),
            "ERASURES", Map.of("DONE", 7));

    private final Figures figures;
    private final Cells cells;
    private final Clock clock;

    EarlierQuarters(Figures figures, Cells cells, Clock clock) {
        this.figures = figures;
        this.cells = cells;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void publish() {
        List<Cell> counting = cells.all().stream()
                .filter(cell -> cell.kind() != CellKind.DESK)
                .toList();
        if (counting.size() == cells.all().size()) {
            return;
        }
        Quarter quarter = Quarter.of(LocalDate.now(clock)).before();
        for (int i = 0; i < HOW_MANY; i++) {
            Random random = new Random(quarter.hashCode());
            figures.publishCounted(
                    quarter, counting.stream().collect(Collectors.toMap(Cell::id, cell -> counts(random))));
            quarter = quarter.before();
        }
    }

    private static List<Count> counts(Random random) {
        List<Count> counts = new ArrayList<>();
        double size = 0.4 + random.nextDouble() * 1.6;
        for (String indicator : Figures.INDICATORS) {
            USUAL.getOrDefault(indicator, Map.of())
                    .forEach((category, usual) -> counts.add(new Count(
                            indicator, category, (int) Math.round(usual * size * (0.6 + random.nextDouble())))));
        }
        return counts;
    }
}
