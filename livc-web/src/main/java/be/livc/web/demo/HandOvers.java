package be.livc.web.demo;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseRow;
import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.Cells;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.transfer.OfferTransfer;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferKind;
import be.livc.workflow.transfer.OfferCheck;
import be.livc.workflow.transfer.TransferFlow;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What goes between the cells of the demo, once they are all there: each side is a transaction of its own cell. */
@Component
@ConditionalOnProperty("livc.demo")
final class HandOvers {

    static final String BRUGES = "Brugge (demo)";
    static final String GHENT = "Gent (demo)";

    private static final String PURPOSE = "PREVENT_TERRORISM";

    private final TransferFlow transfers;
    private final CaseFiles cases;
    private final Cells cells;

    HandOvers(TransferFlow transfers, CaseFiles cases, Cells cells) {
        this.transfers = transfers;
        this.cases = cases;
        this.cells = cells;
    }

    /** One case went from Ghent to Bruges with its person; another is offered to the town and waits for its answer. */
    void tell(Map<String, Cast> casts) {
        if (!casts.keySet().containsAll(Set.of(BRUGES, GHENT, DemoCells.TOWN))) {
            return;
        }
        Actor ghent = Objects.requireNonNull(casts.get(GHENT)).actor(Town.COORDINATOR);
        Actor bruges = Objects.requireNonNull(casts.get(BRUGES)).actor(Town.COORDINATOR);
        TransferId moved = offer(
                ghent, "Borremans", cell(BRUGES), TransferKind.MOVE, "Overgeplaatst naar de gevangenis van Brugge.");
        in(bruges, () -> transfers.accept(bruges, moved));
        offer(
                bruges,
                "Haerinck",
                cell(DemoCells.TOWN),
                TransferKind.RELEASE,
                "Komt binnen twee maanden vrij en gaat bij zijn zus in Voorbeeldstad wonen.");
    }

    private TransferId offer(Actor actor, String familyName, CellId to, TransferKind kind, String reason) {
        return in(actor, () -> {
            CaseRow row = cases.list(actor, Optional.empty(), Optional.empty(), 50).items().stream()
                    .filter(one -> one.subject()
                            .filter(subject -> subject.familyName().equals(familyName))
                            .isPresent())
                    .findFirst()
                    .orElseThrow();
            Set<UUID> facts = transfers.check(actor, row.id(), to, PURPOSE).parts().stream()
                    .filter(OfferCheck.Judged::mayGo)
                    .map(OfferCheck.Judged::part)
                    .filter(part -> part.type() == ObjectType.FACT)
                    .map(part -> part.id())
                    .collect(Collectors.toSet());
            return transfers.offer(actor, new OfferTransfer(row.id(), to, kind, PURPOSE, reason, facts));
        });
    }

    private CellId cell(String name) {
        return cells.all().stream()
                .filter(cell -> cell.name().equals(name))
                .map(Cell::id)
                .findFirst()
                .orElseThrow();
    }

    private static <T> T in(Actor actor, Supplier<T> work) {
        return CurrentCell.in(actor.cell(), work);
    }
}
