package be.livc.rights;

import be.livc.access.Access;
import be.livc.access.ObjectType;
import be.livc.access.Towns;
import be.livc.casefile.CaseId;
import be.livc.casefile.Phases;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.ledger.LedgerBook;
import be.livc.platform.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What remains of what was erased: its number, and the certificate with the proof that the erasure stands in the log; no content.
 * How it came to be erased is {@link Erasures}'.
 */
@Component
public class Certificates {

    private final Erasures.ErasureRows rows;
    private final Phases phases;
    private final Access access;
    private final Towns towns;
    private final LedgerBook book;

    Certificates(Erasures.ErasureRows rows, Phases phases, Access access, Towns towns, LedgerBook book) {
        this.rows = rows;
        this.phases = phases;
        this.access = access;
        this.towns = towns;
        this.book = book;
    }

    /**
     * What remains of a case that was erased, for coordinator and DPO; empty while it is not erased.
     *
     * @throws Refusal not found, when it was erased and the reader is neither
     */
    @Transactional
    public Optional<ErasedCase> erased(Actor reader, CaseId id) {
        return shell(reader, id, ObjectType.CASE, id.value());
    }

    /** The same of a signal that went no further. */
    @Transactional
    public Optional<ErasedCase> erased(Actor reader, ToErase signal) {
        return shell(reader, signal.caseId(), signal.type(), signal.object());
    }

    private Optional<ErasedCase> shell(Actor reader, CaseId id, ObjectType type, UUID object) {
        if (!phases.isErased(id)) {
            return Optional.empty();
        }
        access.toReadShell(reader, type, object);
        Certificate certificate = rows.current(id).certificate();
        return Optional.of(new ErasedCase(id, certificate.caseNumber(), certificate));
    }

    /**
     * All certificates of the cell, the latest first, for coordinator and DPO; who acts for one town of it sees that town's.
     *
     * @throws Refusal not found, for anybody else
     */
    @Transactional
    public List<Certificate> all(Actor reader) {
        if (!reader.isOneOf(Capacity.COORDINATOR, Capacity.DPO)) {
            throw access.denied(reader, ObjectType.ERASURE, reader.cell().value());
        }
        Set<UUID> elsewhere = towns.elsewhere(reader.mandate());
        return rows.findAllByStateOrderByErasedAtDesc(Erasure.State.DONE).stream()
                .filter(erasure -> !elsewhere.contains(erasure.caseId()))
                .map(Erasure::certificate)
                .toList();
    }

    /**
     * The proof that the erasure of a certificate stands in the log, signed and checkable without this program (C2SP tlog-proof);
     * the same each time. Empty when the cell pruned that entry before it was asked. Ask it outside the transaction that gave the
     * certificate: only what is committed is signed for.
     */
    @Transactional
    public Optional<String> proof(Certificate certificate) {
        Erasure erasure = rows.findByLedgerIndex(certificate.ledgerIndex()).orElseThrow(Refusal::notFound);
        if (erasure.proof().isEmpty()) {
            book.receipt(certificate.ledgerIndex()).ifPresent(erasure::prove);
        }
        return erasure.proof();
    }
}
