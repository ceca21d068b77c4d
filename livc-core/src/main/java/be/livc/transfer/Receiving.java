package be.livc.transfer;

import be.livc.access.Access;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.casefile.CaseId;
import be.livc.casefile.Contents;
import be.livc.cell.Capacity;
import be.livc.cell.Cells;
import be.livc.cell.Mandate;
import be.livc.cell.Mandates;
import be.livc.law.Gate;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasis;
import be.livc.law.Verdict;
import be.livc.ledger.Action;
import be.livc.ledger.Commitment;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.ledger.LedgerActor;
import be.livc.platform.Adding;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.platform.RequestSource;
import be.livc.vault.Sealed;
import be.livc.vault.Vault;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The receiver's half of a hand-over, as far as the program takes its steps; people's are in {@link Answering}. Each method is
 * one step within the receiver's cell, in the caller's transaction, with its entry in the receiver's ledger.
 */
@Component
public class Receiving {

    private final IncomingRows rows;
    private final Gate gate;
    private final LegalBases bases;
    private final Mandates mandates;
    private final Access access;
    private final Entitlements entitlements;
    private final Ledger ledger;
    private final Vault vault;
    private final Cells cells;
    private final Contents contents;
    private final Clock clock;

    Receiving(
            IncomingRows rows,
            Gate gate,
            LegalBases bases,
            Mandates mandates,
            Access access,
            Entitlements entitlements,
            Ledger ledger,
            Vault vault,
            Cells cells,
            Contents contents,
            Clock clock) {
        this.rows = rows;
        this.gate = gate;
        this.bases = bases;
        this.mandates = mandates;
        this.access = access;
        this.entitlements = entitlements;
        this.ledger = ledger;
        this.vault = vault;
        this.cells = cells;
        this.contents = contents;
        this.clock = clock;
    }

    /**
     * Judges, for each of these purposes, whether a legal basis of this cell lets its coordinators hear what was given for
     * that purpose.
     */
    @Transactional(readOnly = true)
    public Map<String, Verdict> judge(Collection<String> purposes) {
        List<LegalBasis> all = bases.countingIn(cells.current().kind());
        List<Mandate> receivers = mandates.ofThoseWhoTakePart().stream()
                .filter(mandate -> mandate.capacity() == Capacity.COORDINATOR)
                .toList();
        Map<String, Verdict> verdicts = new HashMap<>();
        for (String purpose : purposes) {
            verdicts.put(
                    purpose,
                    receivers.isEmpty()
                            ? new Verdict.Refused(List.of(new Refusal.Reason("no-receiver", purpose)))
                            : gate.check(all, purpose, receivers, clock.instant()));
        }
        return verdicts;
    }

    /** Keeps what is to be offered, under a new key of this cell. Nobody sees it yet. Doing it again changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void prepare(Announced announced, Parcel parcel) {
        if (rows.findById(announced.id().value()).isPresent()) {
            return;
        }
        Grant grant = access.toCarryOver(cells.current());
        CellId here = CurrentCell.require();
        CaseId caseId = new CaseId(Ids.next());
        UUID contentId = Ids.next();
        String content = contents.text(parcel);
        vault.bornWith(caseId.value(), grant);
        Sealed summary = vault.seal(
                contents.text(parcel.summary()), IncomingTransfer.summaryPlace(here, caseId, announced.id()), grant);
        IncomingTransfer row = rows.add(new IncomingTransfer(
                announced,
                caseId,
                contentId,
                summary,
                vault.seal(content, IncomingTransfer.contentPlace(here, caseId, contentId), grant),
                clock.instant()));
        ledger.append(byProgram(row, "prepared").binding(Commitment.of(content)));
    }

    /**
     * Shows the offer to those who answer it.
     *
     * @return the case that it may become here; empty when it was shown already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<CaseId> announce(TransferId id) {
        IncomingTransfer row = rows.held(id);
        if (row.state() != IncomingTransfer.State.PREPARED) {
            return Optional.empty();
        }
        row.offer();
        Optional<UUID> caseId = Optional.of(row.caseId().value());
        entitlements.protect(ObjectType.TRANSFER, id.value(), caseId, Optional.empty(), Optional.empty());
        entitlements.protect(
                ObjectType.TRANSFER_CONTENT, row.contentId(), caseId, Optional.of(id.value()), Optional.empty());
        if (row.kind().isUrgent()) {
            entitlements.entitle(id.value(), Capacity.INFORMATION_OFFICER, Why.TAKES_OVER);
        }
        ledger.append(byProgram(row, "received"));
        return Optional.of(row.caseId());
    }

    /**
     * Nobody answered the offer in time that this case would be born from: this function, too, sees it from now on. Changes
     * nothing where the case was not offered, or is answered.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void escalate(CaseId id, Capacity to) {
        rows.findByCaseId(id.value())
                .filter(row -> row.state() == IncomingTransfer.State.OFFERED)
                .ifPresent(row -> {
                    // Mayor, direction and coordinator see it by their function.
                    if (to == Capacity.INFORMATION_OFFICER) {
                        entitlements.entitle(row.id().value(), to, Why.TAKES_OVER);
                    }
                    ledger.append(byProgram(row, "escalated"));
                });
    }

    /** Throws away what was prepared and will never be offered. Doing it again changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void abandon(TransferId id) {
        Optional<IncomingTransfer> prepared =
                rows.holdById(id.value()).filter(row -> row.state() == IncomingTransfer.State.PREPARED);
        prepared.ifPresent(row -> {
            row.abandon();
            vault.destroy(row.caseId().value(), access.toCarryOver(cells.current()));
            ledger.append(byProgram(row, "abandoned"));
        });
    }

    /**
     * The sender takes it back; when it was answered before, the answer stands.
     *
     * @return the case that it would have become here; empty when it was answered
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<CaseId> withdraw(TransferId id) {
        IncomingTransfer row = rows.held(id);
        if (row.state() != IncomingTransfer.State.OFFERED) {
            return Optional.empty();
        }
        row.withdraw(clock.instant());
        vault.destroy(row.caseId().value(), access.toCarryOver(cells.current()));
        ledger.append(byProgram(row, "withdrawn"));
        return Optional.of(row.caseId());
    }

    /** The case that it is to become here; empty when nothing was prepared. Reads no more of it: who holds it later reads it anew. */
    @Transactional(readOnly = true)
    public Optional<CaseId> caseOf(TransferId id) {
        return rows.caseOf(id.value()).map(CaseId::new);
    }

    /** How far it is here; empty when nothing was prepared. */
    @Transactional(readOnly = true)
    public Optional<TransferState> state(TransferId id) {
        return rows.findById(id.value()).map(TransferReading::stateOf);
    }

    /** The code with which it was refused. */
    @Transactional(readOnly = true)
    public Optional<String> refusal(TransferId id) {
        return rows.findById(id.value()).flatMap(IncomingTransfer::answerCode);
    }

    /** From which cell it comes; empty when nothing of this name was offered here. */
    @Transactional(readOnly = true)
    public Optional<CellId> sender(TransferId id) {
        return rows.findById(id.value()).map(IncomingTransfer::from);
    }

    /** The offer that a case of this cell was, or is to be, born from. */
    @Transactional(readOnly = true)
    public Optional<TransferId> behind(CaseId id) {
        return rows.findByCaseId(id.value()).map(IncomingTransfer::id);
    }

    private static Entry byProgram(IncomingTransfer row, String what) {
        return Entry.by(LedgerActor.PROGRAM, RequestSource.PROGRAM)
                .did(Action.TRANSFER)
                .on(ObjectType.TRANSFER.code(), row.id().value())
                .forPurpose(row.purpose())
                .inCase(row.caseId().value())
                .because(what)
                .linkedTo(row.origin());
    }

    /** The rows behind it. */
    interface IncomingRows extends Repository<IncomingTransfer, UUID>, Adding<IncomingTransfer> {
        Optional<IncomingTransfer> findById(UUID id);

        Optional<IncomingTransfer> findByCaseId(UUID caseId);

        @Query("select t.caseId from IncomingTransfer t where t.id = :id")
        Optional<UUID> caseOf(UUID id);

        @Lock(LockModeType.PESSIMISTIC_WRITE)
        @Query("select t from IncomingTransfer t where t.id = :id")
        Optional<IncomingTransfer> holdById(UUID id);

        /** The one of this name, so that nobody else takes a step with it meanwhile; a refusal where there is none. */
        default IncomingTransfer held(TransferId id) {
            return holdById(id.value()).orElseThrow(Refusal::notFound);
        }

        List<IncomingTransfer> findAllByOrderByPreparedAtDesc();
    }
}
