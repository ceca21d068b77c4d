package be.livc.consultation;

import be.livc.casefile.CaseId;
import be.livc.cell.MandateId;
import be.livc.platform.Adding;
import be.livc.platform.CurrentCell;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Where the versions of feedback sheets and the votes on them are. */
@Component
class SheetRows {

    private final Versions versions;
    private final JdbcTemplate jdbc;

    SheetRows(Versions versions, JdbcTemplate jdbc) {
        this.versions = versions;
        this.jdbc = jdbc;
    }

    void add(SheetVersion version) {
        versions.add(version);
    }

    Optional<SheetVersion> find(FeedbackSheetId id) {
        return versions.findById(id.value());
    }

    /** Lets one draft at a time be kept for an item: who comes second waits, and sees what the first kept. */
    void hold(UUID agendaItem) {
        jdbc.query(
                "select id from agenda_item where cell_id = ? and id = ? for update",
                (row, n) -> n,
                CurrentCell.require().value(),
                agendaItem);
    }

    /** All versions for one item, the latest first. */
    List<SheetVersion> of(UUID agendaItem) {
        return versions.findAllByAgendaItemIdOrderByVersionDesc(agendaItem);
    }

    /** The versions that are in the vote in a case, the oldest first. */
    List<SheetVersion> inVote(CaseId caseId) {
        return versions.findAllByCaseIdAndStateOrderByDraftedAt(caseId.value(), SheetVersion.State.VOTING);
    }

    void vote(FeedbackSheetId sheet, MandateId who, boolean agrees, Instant now) {
        jdbc.update(
                "insert into feedback_vote (cell_id, sheet_id, mandate_id, agrees, at) values (?, ?, ?, ?, ?)"
                        + " on conflict (cell_id, sheet_id, mandate_id) do update set agrees = excluded.agrees,"
                        + " at = excluded.at",
                CurrentCell.require().value(),
                sheet.value(),
                who.value(),
                agrees,
                Timestamp.from(now));
    }

    Map<MandateId, Boolean> votes(FeedbackSheetId sheet) {
        Map<MandateId, Boolean> votes = new LinkedHashMap<>();
        jdbc.query(
                "select mandate_id, agrees from feedback_vote where cell_id = ? and sheet_id = ?",
                row -> {
                    votes.put(new MandateId(row.getObject(1, UUID.class)), row.getBoolean(2));
                },
                CurrentCell.require().value(),
                sheet.value());
        return votes;
    }

    /** The versions behind it. */
    interface Versions extends Repository<SheetVersion, UUID>, Adding<SheetVersion> {
        Optional<SheetVersion> findById(UUID id);

        List<SheetVersion> findAllByAgendaItemIdOrderByVersionDesc(UUID agendaItemId);

        List<SheetVersion> findAllByCaseIdAndStateOrderByDraftedAt(UUID caseId, SheetVersion.State state);
    }
}
