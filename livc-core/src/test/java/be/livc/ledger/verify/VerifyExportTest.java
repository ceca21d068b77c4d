package be.livc.ledger.verify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyExportTest {

    private static final String CELL = "0190f1c2-0000-7000-8000-000000000001";
    private static final String ORIGIN = "livc/" + CELL;

    @TempDir
    Path folder;

    @Test
    void the_verifier_rests_on_the_java_platform_alone() {
        classes()
                .that()
                .resideInAPackage("be.livc.ledger.verify")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "be.livc.ledger.verify", "java..", "com.sun.net.httpserver", "org.jspecify.annotations")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("be.livc.ledger.verify"));
    }

    @ParameterizedTest
    @CsvSource({
        "nl, Het logboek is volledig en ongewijzigd: alle 2 vermeldingen",
        "fr, Le journal est complet et inchangé : les 2 entrées",
        "en, The log is complete and unchanged: all 2 entries"
    })
    void a_complete_export_is_told_in_three_languages(String language, String sentence) throws Exception {
        Printed printed = run(anExport().toString(), "--lang", language);

        assertThat(printed.text().replace('\u00a0', ' ')).startsWith(sentence);
        assertThat(printed.code()).isZero();
    }

    @Test
    void dutch_is_what_is_spoken_when_nothing_is_asked_and_the_key_of_the_file_is_warned_about() throws Exception {
        Printed printed = run(anExport().toString());

        assertThat(printed.text())
                .contains("Het loopt van 2026-11-24T10:00:00.123456Z tot 2026-11-24T10:00:01.000001Z.")
                .contains("Let op: de sleutel komt uit het bestand zelf.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "--lang nl", "a.zip b.zip", "a.zip --since", "a.zip --lang de", "a.zip --unknown x", "--help"
            })
    void a_command_line_that_makes_no_sense_gets_the_usage(String line) {
        Printed printed = run(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(printed.text()).contains("java -jar livc-verify.jar export.zip");
        assertThat(printed.code()).isEqualTo(1);
    }

    @Test
    void it_runs_as_a_program_with_its_own_classes_only() throws Exception {
        Process program =
                OwnProgram.of(VerifyExport.class, folder.resolve("absent.zip").toString(), "--lang", "en");

        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).startsWith("The file does not exist:");
        assertThat(program.waitFor()).isEqualTo(6);
    }

    @Test
    void what_is_no_export_is_told_in_plain_words_with_a_code_of_its_own() throws Exception {
        Path text = Files.writeString(folder.resolve("text.zip"), "hello");
        Path nothing = Files.createFile(folder.resolve("nothing.zip"));
        byte[] whole = Files.readAllBytes(anExport());
        Path half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(whole, whole.length / 2));

        assertThat(run(folder.resolve("absent.zip").toString()).text()).startsWith("Het bestand bestaat niet:");
        assertThat(run(folder.toString()).text()).startsWith("Dit is een map en geen bestand:");
        for (Path file : List.of(folder.resolve("absent.zip"), folder, text, nothing, half)) {
            for (String language : List.of("nl", "fr", "en")) {
                Printed printed = run(file.toString(), "--lang", language);

                assertThat(printed.code()).isEqualTo(6);
                assertThat(printed.text()).contains(file.toString()).doesNotContain("Exception", "java.", "{0}");
            }
        }
    }

    @Test
    void an_earlier_checkpoint_or_a_key_that_cannot_be_read_is_named() throws Exception {
        String export = anExport().toString();
        String other = Files.writeString(folder.resolve("other"), "hello").toString();

        assertThat(run(export, "--since", other).text())
                .startsWith("Het eerdere controlepunt is niet leesbaar: " + other);
        assertThat(run(export, "--since", other).code()).isEqualTo(6);
        assertThat(run(export, "--since", folder.resolve("absent").toString()).text())
                .startsWith("Het bestand bestaat niet:");
        assertThat(run(export, "--key", "hallo").text()).isEqualToIgnoringNewLines("Het bestand bestaat niet: hallo");
        assertThat(run(export, "--key", other).code()).isEqualTo(4);
    }

    /** A note of a hundred thousand lines would fill the stack of an expression that counts them. */
    @ParameterizedTest
    @ValueSource(strings = {"a\n", "\n\u2014 a b\n\u2014 a b\n", "\u2014 a b\n"})
    void a_checkpoint_without_end_is_refused_before_the_stack_is_full(String lines) throws Exception {
        String note = ORIGIN + "\n2\n" + "A".repeat(43) + "=\n" + lines.repeat(100_000);
        Path since = Files.writeString(folder.resolve("endless"), note);
        Path receipt = Files.writeString(
                folder.resolve("endless.pdf"),
                "c2sp.org/tlog-proof@v1\nextra QQ==\nindex 0\n" + ("A".repeat(43) + "=\n").repeat(100_000) + "\n"
                        + note);

        assertThat(run(anExport().toString(), "--since", since.toString()).code())
                .isEqualTo(6);
        assertThat(run(receipt.toString()).code()).isEqualTo(6);
    }

    @Test
    void an_entry_that_is_older_than_the_one_before_it_is_named_though_it_was_signed() throws Exception {
        String nine = "2026-11-24T09:00:00.000000Z";
        String ten = "2026-11-24T10:00:00.000000Z";

        Verdict verdict = checked(anExport("%s", ten, ten, nine, ten, nine));

        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.ALTERED);
        assertThat(verdict.findings()).containsExactly(new Verdict.Finding("entry.back-in-time", List.of("2")));
    }

    @Test
    void a_signature_that_is_cut_off_is_forged_and_a_line_that_is_no_signature_counts_for_nothing() throws Exception {
        String one = "2026-11-24T10:00:00.000000Z";

        assertThat(checked(anExport("— " + ORIGIN + " ***\n%s", one)).outcome()).isEqualTo(Verdict.Outcome.COMPLETE);
        assertThat(checked(anExport("%.80s\n", one)).outcome()).isEqualTo(Verdict.Outcome.FORGED);
    }

    @Test
    void a_key_in_a_file_is_a_key_from_outside() throws Exception {
        Path export = anExport();
        Path key;
        try (ZipFile zip = new ZipFile(export.toFile())) {
            key = Files.write(
                    folder.resolve("key"),
                    zip.getInputStream(zip.getEntry("key.vkey")).readAllBytes());
        }

        Printed printed = run(export.toString(), "--key", key.toString());

        assertThat(printed.code()).isZero();
        assertThat(printed.text()).doesNotContain("Let op");
    }

    @Test
    void every_language_has_the_same_sentences() {
        for (String language : List.of("fr", "en")) {
            assertThat(texts("_" + language).keySet()).isEqualTo(texts("").keySet());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}x",
                "{\"a\":1,}",
                "{ \"a\":1}",
                "{\"a\":1,\"a\":2}",
                "{\"b\":1,\"a\":2}",
                "{\"a\":01}",
                "{\"a\":-0}",
                "{\"a\":1.0}",
                "{\"a\":true}",
                "{\"a\":null}",
                "{\"a\":\"\\u0041\"}",
                "{\"a\":\"\\u000a\"}",
                "{\"a\":\"\\u0008\"}",
                "{\"a\":\"\\u00",
                "{\"a\":1",
                "{\"a\":\"\\/\"}",
                "{\"a\":\"\t\"}",
                "{\"a\":[1,]}",
                "{\"a\":12345678901234567}",
                "{a:1}"
            })
    void json_that_is_not_canonical_is_not_read(String text) {
        assertThatThrownBy(() -> Json.object(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void json_that_nests_without_end_is_refused_before_the_stack_is_full(String opening) {
        assertThatThrownBy(() -> Json.object("{\"a\":" + opening.repeat(100_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}"})
    void json_with_very_many_beside_each_other_is_not_deep(String member) {
        assertThat(Json.object("{\"a\":[" + member + ("," + member).repeat(99) + "]}"))
                .containsKey("a");
    }

    @Test
    void canonical_json_is_read() {
        assertThat(Json.object("{\"\":[],\"a\":[1,{\"b\":\"\\\"\\\\\\n\\u0001 é\"}],\"c\":-12}"))
                .hasToString("{=[], a=[1, {b=\"\\\n\u0001 é}], c=-12}");
    }

    private Path anExport() throws Exception {
        return anExport("%s", "2026-11-24T10:00:00.123456Z", "2026-11-24T10:00:01.000001Z");
    }

    /** An entry of each time, written and signed here by hand; the form takes the line of the signature. */
    private Path anExport(String signature, String... times) throws Exception {
        String entries = IntStream.range(0, times.length)
                .mapToObj(i -> line(i, times[i]))
                .collect(Collectors.joining());
        Hashes tree = new Hashes();
        entries.lines().forEach(each -> tree.add(Hashes.leaf(each.getBytes(StandardCharsets.UTF_8))));
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] x509 = pair.getPublic().getEncoded();
        byte[] typed = Arrays.copyOfRange(x509, x509.length - 33, x509.length);
        typed[0] = 1;
        byte[] id = Arrays.copyOf(Hashes.sha256((ORIGIN + "\n").getBytes(StandardCharsets.UTF_8), typed), 4);
        String body = ORIGIN + "\n" + times.length + "\n" + Base64.getEncoder().encodeToString(tree.root()) + "\n";
        byte[] value = Arrays.copyOf(id, 68);
        System.arraycopy(sign(pair, body), 0, value, 4, 64);
        Path file = folder.resolve("export.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            add(zip, "entries.jsonl", entries);
            add(
                    zip,
                    "checkpoint",
                    body + "\n"
                            + signature.formatted(
                                    "— " + ORIGIN + " " + Base64.getEncoder().encodeToString(value) + "\n"));
            add(
                    zip,
                    "key.vkey",
                    ORIGIN + "+" + HexFormat.of().formatHex(id) + "+"
                            + Base64.getEncoder().encodeToString(typed) + "\n");
        }
        return file;
    }

    private static Verdict checked(Path export) {
        return VerifyExport.check(export, Optional.empty(), Optional.empty());
    }

    private static String line(int seq, String time) {
        return "{\"cell\":\"" + CELL + "\",\"seq\":" + seq + ",\"time\":\"" + time + "\",\"v\":1}\n";
    }

    private static byte[] sign(KeyPair pair, String body) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(body.getBytes(StandardCharsets.UTF_8));
        return signature.sign();
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static ResourceBundle texts(String suffix) {
        return ResourceBundle.getBundle(
                "be.livc.ledger.verify.texts" + suffix,
                Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Printed run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = VerifyExport.run(args, new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Printed(code, out.toString(StandardCharsets.UTF_8));
    }

    private record Printed(int code, String text) {}
}
