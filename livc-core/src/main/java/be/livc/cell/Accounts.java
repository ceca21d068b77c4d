package be.livc.cell;

import be.livc.platform.Adding;
import be.livc.platform.CellId;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of all cells: looked up before a cell is bound, so they hold no rights. */
@Component
public class Accounts {

    private static final Set<String> LANGUAGES = Set.of("nl", "fr", "en");

    private final AccountRows rows;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Accounts(AccountRows rows, JdbcTemplate jdbc, Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Opens an account.
     *
     * @param passwordHash made by the sign-in; this room never sees a password
     * @throws Refusal when the name is empty or taken, or the language is none of nl, fr, en
     */
    @Transactional
    public Account open(String username, String displayName, String passwordHash, String locale) {
        ShortText.LINE.require("username", username);
        ShortText.LINE.require("displayName", displayName);
        requireLanguage(locale);
        if (rows.existsByUsername(username)) {
            throw Refusal.invalid("username", "username-taken");
        }
        return rows.add(new Account(Ids.next(), username, displayName, passwordHash, locale, clock.instant()));
    }

    private static void requireLanguage(String locale) {
        if (!LANGUAGES.contains(locale)) {
            throw Refusal.invalid("locale", "unknown-code");
        }
    }

    /** Whether nobody has an account yet: the first run. */
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return rows.count() == 0;
    }

    /** The account of this sign-in name. */
    @Transactional(readOnly = true)
    public Optional<Account> byUsername(String username) {
        return rows.findByUsername(username);
    }

    /** The account of this id. */
    @Transactional(readOnly = true)
    public Optional<Account> find(UserId id) {
        return rows.findById(id.value());
    }

    /**
     * The account of this id, which a session or an actor names.
     *
     * @throws Refusal when there is none such
     */
    @Transactional(readOnly = true)
    public Account require(UserId id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    /**
     * Takes another password.
     *
     * @param passwordHash as for {@link #open}
     */
    @Transactional
    public void changePassword(UserId id, String passwordHash) {
        require(id).changePassword(passwordHash);
    }

    /**
     * Takes the password that an administrator gives to who forgot theirs, until its person chooses their own.
     *
     * @param passwordHash as for {@link #open}
     */
    @Transactional
    public void givePassword(UserId id, String passwordHash) {
        require(id).takePassword(passwordHash, clock.instant());
    }

    /** Lets them work in this cell alone until the administrators of their other cells confirm that it is them. */
    @Transactional
    public void workIn(UserId id, CellId cell) {
        require(id)
                .waitIn(cellsOf(id).stream()
                        .filter(other -> !other.equals(cell))
                        .toList());
    }

    /** Who waits in this cell. */
    @Transactional(readOnly = true)
    public Set<UserId> waitingIn(CellId cell) {
        return Set.copyOf(jdbc.query(
                "select id from account where ? = any (held_in)",
                (row, n) -> new UserId(row.getObject(1, UUID.class)),
                cell.value()));
    }

    /** The administrator of this cell knows that it is them. */
    @Transactional
    public void confirm(UserId id, CellId cell) {
        require(id).isConfirmedIn(cell);
    }

    /** Chooses the language of their screens. */
    @Transactional
    public void speak(UserId id, String language) {
        requireLanguage(language);
        require(id).speak(language);
    }

    /** Chooses whether a letter alone is a shortcut on their screens. */
    @Transactional
    public void useSingleKeys(UserId id, boolean use) {
        require(id).useSingleKeys(use);
    }

    /** The cells that the account has or had a mandate in. Whether one runs, the mandates tell. */
    @Transactional(readOnly = true)
    public List<CellId> cellsOf(UserId id) {
        return jdbc.query(
                "select ac.cell_id from account_cell ac join cell c on c.id = ac.cell_id where ac.account_id = ?"
                        + " order by c.name",
                (row, n) -> new CellId(row.getObject(1, UUID.class)),
                id.value());
    }

    void mayEnter(UserId id, CellId cell) {
        jdbc.update(
                "insert into account_cell (account_id, cell_id) values (?, ?) on conflict do nothing",
                id.value(),
                cell.value());
    }

    /** The rows behind it. */
    interface AccountRows extends Repository<Account, UUID>, Adding<Account> {
        Optional<Account> findById(UUID id);

        Optional<Account> findByUsername(String username);

        boolean existsByUsername(String username);

        long count();
    }
}
