package livc.bench;

import be.livc.testing.TestDatabase;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** How much processor time this program and its PostgreSQL have used: on few cores that is what an append costs. */
record CpuOfBoth(double program, double server) {

    private static final double TICKS_PER_SECOND = 100;
    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final long POSTMASTER = postmaster();

    /** Both in seconds, up to now. */
    static CpuOfBoth now() {
        long nanos = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        try (Stream<ProcessHandle> backends =
                ProcessHandle.of(POSTMASTER).orElseThrow().children()) {
            return new CpuOfBoth(
                    nanos / 1e9,
                    backends.mapToDouble(backend -> seconds(backend.pid())).sum());
        }
    }

    CpuOfBoth since(CpuOfBoth before) {
        return new CpuOfBoth(program - before.program, server - before.server);
    }

    private static double seconds(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME])) / TICKS_PER_SECOND;
        } catch (IOException ended) {
            return 0;
        }
    }

    private static long postmaster() {
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            row.next();
            return Long.parseLong(Files.readAllLines(Path.of(row.getString(1)).resolve("postmaster.pid"))
                    .get(0));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
