package be.livc.cell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The municipalities of Belgium with the dates between which each exists, from the list that the program carries. */
@Component
class Municipalities {

    private record Existence(LocalDate from, LocalDate to) {
        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private final Map<String, List<Existence>> byNis = read();

    boolean existsOn(String nis, LocalDate day) {
        return byNis.getOrDefault(nis, List.of()).stream().anyMatch(existence -> existence.holdsOn(day));
    }

    private static Map<String, List<Existence>> read() {
        Map<String, List<Existence>> read = new HashMap<>();
        try (InputStream file = Municipalities.class.getResourceAsStream("municipalities.csv")) {
            if (file == null) {
                throw new IllegalStateException("the list of municipalities is not in the program");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                Existence existence =
                        new Existence(date(cells[5], LocalDate.of(1830, 1, 1)), date(cells[6], LocalDate.MAX));
                read.computeIfAbsent(cells[0], nis -> new ArrayList<>()).add(existence);
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
