package be.livc.setup;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.cell.Account;
import be.livc.cell.Accounts;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.cell.FoundCell;
import be.livc.cell.GiveMandate;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.cell.Partner;
import be.livc.cell.PartnerId;
import be.livc.cell.Partners;
import be.livc.cell.UserId;
import be.livc.law.Article;
import be.livc.law.Articles;
import be.livc.law.BasisKind;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasis;
import be.livc.law.LegalBasisId;
import be.livc.law.RecordBasis;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.ledger.LedgerActor;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import be.livc.platform.RequestSource;
import be.livc.rights.RetentionRules;
import be.livc.vault.Vault;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets cells up and keeps them up to date. Every act is judged, and recorded in the ledger of the cell it touches. */
@Component
public class Setup {

    /** The community of a town and of the desk; a prison is federal. */
    private static final String FLEMISH = "FLEMISH";

    private final Cells cells;
    private final Accounts accounts;
    private final Partners partners;
    private final Mandates mandates;
    private final LegalBases bases;
    private final Articles articles;
    private final RetentionRules retention;
    private final Access access;
    private final Ledger ledger;
    private final Vault vault;
    private final Clock clock;

    Setup(
            Cells cells,
            Accounts accounts,
            Partners partners,
            Mandates mandates,
            LegalBases bases,
            Articles articles,
            RetentionRules retention,
            Access access,
            Ledger ledger,
            Vault vault,
            Clock clock) {
        this.cells = cells;
        this.accounts = accounts;
        this.partners = partners;
        this.mandates = mandates;
        this.bases = bases;
        this.articles = articles;
        this.retention = retention;
        this.access = access;
        this.ledger = ledger;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Founds a cell with its keys, code lists, mandatory functions and retention rules. The caller binds the id of the new
     * cell ({@link Cells#inNewCell}); the founder is a program or somebody of another cell, so only their id is recorded.
     */
    @Transactional
    public Cell found(LedgerActor founder, RequestSource source, FoundCell founded) {
        Cell cell = cells.found(CurrentCell.require(), founded);
        vault.found(cell.id());
        articles.seedUsual();
        retention.seedUsual(LocalDate.now(clock));
        record(founder, source, "cell", cell.id().value());
        return cell;
    }

    /** Founds a cell on behalf of an administrator. Call it with the id of the new cell bound. */
    @Transactional
    public Cell found(Actor administrator, FoundCell founded) {
        Act.CONFIGURE.requireFor(administrator);
        return found(Access.ledgerActor(administrator), administrator.source(), founded);
    }

    /**
     * Who is to administer a cell in which nobody has a mandate yet.
     *
     * @param passwordHash of a password that the new administrator replaces before anything else: who gives it is of another cell
     */
    public record FirstAdministrator(String username, String displayName, String passwordHash) {}

    /** Founds a cell and names who administers it. Call it with the id of the new cell bound. */
    @Transactional
    public Cell found(Actor administrator, FoundCell founded, FirstAdministrator first) {
        Cell cell = found(administrator, founded);
        appoint(administrator, first);
        return cell;
    }

    /**
     * Names the first administrator of the bound cell, on behalf of an administrator of another one: nobody of its own could. From
     * then on only its own people give mandates there.
     *
     * @throws Refusal {@code cell-has-administrator}, when anybody has or had a mandate there
     */
    @Transactional
    public Mandate appoint(Actor founder, FirstAdministrator first) {
        Act.CONFIGURE.requireFor(founder);
        if (!mandates.all().isEmpty()) {
            throw Refusal.conflict("cell-has-administrator");
        }
        Account account = accounts.open(first.username(), first.displayName(), first.passwordHash(), "nl");
        accounts.givePassword(account.id(), first.passwordHash());
        Mandate mandate = administers(account);
        record(
                Access.ledgerActor(founder),
                founder.source(),
                "mandate",
                mandate.id().value());
        return mandate;
    }

    /** Gives an account the administration of the bound cell, as somebody of the service that the cell is of. */
    private Mandate administers(Account account) {
        Cell cell = cells.current();
        Partner service =
                switch (cell.kind()) {
                    case LIVC_R -> partners.add(cell.name(), "MUNICIPALITY", FLEMISH);
                    case PIVC -> partners.add(cell.name(), "PRISON", "FEDERAL");
                    case DESK -> partners.add(cell.name(), "VVSG", FLEMISH);
                };
        return mandates.give(new GiveMandate(
                Optional.of(account.id()),
                account.displayName(),
                service.id(),
                Capacity.ADMINISTRATOR,
                LocalDate.now(clock),
                Optional.empty(),
                Optional.empty()));
    }

    /** The cells in which nobody has or had a mandate: nobody can sign in there, and what is sent there nobody reads. */
    public List<Cell> withoutAnybody(Actor administrator) {
        Act.CONFIGURE.requireFor(administrator);
        return cells.all().stream()
                .filter(cell -> CurrentCell.in(cell.id(), () -> mandates.all().isEmpty()))
                .toList();
    }

    /** Opens an account; the password was hashed at the sign-in. */
    @Transactional
    public Account openAccount(Actor actor, String username, String displayName, String passwordHash, String locale) {
        access.toAct(actor, Act.CONFIGURE_CELL, "account");
        Account account = accounts.open(username, displayName, passwordHash, locale);
        record(
                Access.ledgerActor(actor),
                actor.source(),
                "account",
                account.id().value());
        return account;
    }

    /** Adds a partner organisation to the own cell. */
    @Transactional
    public Partner addPartner(Actor actor, String name, String category, String community) {
        access.toAct(actor, Act.CONFIGURE_CELL, "partner");
        Partner partner = partners.add(name, category, community);
        record(
                Access.ledgerActor(actor),
                actor.source(),
                "partner",
                partner.id().value());
        return partner;
    }

    /** A partner of the own cell, for who may correct what is kept of it. */
    @Transactional
    public Partner toCorrect(Actor actor, PartnerId id) {
        access.toAct(actor, Act.CONFIGURE_CELL, "partner", id.value());
        return partners.find(id).orElseThrow(() -> access.denied(actor, "partner", id.value()));
    }

    /** Corrects the community of a partner of the own cell: whose rules bind its professional secret. */
    @Transactional
    public Partner correctCommunity(Actor actor, PartnerId id, String community) {
        Partner partner = partners.isOf(toCorrect(actor, id).id(), community);
        ledger.append(configured(actor, "partner", id.value()).because("community-corrected"));
        return partner;
    }

    /**
     * Gives a mandate in the own cell.
     *
     * @throws Refusal also when the desk would be let into a cell that holds cases, or somebody who takes part in
     *     consultations into the desk; a liaison officer there is a contact point of the Flemish platform
     */
    @Transactional
    public Mandate giveMandate(Actor actor, GiveMandate given) {
        access.toAct(actor, Act.CONFIGURE_CELL, "mandate");
        boolean inDesk = actor.cellKind() == CellKind.DESK;
        boolean takesPart = given.capacity().takesPart() && given.capacity() != Capacity.LIAISON_OFFICER;
        if (inDesk ? takesPart : given.capacity() == Capacity.DESK) {
            throw Refusal.invalid("capacity", "unknown-code");
        }
        Mandate mandate = mandates.give(given);
        record(
                Access.ledgerActor(actor),
                actor.source(),
                "mandate",
                mandate.id().value());
        return mandate;
    }

    /** Ends a mandate in the own cell: at the next request its holder sees nothing more. */
    @Transactional
    public Mandate endMandate(Actor actor, MandateId id) {
        access.toAct(actor, Act.CONFIGURE_CELL, "mandate", id.value());
        if (id.equals(actor.mandate())) {
            throw Refusal.conflict("own-mandate");
        }
        if (mandates.find(id).isEmpty()) {
            throw access.denied(actor, "mandate", id.value());
        }
        Mandate mandate = mandates.end(id);
        record(Access.ledgerActor(actor), actor.source(), "mandate", id.value());
        return mandate;
    }

    /**
     * Keeps the attestation of the security clearance of a delegate of the police in the own cell. One that has lapsed
     * suspends the role at once: its holder sees nothing and does not count for the quorum.
     */
    @Transactional
    public Mandate attestClearance(Actor actor, MandateId id, LocalDate lastDay) {
        access.toAct(actor, Act.CONFIGURE_CELL, "mandate", id.value());
        if (mandates.find(id).isEmpty()) {
            throw access.denied(actor, "mandate", id.value());
        }
        Mandate mandate = mandates.attestClearance(id, lastDay);
        ledger.append(configured(actor, "mandate", id.value()).because("clearance-attested"));
        return mandate;
    }

    /** Records a new place of an article, from a day on: the Criminal Code was renumbered, its rules stay. */
    @Transactional
    public void renumber(Actor actor, Article article, String citation, String note, LocalDate from) {
        access.toAct(actor, Act.CONFIGURE_CELL, "law-article");
        articles.renumber(article, citation, note, from);
        ledger.append(Entry.by(Access.ledgerActor(actor), actor.source())
                .did(Act.CONFIGURE.action())
                .on("law-article", article.name())
                .forPurpose("configuration"));
    }

    /**
     * Records a legal basis of the own cell. What the procureur permits, the procureur puts there, or who keeps the settings of
     * the cell from the paper; nobody but these.
     */
    @Transactional
    public LegalBasis recordBasis(Actor actor, RecordBasis recorded) {
        access.toAct(actor, Act.CONFIGURE_CELL, "legal-basis");
        if (actor.isOneOf(Capacity.PROSECUTOR) && recorded.kind() != BasisKind.PROSECUTOR_PERMISSION) {
            throw Refusal.invalid("kind", "not-a-permission");
        }
        LegalBasis basis = bases.record(recorded);
        record(
                Access.ledgerActor(actor),
                actor.source(),
                "legal-basis",
                basis.id().value());
        return basis;
    }

    /** Ends a legal basis of the own cell: it is valid up to and including this day. */
    @Transactional
    public LegalBasis endBasis(Actor actor, LegalBasisId id, LocalDate lastDay) {
        requireBasis(actor, id);
        LegalBasis basis = bases.end(id, lastDay);
        record(Access.ledgerActor(actor), actor.source(), "legal-basis", id.value());
        return basis;
    }

    private void requireBasis(Actor actor, LegalBasisId id) {
        access.toAct(actor, Act.CONFIGURE_CELL, "legal-basis", id.value());
        if (bases.find(id).isEmpty()) {
            throw access.denied(actor, "legal-basis", id.value());
        }
    }

    /** Withdraws a legal basis of the own cell: it covers nobody from this moment on, in an open meeting too. */
    @Transactional
    public LegalBasis withdrawBasis(Actor actor, LegalBasisId id) {
        requireBasis(actor, id);
        LegalBasis basis = bases.withdraw(id);
        ledger.append(configured(actor, "legal-basis", id.value()).because("withdrawn"));
        return basis;
    }

    /**
     * The first run: makes the first account, and gives it the administration of the bound cell. Works once, while there is
     * no account.
     */
    @Transactional
    public Mandate firstAdministrator(RequestSource source, String username, String displayName, String passwordHash) {
        if (!accounts.isEmpty()) {
            throw Refusal.notFound();
        }
        Account account = accounts.open(username, displayName, passwordHash, "nl");
        Mandate mandate = administers(account);
        record(
                LedgerActor.of(account.id().value(), "first-run"),
                source,
                "account",
                account.id().value());
        return mandate;
    }

    /** The account of this sign-in name in reach of an administrator who gives mandates. */
    @Transactional(readOnly = true)
    public Optional<UserId> userNamed(String username) {
        return accounts.byUsername(username).map(Account::id);
    }

    private void record(LedgerActor who, RequestSource source, String type, UUID id) {
        ledger.append(configured(who, source, type, id));
    }

    private static Entry configured(Actor actor, String type, UUID id) {
        return configured(Access.ledgerActor(actor), actor.source(), type, id);
    }

    private static Entry configured(LedgerActor who, RequestSource source, String type, UUID id) {
        return Entry.by(who, source).did(Act.CONFIGURE.action()).on(type, id).forPurpose("configuration");
    }
}
