package be.livc.web.api;

import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.cell.FoundCell;
import be.livc.setup.Setup;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Founds cells. */
@RestController
@RequestMapping("/api/v1/cells")
@Tag(name = "Configuration")
class CellCalls {

    /** Asks for a cell; {@code municipalities} are NIS codes. */
    record NewCell(
            @Nullable String kind,
            @Nullable String name,
            @Nullable List<@Nullable String> municipalities,
            @Nullable String mainPurpose,
            @Nullable String founding) {}

    /** A cell. */
    record CellView(UUID id, String kind, String name, List<String> municipalities, String mainPurpose) {}

    private final Setup setup;
    private final Cells cells;

    CellCalls(Setup setup, Cells cells) {
        this.setup = setup;
        this.cells = cells;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Found a cell, with the usual code lists, functions and terms of its kind")
    CellView found(Actor actor, @RequestBody NewCell asked) {
        Fields fields = new Fields();
        CellKind kind = fields.code("kind", asked.kind(), CellKind.class);
        String name = fields.text("name", asked.name());
        fields.check();
        FoundCell founded = new FoundCell(
                kind,
                name,
                Fields.texts(asked.municipalities()),
                Fields.maybe(asked.mainPurpose()).orElse(actor.purpose()),
                Fields.maybe(asked.founding()));
        Cell cell = cells.inNewCell(() -> setup.found(actor, founded));
        return new CellView(
                cell.id().value(), cell.kind().name(), cell.name(), cell.municipalities(), cell.mainPurpose());
    }
}
