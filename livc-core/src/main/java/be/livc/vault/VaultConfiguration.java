package be.livc.vault;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
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

    /**
     * One node at a time until the end of the transaction, so that two that start on an empty database do not each make a
     * keyset, and the master keys are changed by one.
     */
    static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('livc keyset', 0))";

    /** Keeps the master keys as they are until the end of the transaction. */
    static final String UNCHANGED = "select pg_advisory_xact_lock_shared(hashtextextended('livc keyset', 0))";

    @Bean
    static EarlyKeyset earlyKeyset(Environment settings) {
        return new EarlyKeyset(settings);
    }

    @Bean
    MasterKeys masterKeys(
            EarlyKeyset early,
            @Value("${livc.keyset.file:}") String file,
            @Value("${livc.keyset.password:}") String password,
            Environment settings,
            JdbcTemplate jdbc,
            TransactionTemplate transactions,
            Clock clock) {
        Path path = pathOf(file);
        return Objects.requireNonNull(transactions.execute(status -> {
            jdbc.query(ALONE, row -> {});
            Set<String> used = new HashSet<>(
                    jdbc.queryForList("select id from master_key where retired_at is null", String.class));
            MasterKeys keys = inVault(settings)
                    .<MasterKeys>map(transit -> transit.requireAll(used))
                    .orElseGet(() -> early.opened()
                            .map(opened -> opened.requireAll(used, path))
                            .orElseGet(() -> KeysetFile.open(path, password, used)));
            if (used.isEmpty()) {
                jdbc.update(
                        "insert into master_key (id, first_used_at) values (?, ?) on conflict do nothing",
                        keys.current(),
                        Timestamp.from(clock.instant()));
            }
            return keys;
        }));
    }

    /** The other source of the master keys, where it is set. */
    private static Optional<TransitKeys> inVault(Environment settings) {
        String address = settings.getProperty("livc.vault.address", "");
        return address.isBlank()
                ? Optional.empty()
                : Optional.of(new TransitKeys(
                        URI.create(address),
                        settings.getProperty("livc.vault.token", ""),
                        settings.getProperty("livc.vault.mount", "transit"),
                        settings.getProperty("livc.vault.key", "livc")));
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
