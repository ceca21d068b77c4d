package be.livc.signal;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.casefile.AddItem;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseItems;
import be.livc.casefile.Numbers;
import be.livc.casefile.Subjects;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.CodeLists;
import be.livc.ledger.Ledger;
import be.livc.platform.Adding;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.vault.Sealed;
import be.livc.vault.Vault;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files signals. Weighing them is {@link Weighing}'s, reading them {@link SignalReading}'s. */
@Component
public class Signals {

    private static final String ENDED = "select s.id, s.case_id, s.number, p.since from signal s"
            + " join case_phase p on p.cell_id = s.cell_id and p.case_id = s.case_id"
            + " where s.cell_id = ? and p.phase in ('NOT_RETAINED', 'REFERRED', 'REFUSED')";

    private final SignalRows rows;
    private final CaseItems items;
    private final Subjects subjects;
    private final AgeCount ages;
    private final Numbers numbers;
    private final Access access;
    private final Entitlements entitlements;
    private final Ledger ledger;
    private final Vault vault;
    private final CodeLists codeLists;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Signals(
            SignalRows rows,
            CaseItems items,
            Subjects subjects,
            AgeCount ages,
            Numbers numbers,
            Access access,
            Entitlements entitlements,
            Ledger ledger,
            Vault vault,
            CodeLists codeLists,
            JdbcTemplate jdbc,
            Clock clock) {
        this.rows = rows;
        this.items = items;
        this.subjects = subjects;
        this.ages = ages;
        this.numbers = numbers;
        this.access = access;
        this.entitlements = entitlements;
        this.ledger = ledger;
        this.vault = vault;
        this.codeLists = codeLists;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Files a signal. Case id and key are born with it; the reporter, the coordinator and the assessors see it.
     *
     * @throws Refusal naming every field that is missing or wrong
     */
    @Transactional
    public Filed file(Actor actor, FileSignal asked) {
        Grant grant = access.toAct(actor, Act.FILE_SIGNAL, "signal");
        requireValid(asked);
        Filed filed = new Filed(new SignalId(Ids.next()), new CaseId(Ids.next()), numbers.next("S"));
        vault.bornWith(filed.caseId().value(), grant);
        rows.add(new Signal(filed, asked, actor.mandate(), notInformed(asked, filed, grant), clock.instant()));
        UUID signal = filed.id().value();
        entitlements.protect(
                ObjectType.SIGNAL,
                signal,
                Optional.of(filed.caseId().value()),
                Optional.empty(),
                Optional.of(actor.mandate()));
        List<UUID> parts = new ArrayList<>(List.of(signal));
        UUID subject = subjects.keep(filed.caseId(), asked.subject(), Optional.of(signal), grant);
        entitlements.entitle(subject, actor.mandate(), Why.OWN_CONTRIBUTION);
        ages.count(asked.subject());
        parts.add(subject);
        for (FileSignal.Fact fact : asked.facts()) {
            CaseItems.Kept kept = items.add(factOf(filed, fact, actor, asked.containsSecret()), grant);
            parts.add(kept.id().value());
            ledger.append(access.entry(
                            actor,
                            Act.FILE_SIGNAL.action(),
                            ObjectType.FACT,
                            kept.id().value())
                    .inCase(filed.caseId().value())
                    .binding(kept.commitment()));
        }
        entitlements.entitleCapacities(parts, List.of(Capacity.INFORMATION_OFFICER), Why.ASSESSOR);
        ledger.append(access.entry(actor, Act.FILE_SIGNAL.action(), ObjectType.SIGNAL, signal)
                .inCase(filed.caseId().value()));
        return filed;
    }

    private static AddItem factOf(Filed filed, FileSignal.Fact fact, Actor actor, boolean secret) {
        return AddItem.of(filed.caseId(), ObjectType.FACT, actor.mandate(), fact.text(), actor.purpose())
                .withDetail(fact.source())
                .onDay(fact.date())
                .withCode(fact.kind())
                .secret(secret)
                .about(filed.id().value());
    }

    private void requireValid(FileSignal asked) {
        List<Refusal.Reason> problems = new ArrayList<>(asked.problems(LocalDate.now(clock)));
        codeLists.problem("reporter-kinds", asked.reporter(), "reporter.kind").ifPresent(problems::add);
        codeLists.problem("urgencies", asked.urgency(), "urgency").ifPresent(problems::add);
        for (int i = 0; i < asked.facts().size(); i++) {
            codeLists
                    .problem("fact-kinds", asked.facts().get(i).kind(), "facts[" + i + "].kind")
                    .ifPresent(problems::add);
        }
        asked.secretGround()
                .ifPresent(ground ->
                        codeLists.problem("secret-grounds", ground, "ground").ifPresent(problems::add));
        Refusal.requireNone(problems);
    }

    private @Nullable Sealed notInformed(FileSignal asked, Filed filed, Grant grant) {
        return asked.notInformedReason()
                .filter(reason -> !reason.isBlank())
                .map(reason -> vault.seal(reason, Signal.notInformedPlace(CurrentCell.require(), filed), grant))
                .orElse(null);
    }

    /**
     * The case that a signal was born with; empty when there is no such signal in the bound cell. Reads no more of it: who holds the
     * case later reads the signal anew.
     */
    @Transactional(readOnly = true)
    public Optional<CaseId> caseOf(SignalId id) {
        return rows.caseOf(id.value()).map(CaseId::new);
    }

    /**
     * The same for somebody who is about to do something with the signal.
     *
     * @throws Refusal not found, when there is no such signal; recorded
     */
    @Transactional(readOnly = true)
    public CaseId caseOf(Actor actor, SignalId id) {
        return caseOf(id).orElseThrow(() -> access.denied(actor, ObjectType.SIGNAL, id.value()));
    }

    /** What people call a signal; a refusal that it is not found when it is not there. */
    @Transactional(readOnly = true)
    public String numberOf(SignalId id) {
        return rows.findById(id.value()).map(Signal::number).orElseThrow(Refusal::notFound);
    }

    /** The signal that a case was born with; empty when there is no such case in the bound cell. */
    @Transactional(readOnly = true)
    public Optional<SignalId> signalOf(CaseId id) {
        return rows.findByCaseId(id.value()).map(Signal::id);
    }

    /**
     * What people call the signals that these cases were born with: no content. Whether the caller may know of the cases
     * was decided before; those that are no signals of the bound cell are left out.
     */
    @Transactional(readOnly = true)
    public Map<CaseId, Named> of(Collection<CaseId> cases) {
        return rows.findAllByCaseIdIn(cases.stream().map(CaseId::value).toList()).stream()
                .collect(Collectors.toMap(Signal::caseId, signal -> new Named(signal.id(), signal.number())));
    }

    /** The signals that went no further, not retained, referred or not admitted, and since when; the longest ago first. */
    @Transactional(readOnly = true)
    public List<Ended> ended() {
        return jdbc.query(
                ENDED + " order by p.since, s.id",
                this::asEnded,
                CurrentCell.require().value());
    }

    /** The signal that was to become this case, where it went no further. */
    public Optional<Ended> ended(CaseId id) {
        return jdbc
                .query(
                        ENDED + " and p.case_id = ?",
                        this::asEnded,
                        CurrentCell.require().value(),
                        id.value())
                .stream()
                .findFirst();
    }

    private Ended asEnded(ResultSet row, int n) throws SQLException {
        return new Ended(
                new SignalId(row.getObject(1, UUID.class)),
                new CaseId(row.getObject(2, UUID.class)),
                row.getString(3),
                LocalDate.ofInstant(row.getTimestamp(4).toInstant(), clock.getZone()));
    }

    /** A signal that went no further. */
    public record Ended(SignalId id, CaseId caseId, String number, LocalDate on) {}

    /** A signal by its id and its number. */
    public record Named(SignalId id, String number) {}

    /** The signals behind it. */
    interface SignalRows extends Repository<Signal, UUID>, Adding<Signal> {
        Optional<Signal> findById(UUID id);

        @Lock(LockModeType.PESSIMISTIC_WRITE)
        Optional<Signal> findWithLockById(UUID id);

        Optional<Signal> findByCaseId(UUID caseId);

        @Query("select s.caseId from Signal s where s.id = :id")
        Optional<UUID> caseOf(UUID id);

        List<Signal> findAllByCaseIdIn(Collection<UUID> cases);
    }
}
