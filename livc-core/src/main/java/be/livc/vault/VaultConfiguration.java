package be.livc.vault;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the master keys come from, and what is kept beside them. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    static EarlyKeyset earlyKeyset(Environment settings) {
        return new EarlyKeyset(settings);
    }

    @Bean
    KeysetSettings keysetSettings(Environment settings) {
        return KeysetSettings.of(settings);
    }

    @Bean
    MasterKeys masterKeys(
            EarlyKeyset early,
            KeysetSettings keyset,
            Environment settings,
            MasterKeyBook book,
            TransactionTemplate transactions) {
        Path path = keyset.path();
        return Objects.requireNonNull(transactions.execute(status -> {
            book.changeAlone();
            Set<String> used = book.inUse();
            MasterKeys keys = inVault(settings)
                    .<MasterKeys>map(transit -> transit.requireAll(used))
                    .orElseGet(() -> early.opened()
                            .map(opened -> opened.requireAll(used, path))
                            .orElseGet(() -> KeysetFile.open(path, keyset.password(), used)));
            if (used.isEmpty() && book.firstUse(keys.current()).isEmpty()) {
                book.use(keys.current());
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
    Tombstones tombstones(KeysetSettings keyset, MasterKeys onlyAfterTheKeyset) {
        return new Tombstones(keyset.beside("tombstones"));
    }

    @Bean
    CheckpointFiles checkpointFiles(KeysetSettings keyset, MasterKeys onlyAfterTheKeyset) {
        return new CheckpointFiles(keyset.beside("checkpoints"));
    }
}
