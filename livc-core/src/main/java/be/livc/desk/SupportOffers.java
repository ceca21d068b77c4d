package be.livc.desk;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.CurrentCell;
import be.livc.platform.Faults;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The directory of support: projects and services that a measure of a plan can call upon. A measure keeps the code alone; who
 * looks from here sees no measure.
 */
@Component
public class SupportOffers {

    /** What an offer is for. */
    public static final List<String> KINDS =
            List.of("DERADICALISATION", "VICTIM_SUPPORT", "POLARISATION", "HATE_SPEECH", "FAMILY", "OTHER");

    /** Where it is to be had: a province, Brussels or everywhere. */
    public static final List<String> REGIONS = List.of(
            "FLANDERS", "ANTWERPEN", "LIMBURG", "OOST_VLAANDEREN", "VLAAMS_BRABANT", "WEST_VLAANDEREN", "BRUSSEL");

    private static final int LONGEST = 2000;

    /**
     * What is said of an offer.
     *
     * @param text for whom it is and what it does
     * @param contact of the organisation, such as its public telephone number
     */
    public record About(String kind, String name, String organisation, String region, String text, String contact) {}

    /** An offer; {@code endedOn} is set when it is no longer to be had, while measures still name its code. */
    public record Offer(String code, About about, Optional<LocalDate> endedOn, int version) {}

    private final Desk desk;
    private final Guard guard;
    private final Access access;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Clock clock;

    SupportOffers(Desk desk, Guard guard, Access access, Ledger ledger, JdbcClient jdbc, Clock clock) {
        this.desk = desk;
        this.guard = guard;
        this.access = access;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All offers, those that ended too; of one kind or region where these are named. An offer everywhere is in each region. */
    public List<Offer> all(Optional<String> kind, Optional<String> region) {
        Map<String, Object> values = new HashMap<>();
        values.put("kind", kind.orElse(null));
        values.put("region", region.orElse(null));
        if (!desk.isThere()) {
            return List.of();
        }
        return desk.in(() -> {
            values.put("cell", CurrentCell.require().value());
            return jdbc.sql("select * from support_offer where cell_id = :cell"
                            + " and (cast(:kind as text) is null or kind = :kind)"
                            + " and (cast(:region as text) is null or region in (:region, 'FLANDERS'))"
                            + " order by kind, name, code")
                    .params(values)
                    .query((row, n) -> offer(row))
                    .list();
        });
    }

    /** One offer. */
    public Optional<Offer> find(String code) {
        if (!desk.isThere()) {
            return Optional.empty();
        }
        return desk.in(() -> jdbc.sql("select * from support_offer where cell_id = ? and code = ?")
                .params(CurrentCell.require().value(), code)
                .query((row, n) -> offer(row))
                .optional());
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getString("code"),
                new About(
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("organisation"),
                        row.getString("region"),
                        row.getString("text"),
                        row.getString("contact")),
                Optional.ofNullable(row.getObject("ended_on", LocalDate.class)),
                row.getInt("version"));
    }

    /**
     * Adds an offer.
     *
     * @return its code
     */
    @Transactional
    public String add(Actor consultant, About about) {
        access.toAct(consultant, Act.WORK_AT_DESK, "support-offer");
        requireValid(consultant, about);
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('support-offers', 0))")
                .query((row, n) -> n)
                .list();
        int last = jdbc.sql("select coalesce(max(substr(code, 4)::int), 0) from support_offer where cell_id = ?")
                .param(CurrentCell.require().value())
                .query(Integer.class)
                .single();
        String code = String.format("AO-%03d", last + 1);
        jdbc.sql("insert into support_offer (cell_id, code, kind, name, organisation, region, text, contact, version)"
                        + " values (:cell, :code, :kind, :name, :organisation, :region, :text, :contact, 1)")
                .params(values(code, about))
                .update();
        record(consultant, code);
        return code;
    }

    /**
     * Brings an offer up to date, or ends it: it keeps its code, and the measures that name it.
     *
     * @throws Refusal not found; changed meanwhile, when somebody else was first
     */
    @Transactional
    public void change(Actor consultant, String code, int version, About about, boolean ended) {
        access.toAct(consultant, Act.WORK_AT_DESK, "support-offer");
        requireValid(consultant, about);
        Map<String, Object> values = values(code, about);
        values.put("version", version);
        values.put("ended", ended ? LocalDate.now(clock) : null);
        int changed = jdbc.sql("update support_offer set kind = :kind, name = :name, organisation = :organisation,"
                        + " region = :region, text = :text, contact = :contact, version = version + 1,"
                        + " ended_on = case when cast(:ended as date) is null then null"
                        + " else coalesce(ended_on, cast(:ended as date)) end"
                        + " where cell_id = :cell and code = :code and version = :version")
                .params(values)
                .update();
        if (changed == 0) {
            throw find(code).isEmpty() ? Refusal.notFound() : Refusal.changedMeanwhile();
        }
        record(consultant, code);
    }

    private static Map<String, Object> values(String code, About about) {
        Map<String, Object> values = new HashMap<>();
        values.put("cell", CurrentCell.require().value());
        values.put("code", code);
        values.put("kind", about.kind());
        values.put("name", about.name().strip());
        values.put("organisation", about.organisation().strip());
        values.put("region", about.region());
        values.put("text", about.text().strip());
        values.put("contact", about.contact().strip());
        return values;
    }

    /** The contact is not guarded: it is the organisation's public number or address. */
    private void requireValid(Actor consultant, About about) {
        new Faults()
                .code(KINDS, "kind", about.kind())
                .code(REGIONS, "region", about.region())
                .text("name", about.name(), ShortText.LINE)
                .text("organisation", about.organisation(), ShortText.LINE)
                .text("text", about.text(), LONGEST)
                .text("contact", about.contact(), ShortText.SENTENCE)
                .refuse();
        guard.requireClean(consultant, "text", about.text());
    }

    private void record(Actor consultant, String code) {
        ledger.append(Entry.by(Access.ledgerActor(consultant), consultant.source())
                .did(Act.WORK_AT_DESK.action())
                .on("support-offer", code)
                .forPurpose(consultant.purpose()));
    }
}
