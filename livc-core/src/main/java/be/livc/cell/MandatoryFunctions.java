package be.livc.cell;

import be.livc.platform.CurrentCell;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The functions without which a cell's consultation does not open: for a LIVC R mayor, prevention official and delegate
 * of the korpschef (wet 30-07-2018 art. 3 §1); for a PIVC those of its permission. Dated rows per cell, not code.
 */
@Component
public class MandatoryFunctions {

    private record Usual(Capacity capacity, String reference) {}

    private static final List<Usual> LIVC_R = List.of(
            new Usual(Capacity.MAYOR, "wet 30-07-2018 art. 3 §1"),
            new Usual(Capacity.COORDINATOR, "wet 30-07-2018 art. 3 §1"),
            new Usual(Capacity.INFORMATION_OFFICER, "wet 30-07-2018 art. 3 §1"));

    private static final List<Usual> PIVC = List.of(
            new Usual(Capacity.COORDINATOR, "toestemming van de procureur (instelling van de cel)"),
            new Usual(Capacity.PRISON_DIRECTION, "toestemming van de procureur (instelling van de cel)"),
            new Usual(Capacity.PSYCHOSOCIAL_SERVICE, "toestemming van de procureur (instelling van de cel)"));

    private final JdbcTemplate jdbc;

    MandatoryFunctions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The functions that the bound cell needs on this day. */
    @Transactional(readOnly = true)
    public Set<Capacity> on(LocalDate day) {
        List<Capacity> found = jdbc.query(
                "select capacity from mandatory_function where cell_id = ?"
                        + " and valid_from <= ? and (valid_to is null or valid_to >= ?)",
                (row, n) -> Capacity.valueOf(row.getString(1)),
                CurrentCell.require().value(),
                day,
                day);
        return found.isEmpty() ? Set.of() : EnumSet.copyOf(found);
    }

    void seedUsual(CellKind kind, LocalDate from) {
        List<Usual> usual =
                switch (kind) {
                    case LIVC_R -> LIVC_R;
                    case PIVC -> PIVC;
                    case DESK -> List.of();
                };
        for (Usual one : usual) {
            jdbc.update(
                    "insert into mandatory_function (cell_id, capacity, valid_from, reference) values (?, ?, ?, ?)",
                    CurrentCell.require().value(),
                    one.capacity().name(),
                    from,
                    one.reference());
        }
    }
}
