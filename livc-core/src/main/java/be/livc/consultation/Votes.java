package be.livc.consultation;

import be.livc.cell.MandateId;
import be.livc.platform.CurrentCell;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who voted how on a decision: told by who records it ({@link Meeting}), or by each voter themselves ({@link Ballots}). */
@Component
class Votes {

    /** One vote on one decision. */
    record Cast(UUID decision, MandateId mandate, Decide.Vote vote) {}

    private final JdbcTemplate jdbc;

    Votes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void cast(UUID decision, MandateId who, Decide.Vote vote) {
        jdbc.update(
                "insert into vote (cell_id, decision_id, mandate_id, vote) values (?, ?, ?, ?)",
                CurrentCell.require().value(),
                decision,
                who.value(),
                vote.name());
    }

    List<Cast> on(Collection<UUID> decisions) {
        return jdbc.query(
                "select decision_id, mandate_id, vote from vote where cell_id = ? and decision_id = any (?)"
                        + " order by mandate_id",
                (row, n) -> new Cast(
                        row.getObject(1, UUID.class),
                        new MandateId(row.getObject(2, UUID.class)),
                        Decide.Vote.valueOf(row.getString(3))),
                CurrentCell.require().value(),
                decisions.toArray(UUID[]::new));
    }
}
