package be.livc.draft;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.access.WhoSees;
import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.Cells;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.ledger.LedgerActor;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.platform.RequestSource;
import be.livc.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what somebody types in a form, for that person alone.
 *
 * <p>The ledger holds that a draft began, that it was read back and that it went. What is typed in between stands in no
 * entry of its own: it is the author's own text on the author's own screen, told to nobody; the act that the form is sent
 * for has its entry.
 */
@Component
public class Drafts {

    /** The most characters that are kept of one form. */
    static final int MOST = 200_000;

    private record Loaded(DraftTable.Row row, Sight sight) {}

    private final DraftTable table;
    private final Access access;
    private final WhoSees whoSees;
    private final Entitlements entitlements;
    private final Cells cells;
    private final Ledger ledger;
    private final Vault vault;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Duration term;

    Drafts(
            DraftTable table,
            Access access,
            WhoSees whoSees,
            Entitlements entitlements,
            Cells cells,
            Ledger ledger,
            Vault vault,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${livc.drafts.days:14}") int days) {
        this.table = table;
        this.access = access;
        this.whoSees = whoSees;
        this.entitlements = entitlements;
        this.cells = cells;
        this.ledger = ledger;
        this.vault = vault;
        this.transactions = transactions;
        this.clock = clock;
        this.term = Duration.ofDays(days);
    }

    /**
     * Keeps what stands in a form now, in place of what stood there before.
     *
     * @return when it was kept
     * @throws Refusal not found, when the actor does not see what the form is about; invalid, when it is far too long
     */
    @Transactional
    public Instant keep(Actor author, Form form, String content) {
        if (content.length() > MOST) {
            throw Refusal.invalid("content", "too-long");
        }
        Instant now = clock.instant();
        Optional<DraftTable.Row> present = table.find(author.mandate(), form);
        if (present.isPresent()) {
            UUID id = present.get().id();
            Grant grant = access.toAct(author, Act.KEEP_DRAFT, ObjectType.DRAFT, id);
            table.update(
                    id, vault.seal(content, DraftTable.place(id, present.get().record()), grant), now);
        } else {
            begin(author, form, content, now);
        }
        return now;
    }

    private void begin(Actor author, Form form, String content, Instant now) {
        Grant grant = access.toAct(author, Act.KEEP_DRAFT, "draft");
        Optional<UUID> caseId = form.about().flatMap(about -> whoSees.requireCaseOf(author, about));
        UUID id = Ids.next();
        if (caseId.isEmpty()) {
            vault.bornWith(id, grant);
        }
        UUID record = caseId.orElse(id);
        DraftTable.Row row =
                new DraftTable.Row(id, record, now, vault.seal(content, DraftTable.place(id, record), grant));
        if (!table.add(author.mandate(), form, row)) {
            throw Refusal.changedMeanwhile();
        }
        entitlements.protect(ObjectType.DRAFT, id, caseId, Optional.empty(), Optional.of(author.mandate()));
        Entry entry = access.entry(author, Action.CREATE, ObjectType.DRAFT, id);
        ledger.append(caseId.map(entry::inCase).orElse(entry));
    }

    /**
     * What its author typed in a form and did not send; the read is recorded. Empty when there is nothing, also when what
     * the form is about is hidden from them now.
     */
    public Optional<Draft> find(Actor author, Form form) {
        Optional<Loaded> loaded = Objects.requireNonNull(transactions.execute(tx -> load(author, form)));
        return loaded.map(one -> new Draft(
                one.row().savedAt(), vault.open(one.row().placed(), one.sight().grant())));
    }

    /** About which of these things their author typed something in one of these forms and did not send it; nothing is opened. */
    @Transactional(readOnly = true)
    public Set<UUID> unsent(Actor author, Collection<String> forms, Collection<UUID> things) {
        return table.aboutAnyOf(author.mandate(), forms, things);
    }

    private Optional<Loaded> load(Actor author, Form form) {
        return table.find(author.mandate(), form)
                .filter(row -> whoSees.sees(author, row.id()))
                .map(row -> new Loaded(row, access.toReadAlone(author, ObjectType.DRAFT, row.id())));
    }

    /** Lets a draft go: its form was sent, or its author does not want it any more. Without one, nothing happens. */
    @Transactional
    public void discard(Actor author, Form form) {
        table.find(author.mandate(), form).ifPresent(row -> {
            Grant grant = access.toAct(author, Act.KEEP_DRAFT, ObjectType.DRAFT, row.id());
            destroy(row, grant);
            ledger.append(access.entry(author, Action.DELETE, ObjectType.DRAFT, row.id()));
        });
    }

    private void destroy(DraftTable.Row row, Grant grant) {
        if (row.hasOwnKey()) {
            vault.destroy(row.id(), grant);
        } else {
            table.delete(row.id());
        }
    }

    /** Lets go what nobody sent within the term, in the bound cell; the program does it, and the ledger says so. */
    @Transactional
    public void forgetOld() {
        List<DraftTable.Row> old = table.savedBefore(clock.instant().minus(term));
        if (old.isEmpty()) {
            return;
        }
        Cell cell = cells.current();
        Grant grant = access.toForget(cell);
        for (DraftTable.Row row : old) {
            destroy(row, grant);
            ledger.append(Entry.by(LedgerActor.PROGRAM, RequestSource.PROGRAM)
                    .did(Action.DELETE)
                    .on(ObjectType.DRAFT.code(), row.id())
                    .forPurpose(cell.mainPurpose())
                    .because("term-over"));
        }
    }
}
