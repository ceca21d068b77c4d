package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import be.livc.platform.CellId;
import be.livc.platform.Refusal;
import be.livc.testing.TestDatabase;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What an older dump of the database gives of a case that was erased since. The dumps are real: every row of every table, taken
 * by PostgreSQL's COPY and put back by it ({@code pg_dump} of the server's version does not come with its binaries).
 */
class OlderBackupTest extends RotationTestBase {

    @Autowired
    KeyCalendar calendar;

    @Test
    void a_restored_older_dump_does_not_bring_an_erased_case_back() {
        UUID living = aCase();
        UUID erased = aCase();
        Sealed kept = sealed("blijft", noteOf(living));
        Sealed gone = sealed("weg", noteOf(erased));
        Map<String, String> older = DATABASE.dump();
        destroy(erased);

        DATABASE.restore(older);
        assertThat(DATABASE.ask("select record_id from case_key")).contains(erased.toString());

        try (ConfigurableApplicationContext started = start()) {
            assertThat(openAt(started, living, kept)).isEqualTo("blijft");
            assertThat(catchThrowable(() -> openAt(started, erased, gone)))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("erased");
        }
        assertThat(DATABASE.ask("select record_id from case_key")).doesNotContain(erased.toString());
    }

    @Test
    void a_restored_older_dump_is_renewed_like_any_other_and_opens_after_it() {
        UUID living = aCase();
        Sealed kept = sealed("blijft", noteOf(living));
        Map<String, String> older = DATABASE.dump();
        clock.advance(Duration.ofDays(31));
        rotation.goOn();

        DATABASE.restore(older);
        try (ConfigurableApplicationContext started = start()) {
            started.getBean(KeyRotation.class).goOn();
            assertThat(openAt(started, living, kept)).isEqualTo("blijft");
        }
        assertThat(DATABASE.ask("select distinct master_key_id from cell_key where retired_at is null"))
                .containsExactly(masterKeys.current());
    }

    @Test
    void from_the_day_that_the_certificate_names_no_dump_opens_an_erased_case_with_any_key_that_remains() {
        UUID erased = aCase();
        sealed("weg", noteOf(erased));
        List<Map<String, String>> dumps = new ArrayList<>();
        dumps.add(DATABASE.dump());
        destroy(erased);
        LocalDate promised = calendar.unreadableInBackupsFrom(clock.instant());
        dumps.add(DATABASE.dump());
        assertThat(opensWithWhatRemains(dumps, erased)).as("before that day").isTrue();

        for (LocalDate day = promised.minusDays(36); day.isBefore(promised); day = day.plusDays(5)) {
            dumps.add(onThe(day));
        }
        dumps.add(onThe(promised.minusDays(1)));

        assertThat(opensWithWhatRemains(dumps, erased)).as("on that day").isFalse();
    }

    /** The program renews and destroys what is due on a day, and a thief keeps a dump of it. */
    private Map<String, String> onThe(LocalDate day) {
        clock.set(day.atTime(5, 0).toInstant(ZoneOffset.UTC));
        rotation.goOn();
        return DATABASE.dump();
    }

    /** Tries every master key that is left on every cell key of every dump, and every cell key that this gives on the case's. */
    private static boolean opensWithWhatRemains(List<Map<String, String>> dumps, UUID record) {
        KeysetFile remaining = KeysetFile.read(DATABASE.keyset(), TestDatabase.PASSWORD);
        List<Key> opened = new ArrayList<>();
        for (String[] row : rows(dumps, "cell_key")) {
            if (row[2].startsWith("\\\\x")) {
                try {
                    opened.add(Key.of(
                            remaining.unwrap(bytes(row[2]), ("v1|cell_key|" + row[0] + '|' + row[1]).getBytes())));
                } catch (GeneralSecurityException notWithThisKey) {
                    continue;
                }
            }
        }
        for (String[] row : rows(dumps, "case_key")) {
            RecordId id = new RecordId(CellId.of(row[0]), UUID.fromString(row[1]));
            if (id.record().equals(record) && opened.stream().anyMatch(key -> opens(key, bytes(row[3]), id))) {
                return true;
            }
        }
        assertThat(opened).as("the keys of the living open").isNotEmpty();
        return false;
    }

    private static boolean opens(Key key, byte[] wrapped, RecordId id) {
        try {
            return key.open(wrapped, id.associatedData()).length > 0;
        } catch (GeneralSecurityException no) {
            return false;
        }
    }

    private static List<String[]> rows(List<Map<String, String>> dumps, String table) {
        return dumps.stream()
                .flatMap(dump -> dump.get("public." + table).lines())
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private static byte[] bytes(String copied) {
        return HexFormat.of().parseHex(copied.substring("\\\\x".length()));
    }
}
