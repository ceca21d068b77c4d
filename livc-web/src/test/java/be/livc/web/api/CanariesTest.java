package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.testing.TestDatabase;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * What people typed in every form of a case, each text with a word that stands nowhere else, is in no table of the database and
 * in no line of the log: not in clear, not in hexadecimal, not in Base64. 10,000 words in the drills.
 */
@ExtendWith(OutputCaptureExtension.class)
class CanariesTest extends CanaryTest {

    private static final int CANARIES = Boolean.getBoolean("livc.drills") ? 10_000 : 400;

    @Test
    void neither_a_dump_of_the_database_nor_the_log_holds_a_word_that_was_typed(CapturedOutput log) throws Exception {
        int walks = 0;
        String last = "";
        while (made() < CANARIES) {
            last = walk();
            refused();
            walks++;
        }

        assertThat(api(coordinator).get("/cases/" + last + "/timeline").body()).contains(STEM);
        breakOneTextOf(last);
        assertThat(api(coordinator).get("/cases/" + last + "/timeline").status())
                .isEqualTo(500);
        assertThat(log.getAll()).contains("does not open");
        assertThat(found(log.getAll())).as("log").isEmpty();
        long dumped = dumpHoldsNone();
        System.out.printf(
                "%d canaries in %d walks: none in %,d bytes of dump and %,d characters of log%n",
                made(), walks, dumped, log.getAll().length());
    }

    /** So that the program has a reason to write to its log. */
    private static void breakOneTextOf(String caseId) throws SQLException {
        TestDatabase.executeAsSuperuser(
                "update case_item set text_sealed = set_byte(text_sealed, 20, get_byte(text_sealed, 20) # 1)"
                        + " where case_id = '" + caseId + "'");
    }

    /** What is wrong is refused, and what it said is not written down either. */
    private void refused() {
        Map<String, Object> incomplete = signal();
        incomplete.remove("urgency");
        incomplete.put("reporter", Map.of("kind", canary()));
        assertThat(api(clb).post("/signals", incomplete).status()).isEqualTo(422);
        assertThat(api(clb).post("/signals", Map.of("facts", canary())).status())
                .isEqualTo(422);
        assertThat(api(dpo).post("/signals", signal()).status()).isEqualTo(403);
    }

    /** Table by table, so that no dump is in memory whole. */
    private static long dumpHoldsNone() throws Exception {
        long[] length = new long[1];
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("select format('%I.%I', schemaname, tablename) from pg_tables"
                        + " where schemaname <> 'information_schema'")) {
            while (tables.next()) {
                String table = tables.getString(1);
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select * from " + table + ") to stdout", new Writer() {
                            @Override
                            public void write(char[] buffer, int offset, int count) {
                                length[0] += count;
                                assertThat(found(new String(buffer, offset, count)))
                                        .as(table)
                                        .isEmpty();
                            }

                            @Override
                            public void flush() {}

                            @Override
                            public void close() {}
                        });
            }
        }
        return length[0];
    }

    /** The forms of the stem that occur in a text; every word begins with it. */
    private static List<String> found(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        if (lower.contains(STEM)) {
            found.add(STEM);
        }
        for (String spelling : List.of(STEM, STEM.toUpperCase(Locale.ROOT))) {
            byte[] bytes = spelling.getBytes(StandardCharsets.UTF_8);
            if (lower.contains(HexFormat.of().formatHex(bytes))) {
                found.add("hexadecimal");
            }
            for (int before = 0; before < 3; before++) {
                if (text.contains(base64(bytes, before))) {
                    found.add("Base64");
                }
            }
        }
        return found;
    }

    /** Less the characters at both ends that depend on what stands beside it. */
    private static String base64(byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return encoded.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
    }
}
