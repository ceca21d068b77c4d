package be.livc.cell;

import be.livc.platform.Adding;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cells there are. A cell itself is no secret; its data is bound to it. */
@Component
public class Cells {

    private final CellRows rows;
    private final Municipalities municipalities;
    private final CodeLists codeLists;
    private final MandatoryFunctions mandatoryFunctions;
    private final Clock clock;

    Cells(
            CellRows rows,
            Municipalities municipalities,
            CodeLists codeLists,
            MandatoryFunctions mandatoryFunctions,
            Clock clock) {
        this.rows = rows;
        this.municipalities = municipalities;
        this.codeLists = codeLists;
        this.mandatoryFunctions = mandatoryFunctions;
        this.clock = clock;
    }

    /**
     * Founds a cell with the usual code lists and mandatory functions of its kind. The caller binds the id it names, so
     * that the rows of the new cell can be written.
     *
     * @throws Refusal when the name is empty or taken, a municipality does not exist today, or the purpose is no usual one
     */
    @Transactional
    public Cell found(CellId id, FoundCell founded) {
        ShortText.LINE.require("name", founded.name());
        if (rows.existsByName(founded.name())) {
            throw Refusal.invalid("name", "name-taken");
        }
        if (founded.kind() == CellKind.LIVC_R && founded.municipalities().isEmpty()) {
            throw Refusal.invalid("municipalities", "required");
        }
        LocalDate today = LocalDate.now(clock);
        for (String nis : founded.municipalities()) {
            if (!municipalities.existsOn(nis, today)) {
                throw Refusal.invalid("municipalities", "unknown-municipality");
            }
        }
        Cell cell = rows.add(new Cell(id, founded, clock.instant()));
        codeLists.seedUsual();
        codeLists.require("purposes", founded.mainPurpose(), "mainPurpose");
        mandatoryFunctions.seedUsual(founded.kind(), today);
        return cell;
    }

    /** Runs the founding of a cell under a new id of its own, bound to the thread. */
    public <T> T inNewCell(Supplier<T> founding) {
        return CurrentCell.in(new CellId(Ids.next()), founding);
    }

    /** All cells, by name. */
    @Transactional(readOnly = true)
    public List<Cell> all() {
        return rows.findAllByOrderByName();
    }

    /** The cell of this id. */
    @Transactional(readOnly = true)
    public Optional<Cell> find(CellId id) {
        return rows.findById(id.value());
    }

    /** The cell that is bound to this thread; throws {@link IllegalStateException} when it is not there. */
    @Transactional(readOnly = true)
    public Cell current() {
        return find(CurrentCell.require()).orElseThrow(() -> new IllegalStateException("the bound cell is not there"));
    }

    /** The rows behind it. */
    interface CellRows extends Repository<Cell, UUID>, Adding<Cell> {
        Optional<Cell> findById(UUID id);

        List<Cell> findAllByOrderByName();

        boolean existsByName(String name);
    }
}
