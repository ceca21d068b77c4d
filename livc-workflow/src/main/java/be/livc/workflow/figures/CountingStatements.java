package be.livc.workflow.figures;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How each indicator is counted in one cell and one quarter: a statement that gives a category and how often.
 *
 * <p>Two indicators that break the same thing down count the same rows. Bands of time are counts; no statement gives a duration.
 */
final class CountingStatements {

    /** Cases that ended in the quarter: closed on a ground, or handed over; with the day on which they had begun. */
    private static final String ENDED =
            """
            (select id, closure_ground as ground, opened_on, closed_on as ended_on from case_file
              where cell_id = :cell and closed_on >= :from and closed_on < :end
             union all
             select c.id, 'HANDED_OVER', c.opened_on, t.answered_at::date from transfer_out t
               join case_file c on c.cell_id = t.cell_id and c.id = t.case_id
              where t.cell_id = :cell and t.state = 'ACCEPTED' and t.answered_at >= :since and t.answered_at < :until
                and c.closed_on is null) as ended
            """;

    /** Cases that were opened in the quarter, or taken up again. */
    private static final String OPENED =
            """
            (select id, purpose from case_file where cell_id = :cell and (opened_on >= :from and opened_on < :end
                or reopened_on >= :from and reopened_on < :end and closed_before < :from)) as opened
            """;

    /** Cases that were open when the quarter ended. */
    private static final String OPEN =
            """
            (select id from case_file c where cell_id = :cell and opened_on < :end
                and (closed_on is null or closed_on >= :end)
                and not coalesce(reopened_on >= :end and closed_before < :end, false)
                and not exists (select 1 from transfer_out t where t.cell_id = c.cell_id and t.case_id = c.id
                    and t.state = 'ACCEPTED' and t.answered_at < :until)) as still_open
            """;

    /** Whether nobody follows up the case of a measure any more: it is closed, erased or another cell's, as on the work lists. */
    private static final String OVER = "exists (select 1 from case_phase p where p.cell_id = m.cell_id"
            + " and p.case_id = m.case_id and p.phase in (:over))";

    /** By whether the person was a minor when the cell first heard of them. */
    private static final String BY_AGE = "select coalesce(a.age, 'UNKNOWN') as age, count(*) from %s"
            + " left join case_age a on a.cell_id = :cell and a.case_id = id group by 1";

    /** What was kept of cases that ended, and of signals whose key is gone, only so that they could be counted. */
    static final String COUNTED =
            """
            delete from case_age a where a.cell_id = :cell and case
                when exists (select 1 from case_file c where c.cell_id = a.cell_id and c.id = a.case_id)
                then exists (select 1 from case_file c where c.cell_id = a.cell_id and c.id = a.case_id
                        and (c.closed_on < :end or exists (select 1 from transfer_out t where t.cell_id = c.cell_id
                            and t.case_id = c.id and t.state = 'ACCEPTED' and t.answered_at < :until)))
                else not exists (select 1 from case_key k where k.cell_id = a.cell_id and k.record_id = a.case_id) end
            """;

    /** The last weighing of each signal, when it fell in the quarter; with the moment at which the signal was filed. */
    private static final String WEIGHED =
            """
            (select distinct on (a.signal_id) a.outcome, a.at, s.filed_at from assessment a
               join signal s on s.cell_id = a.cell_id and s.id = a.signal_id
              where a.cell_id = :cell order by a.signal_id, a.at desc) as weighed
            """;

    /** Who was asked to come to an item of a consultation that was held in the quarter, and what came of it. */
    private static final String INVITED =
            """
            (select p.category, i.answer, exists (
                    select 1 from attendance a where a.cell_id = i.cell_id and a.agenda_item_id = i.agenda_item_id
                       and a.mandate_id = i.mandate_id) as came
               from invitation i
               join agenda_item n on n.cell_id = i.cell_id and n.id = i.agenda_item_id
               join consultation c on c.cell_id = n.cell_id and c.id = n.consultation_id
               join mandate m on m.cell_id = i.cell_id and m.id = i.mandate_id
               join partner p on p.cell_id = m.cell_id and p.id = m.partner_id
              where i.cell_id = :cell and i.replaced_by is null and n.withdrawn_at is null and c.opened_at is not null
                and c.held_on >= :from and c.held_on < :end) as invited
            """;

    /** By indicator. */
    static final Map<String, String> ALL = all();

    private CountingStatements() {}

    private static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        signals(all);
        cases(all);
        consultations(all);
        followUp(all);
        rights(all);
        return all;
    }

    private static void signals(Map<String, String> all) {
        all.put(
                "SIGNALS",
                "select reporter, count(*) from signal where cell_id = :cell and filed_at >= :since and filed_at < :until"
                        + " group by reporter");
        all.put("SIGNAL_AGES", "select age, signals from signal_age where cell_id = :cell and quarter = :quarter");
        all.put(
                "ASSESSMENTS",
                "select outcome, count(*) from " + WEIGHED + " where at >= :since and at < :until group by outcome");
        all.put(
                "ASSESSMENT_TIMES",
                "select case when at < filed_at + interval '14 days' then 'WITHIN_14_DAYS'"
                        + " when at < filed_at + interval '30 days' then 'WITHIN_30_DAYS'"
                        + " when at < filed_at + interval '60 days' then 'WITHIN_60_DAYS' else 'LONGER' end as took, count(*)"
                        + " from " + WEIGHED + " where at >= :since and at < :until group by took");
    }

    private static void cases(Map<String, String> all) {
        all.put("CASES_OPENED", "select purpose, count(*) from " + OPENED + " group by purpose");
        all.put("CASES_OPENED_AGES", BY_AGE.formatted(OPENED));
        all.put("CASES_CLOSED", "select ground, count(*) from " + ENDED + " group by ground");
        all.put("CASES_CLOSED_AGES", BY_AGE.formatted(ENDED));
        all.put(
                "CASE_DURATIONS",
                "select case when ended_on < opened_on + interval '6 months' then 'WITHIN_6_MONTHS'"
                        + " when ended_on < opened_on + interval '1 year' then 'WITHIN_1_YEAR'"
                        + " when ended_on < opened_on + interval '2 years' then 'WITHIN_2_YEARS' else 'MORE_YEARS' end as took,"
                        + " count(*) from " + ENDED + " group by took");
        all.put("CASES_OPEN", "select '*', count(*) from " + OPEN);
        all.put("CASES_OPEN_AGES", BY_AGE.formatted(OPEN));
    }

    private static void consultations(Map<String, String> all) {
        all.put(
                "CONSULTATIONS",
                "select case when opened_at is null then 'NOT_HELD' when urgent then 'URGENT' else 'QUORUM' end as how,"
                        + " count(*) from consultation where cell_id = :cell and held_on >= :from and held_on < :end"
                        + " group by how");
        all.put(
                "INVITATIONS",
                "select case when came then 'CAME' when answer = 'DECLINED' then 'DECLINED'"
                        + " when answer = 'ACCEPTED' then 'DID_NOT_COME' else 'NO_ANSWER' end as what, count(*) from "
                        + INVITED + " group by what");
        all.put("PARTNERS", "select category, count(*) from " + INVITED + " group by category");
    }

    private static void followUp(Map<String, String> all) {
        all.put(
                "PLANS",
                "select '*', count(*) from (select case_id from plan_goals where cell_id = :cell group by case_id"
                        + " having min(set_at) >= :since and min(set_at) < :until) as first");
        all.put(
                "MEASURES",
                "select case when state in ('OPEN', 'RUNNING') then 'OVERDUE' else state end as how, count(*)"
                        + " from measure m where cell_id = :cell and dropped_at is null and due >= :from and due < :end"
                        + " and not (state in ('OPEN', 'RUNNING') and " + OVER + ") group by how");
        all.put(
                "SHEETS",
                "select case when state in ('VOTING', 'AGREED') then 'UNDER_WAY' else state end as how, count(*)"
                        + " from feedback_sheet where cell_id = :cell and state <> 'REPLACED' and drafted_at >= :since"
                        + " and drafted_at < :until group by how");
        all.put(
                "HANDOVERS",
                "select case when state <> 'ACCEPTED' then state when answered_at <= answer_by then 'ACCEPTED_IN_TIME'"
                        + " else 'ACCEPTED_LATE' end as how, count(*) from transfer_out where cell_id = :cell"
                        + " and state in ('ACCEPTED', 'REFUSED', 'WITHDRAWN') and answered_at >= :since"
                        + " and answered_at < :until group by how");
    }

    private static void rights(Map<String, String> all) {
        all.put(
                "PERMISSIONS",
                "select case when exists (select 1 from legal_basis later where later.cell_id = b.cell_id"
                        + " and later.kind = b.kind and later.prison_id is not distinct from b.prison_id"
                        + " and later.withdrawn_at is null and later.valid_from <= b.valid_to + 1"
                        + " and coalesce(later.valid_to, 'infinity') > b.valid_to) then 'RENEWED' else 'NOT_RENEWED' end as how,"
                        + " count(*) from legal_basis b where cell_id = :cell and kind = 'PROSECUTOR_PERMISSION'"
                        + " and withdrawn_at is null and valid_to >= :end and valid_to < :near group by how");
        all.put(
                "ERASURES",
                "select reason, count(*) from erasure where cell_id = :cell and state = 'DONE' and erased_at >= :since"
                        + " and erased_at < :until group by reason");
        all.put(
                "ERASURES_DUE",
                "select case when exists (select 1 from erasure e where e.cell_id = c.cell_id and e.case_id = c.id"
                        + " and e.state = 'DONE') then 'DONE' else 'WAITING' end as how, count(*) from case_file c"
                        + " where cell_id = :cell and retain_until >= :from and retain_until < :end group by how");
        all.put(
                "REQUESTS",
                "select kind, count(*) from subject_request where cell_id = :cell and received_on >= :from"
                        + " and received_on < :end group by kind");
        all.put(
                "REQUEST_TERMS",
                "select case when answered_at is null then 'NOT_ANSWERED' when answered_at::date <= due_on then 'IN_TIME'"
                        + " else 'LATE' end as how, count(*) from subject_request where cell_id = :cell"
                        + " and received_on >= :from and received_on < :end group by how");
        all.put(
                "EMERGENCIES",
                "select reason, count(*) from emergency_access where cell_id = :cell and since >= :since and since < :until"
                        + " group by reason");
    }
}
