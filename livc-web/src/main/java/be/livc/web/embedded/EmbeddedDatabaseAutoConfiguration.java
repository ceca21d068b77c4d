package be.livc.web.embedded;

import java.nio.file.Path;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * Gives the program its own database when {@code spring.datasource.url} names none. Pool and migrations ask for the
 * connection details, which ask for the server: so it is up before them and stops after them.
 */
@AutoConfiguration(before = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@Conditional(NoDatabaseNamed.class)
class EmbeddedDatabaseAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(EmbeddedDatabase.class)
    static EarlyServer earlyServer(Environment settings) {
        return new EarlyServer(Path.of(settings.getRequiredProperty("livc.data")));
    }

    @Bean
    @ConditionalOnMissingBean
    EmbeddedDatabase embeddedDatabase(EarlyServer server) {
        return server.whenUp();
    }

    @Bean
    @ConditionalOnMissingBean
    JdbcConnectionDetails programConnection(EmbeddedDatabase database) {
        return new ProgramConnection(database);
    }

    @Bean
    @ConditionalOnMissingBean
    FlywayConnectionDetails ownerConnection(EmbeddedDatabase database) {
        return new OwnerConnection(database);
    }

    private record ProgramConnection(EmbeddedDatabase database) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return Role.PROGRAM.user();
        }

        @Override
        public String getPassword() {
            return database.passwordOf(Role.PROGRAM);
        }

        @Override
        public String getJdbcUrl() {
            return database.url();
        }
    }

    private record OwnerConnection(EmbeddedDatabase database) implements FlywayConnectionDetails {

        @Override
        public String getUsername() {
            return Role.OWNER.user();
        }

        @Override
        public String getPassword() {
            return database.passwordOf(Role.OWNER);
        }

        @Override
        public String getJdbcUrl() {
            return database.url();
        }
    }
}
