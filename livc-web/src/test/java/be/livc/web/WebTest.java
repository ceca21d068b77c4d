package be.livc.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Account;
import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.GiveMandate;
import be.livc.cell.Mandate;
import be.livc.cell.Mandates;
import be.livc.cell.Partners;
import be.livc.law.BasisKind;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasisId;
import be.livc.law.RecordBasis;
import be.livc.platform.RequestSource;
import be.livc.testing.ACell;
import be.livc.testing.TestDatabase;
import be.livc.web.signin.Passwords;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole program on a real database, started once for all tests that extend this and add no settings of their own. It runs
 * as the demo does; the demo's people sign in with {@link Passwords#OF_THE_DEMO}.
 *
 * <p>The tests share what is in the database: each makes the cell and the people it changes.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = LivcApplication.class,
        properties = "livc.demo=true")
public abstract class WebTest {

    protected static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Brussels"));

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static final AtomicBoolean DEMO_IS_LIGHT = new AtomicBoolean();
    private static final AtomicInteger NEXT = new AtomicInteger();

    /**
     * Of the password of the demo, by the algorithm in use with next to no work: what it costs to make and to check one for
     * each of a thousand people would be a third of the time of all tests. PasswordsTest and the browser tests do the real work.
     */
    private static final String HASH =
            "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 64, 1).encode(Passwords.OF_THE_DEMO);

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    /** The part of the program of this type. */
    protected <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    /** The part of the program of this name, where several have its type. */
    protected <T> T bean(String name, Class<T> type) {
        return beans.getBean(name, type);
    }

    /** The people of the demo, who all have one hash, get the light one before the first of them signs in. */
    @BeforeEach
    void lighten_the_demo() {
        if (DEMO_IS_LIGHT.compareAndSet(false, true)) {
            bean(JdbcTemplate.class)
                    .update(
                            "update account set password_hash = ? where password_hash ="
                                    + " (select password_hash from account where username = 'coordinator')",
                            HASH);
        }
    }

    /** Calls without a token. */
    protected Api api() {
        return Api.at(port);
    }

    /** Calls on behalf of this person, who signed in to their only or first cell with the password of the demo. */
    protected Api api(String username) {
        return api().as(token(username));
    }

    /** A token of this person, the same one at every call while the tests run. */
    protected String token(String username) {
        return TOKENS.computeIfAbsent(port + username, key -> {
            Answer answer = api().post("/tokens", Map.of("username", username, "password", Passwords.OF_THE_DEMO));
            assertThat(answer.status()).as(username).isEqualTo(201);
            return answer.json().get("token").asString();
        });
    }

    /** A browser in which nobody is signed in. */
    protected Browser browser() {
        return Browser.at(port);
    }

    /** A browser in which this person signed in with the password of the demo. */
    protected Browser browser(String username) {
        Browser browser = browser();
        assertThat(browser.signIn(username, Passwords.OF_THE_DEMO).status())
                .as(username)
                .isBetween(300, 399);
        return browser;
    }

    /** A cell of the tests' own; add people to it with {@link #mandate}. */
    protected ACell cell() {
        return ACell.aCell().foundedIn(beans);
    }

    /** The same, of these towns: NIS codes. */
    protected ACell cellOfTowns(String... nis) {
        return ACell.aCell().ofTowns(nis).foundedIn(beans);
    }

    /** A new account with the password of the demo, and a running mandate in this cell; its sign-in name. */
    protected String person(ACell cell, Capacity capacity) {
        String username = "persoon" + NEXT.incrementAndGet();
        account(username);
        mandate(cell, username, capacity);
        return username;
    }

    /** A new account with the password of the demo, and no mandate. */
    protected Account account(String username) {
        return bean(Accounts.class).open(username, "Persoon " + username, HASH, "nl");
    }

    /** A running mandate for an account in this cell, for a partner of its own. */
    protected Mandate mandate(ACell cell, String username, Capacity capacity) {
        Account account = bean(Accounts.class).byUsername(username).orElseThrow();
        return cell.transact(() -> bean(Mandates.class)
                .give(new GiveMandate(
                        Optional.of(account.id()),
                        account.displayName(),
                        bean(Partners.class)
                                .add("Partner van " + username, "OTHER", "FLEMISH")
                                .id(),
                        capacity,
                        LocalDate.now(ZoneOffset.UTC).minusDays(1),
                        Optional.empty(),
                        Optional.of(LocalDate.now(ZoneOffset.UTC).plusYears(1)))));
    }

    /** Somebody of a cell, by sign-in name. */
    protected Actor as(ACell cell, String username) {
        return bean(Mandates.class)
                .actor(bean(Accounts.class).byUsername(username).orElseThrow().id(), cell.id(), RequestSource.PROGRAM)
                .orElseThrow();
    }

    /** A basis of this kind that serves the purpose of the tests and has no end. */
    protected LegalBasisId record(ACell cell, BasisKind kind) {
        return record(cell, kind, Optional.empty());
    }

    /** The same for so many days more. */
    protected LegalBasisId record(ACell cell, BasisKind kind, int days) {
        return record(cell, kind, Optional.of(TODAY.plusDays(days)));
    }

    private LegalBasisId record(ACell cell, BasisKind kind, Optional<LocalDate> lastDay) {
        return cell.transact(() -> bean(LegalBases.class)
                .record(new RecordBasis(
                        kind,
                        "Grondslag voor deze test",
                        List.of("PREVENT_TERRORISM"),
                        Optional.empty(),
                        "Zoals het er staat",
                        List.of("OTHER"),
                        TODAY.minusYears(1),
                        lastDay))
                .id());
    }
}
