package be.livc.web.api;

import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.cell.FoundCell;
import be.livc.setup.Setup;
import be.livc.web.signin.Passwords;
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
            @Nullable String founding,
            @Nullable NewAdministrator administrator) {}

    /** Who is to administer it; they replace the password before anything else. */
    record NewAdministrator(@Nullable String username, @Nullable String displayName, @Nullable String password) {}

    /** A cell. */
    record CellView(UUID id, String kind, String name, List<String> municipalities, String mainPurpose) {}

    private final Setup setup;
    private final Cells cells;
    private final Passwords passwords;

    CellCalls(Setup setup, Cells cells, Passwords passwords) {
        this.setup = setup;
        this.cells = cells;
        this.passwords = passwords;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Found a cell, with the usual code lists, functions and terms of its kind",
            description = "Nobody can sign in there until it has an administrator, named here or later under Beheer")
    CellView found(Actor actor, @RequestBody NewCell asked) {
        Fields fields = new Fields();
        CellKind kind = fields.code("kind", asked.kind(), CellKind.class);
        String name = fields.text("name", asked.name());
        NewAdministrator administrator = asked.administrator();
        String username = administrator == null ? "" : fields.text("username", administrator.username());
        String password = administrator == null ? "" : fields.text("password", administrator.password());
        fields.check();
        FoundCell founded = new FoundCell(
                kind,
                name,
                Fields.texts(asked.municipalities()),
                Fields.maybe(asked.mainPurpose()).orElse(actor.purpose()),
                Fields.maybe(asked.founding()));
        Cell cell = administrator == null
                ? cells.inNewCell(() -> setup.found(actor, founded))
                : withAdministrator(
                        actor,
                        founded,
                        new Setup.FirstAdministrator(
                                username,
                                Fields.maybe(administrator.displayName()).orElse(username),
                                passwords.chosen("password", username, password)));
        return new CellView(
                cell.id().value(), cell.kind().name(), cell.name(), cell.municipalities(), cell.mainPurpose());
    }

    private Cell withAdministrator(Actor actor, FoundCell founded, Setup.FirstAdministrator first) {
        return cells.inNewCell(() -> setup.found(actor, founded, first));
    }
}
