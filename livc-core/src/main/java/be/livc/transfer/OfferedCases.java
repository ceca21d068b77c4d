package be.livc.transfer;

import be.livc.access.CasesOnOffer;
import be.livc.platform.CurrentCell;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The cases of this cell that go to another one: from when the offer is begun, so that nothing is added behind its back. */
@Component
class OfferedCases implements CasesOnOffer {

    private final JdbcTemplate jdbc;

    OfferedCases(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> among(Collection<UUID> cases) {
        return new HashSet<>(jdbc.queryForList(
                "select case_id from transfer_out where cell_id = ? and case_id = any (?)"
                        + " and state in ('PREPARING', 'OFFERED', 'ACCEPTED')",
                UUID.class,
                CurrentCell.require().value(),
                cases.toArray(UUID[]::new)));
    }
}
