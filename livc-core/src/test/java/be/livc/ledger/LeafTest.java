package be.livc.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.platform.CellId;
import be.livc.platform.Ids;
import be.livc.platform.RequestSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeafTest {

    private static final RequestSource SOURCE = new RequestSource("4f2a", "9c1b");
    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");

    @Test
    void a_leaf_has_every_field_of_the_format_in_canonical_form() throws Exception {
        Entry entry = Entry.by(LedgerActor.of(ID, ID, "coordinator", ID), SOURCE)
                .did(Action.DISCLOSE)
                .on("disclosure", ID)
                .forPurpose("P-1")
                .inCase(ID)
                .under(List.of(new BasisRef("ORDINANCE", "b1"), BasisRef.of("LOCAL", ID)))
                .to(List.of(ID))
                .because("present")
                .linkedTo(new Link(new CellId(ID), "t-1"))
                .binding(new Commitment("c2FsdA", "aGFzaA"));

        String leaf = Leaf.of(new CellId(ID), 7, Instant.parse("2026-11-24T10:00:00.1234567Z"), entry)
                .text();

        assertThat(leaf).isEqualTo(new JsonCanonicalizer(leaf).getEncodedString());
        assertThat(leaf)
                .isEqualTo(("{'action':'disclose','actor':{'mandate':'ID','partner':'ID',"
                                + "'role':'coordinator','user':'ID'},'basis':[{'kind':'ORDINANCE','reference':'b1'},"
                                + "{'kind':'LOCAL','reference':'ID'}],'case':'ID','cell':'ID','commitment':'aGFzaA',"
                                + "'link':{'cell':'ID','id':'t-1'},'object':{'id':'ID','type':'disclosure'},'purpose':'P-1',"
                                + "'recipients':['ID'],'result':'ok','seq':7,'source':{'address':'4f2a','userAgent':'9c1b'},"
                                + "'time':'2026-11-24T10:00:00.123456Z','v':1,'why':'present'}")
                        .replace('\'', '"')
                        .replace("ID", ID.toString()));
    }

    @Test
    void what_was_not_said_is_not_in_the_leaf() {
        Entry entry = Entry.by(LedgerActor.PROGRAM, RequestSource.PROGRAM)
                .did(Action.CONFIGURE)
                .on("cell", "settings")
                .forPurpose("operation");

        assertThat(Leaf.of(new CellId(ID), 0, Instant.EPOCH, entry).text())
                .doesNotContain("partner", "mandate", "case", "basis", "recipients", "why", "link", "commitment")
                .contains("\"time\":\"1970-01-01T00:00:00.000000Z\"");
    }

    @Test
    void a_time_is_written_to_the_microsecond_whichever_was_written_before_it() {
        DateTimeFormatter definition = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                .withZone(ZoneOffset.UTC);
        Random random = new Random(3339);
        for (int i = 0; i < 2_000; i++) {
            Instant second =
                    Instant.ofEpochSecond(random.nextInt(4) * 1_000_000_000L - 1_000_000_000 + random.nextInt(2));
            Instant time =
                    second.plusNanos(random.nextInt(5) == 0 ? 0 : random.nextInt(1_000_000_000) >> random.nextInt(20));

            assertThat(Leaf.moment(time)).isEqualTo(definition.format(time));
        }
    }

    @Test
    void whatever_an_entry_says_is_canonical() throws Exception {
        long seed = 20_261_124;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String leaf = Leaf.of(new CellId(ID), random.nextLong() >>> 11, Instant.ofEpochSecond(i), anyEntry(random))
                    .text();

            assertThat(leaf).as("seed %d, round %d", seed, i).isEqualTo(new JsonCanonicalizer(leaf).getEncodedString());
        }
    }

    private static Entry anyEntry(Random random) {
        LedgerActor actor = random.nextBoolean() ? LedgerActor.of(ID, code(random)) : LedgerActor.of(ID, ID, "r", ID);
        Entry entry = Entry.by(actor, new RequestSource("4f-2_a", "9c1b"))
                .did(Action.values()[random.nextInt(Action.values().length)])
                .on(code(random), code(random))
                .forPurpose(code(random));
        entry = random.nextBoolean() ? entry.inCase(Ids.next()) : entry;
        entry = random.nextBoolean()
                ? entry.under(List.of(new BasisRef(code(random), code(random)), BasisRef.of("LOCAL", ID)))
                : entry;
        entry = random.nextBoolean() ? entry.to(List.of(Ids.next(), Ids.next())) : entry;
        entry = random.nextBoolean() ? entry.because(code(random)) : entry;
        entry = random.nextBoolean() ? entry.linkedTo(new Link(new CellId(ID), code(random))) : entry;
        return random.nextBoolean() ? entry.binding(Commitment.of("x")) : entry;
    }

    /** Every character that a code may have, and no other. */
    private static String code(Random random) {
        String letters = "ABCXYZabcxyz0189_.-";
        StringBuilder code = new StringBuilder();
        int length = 1 + random.nextInt(60);
        for (int i = 0; i < length; i++) {
            code.append(letters.charAt(random.nextInt(letters.length())));
        }
        return code.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Jan Peeters", "a,b", "é", "line\nbreak", "\"", "a/b"})
    void no_field_takes_text(String text) {
        assertThatThrownBy(() -> LedgerActor.of(ID, text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ObjectRef(text, "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ObjectRef("case", text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BasisRef("LOCAL", text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> anEntry().forPurpose(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> anEntry().forPurpose("p").because(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "2001:db8::1", "Mozilla/5.0", ""})
    void no_network_address_or_browser_enters_in_clear(String clear) {
        RequestSource source = new RequestSource(clear, "9c1b");

        assertThatThrownBy(() -> Entry.by(LedgerActor.UNKNOWN, source)
                        .did(Action.LOGIN)
                        .on("account", "unknown")
                        .forPurpose("sign-in"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a code: source.address");
    }

    @Test
    void a_commitment_binds_one_content_under_a_new_salt_each_time() throws NoSuchAlgorithmException {
        Commitment first = Commitment.of("wat er gezegd werd");
        Commitment second = Commitment.of("wat er gezegd werd");

        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] salt = Base64.getUrlDecoder().decode(first.salt());
        sha256.update(salt);
        byte[] hash = sha256.digest("wat er gezegd werd".getBytes(StandardCharsets.UTF_8));
        assertThat(salt).hasSize(32);
        assertThat(Base64.getUrlDecoder().decode(first.hash())).isEqualTo(hash);
        assertThat(first.hash()).isNotEqualTo(second.hash());
        assertThat(first.toString()).doesNotContain(first.salt());
    }

    private static Entry.On anEntry() {
        return Entry.by(LedgerActor.of(Ids.next(), "coordinator"), SOURCE)
                .did(Action.READ)
                .on("case", ID);
    }
}
