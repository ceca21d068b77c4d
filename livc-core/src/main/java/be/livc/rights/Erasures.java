package be.livc.rights;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.casefile.CaseFacts;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.Phases;
import be.livc.cell.Actor;
import be.livc.ledger.Ledger;
import be.livc.ledger.Receipt;
import be.livc.platform.Adding;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Erases cases: the coordinator proposes, the mayor decides, the DPO carries out and so confirms it. */
@Component
public class Erasures {

    private final ErasureRows rows;
    private final CaseFiles cases;
    private final Access access;
    private final Ledger ledger;
    private final Vault vault;
    private final Phases phases;
    private final Entitlements entitlements;
    private final BackupHorizon horizon;
    private final Clock clock;

    Erasures(
            ErasureRows rows,
            CaseFiles cases,
            Access access,
            Ledger ledger,
            Vault vault,
            Phases phases,
            Entitlements entitlements,
            BackupHorizon horizon,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.access = access;
        this.ledger = ledger;
        this.vault = vault;
        this.phases = phases;
        this.entitlements = entitlements;
        this.horizon = horizon;
        this.clock = clock;
    }

    /**
     * Proposes to erase a case or a signal that went no further.
     *
     * @param asked what is erased: a case, or a signal
     * @param rule the retention rule that its term followed
     */
    @Transactional
    public void propose(Actor actor, ToErase asked, String rule) {
        access.toAct(actor, Act.PROPOSE_ERASURE, asked.type(), asked.object());
        keepProposal(actor, asked, rule);
    }

    private void keepProposal(Actor actor, ToErase asked, String rule) {
        rows.add(new Erasure(Ids.next(), asked.caseId(), asked.number(), rule, actor.mandate(), clock.instant()));
        ledger.append(access.entry(
                        actor,
                        Act.PROPOSE_ERASURE.action(),
                        ObjectType.ERASURE,
                        asked.caseId().value())
                .inCase(asked.caseId().value())
                .because("proposed"));
    }

    /** Decides to erase. */
    @Transactional
    public void approve(Actor actor, ToErase asked) {
        access.toAct(actor, Act.DECIDE_ERASURE, asked.type(), asked.object());
        current(asked.caseId()).approve(actor.mandate(), clock.instant());
        recordDecision(actor, asked, "approved");
    }

    /** Decides to keep the case longer, up to and including a day. */
    @Transactional
    public void keep(Actor actor, ToErase asked, LocalDate until) {
        access.toAct(actor, Act.DECIDE_ERASURE, asked.type(), asked.object());
        if (!until.isAfter(LocalDate.now(clock))) {
            throw Refusal.invalid("until", "not-in-the-future");
        }
        current(asked.caseId()).keep(actor.mandate(), until, clock.instant());
        if (asked.type() == ObjectType.CASE) {
            cases.keepUntil(asked.caseId(), until);
        }
        recordDecision(actor, asked, "kept");
    }

    private void recordDecision(Actor actor, ToErase asked, String outcome) {
        ledger.append(access.entry(
                        actor,
                        Act.DECIDE_ERASURE.action(),
                        ObjectType.ERASURE,
                        asked.caseId().value())
                .inCase(asked.caseId().value())
                .because(outcome));
    }

    /**
     * Stands in for proposal and decision where a cell has set that the call of its DPO is enough; only the demo has.
     */
    @Transactional
    public void decideByRule(Actor actor, ToErase asked, String rule) {
        access.toAct(actor, Act.ERASE, asked.type(), asked.object());
        keepProposal(actor, asked, rule);
        current(asked.caseId()).approve(actor.mandate(), clock.instant());
        recordDecision(actor, asked, "by-rule");
    }

    /**
     * Carries a decided erasure out: the case key is destroyed, and with it all content of the case is unreadable.
     *
     * @throws Refusal {@code erasure-not-decided}, when the mayor has not decided to erase
     */
    @Transactional
    public Certificate carryOut(Actor actor, ToErase asked) {
        Grant grant = access.toAct(actor, Act.ERASE, asked.type(), asked.object());
        Erasure erasure = current(asked.caseId());
        if (erasure.state() != Erasure.State.APPROVED) {
            throw Refusal.conflict("erasure-not-decided");
        }
        Instant now = clock.instant();
        vault.destroy(asked.caseId().value(), grant);
        entitlements.endAll(asked.caseId().value());
        Receipt receipt = ledger.append(access.entry(
                        actor,
                        Act.ERASE.action(),
                        ObjectType.CASE,
                        asked.caseId().value())
                .inCase(asked.caseId().value()));
        erasure.done(actor.mandate(), now, horizon.after(now), receipt.index());
        return erasure.certificate();
    }

    private Erasure current(CaseId id) {
        return rows.findFirstByCaseIdOrderByProposedAtDesc(id.value())
                .orElseThrow(() -> Refusal.conflict("erasure-not-decided"));
    }

    /**
     * What remains of a case that was erased, for coordinator and DPO; empty while it is not erased.
     *
     * @throws Refusal not found, when it was erased and the reader is neither
     */
    @Transactional
    public Optional<ErasedCase> erased(Actor reader, CaseId id) {
        if (phases.of(id).filter("ERASED"::equals).isEmpty()) {
            return Optional.empty();
        }
        access.toReadShell(reader, ObjectType.CASE, id.value());
        Certificate certificate = current(id).certificate();
        return Optional.of(new ErasedCase(id, certificate.caseNumber(), certificate));
    }

    /** All certificates of the cell, the latest first. */
    @Transactional(readOnly = true)
    public List<Certificate> certificates() {
        return rows.findAllByStateOrderByErasedAtDesc(Erasure.State.DONE).stream()
                .map(Erasure::certificate)
                .toList();
    }

    /**
     * What is in retention: closed cases by the end of their term, numbers and dates, for those who propose, decide or carry
     * out.
     *
     * @throws Refusal not found, for anybody else
     */
    @Transactional
    public List<CaseFacts> inRetention(Actor reader) {
        boolean watches = Act.PROPOSE_ERASURE.isFor(reader.capacity())
                || Act.DECIDE_ERASURE.isFor(reader.capacity())
                || Act.ERASE.isFor(reader.capacity());
        if (!watches) {
            throw access.denied(reader, ObjectType.ERASURE, reader.cell().value());
        }
        return cases.inRetention();
    }

    /** The rows behind it. */
    interface ErasureRows extends Repository<Erasure, UUID>, Adding<Erasure> {
        Optional<Erasure> findFirstByCaseIdOrderByProposedAtDesc(UUID caseId);

        List<Erasure> findAllByStateOrderByErasedAtDesc(Erasure.State state);
    }
}
