package be.livc.web.api;

import be.livc.cell.Actor;
import be.livc.insight.Figures;
import be.livc.insight.Quarter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The published figures. */
@RestController
@RequestMapping("/api/v1/figures")
@Tag(name = "Figures")
class FigureCalls {

    /** A figure; {@code value} is null where it is suppressed, {@code source} and {@code category} * for all together. */
    record FigureView(String quarter, String indicator, String source, String category, @Nullable Integer value) {

        static FigureView of(Figures.Figure figure) {
            return new FigureView(
                    figure.quarter().toString(),
                    figure.indicator(),
                    figure.source(),
                    figure.category(),
                    figure.value().orElse(null));
        }
    }

    private final Figures figures;

    FigureCalls(Figures figures) {
        this.figures = figures;
    }

    @GetMapping("/quarters")
    @Operation(summary = "The quarters that were published, the newest first")
    List<String> quarters(Actor actor) {
        return figures.quarters().stream().map(Quarter::toString).toList();
    }

    @GetMapping
    @Operation(summary = "What was published about a quarter, as far as the caller may have it")
    List<FigureView> of(Actor actor, @RequestParam String quarter) {
        return figures.of(actor, Quarter.read(quarter)).stream()
                .map(FigureView::of)
                .toList();
    }
}
