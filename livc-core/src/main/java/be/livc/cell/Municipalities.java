package be.livc.cell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The municipalities of Belgium with the dates between which each exists, from the list that the program carries. */
@Component
public class Municipalities {

    /**
     * A municipality.
     *
     * @param nis its code at the national institute of statistics
     * @param name in Dutch
     */
    public record Municipality(String nis, String name) {

        /** Name and code, as lists to choose from show it. */
        @Override
        public String toString() {
            return name + " (" + nis + ")";
        }
    }

    private record Existence(Municipality municipality, LocalDate from, LocalDate to) {
        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private final List<Existence> existences = read();

    Municipalities() {}

    /** Those that exist on this day, by name. */
    public List<Municipality> on(LocalDate day) {
        return existences.stream()
                .filter(existence -> existence.holdsOn(day))
                .map(Existence::municipality)
                .sorted(Comparator.comparing(Municipality::name))
                .toList();
    }

    /**
     * Those that were meant on this day, each once: on lines of their own or with a semicolon between them. Empty when one of them is
     * none.
     */
    public Optional<List<Municipality>> allNamed(String typed, LocalDate day) {
        List<Optional<Municipality>> found = Stream.of(typed.split("[\\n;]"))
                .filter(one -> !one.isBlank())
                .map(one -> named(one, day))
                .toList();
        return found.stream().allMatch(Optional::isPresent)
                ? Optional.of(
                        found.stream().flatMap(Optional::stream).distinct().toList())
                : Optional.empty();
    }

    /** As {@link Municipality#toString} writes it, or by its name or code alone. */
    private Optional<Municipality> named(String typed, LocalDate day) {
        String bare = typed.strip();
        return on(day).stream()
                .filter(one ->
                        bare.equals(one.toString()) || bare.equals(one.nis()) || bare.equalsIgnoreCase(one.name()))
                .findFirst();
    }

    boolean existsOn(String nis, LocalDate day) {
        return on(day).stream().anyMatch(municipality -> municipality.nis().equals(nis));
    }

    private static List<Existence> read() {
        List<Existence> read = new ArrayList<>();
        try (InputStream file = Municipalities.class.getResourceAsStream("municipalities.csv")) {
            if (file == null) {
                throw new IllegalStateException("the list of municipalities is not in the program");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                read.add(new Existence(
                        new Municipality(cells[0], cells[1]),
                        date(cells[5], LocalDate.of(1830, 1, 1)),
                        date(cells[6], LocalDate.MAX)));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalDate date(String text, LocalDate otherwise) {
        return text.isBlank() ? otherwise : LocalDate.parse(text);
    }
}
