package be.livc.web.signin;

import be.livc.cell.Account;
import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.cell.Partner;
import be.livc.cell.Partners;
import be.livc.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells another program on whose behalf it works. */
@RestController
@Tag(name = "Sign-in")
class MeController {

    /** Who a token stands for now. {@code user} and {@code cell} are written as in the answer of {@code POST /tokens}. */
    @Schema(name = "Me")
    record Me(
            @Schema(description = "Sign-in name") String user,
            UUID userId,
            @Schema(description = "Name of the holder of the mandate") String name,
            @Schema(description = "Id of the cell") UUID cell,
            String cellName,
            CellKind cellKind,
            List<Capacity> roles,
            UUID mandate,
            PartnerView partner,
            @Schema(description = "nl, fr or en") String locale) {}

    /** The partner on whose behalf. */
    @Schema(name = "PartnerRef")
    record PartnerView(UUID id, String name, String category) {}

    private final Accounts accounts;
    private final Cells cells;
    private final Partners partners;

    MeController(Accounts accounts, Cells cells, Partners partners) {
        this.accounts = accounts;
        this.cells = cells;
        this.partners = partners;
    }

    @GetMapping("/api/v1/me")
    @Operation(summary = "Who the token stands for, in which cell and capacity")
    Me me(Actor actor) {
        Account account = accounts.require(actor.user());
        Cell cell = cells.current();
        Partner partner = partners.find(actor.partner()).orElseThrow(Refusal::notFound);
        return new Me(
                account.username(),
                actor.user().value(),
                actor.name(),
                cell.id().value(),
                cell.name(),
                cell.kind(),
                List.of(actor.capacity()),
                actor.mandate().value(),
                new PartnerView(partner.id().value(), partner.name(), partner.category()),
                account.locale());
    }
}
