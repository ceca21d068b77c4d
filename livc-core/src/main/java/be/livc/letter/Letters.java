package be.livc.letter;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The templates of a cell's letters: read, changed, and put back to what was delivered. */
@Component
public class Letters {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_BODY = 20_000;

    private final Access access;
    private final Ledger ledger;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Letters(Access access, Ledger ledger, JdbcTemplate jdbc, Clock clock) {
        this.access = access;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The text that the cell uses now. */
    @Transactional(readOnly = true)
    public Template current(LetterKind kind) {
        return versions(kind).get(0);
    }

    /** Every version of the cell, the latest first; the delivered text is the last. */
    @Transactional(readOnly = true)
    public List<Template> versions(LetterKind kind) {
        List<Template> versions = new ArrayList<>(jdbc.query(
                "select version, title, body, delivered from letter_template where cell_id = ? and kind = ?"
                        + " order by version desc",
                (row, n) -> template(kind, row),
                CurrentCell.require().value(),
                kind.name()));
        versions.add(delivered(kind));
        return versions;
    }

    private static Template template(LetterKind kind, ResultSet row) throws SQLException {
        return new Template(
                kind,
                row.getInt("version"),
                row.getString("title"),
                row.getString("body"),
                row.getBoolean("delivered"));
    }

    /** The text that came with the program: its first line is the title. */
    static Template delivered(LetterKind kind) {
        try (InputStream file = Letters.class.getResourceAsStream(kind.file())) {
            if (file == null) {
                throw new IllegalStateException("no text was delivered for " + kind);
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            return new Template(
                    kind, 0, text.substring(0, end).strip(), text.substring(end).strip(), true);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Changes a text: a new version, the one before is kept.
     *
     * @param after the version that the change was made on; empty to take whatever is there
     * @throws Refusal changed meanwhile, when that is not the newest; conflict {@code unknown-letter-field}, naming every
     *     field that this kind does not know; invalid {@code title} or {@code body}
     */
    @Transactional
    public Template change(Actor actor, LetterKind kind, Optional<Integer> after, String title, String body) {
        access.toAct(actor, Act.CONFIGURE_CELL, "letter");
        int newest = current(kind).version();
        if (after.filter(version -> version != newest).isPresent()) {
            throw Refusal.changedMeanwhile();
        }
        return add(actor, new Template(kind, newest + 1, title.strip(), body.strip(), false));
    }

    /**
     * Puts the delivered text back, as a new version.
     *
     * @throws Refusal changed meanwhile, when somebody else makes a version at the same moment
     */
    @Transactional
    public Template reset(Actor actor, LetterKind kind) {
        access.toAct(actor, Act.CONFIGURE_CELL, "letter");
        Template delivered = delivered(kind);
        return add(actor, new Template(kind, current(kind).version() + 1, delivered.title(), delivered.body(), true));
    }

    private Template add(Actor actor, Template template) {
        requireValid(template);
        int added = jdbc.update(
                "insert into letter_template (cell_id, kind, version, title, body, delivered, changed_by, changed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                CurrentCell.require().value(),
                template.kind().name(),
                template.version(),
                template.title(),
                template.body(),
                template.delivered(),
                actor.mandate().value(),
                Timestamp.from(clock.instant()));
        if (added == 0) {
            throw Refusal.changedMeanwhile(); // at the same moment: the key of the table decides who was first
        }
        ledger.append(Entry.by(Access.ledgerActor(actor), actor.source())
                .did(Act.CONFIGURE_CELL.action())
                .on("letter", template.kind().name())
                .forPurpose(actor.purpose()));
        return template;
    }

    /** Refuses a template that could not be filled in; the same check as a change, for a preview. */
    public static void requireValid(Template template) {
        if (template.title().isBlank() || template.title().length() > LONGEST_TITLE) {
            throw Refusal.invalid("title", template.title().isBlank() ? "required" : "too-long");
        }
        if (template.body().isBlank() || template.body().length() > LONGEST_BODY) {
            throw Refusal.invalid("body", template.body().isBlank() ? "required" : "too-long");
        }
        List<Refusal.Reason> unknown = template.unknownFields().stream()
                .map(field -> new Refusal.Reason("unknown-letter-field", field))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.conflict(unknown);
        }
    }
}
