package be.livc.vault;

import be.livc.platform.Ids;
import be.livc.testing.ACell;
import be.livc.testing.OwnDatabase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import livc.program.CoreTestApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What sealing costs a list of 50 rows, each of another case: the same query in the same kind of transaction on a table of sealed
 * names and one of names in clear, with row-level security on both, case keys in memory as they are on a working day. Access and
 * ledger are left out on both sides: what they cost is measured by the bench of the web.
 */
public final class ListBench {

    private static final int ROWS = 50;
    private static final int WARM_UPS = 2_000;
    private static final int ROUNDS = 5_000;
    private static final double GOAL = 1.2;

    private final OwnDatabase database;
    private final ACell cell;
    private final JdbcTemplate jdbc;
    private final CaseKeys keys;

    private ListBench(ConfigurableApplicationContext program, OwnDatabase database) {
        this.database = database;
        this.cell = ACell.aCell().foundedIn(program);
        this.jdbc = program.getBean(JdbcTemplate.class);
        this.keys = program.getBean(CaseKeys.class);
    }

    /** Measures and prints the ratio with its goal. */
    public static void main(String[] args) {
        OwnDatabase database = OwnDatabase.made();
        Map<String, Object> settings = new HashMap<>();
        database.settings(settings::put);
        try (ConfigurableApplicationContext program = new SpringApplicationBuilder(CoreTestApplication.class)
                .web(WebApplicationType.NONE)
                .properties(settings)
                .run()) {
            new ListBench(program, database).run();
        }
        System.exit(0);
    }

    private void run() {
        seed();
        time(this::sealed, WARM_UPS);
        time(this::clear, WARM_UPS);
        long[] sealed = new long[ROUNDS];
        long[] clear = new long[ROUNDS];
        for (int n = 0; n < ROUNDS; n++) {
            sealed[n] = time(this::sealed, 1);
            clear[n] = time(this::clear, 1);
        }
        Arrays.sort(sealed);
        Arrays.sort(clear);
        tell("p50", sealed[ROUNDS / 2], clear[ROUNDS / 2]);
        tell("p95", sealed[ROUNDS * 95 / 100], clear[ROUNDS * 95 / 100]);
    }

    private static void tell(String what, long sealed, long clear) {
        double ratio = (double) sealed / clear;
        System.out.printf(
                "list of %d rows, %s: sealed %.0f us, in clear %.0f us: %.2fx (goal: at most %.1fx: %s)%n",
                ROWS, what, sealed / 1e3, clear / 1e3, ratio, GOAL, ratio <= GOAL ? "met" : "not met");
    }

    private static long time(Supplier<List<String>> list, int times) {
        long begin = System.nanoTime();
        for (int n = 0; n < times; n++) {
            if (list.get().size() != ROWS) {
                throw new IllegalStateException("rows are missing");
            }
        }
        return System.nanoTime() - begin;
    }

    private void seed() {
        for (String table : List.of("list_sealed", "list_clear")) {
            database.change("create table " + table
                    + " (cell_id uuid, id uuid, record_id uuid, number text, value bytea, name text, primary key (cell_id, id))");
            database.change("select bind_to_cell('" + table + "')");
            database.change("grant select on " + table + " to livc_app");
        }
        for (int n = 0; n < ROWS; n++) {
            UUID id = Ids.next();
            String name = "Voornaam Achternaam van nummer " + n;
            byte[] value = cell.transact(() -> {
                keys.make(new RecordId(cell.id(), id));
                return keys.of(new RecordId(cell.id(), id))
                        .seal(name.getBytes(StandardCharsets.UTF_8), place(id).associatedData());
            });
            String first = "('" + cell.id() + "', '" + id + "', '" + id + "', 'D-2026-" + n + "', ";
            database.change("insert into list_sealed values " + first + "'\\x"
                    + HexFormat.of().formatHex(value) + "', null)");
            database.change("insert into list_clear values " + first + "null, '" + name + "')");
        }
        database.change("analyze");
    }

    private Place place(UUID id) {
        return new Place(cell.id(), id, "list_sealed", "value", id);
    }

    private List<String> clear() {
        return cell.transact(() -> jdbc.query(
                "select id, record_id, number, name from list_clear where cell_id = ? order by id limit 50",
                (row, n) -> row.getObject("id", UUID.class) + row.getString("number") + row.getString("name"),
                cell.id().value()));
    }

    private record Row(UUID id, String number, Sealed name) {}

    private List<String> sealed() {
        List<Row> rows = cell.transact(() -> jdbc.query(
                "select id, record_id, number, value from list_sealed where cell_id = ? order by id limit 50",
                (row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Row(
                            id,
                            row.getString("number"),
                            Sealed.fromColumn(row.getBytes("value")).at(place(id)));
                },
                cell.id().value()));
        Map<UUID, Key> with =
                cell.in(() -> keys.of(cell.id(), rows.stream().map(Row::id).toList()));
        List<String> opened = new ArrayList<>(rows.size());
        for (Row row : rows) {
            try {
                byte[] name = with.get(row.id())
                        .open(row.name().ciphertext(), row.name().place().associatedData());
                opened.add(row.id() + row.number() + new String(name, StandardCharsets.UTF_8));
            } catch (GeneralSecurityException altered) {
                throw new IllegalStateException(altered);
            }
        }
        return opened;
    }
}
