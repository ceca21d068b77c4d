package be.livc.vault;

import be.livc.access.Access;
import be.livc.access.Entitlements;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.cell.Capacity;
import be.livc.platform.Ids;
import be.livc.testing.ACell;
import be.livc.testing.OwnDatabase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import livc.program.CoreTestApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What sealing costs a list of 50 rows, each of another case: the same query in the same kind of transaction on a table of sealed
 * names and one of names in clear, with row-level security on both, case keys in memory as they are on a working day. Once as the
 * program serves it, where access decides and the ledger records before anything is shown, of both; once the bare query and the
 * bare opening.
 */
public final class ListBench {

    private static final int ROWS = 50;
    private static final int WARM_UPS = 1_500;
    private static final int ROUNDS = 3_000;
    private static final double GOAL = 1.2;

    private final OwnDatabase database;
    private final ACell cell;
    private final JdbcTemplate jdbc;
    private final CaseKeys keys;

    private final Access access;
    private final Entitlements entitlements;
    private final Vault vault;

    private ListBench(ConfigurableApplicationContext program, OwnDatabase database) {
        this.database = database;
        this.cell = ACell.aCell().withMandate("An", Capacity.COORDINATOR).foundedIn(program);
        this.jdbc = program.getBean(JdbcTemplate.class);
        this.keys = program.getBean(CaseKeys.class);
        this.access = program.getBean(Access.class);
        this.entitlements = program.getBean(Entitlements.class);
        this.vault = program.getBean(Vault.class);
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
        compare("as it is served", this::sealedAsServed, this::clearAsServed);
        compare("bare", this::sealed, this::clear);
    }

    private static void compare(String how, Supplier<List<String>> inSeal, Supplier<List<String>> inClear) {
        time(inSeal, WARM_UPS);
        time(inClear, WARM_UPS);
        long[] sealed = new long[ROUNDS];
        long[] clear = new long[ROUNDS];
        for (int n = 0; n < ROUNDS; n++) {
            sealed[n] = time(inSeal, 1);
            clear[n] = time(inClear, 1);
        }
        Arrays.sort(sealed);
        Arrays.sort(clear);
        tell(how + ", p50", sealed[ROUNDS / 2], clear[ROUNDS / 2]);
        tell(how + ", p95", sealed[ROUNDS * 95 / 100], clear[ROUNDS * 95 / 100]);
    }

    private static void tell(String what, long sealed, long clear) {
        double ratio = (double) sealed / clear;
        System.out.printf(
                "list of %d rows %s: sealed %.0f us, in clear %.0f us: %.2fx (goal: at most %.1fx: %s)%n",
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
                entitlements.protect(ObjectType.CASE, id, Optional.of(id), Optional.empty(), Optional.empty());
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

    private record Clear(UUID id, String number, String name) {

        String line() {
            return id + number + name;
        }
    }

    private List<Clear> clearRows() {
        return jdbc.query(
                "select id, record_id, number, name from list_clear where cell_id = ? order by id limit 50",
                (row, n) -> new Clear(
                        row.getObject("id", UUID.class), row.getString("number"), row.getString("name")),
                cell.id().value());
    }

    private List<String> clear() {
        return cell.transact(this::clearRows).stream().map(Clear::line).toList();
    }

    private List<String> clearAsServed() {
        record Shown(List<Clear> rows, Sight sight) {}
        Shown shown = cell.transact(() -> {
            List<Clear> rows = clearRows();
            return new Shown(
                    rows, decided(rows.stream().map(Clear::id).toList()));
        });
        return shown.rows().stream()
                .filter(row -> shown.sight().sees(row.id()))
                .map(Clear::line)
                .toList();
    }

    private Sight decided(List<UUID> ids) {
        return access.toList(cell.actor("An"), "bench", ids);
    }

    private record Row(UUID id, String number, Sealed name) {}

    private List<Row> sealedRows() {
        return jdbc.query(
                "select id, record_id, number, value from list_sealed where cell_id = ? order by id limit 50",
                (row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Row(
                            id,
                            row.getString("number"),
                            Sealed.fromColumn(row.getBytes("value")).at(place(id)));
                },
                cell.id().value());
    }

    private List<String> sealedAsServed() {
        record Shown(List<Row> rows, Sight sight) {}
        Shown shown = cell.transact(() -> {
            List<Row> rows = sealedRows();
            return new Shown(rows, decided(rows.stream().map(Row::id).toList()));
        });
        Map<UUID, Sealed> seen = new LinkedHashMap<>();
        shown.rows().stream()
                .filter(row -> shown.sight().sees(row.id()))
                .forEach(row -> seen.put(row.id(), row.name()));
        Map<UUID, String> names = cell.in(() -> vault.openAll(seen, shown.sight().grant()));
        return shown.rows().stream()
                .filter(row -> names.containsKey(row.id()))
                .map(row -> row.id() + row.number() + names.get(row.id()))
                .toList();
    }

    private List<String> sealed() {
        List<Row> rows = cell.transact(this::sealedRows);
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
