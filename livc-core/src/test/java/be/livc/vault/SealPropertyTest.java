package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import be.livc.platform.CellId;
import be.livc.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Properties of seals over generated texts and places; the seed is fixed, and told when one fails. */
class SealPropertyTest extends VaultTestBase {

    private static final long SEED = 6;
    private static final int CASES = Boolean.getBoolean("livc.drills") ? 20_000 : 500;
    private static final int LONGEST = 3_000;

    private final Random random = new Random(SEED);

    @Test
    void what_is_sealed_to_a_place_opens_there_and_in_no_place_that_differs_in_one_part()
            throws GeneralSecurityException {
        for (int n = 0; n < CASES; n++) {
            Key key = Key.of(Key.fresh());
            Place place = aPlace();
            byte[] text = text().getBytes(StandardCharsets.UTF_8);

            byte[] column = key.seal(text, place.associatedData());

            assertThat(key.open(column, place.associatedData()))
                    .as("case %d", n)
                    .isEqualTo(text);
            Place elsewhere = movedIn(n % 5, place);
            assertThat(catchThrowable(() -> key.open(column, elsewhere.associatedData())))
                    .as("case %d, seed %d: %s as %s", n, SEED, place, elsewhere)
                    .isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void no_flipped_bit_of_a_value_and_no_shortened_value_opens() {
        for (int n = 0; n < CASES; n++) {
            Key key = Key.of(Key.fresh());
            Place place = aPlace();
            byte[] column = key.seal(text().getBytes(StandardCharsets.UTF_8), place.associatedData());
            int bit = random.nextInt(column.length * 8);
            byte[] flipped = column.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            byte[] cut = Arrays.copyOf(column, random.nextInt(column.length));

            for (byte[] altered : new byte[][] {flipped, cut}) {
                assertThat(catchThrowable(() -> key.open(altered, place.associatedData())))
                        .as("case %d, seed %d, bit %d", n, SEED, bit)
                        .isInstanceOf(GeneralSecurityException.class);
            }
        }
    }

    @Test
    void no_flipped_bit_of_a_wrapped_key_in_the_database_gives_a_key() {
        UUID caseId = aCase();
        Sealed value = sealed("Els", noteOf(caseId));
        String wrapped = wrapped(caseId);
        byte[] bytes = HexFormat.of().parseHex(wrapped);
        for (int n = 0; n < 40; n++) {
            int bit = random.nextInt(bytes.length * 8);
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            put(caseId, HexFormat.of().formatHex(flipped));
            caseKeys.dropAll();

            assertThat(catchThrowable(() -> open(value, caseId)))
                    .as("seed %d, bit %d", SEED, bit)
                    .isInstanceOf(SealBroken.class);
        }
        put(caseId, wrapped);
        caseKeys.dropAll();
        assertThat(open(value, caseId)).isEqualTo("Els");
    }

    @Test
    void a_wrapped_key_that_is_put_in_the_row_of_another_record_gives_no_key() {
        UUID one = aCase();
        UUID other = aCase();
        Sealed value = sealed("Els", noteOf(one));
        put(other, wrapped(one));
        caseKeys.dropAll();

        assertThat(catchThrowable(() -> open(value.at(noteOf(other)), other))).isInstanceOf(SealBroken.class);
    }

    @Test
    void a_name_that_holds_more_than_small_letters_digits_and_underscores_makes_no_place() {
        Place place = aPlace();
        for (String name : new String[] {"a|b", "note|", "Note", "a`", "a{", "a/", "a:", "a-b", "é"}) {
            assertThat(catchThrowable(() -> new Place(place.cell(), place.record(), name, "note", place.row())))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(catchThrowable(() -> new Place(place.cell(), place.record(), "case_file", name, place.row())))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new Place(place.cell(), place.record(), "az_09", "note", place.row()).table())
                .isEqualTo("az_09");
    }

    private static String wrapped(UUID record) {
        try (var connection = TestDatabase.asSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select encode(wrapped, 'hex') from case_key where record_id = '" + record + "'")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(UUID record, String wrapped) {
        asSuperuser("update case_key set wrapped = '\\x" + wrapped + "' where record_id = '" + record + "'");
    }

    private Place aPlace() {
        return new Place(new CellId(id()), id(), name(), name(), id());
    }

    private Place movedIn(int part, Place place) {
        return new Place(
                part == 0 ? new CellId(id()) : place.cell(),
                part == 1 ? id() : place.record(),
                part == 2 ? place.table() + 'x' : place.table(),
                part == 3 ? place.column() + '_' : place.column(),
                part == 4 ? id() : place.row());
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private String name() {
        return random.ints(1 + random.nextInt(12), 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Any letters there are, emoji and control characters among them. */
    private String text() {
        return random.ints(random.nextInt(LONGEST), 0, Character.MAX_CODE_POINT + 1)
                .filter(one -> one < Character.MIN_SURROGATE || one > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
