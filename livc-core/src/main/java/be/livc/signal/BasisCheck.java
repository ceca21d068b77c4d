package be.livc.signal;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.BasisRefs;
import be.livc.access.Entitlements;
import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.cell.Mandate;
import be.livc.cell.Mandates;
import be.livc.cell.MandatoryFunctions;
import be.livc.law.Gate;
import be.livc.law.LegalBases;
import be.livc.law.Verdict;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The basis check of a candidate of a PIVC: whether the procureur's permission for this prison holds now. */
@Component
public class BasisCheck {

    private final Signals.SignalRows rows;
    private final LegalBases bases;
    private final Gate gate;
    private final Mandates mandates;
    private final MandatoryFunctions functions;
    private final Access access;
    private final Entitlements entitlements;
    private final Ledger ledger;
    private final Clock clock;

    BasisCheck(
            Signals.SignalRows rows,
            LegalBases bases,
            Gate gate,
            Mandates mandates,
            MandatoryFunctions functions,
            Access access,
            Entitlements entitlements,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.bases = bases;
        this.gate = gate;
        this.mandates = mandates;
        this.functions = functions;
        this.access = access;
        this.entitlements = entitlements;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Judges the mandatory functions of this cell by the permissions that hold at this moment. */
    @Transactional(readOnly = true)
    public Verdict judge(String purpose) {
        Set<Capacity> mandatory = functions.on(LocalDate.now(clock));
        List<Mandate> core = mandates.ofThoseWhoTakePart().stream()
                .filter(mandate -> mandatory.contains(mandate.capacity()))
                .toList();
        return gate.check(bases.countingIn(CellKind.PIVC), purpose, core, clock.instant());
    }

    /**
     * Records the check; a candidate whom the permission covers is put before the direction of the prison.
     *
     * @return whether it covers the candidate
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean record(Actor actor, SignalId id) {
        Signal signal =
                rows.findById(id.value()).orElseThrow(() -> access.denied(actor, ObjectType.SIGNAL, id.value()));
        access.toAct(actor, Act.CHECK_BASIS, ObjectType.SIGNAL, id.value());
        Verdict verdict = judge(actor.purpose());
        Entry entry = access.entry(actor, Act.CHECK_BASIS.action(), ObjectType.SIGNAL, id.value())
                .inCase(signal.caseId().value());
        if (verdict instanceof Verdict.Allowed allowed) {
            entitlements.entitleToCase(signal.caseId().value(), Capacity.PRISON_DIRECTION, Why.DECIDES_ON_LISTING);
            ledger.append(entry.because("basis-valid")
                    .under(BasisRefs.of(allowed.covering().bases())));
            return true;
        }
        ledger.append(entry.because("basis-invalid"));
        return false;
    }

    /** Passes when a permission holds at this moment for this cell's work; {@code basis-expired} otherwise. */
    @Transactional(readOnly = true)
    public void requirePermission(String purpose) {
        boolean holds = bases.countingIn(CellKind.PIVC).stream()
                .anyMatch(basis -> basis.isValidAt(clock.instant()) && basis.serves(purpose));
        if (!holds) {
            throw Refusal.conflict("basis-expired");
        }
    }
}
