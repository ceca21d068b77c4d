package be.livc.rights;

import be.livc.casefile.CaseId;
import be.livc.casefile.CaseItems;
import be.livc.casefile.ItemId;
import be.livc.casefile.Phases;
import be.livc.cell.MandateId;
import be.livc.platform.CurrentCell;
import be.livc.vault.Place;
import be.livc.vault.Sealed;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows behind requests of data subjects, and what was decided on each piece of the case that one is about. */
@Component
class SubjectRequestRows {

    /** A request, with who asks still sealed. */
    record Row(
            SubjectRequestId id,
            String number,
            String kind,
            LocalDate receivedOn,
            LocalDate dueOn,
            boolean extended,
            String state,
            @Nullable Instant answeredAt,
            @Nullable UUID caseId,
            Sealed requester) {

        boolean isAnswered() {
            return state.equals("ANSWERED");
        }
    }

    private final CaseItems items;
    private final Phases phases;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    SubjectRequestRows(CaseItems items, Phases phases, JdbcTemplate jdbc, Clock clock) {
        this.items = items;
        this.phases = phases;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a request that came in, or came along. */
    void add(SubjectRequestId id, OpenRequest request, Sealed requester) {
        jdbc.update(
                "insert into subject_request (cell_id, id, number, kind, received_on, due_on, extended, state,"
                        + " requester_sealed) values (?, ?, ?, ?, ?, ?, ?, 'RECEIVED', ?)",
                cell(),
                id.value(),
                request.number(),
                request.kind(),
                Date.valueOf(request.receivedOn()),
                Date.valueOf(request.dueOn()),
                request.extended(),
                requester.toColumn());
    }

    /** Where the words about who asks are sealed. */
    static Place place(SubjectRequestId id) {
        return new Place(CurrentCell.require(), id.value(), "subject_request", "requester", id.value());
    }

    /** Two months more: three from the day it was received. */
    void extend(Row request, String reason) {
        jdbc.update(
                "update subject_request set extended = true, extension_reason = ?, due_on = ?"
                        + " where cell_id = ? and id = ?",
                reason,
                Date.valueOf(SubjectRequestView.extendedFrom(request.receivedOn())),
                cell(),
                request.id().value());
    }

    void link(SubjectRequestId id, CaseId caseId) {
        jdbc.update(
                "update subject_request set case_id = ?, state = 'IN_WEIGHING' where cell_id = ? and id = ?",
                caseId.value(),
                cell(),
                id.value());
    }

    /** Keeps what was decided about a piece, in place of what was decided before. */
    void weigh(SubjectRequestId id, ItemId item, Optional<RestrictionGround> ground, MandateId by) {
        jdbc.update(
                "insert into request_item (cell_id, request_id, item_id, given, ground, weighed_by, weighed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (cell_id, request_id, item_id) do update"
                        + " set given = excluded.given, ground = excluded.ground, weighed_by = excluded.weighed_by,"
                        + " weighed_at = excluded.weighed_at",
                cell(),
                id.value(),
                item.value(),
                ground.isEmpty(),
                ground.map(Enum::name).orElse(null),
                by.value(),
                Timestamp.from(clock.instant()));
    }

    void answer(SubjectRequestId id) {
        jdbc.update(
                "update subject_request set state = 'ANSWERED', answered_at = ? where cell_id = ? and id = ?",
                Timestamp.from(clock.instant()),
                cell(),
                id.value());
    }

    Optional<Row> find(SubjectRequestId id) {
        return find(id, "");
    }

    /** The same, held until the transaction ends: whoever is to change it looks at it as it is then. */
    Optional<Row> hold(SubjectRequestId id) {
        return find(id, " for update");
    }

    private Optional<Row> find(SubjectRequestId id, String held) {
        return jdbc
                .query(
                        "select * from subject_request where cell_id = ? and id = ?" + held,
                        (row, n) -> row(row),
                        cell(),
                        id.value())
                .stream()
                .findFirst();
    }

    /** Those about a case that are not answered yet, what is due first at the top. */
    List<OpenRequest> openOn(CaseId id) {
        return jdbc.query(
                "select number, kind, received_on, due_on, extended from subject_request"
                        + " where cell_id = ? and case_id = ? and state <> 'ANSWERED' order by due_on, number",
                (row, n) -> new OpenRequest(
                        row.getString(1),
                        row.getString(2),
                        row.getDate(3).toLocalDate(),
                        row.getDate(4).toLocalDate(),
                        row.getBoolean(5)),
                cell(),
                id.value());
    }

    /** All of the cell, what is due first at the top and what is answered last. */
    List<Row> all() {
        return jdbc.query(
                "select * from subject_request where cell_id = ? order by state = 'ANSWERED', due_on, number",
                (row, n) -> row(row),
                cell());
    }

    /** Those that are not answered yet, what is due first at the top. */
    List<Row> waiting() {
        return jdbc.query(
                "select * from subject_request where cell_id = ? and state <> 'ANSWERED' order by due_on, number",
                (row, n) -> row(row),
                cell());
    }

    private static Row row(ResultSet row) throws SQLException {
        SubjectRequestId id = new SubjectRequestId(row.getObject("id", UUID.class));
        @Nullable Timestamp answeredAt = row.getTimestamp("answered_at");
        return new Row(
                id,
                row.getString("number"),
                row.getString("kind"),
                row.getDate("received_on").toLocalDate(),
                row.getDate("due_on").toLocalDate(),
                row.getBoolean("extended"),
                row.getString("state"),
                answeredAt == null ? null : answeredAt.toInstant(),
                row.getObject("case_id", UUID.class),
                Sealed.fromColumn(row.getBytes("requester_sealed")).at(place(id)));
    }

    /**
     * The pieces of the case that it is about, with what was decided on each; none while no case was found. Of one that is
     * answered, or whose case is gone, what was decided on before: what came into the case later is no part of the answer, and
     * nobody can weigh it any more.
     *
     * @param gone whether it is, by {@link #isGone}
     */
    List<SubjectRequestView.Weighed> pieces(Row row, boolean gone) {
        if (row.caseId() == null) {
            return List.of();
        }
        record Decision(boolean given, Optional<RestrictionGround> ground) {}
        Map<UUID, Decision> decisions = new HashMap<>();
        jdbc.query(
                "select item_id, given, ground from request_item where cell_id = ? and request_id = ?",
                found -> {
                    decisions.put(
                            found.getObject(1, UUID.class),
                            new Decision(
                                    found.getBoolean(2),
                                    Optional.ofNullable(found.getString(3)).map(RestrictionGround::valueOf)));
                },
                cell(),
                row.id().value());
        return items.outline(new CaseId(row.caseId())).stream()
                .filter(piece -> !(gone || row.isAnswered())
                        || decisions.containsKey(piece.id().value()))
                .map(piece -> {
                    Optional<Decision> decision =
                            Optional.ofNullable(decisions.get(piece.id().value()));
                    return new SubjectRequestView.Weighed(
                            piece.id(),
                            piece.type(),
                            piece.called(),
                            piece.at(),
                            piece.secret(),
                            decision.map(Decision::given),
                            decision.flatMap(Decision::ground));
                })
                .toList();
    }

    /** Whether the case that it is about was erased, or became another cell's, before it was answered. */
    boolean isGone(Row row) {
        return row.caseId() != null
                && phases.goneSince(new CaseId(row.caseId()))
                        .filter(since -> row.answeredAt() == null || since.isBefore(row.answeredAt()))
                        .isPresent();
    }

    private static UUID cell() {
        return CurrentCell.require().value();
    }
}
