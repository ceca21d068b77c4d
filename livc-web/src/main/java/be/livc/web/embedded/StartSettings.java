package be.livc.web.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Fills in what follows from the choice of database, behind every setting a person makes.
 *
 * <ul>
 *   <li>Own database: {@code livc.demo=true}; the keyset and its generated password lie with the secrets of
 *       {@code livc.data}.
 *   <li>A database that was named: {@code livc.demo=false}; keyset and password must be named as well, for secrets made
 *       on the side of one copy of the program would be lost to the next.
 *   <li>In the demo: {@code server.address=127.0.0.1}, because its accounts and passwords are known to everyone.
 * </ul>
 *
 * <p>Done when all settings are known and nothing has been made of them yet. The keyset password is generated when it
 * is first asked for, so that a part of the program started without a vault leaves no file behind.
 */
final class StartSettings implements ApplicationListener<ApplicationPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        addTo(event.getApplicationContext().getEnvironment());
    }

    /** @throws StartRefused when a named database comes without its keyset or its roles */
    static void addTo(ConfigurableEnvironment settings) {
        boolean embedded = NoDatabaseNamed.holdsFor(settings);
        if (embedded) {
            Secrets secrets = Secrets.in(Path.of(settings.getProperty("livc.data", "./data"))
                    .toAbsolutePath()
                    .normalize());
            addLast(settings, "livc.keyset.file", () -> secrets.file(Secrets.KEYSET)
                    .toString());
            addLast(settings, "livc.keyset.password", () -> secrets.readOrCreate(Secrets.KEYSET_PASSWORD));
        } else {
            require(settings, "livc.keyset.password", "LIVC_KEYSET_PASSWORD", "the password that protects the keyset");
            require(settings, "livc.keyset.file", "LIVC_KEYSET_FILE", "the file of the keyset");
            require(settings, "spring.flyway.user", "SPRING_FLYWAY_USER", "the role that owns the schema");
        }
        addLast(settings, "livc.demo", () -> String.valueOf(embedded));
        if (settings.getProperty("livc.demo", Boolean.class, false)) {
            addLast(settings, "server.address", () -> "127.0.0.1");
        }
    }

    private static void require(ConfigurableEnvironment settings, String name, String variable, String meaning) {
        if (!StringUtils.hasText(settings.getProperty(name))) {
            throw new StartRefused(
                    "A database is named with spring.datasource.url, but %s is not given.".formatted(meaning),
                    "Set the environment variable %s (or the setting %s).".formatted(variable, name));
        }
    }

    private static void addLast(ConfigurableEnvironment settings, String name, Supplier<String> value) {
        if (!StringUtils.hasText(settings.getProperty(name))) {
            settings.getPropertySources().addLast(new WhenAsked(name, value));
        }
    }

    /** One setting whose value is made when it is asked for. */
    private static final class WhenAsked extends MapPropertySource {

        private final Supplier<String> value;

        private WhenAsked(String name, Supplier<String> value) {
            super("livc start: " + name, Map.of(name, ""));
            this.value = value;
        }

        @Override
        public @Nullable Object getProperty(String asked) {
            return containsProperty(asked) ? value.get() : null;
        }
    }
}
