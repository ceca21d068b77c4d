package be.livc.rights;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.access.WhoSees;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseItems;
import be.livc.casefile.ItemId;
import be.livc.casefile.Numbers;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.Cells;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.ledger.LedgerActor;
import be.livc.ledger.Link;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.platform.RequestSource;
import be.livc.platform.ShortText;
import be.livc.vault.Vault;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requests of data subjects: the DPO takes them in and answers, the coordinator weighs the case piece by piece, each with a
 * ground where it is not given. A month to answer, two more with a reason (GDPR art. 12.3, 15, 23).
 */
@Component
public class SubjectRequests {

    private static final Set<String> KINDS = Set.of("ACCESS", "RECTIFICATION", "ERASURE", "RESTRICTION", "OBJECTION");

    /** Why two months more may be taken (GDPR art. 12.3). */
    public static final List<String> EXTENSION_REASONS = List.of("COMPLEXITY", "NUMBER_OF_REQUESTS");

    private record Loaded(SubjectRequestRows.Row row, boolean gone, List<SubjectRequestView.Weighed> pieces) {}

    private record Read(List<Loaded> requests, Sight sight) {}

    private final SubjectRequestRows rows;
    private final CaseItems items;
    private final Cells cells;
    private final Numbers numbers;
    private final Access access;
    private final WhoSees whoSees;
    private final Entitlements entitlements;
    private final Ledger ledger;
    private final Vault vault;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SubjectRequests(
            SubjectRequestRows rows,
            CaseItems items,
            Cells cells,
            Numbers numbers,
            Access access,
            WhoSees whoSees,
            Entitlements entitlements,
            Ledger ledger,
            Vault vault,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.items = items;
        this.cells = cells;
        this.numbers = numbers;
        this.access = access;
        this.whoSees = whoSees;
        this.entitlements = entitlements;
        this.ledger = ledger;
        this.vault = vault;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Takes a request in, as the DPO.
     *
     * @param kind ACCESS, RECTIFICATION, ERASURE, RESTRICTION or OBJECTION
     * @param requester who asks and how to reach them
     */
    @Transactional
    public SubjectRequestId receive(Actor actor, String kind, LocalDate receivedOn, String requester) {
        Grant grant = access.toAct(actor, Act.HANDLE_REQUEST, "subject-request");
        if (!KINDS.contains(kind)) {
            throw Refusal.invalid("kind", kind.isBlank() ? "required" : "unknown-code");
        }
        ShortText.LINE.require("requester", requester);
        if (receivedOn.isAfter(LocalDate.now(clock))) {
            throw Refusal.invalid("receivedOn", "in-the-future");
        }
        SubjectRequestId id = keep(OpenRequest.received(numbers.next("V"), kind, receivedOn), requester, grant);
        record(actor, id, Act.HANDLE_REQUEST, kind);
        return id;
    }

    private SubjectRequestId keep(OpenRequest request, String requester, Grant grant) {
        SubjectRequestId id = new SubjectRequestId(Ids.next());
        vault.bornWith(id.value(), grant);
        rows.add(id, request, vault.seal(requester, SubjectRequestRows.place(id), grant));
        entitlements.protect(
                ObjectType.SUBJECT_REQUEST, id.value(), Optional.empty(), Optional.empty(), Optional.empty());
        return id;
    }

    private void record(Actor actor, SubjectRequestId id, Act act, String why) {
        ledger.append(entry(actor, id, act).because(why));
    }

    private Entry entry(Actor actor, SubjectRequestId id, Act act) {
        return access.entry(actor, act.action(), ObjectType.SUBJECT_REQUEST, id.value());
    }

    /**
     * Takes two months more, before the first is over; the data subject is told why.
     *
     * @param reason one of {@link #EXTENSION_REASONS}
     */
    @Transactional
    public void extend(Actor actor, SubjectRequestId id, String reason) {
        access.toAct(actor, Act.HANDLE_REQUEST, "subject-request", id.value());
        SubjectRequestRows.Row row = open(actor, id);
        if (!EXTENSION_REASONS.contains(reason)) {
            throw Refusal.invalid("reason", "unknown-code");
        }
        if (row.extended() || LocalDate.now(clock).isAfter(row.dueOn())) {
            throw Refusal.conflict("request-not-extendable");
        }
        rows.extend(row, reason);
        record(actor, id, Act.HANDLE_REQUEST, "extended-" + reason);
    }

    /**
     * Says which case the request is about, as the coordinator who looked for it.
     *
     * @param found the case of the number that was typed; empty when there is none
     * @throws Refusal invalid {@code dossier} then; who may not see the request learns nothing of the number
     */
    @Transactional
    public void link(Actor actor, SubjectRequestId id, Optional<CaseId> found) {
        access.toAct(actor, Act.WEIGH_REQUEST, ObjectType.SUBJECT_REQUEST, id.value());
        CaseId caseId = found.orElseThrow(() -> Refusal.invalid("dossier", "unknown-case"));
        access.toAct(actor, Act.WEIGH_REQUEST, ObjectType.CASE, caseId.value());
        open(actor, id);
        rows.link(id, caseId);
        ledger.append(entry(actor, id, Act.WEIGH_REQUEST).inCase(caseId.value()).because("linked"));
    }

    /**
     * Passes when this actor may weigh the pieces of a request that waits for an answer; changes nothing.
     *
     * @throws Refusal not found, for anybody else; recorded
     */
    @Transactional
    public void requireMayWeigh(Actor actor, SubjectRequestId id) {
        access.toAct(actor, Act.WEIGH_REQUEST, ObjectType.SUBJECT_REQUEST, id.value());
        open(actor, id);
    }

    /**
     * Decides about one piece of the case.
     *
     * @param ground why it is not given; empty when it is
     * @throws Refusal invalid {@code item}, when the piece is not of the case; {@code request-case-gone}, when nothing of it can
     *     be given here any more
     */
    @Transactional
    public void weigh(Actor actor, SubjectRequestId id, ItemId item, Optional<RestrictionGround> ground) {
        access.toAct(actor, Act.WEIGH_REQUEST, ObjectType.SUBJECT_REQUEST, id.value());
        SubjectRequestRows.Row row = open(actor, id);
        if (rows.isGone(row)) {
            throw Refusal.conflict("request-case-gone");
        }
        boolean ofTheCase = row.caseId() != null
                && items.outline(new CaseId(row.caseId())).stream()
                        .anyMatch(piece -> piece.id().equals(item));
        if (!ofTheCase) {
            throw Refusal.invalid("item", "unknown-case");
        }
        rows.weigh(id, item, ground, actor.mandate());
        ledger.append(entry(actor, id, Act.WEIGH_REQUEST)
                .inCase(Objects.requireNonNull(row.caseId()))
                .because(ground.map(Enum::name).orElse("given")));
    }

    /**
     * Answers, as the DPO: every piece of the case was weighed, or no case was found, or it is gone.
     *
     * @throws Refusal {@code request-not-weighed}
     */
    @Transactional
    public void answer(Actor actor, SubjectRequestId id) {
        access.toAct(actor, Act.HANDLE_REQUEST, "subject-request", id.value());
        SubjectRequestRows.Row row = open(actor, id);
        boolean weighed = rows.pieces(row, rows.isGone(row)).stream()
                .allMatch(one -> one.given().isPresent());
        if (!weighed) {
            throw Refusal.conflict("request-not-weighed");
        }
        rows.answer(id);
        record(actor, id, Act.HANDLE_REQUEST, "answered");
    }

    /** Those about a case that wait for an answer, for who hands the case over; who asks is not told. */
    @Transactional(readOnly = true)
    public List<OpenRequest> openOn(CaseId id) {
        return rows.openOn(id);
    }

    /**
     * Takes over what was asked of the cell that a case came from, about that case; with the term that runs there already. Who
     * asks is known to that cell, which answers for its own part (GDPR art. 12.3 and 19).
     *
     * @param from what that cell is called
     * @param origin the hand-over, in that cell's ledger
     * @param grant of who takes the case over
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void comeAlong(CaseId caseId, OpenRequest asked, String from, Link origin, Grant grant) {
        SubjectRequestId id = keep(asked.called(numbers.next("V")), from + ", " + asked.number(), grant);
        rows.link(id, caseId);
        ledger.append(Entry.by(LedgerActor.PROGRAM, RequestSource.PROGRAM)
                .did(Act.HANDLE_REQUEST.action())
                .on(ObjectType.SUBJECT_REQUEST.code(), id.value())
                .forPurpose(cells.current().mainPurpose())
                .inCase(caseId.value())
                .because("came-along")
                .linkedTo(origin));
    }

    /** The request, so that nobody else changes anything about it meanwhile. */
    private SubjectRequestRows.Row open(Actor actor, SubjectRequestId id) {
        SubjectRequestRows.Row row =
                rows.hold(id).orElseThrow(() -> access.denied(actor, ObjectType.SUBJECT_REQUEST, id.value()));
        if (row.isAnswered()) {
            throw Refusal.conflict("request-answered");
        }
        return row;
    }

    /**
     * One request, for the DPO and the coordinator; recorded.
     *
     * @throws Refusal not found, for anybody else
     */
    public SubjectRequestView read(Actor reader, SubjectRequestId id) {
        Read read = Objects.requireNonNull(transactions.execute(tx -> {
            Sight sight = access.toRead(reader, ObjectType.SUBJECT_REQUEST, id.value());
            SubjectRequestRows.Row row = rows.find(id).orElseThrow(Refusal::notFound);
            return new Read(List.of(load(row)), sight);
        }));
        return opened(read.requests().get(0), read.sight().grant());
    }

    /**
     * All requests of the cell, what is due first at the top; recorded.
     *
     * @throws Refusal not found, for anybody but the DPO and the coordinator
     */
    public List<SubjectRequestView> list(Actor reader) {
        if (!reader.isOneOf(Capacity.DPO, Capacity.COORDINATOR)) {
            throw access.denied(
                    reader, ObjectType.SUBJECT_REQUEST, reader.cell().value());
        }
        Read read = Objects.requireNonNull(transactions.execute(tx -> {
            List<SubjectRequestRows.Row> all = rows.all();
            Sight sight = access.toList(
                    reader,
                    "subject-requests",
                    all.stream().map(row -> row.id().value()).toList());
            List<Loaded> seen = new ArrayList<>();
            all.stream().filter(row -> sight.sees(row.id().value())).forEach(row -> seen.add(load(row)));
            return new Read(seen, sight);
        }));
        return read.requests().stream()
                .map(loaded -> opened(loaded, read.sight().grant()))
                .toList();
    }

    /**
     * What waits for the coordinator: how many requests have no case yet or a piece that was not weighed, and by when the first
     * of them is to be answered.
     */
    public record ToWeigh(int count, LocalDate firstDue) {}

    /** What waits for this coordinator, of the requests that they see; nothing is opened. Empty when none waits. */
    @Transactional(readOnly = true)
    public Optional<ToWeigh> toWeigh(Actor coordinator) {
        List<LocalDate> due = rows.waiting().stream()
                .filter(this::isToWeigh)
                .filter(row -> whoSees.sees(coordinator, row.id().value()))
                .map(SubjectRequestRows.Row::dueOn)
                .toList();
        return due.isEmpty() ? Optional.empty() : Optional.of(new ToWeigh(due.size(), due.get(0)));
    }

    private boolean isToWeigh(SubjectRequestRows.Row row) {
        return row.caseId() == null
                || (!rows.isGone(row)
                        && rows.pieces(row, false).stream()
                                .anyMatch(piece -> piece.given().isEmpty()));
    }

    private Loaded load(SubjectRequestRows.Row row) {
        boolean gone = rows.isGone(row);
        return new Loaded(row, gone, rows.pieces(row, gone));
    }

    private SubjectRequestView opened(Loaded loaded, Grant grant) {
        SubjectRequestRows.Row row = loaded.row();
        return new SubjectRequestView(
                row.id(),
                row.number(),
                row.kind(),
                vault.open(row.requester(), grant),
                row.receivedOn(),
                row.dueOn(),
                row.extended(),
                !row.isAnswered() && LocalDate.now(clock).isAfter(row.dueOn()),
                row.state(),
                Optional.ofNullable(row.caseId()).map(CaseId::new),
                loaded.gone(),
                loaded.pieces());
    }
}
