package be.livc.casefile;

import be.livc.access.FrozenCases;
import be.livc.platform.CurrentCell;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The cases of the bound cell whose person was moved to a prison without a PIVC, and is not back. */
@Component
class CasesOfTheRelocated implements FrozenCases {

    private final JdbcTemplate jdbc;

    CasesOfTheRelocated(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> among(Collection<UUID> cases) {
        return new HashSet<>(jdbc.queryForList(
                "select case_id from detention where cell_id = ? and case_id = any (?) and frozen_since is not null",
                UUID.class,
                CurrentCell.require().value(),
                cases.toArray(UUID[]::new)));
    }
}
