package be.livc.web.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How long processes were on a processor, as Linux tells it. */
final class ProcessorTime {

    private ProcessorTime() {}

    /** Nanoseconds of every process of the PostgreSQL of a data folder that runs now. */
    static long ofDatabase(Path data) {
        try {
            long postmaster = Long.parseLong(Files.readAllLines(
                            data.resolve("postgres").resolve("cluster").resolve("postmaster.pid"))
                    .get(0)
                    .strip());
            return ProcessHandle.of(postmaster).stream()
                    .flatMap(server -> Stream.concat(Stream.of(server), server.children()))
                    .mapToLong(process -> ofMainThread(process.pid()))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long ofMainThread(long pid) {
        try {
            return Long.parseLong(Files.readString(Path.of("/proc", Long.toString(pid), "schedstat"))
                    .split(" ", 2)[0]);
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nanoseconds of this process. */
    static long ofThisProcess() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    /** Nanoseconds that this process spent on turning its byte code into that of the machine. */
    static long ofCompiler() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime() * 1_000_000;
    }
}
