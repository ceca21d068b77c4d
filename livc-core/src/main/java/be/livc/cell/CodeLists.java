package be.livc.cell;

import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The code lists of a cell: dated settings that it may change, not statutory rules. */
@Component
public class CodeLists {

    /**
     * One code with what people read for it.
     *
     * @param label in the language that was asked
     */
    public record Code(String code, String label) {}

    private final JdbcTemplate jdbc;
    private final Clock clock;

    CodeLists(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The codes of one list that hold today, in their order; empty when there is no such list. */
    @Transactional(readOnly = true)
    public List<Code> items(String list, Locale language) {
        LocalDate today = LocalDate.now(clock);
        return jdbc.query(
                "select code, label_nl, label_fr, label_en from code where cell_id = ? and list = ?"
                        + " and valid_from <= ? and (valid_to is null or valid_to >= ?) order by position",
                (row, n) -> new Code(row.getString(1), row.getString(column(language))),
                CurrentCell.require().value(),
                list,
                today,
                today);
    }

    /** The codes alone of one list that hold today. */
    @Transactional(readOnly = true)
    public Set<String> codesOf(String list) {
        return items(list, Locale.ROOT).stream().map(Code::code).collect(Collectors.toSet());
    }

    /** The codes of one list that every new cell starts with, in their order: for whoever has no cell yet. */
    public List<Code> ofNewCell(String list, Locale language) {
        return usual().stream()
                .filter(code -> code[0].equals(list))
                .map(code -> new Code(code[1], code[column(language)]))
                .toList();
    }

    /** Whether the list holds this code today. */
    @Transactional(readOnly = true)
    public boolean has(String list, String code) {
        LocalDate today = LocalDate.now(clock);
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from code where cell_id = ? and list = ? and code = ?"
                        + " and valid_from <= ? and (valid_to is null or valid_to >= ?))",
                Boolean.class,
                CurrentCell.require().value(),
                list,
                code,
                today,
                today));
    }

    /** What is wrong with a code that was given in a field: it is missing, or not of the list today; empty when nothing is. */
    @Transactional(readOnly = true)
    public Optional<Refusal.Reason> problem(String list, String code, String field) {
        return has(list, code)
                ? Optional.empty()
                : Optional.of(new Refusal.Reason(code.isBlank() ? "required" : "unknown-code", field));
    }

    /**
     * Passes when the list holds this code today.
     *
     * @throws Refusal invalid, for the field in which it was given
     */
    @Transactional(readOnly = true)
    public void require(String list, String code, String field) {
        problem(list, code, field).ifPresent(reason -> {
            throw Refusal.invalid(List.of(reason));
        });
    }

    private static int column(Locale language) {
        return switch (language.getLanguage()) {
            case "fr" -> 3;
            case "en" -> 4;
            default -> 2;
        };
    }

    /** Gives the bound cell the lists that every cell starts with. */
    void seedUsual() {
        List<Object[]> rows = new ArrayList<>();
        for (String[] code : usual()) {
            rows.add(new Object[] {
                CurrentCell.require().value(), code[0], code[1], code[2], code[3], code[4], rows.size()
            });
        }
        jdbc.batchUpdate(
                "insert into code (cell_id, list, code, label_nl, label_fr, label_en, position)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private static List<String[]> usual() {
        try (InputStream file = CodeLists.class.getResourceAsStream("code-lists.csv")) {
            if (file == null) {
                throw new IllegalStateException("the usual code lists are not in the program");
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
