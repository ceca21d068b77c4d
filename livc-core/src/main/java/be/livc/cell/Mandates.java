package be.livc.cell;

import be.livc.platform.Adding;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.platform.RequestSource;
import be.livc.platform.ShortText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The mandates of the bound cell, and who may act under them. */
@Component
public class Mandates {

    private final MandateRows rows;
    private final Partners partners;
    private final Accounts accounts;
    private final Cells cells;
    private final TransactionTemplate reading;
    private final Clock clock;

    Mandates(
            MandateRows rows,
            Partners partners,
            Accounts accounts,
            Cells cells,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.partners = partners;
        this.accounts = accounts;
        this.cells = cells;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /**
     * Gives a mandate, and with it the account's way into this cell.
     *
     * @throws Refusal when the partner or account is unknown, the person has no name, the dates cross, or the account
     *     already acts in this cell: one working relation at a time
     */
    @Transactional
    public Mandate give(GiveMandate given) {
        ShortText.LINE.require("person", given.person());
        if (given.validTo().filter(to -> to.isBefore(given.validFrom())).isPresent()) {
            throw Refusal.invalid("validTo", "ends-before-it-begins");
        }
        Partner partner =
                partners.find(given.partner()).orElseThrow(() -> Refusal.invalid("partner", "unknown-partner"));
        given.user().ifPresent(this::requireNoOther);
        Mandate mandate = rows.add(new Mandate(Ids.next(), given, partner));
        given.user().ifPresent(user -> accounts.mayEnter(user, CurrentCell.require()));
        return mandate;
    }

    private void requireNoOther(UserId user) {
        if (accounts.find(user).isEmpty()) {
            throw Refusal.invalid("user", "unknown-user");
        }
        if (runningOf(user).isPresent()) {
            throw Refusal.conflict("already-mandated");
        }
    }

    /** Ends a mandate now: from the next request on its holder sees nothing more. Ending twice changes nothing. */
    @Transactional
    public Mandate end(MandateId id) {
        Mandate mandate = require(id);
        mandate.endAt(clock.instant());
        return mandate;
    }

    /**
     * Keeps the attestation of a security clearance: valid up to and including this day. A mandate that was suspended goes
     * on with it; a day that has passed suspends it at once.
     *
     * @throws Refusal when there is no such mandate, or its capacity asks for no clearance
     */
    @Transactional
    public Mandate attestClearance(MandateId id, LocalDate lastDay) {
        Mandate mandate = require(id);
        if (!mandate.capacity().needsClearance()) {
            throw Refusal.invalid("capacity", "needs-no-clearance");
        }
        mandate.clearedUntil(lastDay);
        return mandate;
    }

    /** All mandates, by name of the person. */
    @Transactional(readOnly = true)
    public List<Mandate> all() {
        return rows.findAllByOrderByPerson();
    }

    /** The mandates that run now in a capacity that sits in consultations, by name of the person. */
    @Transactional(readOnly = true)
    public List<Mandate> ofThoseWhoTakePart() {
        Instant now = clock.instant();
        return all().stream()
                .filter(mandate -> mandate.capacity().takesPart() && mandate.actsAt(now))
                .toList();
    }

    /** The mandate of this id in the bound cell. */
    @Transactional(readOnly = true)
    public Optional<Mandate> find(MandateId id) {
        return rows.findById(id.value());
    }

    /** The same; a refusal that it is not found when it is not there. */
    @Transactional(readOnly = true)
    public Mandate require(MandateId id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    /** The mandates of these ids that exist in the bound cell. */
    @Transactional(readOnly = true)
    public List<Mandate> findAll(Collection<MandateId> ids) {
        return rows.findAllByIdIn(ids.stream().map(MandateId::value).toList());
    }

    /**
     * Who this account is in this cell at this moment; empty when it is closed or waits there, when no mandate of it runs there,
     * or the one that does is suspended. Binds the cell for its own look-up, so that it can be asked before one is bound.
     */
    public Optional<Actor> actor(Account account, CellId cell, RequestSource source) {
        return account.mayWorkIn(cell) ? byMandate(account.id(), cell, source) : Optional.empty();
    }

    /** The same, of the account of this id. */
    public Optional<Actor> actor(UserId user, CellId cell, RequestSource source) {
        return accounts.find(user).flatMap(account -> actor(account, cell, source));
    }

    private Optional<Actor> byMandate(UserId user, CellId cell, RequestSource source) {
        return CurrentCell.in(
                cell,
                () -> reading.execute(tx -> runningOf(user)
                        .filter(mandate -> mandate.actsAt(clock.instant()))
                        .flatMap(mandate -> cells.find(cell).map(found -> actor(user, found, mandate, source)))));
    }

    /** The cells in which this account could work now if it did not wait there, by name; asked before a cell is bound. */
    public List<Cell> whereWaits(Account account) {
        return accounts.cellsOf(account.id()).stream()
                .filter(account::waitsIn)
                .filter(cell ->
                        byMandate(account.id(), cell, RequestSource.PROGRAM).isPresent())
                .flatMap(cell -> cells.find(cell).stream())
                .toList();
    }

    private static Actor actor(UserId user, Cell cell, Mandate mandate, RequestSource source) {
        return new Actor(
                user,
                mandate.person(),
                cell.id(),
                cell.kind(),
                cell.mainPurpose(),
                mandate.id(),
                mandate.partner().id(),
                mandate.capacity(),
                source);
    }

    private Optional<Mandate> runningOf(UserId user) {
        Instant now = clock.instant();
        return rows.findAllByAccountId(user.value()).stream()
                .filter(mandate -> mandate.runsAt(now))
                .findFirst();
    }

    /** The rows behind it, each with its partner in the same statement. */
    interface MandateRows extends Repository<Mandate, UUID>, Adding<Mandate> {
        Optional<Mandate> findById(UUID id);

        @Transactional(readOnly = true)
        @EntityGraph(attributePaths = "partner")
        List<Mandate> findAllByAccountId(UUID accountId);

        @EntityGraph(attributePaths = "partner")
        List<Mandate> findAllByIdIn(Collection<UUID> ids);

        @EntityGraph(attributePaths = "partner")
        List<Mandate> findAllByOrderByPerson();
    }
}
