package be.livc.oversight;

import be.livc.access.Access;
import be.livc.access.LedgerReading;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.ledger.LedgerBook;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The DPO's queue of accesses that no reason explains well, those that least does first. Nearly every access has a good
 * reason; what deserves an eye is the one that lacks it, not the one that a plain rule on volume or hours points at.
 */
@Component
public class UnusualAccess {

    private static final String NEW = "with new as (select e.seq, e.time, e.action, e.result, e.case_id, e.actor_user,"
            + " (e.time at time zone 'Europe/Brussels')::date as day,"
            + " (e.time at time zone 'Europe/Brussels' - interval '6 hours')::date as night, l.j ->> 'why' as why,"
            + " (l.j #>> '{object,type}') as object_type,"
            + " (l.j #>> '{actor,mandate}') as mandate from ledger_entry e"
            + " cross join lateral (select case when pg_input_is_valid(e.leaf, 'jsonb') then e.leaf::jsonb end) as l (j)"
            + " where e.cell_id = :cell and e.seq >= :from and e.seq < :to), found (seq, measure, cases) as (";

    private static final String KEEP =
            ") insert into review_finding (cell_id, entry, rule, actor_user, mandate_id, case_id, case_ids,"
                    + " at, measure) select :cell, n.seq, :rule, n.actor_user, n.mandate::uuid,"
                    + " case when f.cases is null then n.case_id end, f.cases, n.time, f.measure"
                    + " from found f join new n on n.seq = f.seq on conflict do nothing";

    /**
     * What was added to a night that waits already joins its finding, and moves it to the last entry: who reviews a page on
     * which it was not yet, reviews nothing.
     */
    private static final String JOIN = "), joined as (select n.seq, n.time, n.mandate, waits.entry,"
            + " (select array_agg(distinct one) from unnest(waits.case_ids || f.cases) as one) as cases"
            + " from found f join new n on n.seq = f.seq join lateral (select o.entry, o.case_ids from review_finding o"
            + " where o.cell_id = :cell and o.rule = :rule and o.outcome is null and o.actor_user = n.actor_user"
            + " and o.case_ids is not null and (o.at at time zone 'Europe/Brussels' - interval '6 hours')::date = n.night"
            + " order by o.entry desc limit 1) waits on true)"
            + " update review_finding r set entry = j.seq, at = j.time, mandate_id = j.mandate::uuid, case_ids = j.cases,"
            + " measure = cardinality(j.cases) from joined j where r.cell_id = :cell and r.rule = :rule and r.entry = j.entry";

    private static final int MOST_WAITING = 1000;

    private final LedgerReading reading;
    private final PersonalFiles personalFiles;
    private final LedgerBook book;
    private final Ledger ledger;
    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final Clock clock;

    UnusualAccess(
            LedgerReading reading,
            PersonalFiles personalFiles,
            LedgerBook book,
            Ledger ledger,
            JdbcTemplate jdbc,
            Clock clock) {
        this.reading = reading;
        this.personalFiles = personalFiles;
        this.book = book;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
        this.clock = clock;
    }

    /** Lets the active rules look at what was added since the last time; in the current cell. */
    @Transactional
    public void scan() {
        UUID cell = CurrentCell.require().value();
        book.lookUp();
        List<Long> until = jdbc.queryForList("select until from review_scanned where cell_id = ?", Long.class, cell);
        long from = until.isEmpty() ? 0 : until.get(0);
        long to = book.size();
        if (from >= to) {
            return;
        }
        for (RuleRecord rule : rules()) {
            if (rule.active() && rule.rule().isInSql()) {
                MapSqlParameterSource stretch = new MapSqlParameterSource()
                        .addValue("cell", cell)
                        .addValue("from", from)
                        .addValue("to", to)
                        .addValue("threshold", rule.threshold())
                        .addValue("rule", rule.rule().name());
                if (rule.rule().gathers()) {
                    named.update(NEW + rule.rule().sql() + JOIN, stretch);
                }
                named.update(NEW + rule.rule().sql() + KEEP, stretch);
            }
        }
        jdbc.update(
                "insert into review_scanned (cell_id, until) values (?, ?) on conflict (cell_id)"
                        + " do update set until = greatest(review_scanned.until, excluded.until)",
                cell,
                to);
    }

    /**
     * What waits for the DPO, the least explained first; looks first.
     *
     * @throws Refusal not found, for anybody but the DPO
     */
    @Transactional
    public List<Finding> open(Actor reader, int most) {
        reading.requireAll(reader);
        List<Finding> byName = personalFiles.open(record(ReviewRule.KNOWN_NAME));
        scan();
        List<Finding> kept = findings("outcome is null order by at desc", MOST_WAITING);
        ledger.append(Entry.by(Access.ledgerActor(reader), reader.source())
                .did(Action.READ)
                .on("review", CurrentCell.require().value())
                .forPurpose(reader.purpose()));
        return Stream.concat(kept.stream(), byName.stream())
                .sorted(Comparator.comparingDouble(Finding::rank)
                        .reversed()
                        .thenComparing(Finding::at, Comparator.reverseOrder()))
                .limit(most)
                .toList();
    }

    /**
     * What the DPO found, the last reviewed first; no findings by name, of which whom they are about is not kept.
     *
     * @throws Refusal not found, for anybody but the DPO
     */
    @Transactional(readOnly = true)
    public List<Finding> reviewed(Actor reader, int most) {
        reading.requireAll(reader);
        return findings("outcome is not null order by reviewed_at desc, entry desc", most);
    }

    private List<Finding> findings(String which, int most) {
        Map<ReviewRule, RuleRecord> rules =
                rules().stream().collect(Collectors.toMap(RuleRecord::rule, Function.identity()));
        return jdbc.query(
                "select entry, rule, mandate_id, array_remove(coalesce(case_ids, array[case_id]), null) as cases, at, measure, outcome from review_finding"
                        + " where cell_id = ? and " + which + " limit ?",
                (row, n) -> finding(row, rules),
                CurrentCell.require().value(),
                most);
    }

    private RuleRecord record(ReviewRule rule) {
        return rules().stream()
                .filter(record -> record.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    private static Finding finding(ResultSet row, Map<ReviewRule, RuleRecord> rules) throws SQLException {
        ReviewRule rule = ReviewRule.valueOf(row.getString("rule"));
        return new Finding(
                row.getLong("entry"),
                rule,
                Optional.ofNullable(row.getObject("mandate_id", UUID.class)).map(MandateId::new),
                List.of((UUID[]) row.getArray("cases").getArray()),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("measure"),
                Objects.requireNonNull(rules.get(rule)).rank(),
                Optional.ofNullable(row.getString("outcome")).map(Finding.Outcome::valueOf));
    }

    /**
     * Records what the DPO found; an entry. The rule learns from it.
     *
     * @throws Refusal not found, for anybody but the DPO, or where nothing waits under these
     */
    @Transactional
    public void review(Actor reviewer, long entry, ReviewRule rule, Finding.Outcome outcome) {
        reading.requireAll(reviewer);
        if (rule == ReviewRule.KNOWN_NAME) {
            reviewByName(reviewer, entry, outcome);
            return;
        }
        int changed = jdbc.update(
                "update review_finding set outcome = ?, reviewed_by = ?, reviewed_at = ?"
                        + " where cell_id = ? and entry = ? and rule = ? and outcome is null",
                outcome.name(),
                reviewer.user().value(),
                Timestamp.from(clock.instant()),
                CurrentCell.require().value(),
                entry,
                rule.name());
        if (changed == 0) {
            throw Refusal.notFound();
        }
        ledger.append(Entry.by(Access.ledgerActor(reviewer), reviewer.source())
                .did(Action.DECIDE)
                .on("review", Long.toString(entry))
                .forPurpose(reviewer.purpose())
                .because(outcome.name()));
    }

    /** The entry does not say of which access: that would tell what the finding may not. */
    private void reviewByName(Actor reviewer, long entry, Finding.Outcome outcome) {
        Finding found = personalFiles.open(record(ReviewRule.KNOWN_NAME)).stream()
                .filter(finding -> finding.entry() == entry)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        personalFiles.review(found, outcome);
        ledger.append(Entry.by(Access.ledgerActor(reviewer), reviewer.source())
                .did(Action.DECIDE)
                .on("review", CurrentCell.require().value())
                .forPurpose(reviewer.purpose())
                .because(outcome.name()));
    }

    /** Every rule as it stands in the cell, with its hits so far. */
    @Transactional(readOnly = true)
    public List<RuleRecord> rules() {
        UUID cell = CurrentCell.require().value();
        Map<String, RuleRecord> kept = jdbc
                .query(
                        "select coalesce(r.code, f.rule) as code, coalesce(r.active, true) as active, r.threshold,"
                                + " coalesce(f.open, 0) as open, coalesce(f.reviewed, 0) as reviewed, coalesce(f.hits, 0) as hits"
                                + " from (select * from review_rule where cell_id = ?) r full join (select rule,"
                                + " count(*) filter (where outcome is null) as open, count(outcome) as reviewed,"
                                + " count(*) filter (where outcome in ('NOT_EXPLAINED', 'INCIDENT')) as hits"
                                + " from (select rule, outcome from review_finding where cell_id = ? union all"
                                + " select 'KNOWN_NAME', outcome from review_by_name where cell_id = ?) g"
                                + " group by rule) f on f.rule = r.code",
                        (row, n) -> {
                            ReviewRule rule = ReviewRule.valueOf(row.getString("code"));
                            @Nullable Integer threshold = row.getObject("threshold", Integer.class);
                            return new RuleRecord(
                                    rule,
                                    row.getBoolean("active"),
                                    threshold == null ? rule.usualThreshold() : threshold,
                                    row.getLong("open"),
                                    row.getLong("reviewed"),
                                    row.getLong("hits"));
                        },
                        cell,
                        cell,
                        cell)
                .stream()
                .collect(Collectors.toMap(record -> record.rule().name(), Function.identity()));
        return Arrays.stream(ReviewRule.values())
                .map(rule -> kept.getOrDefault(rule.name(), new RuleRecord(rule, true, rule.usualThreshold(), 0, 0, 0)))
                .toList();
    }

    /**
     * Changes a rule of the cell; an entry. Emergency access is reviewed whatever a cell prefers.
     *
     * @throws Refusal not found for anybody but the DPO; on {@code threshold} or {@code rule}
     */
    @Transactional
    public void change(Actor actor, ReviewRule rule, boolean active, int threshold) {
        reading.requireAll(actor);
        if (rule == ReviewRule.EMERGENCY) {
            throw Refusal.invalid("rule", "always-reviewed");
        }
        if (!rule.takes(threshold)) {
            throw Refusal.invalid("threshold", "out-of-range");
        }
        jdbc.update(
                "insert into review_rule (cell_id, code, active, threshold) values (?, ?, ?, ?)"
                        + " on conflict (cell_id, code) do update set active = excluded.active, threshold = excluded.threshold",
                CurrentCell.require().value(),
                rule.name(),
                active,
                threshold);
        ledger.append(Entry.by(Access.ledgerActor(actor), actor.source())
                .did(Action.CONFIGURE)
                .on("review-rule", rule.name())
                .forPurpose(actor.purpose())
                .because((active ? "on-" : "off-") + threshold));
    }
}
