package be.livc.vault;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the master keys come from, and what is kept beside them. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    /** One node at a time, so that two that start on an empty database do not each make a keyset. */
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('livc keyset', 0))";

    @Bean
    static EarlyKeyset earlyKeyset(Environment settings) {
        return new EarlyKeyset(settings);
    }

    @Bean
    MasterKeys masterKeys(
            EarlyKeyset early,
            @Value("${livc.keyset.file:}") String file,
            @Value("${livc.keyset.password:}") String password,
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            Clock clock) {
        Path path = pathOf(file);
        return Objects.requireNonNull(transactions.execute(status -> {
            jdbc.query(ALONE, row -> {});
            Set<String> used = new HashSet<>(jdbc.queryForList("select id from master_key", String.class));
            KeysetFile keys = early.opened()
                    .map(opened -> opened.requireAll(used, path))
                    .orElseGet(() -> KeysetFile.open(path, password, used));
            jdbc.update(
                    "insert into master_key (id, first_used_at) values (?, ?) on conflict do nothing",
                    keys.current(),
                    Timestamp.from(clock.instant()));
            return keys;
        }));
    }

    @Bean
    Tombstones tombstones(@Value("${livc.keyset.file:}") String file, MasterKeys onlyAfterTheKeyset) {
        return new Tombstones(pathOf(file).resolveSibling("tombstones"));
    }

    @Bean
    CheckpointFiles checkpointFiles(@Value("${livc.keyset.file:}") String file, MasterKeys onlyAfterTheKeyset) {
        return new CheckpointFiles(pathOf(file).resolveSibling("checkpoints"));
    }

    private static Path pathOf(String file) {
        if (file.isBlank()) {
            throw new KeysetProblem("no place for the keyset was given", "set livc.keyset.file or LIVC_KEYSET_FILE");
        }
        return Path.of(file).toAbsolutePath();
    }
}
