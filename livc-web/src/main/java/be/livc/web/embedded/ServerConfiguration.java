package be.livc.web.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the built-in server is told. Written anew at each start: the program's version decides, not what an earlier one
 * left behind.
 */
final class ServerConfiguration {

    /** Where the server logs, beside its cluster. */
    static final String LOG_FOLDER = "log";

    // Without a Unix socket and with a password on every connection, an account of this machine gains nothing by being
    // here. Of a refused statement the server logs nothing at all (log_min_messages): error texts quote values.
    private static final String SETTINGS =
            """
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            max_connections = 60

            fsync = on
            synchronous_commit = on
            full_page_writes = on
            shared_buffers = '128MB'
            timezone = 'UTC'

            logging_collector = on
            log_directory = '../%s'
            log_filename = 'postgres-%%a.log'
            log_truncate_on_rotation = on
            log_rotation_age = '1d'
            log_rotation_size = 0
            log_file_mode = 0600
            log_timezone = 'UTC'
            log_min_messages = 'log'
            log_error_verbosity = 'terse'
            log_statement = 'none'
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            """;

    private static final String ACCESS = "host all all 127.0.0.1/32 scram-sha-256\n";

    private ServerConfiguration() {}

    /** Writes the settings and the access rules of a cluster. */
    static void write(Path cluster, int port) throws IOException {
        Files.writeString(cluster.resolve("postgresql.conf"), SETTINGS.formatted(port, LOG_FOLDER));
        Files.writeString(cluster.resolve("pg_hba.conf"), ACCESS);
    }
}
