package be.livc.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.access.EmergencyReason;
import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.casefile.ThirdPartyRole;
import be.livc.consultation.ConflictCheck;
import be.livc.consultation.Urgency;
import be.livc.ledger.Action;
import be.livc.oversight.Finding;
import be.livc.rights.RestrictionGround;
import be.livc.testing.TestDatabase;
import be.livc.web.WebTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.MessageSource;

/** Nobody reads a bare code in the log: neither for a reason, nor for what an entry is about. */
class LedgerReasonsTest extends WebTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)*|[A-Z]+(?:_[A-Z]+)*)\"");

    /** Where a reason reaches its entry through a parameter. */
    private static final Pattern THROUGH = Pattern.compile("because\\((?:what|why|outcome|by)\\)");

    private static final Pattern CARRIERS = Pattern.compile("\\b(?:record|recordDecision|byProgram|byPerson|entry)\\(");

    private static final Pattern SIGN_INS = Pattern.compile("\\b(?:cameIn|wentOut)\\(");

    @Test
    void every_reason_in_the_sources_has_a_text() {
        Set<String> codes = new TreeSet<>();
        sources().forEach(source -> {
            codes.addAll(codesIn(source, Pattern.compile("because\\(")));
            codes.addAll(codesIn(source, SIGN_INS));
            if (THROUGH.matcher(source).find()) {
                codes.addAll(codesIn(source, CARRIERS));
            }
        });
        codes.removeAll(Set.of("account", "processes")); // what entries of the same files are about

        assertThat(codes).hasSizeGreaterThan(60).contains("session", "offered", "arrived", "basis-valid");
        assertThat(codes).allSatisfy(code -> assertThat(said(code)).as(code).doesNotContain("andere reden"));
    }

    @Test
    void every_reason_that_is_a_constant_has_a_text() {
        Stream.<Enum<?>[]>of(
                        Why.values(),
                        EmergencyReason.values(),
                        RestrictionGround.values(),
                        Finding.Outcome.values(),
                        ThirdPartyRole.values(),
                        ConflictCheck.Outcome.values(),
                        Urgency.Outcome.values())
                .flatMap(Stream::of)
                .forEach(code -> assertThat(said(code.name()))
                        .as(code.name())
                        .doesNotContain("andere reden")
                        .doesNotContain(code.name()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replaces-0a1b2c3d",
                "on-30",
                "off-22",
                "within-60-days",
                "extended-COMPLEXITY",
                "extended-NUMBER_OF_REQUESTS",
                "corrects-fact",
                "ACCESS",
                "OBJECTION",
                "document-infected"
            })
    void a_reason_that_carries_a_value_has_a_text(String code) {
        assertThat(said(code)).doesNotContain("andere reden").doesNotContain(code);
    }

    @Test
    void leaving_a_room_is_something_else_than_leaving_for_another_cell() {
        assertThat(bean(LedgerReasons.class).of(Action.ATTEND, "left", Locale.forLanguageTag("nl")))
                .isEqualTo("ging weg");
        assertThat(bean(LedgerReasons.class).of(Action.TRANSFER, "left", Locale.forLanguageTag("nl")))
                .contains("andere cel");
    }

    @Test
    void every_reason_and_every_kind_of_thing_in_the_logs_of_the_demo_has_a_text() throws SQLException {
        assertThat(inLedgers("leaf::jsonb ->> 'why'")).hasSizeGreaterThan(15).allSatisfy(code -> assertThat(said(code))
                .doesNotContain("andere reden"));
        List<String> things = new ArrayList<>(inLedgers("leaf::jsonb #>> '{object,type}'"));
        Stream.of(ObjectType.values()).map(ObjectType::code).forEach(things::add);
        MessageSource messages = bean(MessageSource.class);
        assertThat(things).hasSizeGreaterThan(30).allSatisfy(type -> assertThat(
                        messages.getMessage("ledger.object." + type, null, "", Locale.forLanguageTag("nl")))
                .as(type)
                .isNotBlank());
    }

    private String said(String code) {
        return bean(LedgerReasons.class).of(Action.UPDATE, code, Locale.forLanguageTag("nl"));
    }

    private static List<String> inLedgers(String what) throws SQLException {
        return TestDatabase.askAsSuperuser("select distinct " + what
                + " as code from ledger_entry where leaf is not null and " + what + " is not null");
    }

    private static List<String> codesIn(String source, Pattern call) {
        List<String> codes = new ArrayList<>();
        Matcher calls = call.matcher(source);
        while (calls.find()) {
            Matcher literals = CODE.matcher(source.substring(calls.end(), closing(source, calls.end())));
            while (literals.find()) {
                codes.add(literals.group(1));
            }
        }
        return codes;
    }

    /** Where the bracket that is open at this place closes. */
    private static int closing(String source, int from) {
        int open = 1;
        int at = from;
        while (open > 0) {
            char c = source.charAt(at++);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return at;
    }

    private static List<String> sources() {
        return Stream.of("livc-core", "livc-workflow", "livc-web")
                .map(module -> ROOT.resolve(module).resolve("src/main/java"))
                .flatMap(LedgerReasonsTest::javaIn)
                .toList();
    }

    private static Stream<String> javaIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(LedgerReasonsTest::read)
                    .collect(Collectors.toList())
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file)
                    .replaceAll("(?m)^\\s*\\*.*$", ""); // what comments give as an example is no reason
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
