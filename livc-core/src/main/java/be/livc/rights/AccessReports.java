package be.livc.rights;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.ledger.Action;
import be.livc.ledger.Ledger;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The report of who saw or received something about a data subject: drawn up from the ledger for a request for access, with
 * what the DPO keeps back of it and on which ground (GDPR art. 15 and 23; act of 30 July 2018, titles 1 and 2).
 */
@Component
public class AccessReports {

    /** In place of a way of receiving: everything that a recipient received. */
    private static final String ALL = "ALL";

    private record Asked(String number, LocalDate receivedOn, CaseId caseId) {}

    /** What the DPO decided, in the order of deciding: the last one that fits a line counts. */
    private record Decided(UUID recipient, String how, @Nullable String ground) {
        boolean fits(UUID other, HowReceived way) {
            return recipient.equals(other) && (how.equals(ALL) || how.equals(way.name()));
        }
    }

    private final Trail trail;
    private final Access access;
    private final Ledger ledger;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    AccessReports(Trail trail, Access access, Ledger ledger, JdbcTemplate jdbc, Clock clock) {
        this.trail = trail;
        this.access = access;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The report as it would be made now, for the DPO to decide on; recorded.
     *
     * @throws Refusal not found for anybody else, {@code request-without-case} where none was found yet, or
     *     {@code request-not-for-access}
     */
    @Transactional
    public AccessReport read(Actor dpo, SubjectRequestId id) {
        return report(dpo, id, Action.READ);
    }

    /** The same to be handed out; an entry of its own, which says from when this report is. Refused like {@link #read}. */
    @Transactional
    public AccessReport make(Actor dpo, SubjectRequestId id) {
        return report(dpo, id, Action.EXPORT);
    }

    private AccessReport report(Actor dpo, SubjectRequestId id, Action action) {
        access.toAct(dpo, Act.HANDLE_REQUEST, "subject-request", id.value());
        Asked asked = asked(dpo, id);
        List<AccessReport.Received> received = received(id, asked.caseId());
        Instant now = clock.instant();
        ledger.append(access.entry(dpo, action, ObjectType.SUBJECT_REQUEST, id.value())
                .inCase(asked.caseId().value())
                .because("access-report"));
        return new AccessReport(id, asked.number(), asked.receivedOn(), asked.caseId(), now, received);
    }

    /**
     * Decides whether the data subject is told about a recipient.
     *
     * @param recipient as in the report
     * @param how one way of receiving; empty for everything that this recipient received and will receive
     * @param ground why they are not told; empty when they are told after all
     * @throws Refusal invalid {@code recipient}, where the report holds no such line; otherwise like {@link #read}
     */
    @Transactional
    public void decide(
            Actor dpo,
            SubjectRequestId id,
            UUID recipient,
            Optional<HowReceived> how,
            Optional<RestrictionGround> ground) {
        access.toAct(dpo, Act.HANDLE_REQUEST, "subject-request", id.value());
        Asked asked = asked(dpo, id);
        boolean known = received(id, asked.caseId()).stream()
                .anyMatch(one -> one.recipient().equals(recipient)
                        && how.map(one.how()::equals).orElse(true));
        if (!known) {
            throw Refusal.invalid("recipient", "unknown-code");
        }
        jdbc.update(
                "insert into request_recipient (cell_id, request_id, recipient, how, ground, decided_by, decided_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (cell_id, request_id, recipient, how) do update"
                        + " set ground = excluded.ground, decided_by = excluded.decided_by,"
                        + " decided_at = excluded.decided_at",
                CurrentCell.require().value(),
                id.value(),
                recipient,
                how.map(Enum::name).orElse(ALL),
                ground.map(Enum::name).orElse(null),
                dpo.mandate().value(),
                Timestamp.from(clock.instant()));
        ledger.append(access.entry(dpo, Action.DECIDE, ObjectType.SUBJECT_REQUEST, id.value())
                .inCase(asked.caseId().value())
                .because(ground.map(Enum::name).orElse("given")));
    }

    private Asked asked(Actor dpo, SubjectRequestId id) {
        record Found(String number, String kind, LocalDate receivedOn, @Nullable UUID caseId) {}
        Found found = jdbc
                .query(
                        "select number, kind, received_on, case_id from subject_request where cell_id = ? and id = ?",
                        (row, n) -> new Found(
                                row.getString("number"),
                                row.getString("kind"),
                                row.getDate("received_on").toLocalDate(),
                                row.getObject("case_id", UUID.class)),
                        CurrentCell.require().value(),
                        id.value())
                .stream()
                .findFirst()
                .orElseThrow(() -> access.denied(dpo, ObjectType.SUBJECT_REQUEST, id.value()));
        if (!found.kind().equals("ACCESS")) {
            throw Refusal.conflict("request-not-for-access");
        }
        if (found.caseId() == null) {
            throw Refusal.conflict("request-without-case");
        }
        return new Asked(found.number(), found.receivedOn(), new CaseId(found.caseId()));
    }

    private List<AccessReport.Received> received(SubjectRequestId id, CaseId caseId) {
        List<Decided> decisions = jdbc.query(
                "select recipient, how, ground from request_recipient where cell_id = ? and request_id = ?"
                        + " order by decided_at",
                (row, n) -> new Decided(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
                CurrentCell.require().value(),
                id.value());
        record Line(UUID recipient, HowReceived how) {}
        Map<Line, List<Trail.Step>> lines = new HashMap<>();
        trail.of(caseId).forEach(step -> lines.computeIfAbsent(
                        new Line(step.recipient(), step.how()), line -> new ArrayList<>())
                .add(step));
        return lines.entrySet().stream()
                .map(line -> received(line.getKey().recipient(), line.getKey().how(), line.getValue(), decisions))
                .sorted(Comparator.comparing(AccessReport.Received::recipient)
                        .thenComparing(AccessReport.Received::how))
                .toList();
    }

    private static AccessReport.Received received(
            UUID recipient, HowReceived how, List<Trail.Step> steps, List<Decided> decisions) {
        Optional<RestrictionGround> ground = decisions.stream()
                .filter(decided -> decided.fits(recipient, how))
                .reduce((before, after) -> after)
                .flatMap(last -> Optional.ofNullable(last.ground()).map(RestrictionGround::valueOf));
        return new AccessReport.Received(
                recipient,
                how,
                Trail.people(steps),
                steps.size(),
                steps.get(0).at(),
                steps.get(steps.size() - 1).at(),
                ground);
    }
}
