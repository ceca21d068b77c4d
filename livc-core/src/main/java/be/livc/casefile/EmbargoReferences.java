package be.livc.casefile;

import be.livc.platform.CurrentCell;
import be.livc.vault.Place;
import be.livc.vault.Sealed;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The sealed references behind embargoes. */
@Component
class EmbargoReferences {

    private final JdbcTemplate jdbc;

    EmbargoReferences(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static Place place(UUID caseId, UUID embargo) {
        return new Place(CurrentCell.require(), caseId, "embargo_reference", "reference", embargo);
    }

    void keep(UUID embargo, UUID caseId, Sealed reference) {
        jdbc.update(
                "insert into embargo_reference (cell_id, embargo_id, case_id, reference_sealed) values (?, ?, ?, ?)"
                        + " on conflict (cell_id, embargo_id) do update set reference_sealed = excluded.reference_sealed",
                CurrentCell.require().value(),
                embargo,
                caseId,
                reference.toColumn());
    }

    /** Each reference under the id of its embargo, still sealed. */
    Map<UUID, Sealed> of(Collection<UUID> embargoes) {
        Map<UUID, Sealed> found = new HashMap<>();
        jdbc.query(
                "select embargo_id, case_id, reference_sealed from embargo_reference where cell_id = ?"
                        + " and embargo_id = any (?)",
                row -> {
                    UUID embargo = row.getObject(1, UUID.class);
                    found.put(
                            embargo,
                            Sealed.fromColumn(row.getBytes(3)).at(place(row.getObject(2, UUID.class), embargo)));
                },
                CurrentCell.require().value(),
                embargoes.toArray(UUID[]::new));
        return found;
    }
}
