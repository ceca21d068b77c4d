package be.livc.oversight;

/**
 * What is put before the DPO. Ordered by how little it leaves explained; each says in SQL which entries of a stretch of the
 * ledger it finds, with what it measured.
 *
 * <p>Parameters of the SQL: {@code :cell}, {@code :from}, {@code :to} (places) and {@code :threshold}. {@code new} are the
 * entries of the stretch.
 */
public enum ReviewRule {
    /** Access in an emergency: always reviewed. */
    EMERGENCY(10, 0, "select n.seq, 0 from new n where n.action = 'emergency'"),
    /**
     * A file read by capacity alone, by who did nothing in it for so many days; not an offer of another cell that came in within
     * them: whoever reads it has it to answer.
     */
    NO_TASK(
            6,
            30,
            """
            select max(n.seq), count(*) from new n
             where n.action = 'read' and n.case_id is not null and n.why in ('COORDINATOR_OF_CELL', 'MAYOR_OF_CELL')
               and not (n.object_type = 'transfer' and exists (select 1 from ledger_lookup c
                     join ledger_entry x on x.cell_id = c.cell_id and x.seq = c.seq
                    where c.cell_id = :cell and c.key = 'case ' || n.case_id and x.action = 'transfer'
                      and x.time > n.time - make_interval(days => :threshold) and x.time <= n.time))
               and not exists (select 1 from ledger_lookup c
                     join ledger_lookup a on a.cell_id = c.cell_id and a.seq = c.seq and a.key = 'actor ' || n.actor_user
                     join ledger_entry x on x.cell_id = c.cell_id and x.seq = c.seq
                    where c.cell_id = :cell and c.key = 'case ' || n.case_id
                      and x.action not in ('read', 'search', 'print', 'export', 'deny')
                      and x.time > n.time - make_interval(days => :threshold) and x.time <= n.time + interval '1 day')
             group by n.actor_user, n.case_id, n.day"""),
    /**
     * The first file that is read by who was let in less than so many days ago by an administrator alone: by capacity, under a
     * mandate that an administrator gave, or after an administrator gave another password, took the second factor away, or
     * confirmed who came in again elsewhere. Once for each.
     */
    LET_IN(
            5,
            30,
            """
            select min(n.seq), min(n.day - (let.at at time zone 'Europe/Brussels')::date) from new n
              join lateral (select max(g.time) filter (where g.leaf::jsonb ->> 'why' in ('password-given', 'second-factor-cleared', 'access-confirmed')) as again,
                           min(g.time) filter (where o.key = 'object ' || n.mandate) as mandate
                      from ledger_lookup o
                      join ledger_entry g on g.cell_id = o.cell_id and g.seq = o.seq
                      join mandate m on m.cell_id = o.cell_id and m.id::text = g.leaf::jsonb #>> '{actor,mandate}'
                     where o.cell_id = :cell and o.key in ('object ' || n.mandate, 'object ' || n.actor_user)
                       and o.seq < n.seq and g.action = 'configure' and m.capacity = 'ADMINISTRATOR') as given on true
              join lateral (select case when n.why in ('COORDINATOR_OF_CELL', 'MAYOR_OF_CELL')
                           then greatest(given.again, given.mandate) else given.again end as at) as let
                on n.time < let.at + make_interval(days => :threshold)
             where n.action = 'read' and n.case_id is not null
               and not exists (select 1 from review_finding f where f.cell_id = :cell and f.rule = 'LET_IN'
                     and f.actor_user = n.actor_user and f.mandate_id::text = n.mandate and f.at >= let.at)
             group by n.actor_user, n.mandate, let.at"""),
    /**
     * The file of somebody who is called like a colleague, or like who reads it: alike by so many percent. Not in SQL: names are
     * compared in memory, and what is found is kept nowhere ({@link PersonalFiles}).
     */
    KNOWN_NAME(5, 85, ""),
    /** Read after having left the consultation on it, or declined to come. */
    LEFT_OR_DECLINED(
            5,
            1,
            """
            select max(n.seq), count(*) from new n
              join lateral (select x.leaf::jsonb ->> 'why' as how, x.time from ledger_lookup t
                      join ledger_lookup c on c.cell_id = t.cell_id and c.seq = t.seq and c.key = 'case ' || n.case_id
                      join ledger_entry x on x.cell_id = t.cell_id and x.seq = t.seq
                     where t.cell_id = :cell and t.key in ('to ' || n.mandate, 'mandate ' || n.mandate)
                       and t.seq < n.seq and x.action in ('attend', 'sign', 'update')
                       and x.leaf::jsonb ->> 'why' in ('left', 'arrived', 'DECLINED', 'ACCEPTED')
                     order by t.seq desc limit 1) as last on last.how in ('left', 'DECLINED')
             where n.action = 'read' and n.case_id is not null
               and n.time > last.time + make_interval(hours => :threshold)
             group by n.actor_user, n.case_id, n.day"""),
    /** A file read so many times in thirty days that was never consulted on. */
    NEVER_CONSULTED(
            4,
            8,
            """
            select max(n.seq), max(often.times) from new n
              join lateral (select count(*) as times from ledger_lookup c
                      join ledger_lookup a on a.cell_id = c.cell_id and a.seq = c.seq and a.key = 'actor ' || n.actor_user
                      join ledger_entry x on x.cell_id = c.cell_id and x.seq = c.seq
                     where c.cell_id = :cell and c.key = 'case ' || n.case_id and x.action = 'read'
                       and x.seq <= n.seq and x.time > n.time - interval '30 days') as often on often.times >= :threshold
             where n.action = 'read' and n.case_id is not null
               and not exists (select 1 from ledger_lookup c
                     join ledger_entry x on x.cell_id = c.cell_id and x.seq = c.seq
                    where c.cell_id = :cell and c.key = 'case ' || n.case_id
                      and x.action in ('invite', 'attend', 'disclose'))
             group by n.actor_user, n.case_id, n.day"""),
    /** So many refusals in an hour: somebody tries what is there. */
    TRYING(
            4,
            5,
            """
            select max(n.seq), count(*) from new n where n.result = 'denied' and n.mandate is not null
             group by n.actor_user, date_trunc('hour', n.time) having count(*) >= :threshold"""),
    /** So many files in an hour. */
    BULK(
            3,
            25,
            """
            select max(n.seq), count(distinct n.case_id) from new n where n.action in ('read', 'print', 'export')
             group by n.actor_user, date_trunc('hour', n.time) having count(distinct n.case_id) >= :threshold"""),
    /**
     * Files opened from this hour until six, once per person and night: hours and nights are counted from six on, so that
     * midnight comes after the evening.
     */
    NIGHT(
            2,
            22,
            """
            select max(n.seq), count(distinct n.case_id), array_agg(distinct n.case_id) from new n
             where n.action in ('read', 'print', 'export') and n.case_id is not null
               and mod(extract(hour from n.time at time zone 'Europe/Brussels')::int + 18, 24) >= mod(:threshold + 18, 24)
             group by n.actor_user, n.night""");

    private static final int HALF_ALIKE = 50;
    private static final int LAST_HOUR = 23;
    private static final int ALL_PERCENT = 100;
    private static final int MOST = 100_000;

    private final int weight;
    private final int usualThreshold;
    private final String sql;

    ReviewRule(int weight, int usualThreshold, String sql) {
        this.weight = weight;
        this.usualThreshold = usualThreshold;
        this.sql = sql;
    }

    /** How little is explained by who is found by it, before its hits are known. */
    int weight() {
        return weight;
    }

    /** What counts as much or late where the cell says nothing. */
    int usualThreshold() {
        return usualThreshold;
    }

    /** Whether a cell can set this: an hour of the day, a share in percent, or how often, how many or how long. */
    boolean takes(int threshold) {
        return threshold >= least() && threshold <= most();
    }

    /** The lowest that a cell can set. Every name is half like some other, and "none in an hour" would find every hour. */
    public int least() {
        return switch (this) {
            case KNOWN_NAME -> HALF_ALIKE;
            case LET_IN, NEVER_CONSULTED, TRYING, BULK -> 1;
            case EMERGENCY, NO_TASK, LEFT_OR_DECLINED, NIGHT -> 0;
        };
    }

    /** The highest that a cell can set. */
    public int most() {
        return switch (this) {
            case NIGHT -> LAST_HOUR;
            case KNOWN_NAME -> ALL_PERCENT;
            case EMERGENCY, NO_TASK, LET_IN, LEFT_OR_DECLINED, NEVER_CONSULTED, TRYING, BULK -> MOST;
        };
    }

    /** Whether it looks for something in the database, by {@link #sql}. */
    boolean isInSql() {
        return !sql.isEmpty();
    }

    /** Whether one finding gathers what somebody does in many cases, for as long as it waits. */
    boolean gathers() {
        return this == NIGHT;
    }

    /** A place in the ledger, what was measured, and the cases of a finding about several. */
    String sql() {
        return gathers() ? sql : "select f.seq, f.measure, null::uuid[] from (" + sql + ") as f (seq, measure)";
    }
}
