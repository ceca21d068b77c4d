package be.livc.casefile;

import be.livc.access.PurposeOfCase;
import be.livc.platform.CurrentCell;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What each case of the bound cell serves, without its file. */
@Component
class CasePurposes implements PurposeOfCase {

    private final JdbcTemplate jdbc;

    CasePurposes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> of(UUID caseId) {
        return jdbc
                .query(
                        "select purpose from case_file where cell_id = ? and id = ?",
                        (row, n) -> row.getString(1),
                        CurrentCell.require().value(),
                        caseId)
                .stream()
                .findFirst();
    }
}
