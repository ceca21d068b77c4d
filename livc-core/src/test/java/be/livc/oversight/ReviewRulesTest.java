package be.livc.oversight;

import static be.livc.testing.ACell.aCell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.Access;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rules of scenario 21: what a cell sets of them, and what they learn from what the DPO finds. */
class ReviewRulesTest extends OversightTestBase {

    @Test
    void what_the_dpo_finds_teaches_the_rule() {
        did(an, Action.READ, file, "COORDINATOR_OF_CELL");
        Finding finding = open().get(0);
        double before = record(ReviewRule.NO_TASK).rank();

        cell.in(() -> {
            unusual.review(dpo, finding.entry(), finding.rule(), Finding.Outcome.EXPLAINED);
            return true;
        });

        assertThat(open()).isEmpty();
        assertThat(record(ReviewRule.NO_TASK)).satisfies(record -> {
            assertThat(record.reviewed()).isEqualTo(1);
            assertThat(record.hits()).isZero();
            assertThat(record.rank()).isLessThan(before);
        });
        assertThatThrownBy(() -> cell.in(() -> {
                    unusual.review(dpo, finding.entry(), finding.rule(), Finding.Outcome.INCIDENT);
                    return true;
                }))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_cell_sets_its_own_rules_but_never_for_emergencies() {
        cell.in(() -> {
            unusual.change(dpo, ReviewRule.NO_TASK, false, 30);
            return true;
        });
        did(an, Action.READ, file, "COORDINATOR_OF_CELL");
        did(els, Action.EMERGENCY, file, "THREAT");

        assertThat(open()).extracting(Finding::rule).containsExactly(ReviewRule.EMERGENCY);
        assertThatThrownBy(() -> cell.in(() -> {
                    unusual.change(dpo, ReviewRule.EMERGENCY, false, 0);
                    return true;
                }))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void who_reads_by_capacity_after_an_administrator_let_them_in_is_found_once() {
        Actor administrator = withAnAdministrator();
        did(an, Action.READ, file, "COORDINATOR_OF_CELL");
        assertThat(foundAs(ReviewRule.LET_IN)).as("nobody let her in").isEmpty();

        configured(administrator, "mandate", an.mandate().value(), "");
        clock.set(NOON.plus(Duration.ofDays(3)));
        did(els, Action.READ, file, "PRESENT");
        did(an, Action.READ, file, "COORDINATOR_OF_CELL");
        did(an, Action.READ, Ids.next(), "COORDINATOR_OF_CELL");

        assertThat(foundAs(ReviewRule.LET_IN)).singleElement().satisfies(finding -> {
            assertThat(finding.cases()).containsExactly(file);
            assertThat(finding.measure()).as("days").isEqualTo(3);
        });
        did(an, Action.READ, file, "COORDINATOR_OF_CELL");
        assertThat(foundAs(ReviewRule.LET_IN)).hasSize(1);
    }

    @Test
    void
            who_reads_with_a_password_that_an_administrator_gave_or_a_second_factor_they_cleared_is_found_whatever_they_read_by() {
        Actor administrator = withAnAdministrator();
        configured(administrator, "account", els.user().value(), "password-given");
        configured(administrator, "account", an.user().value(), "");

        did(els, Action.READ, file, "PRESENT");
        did(an, Action.READ, file, "COORDINATOR_OF_CELL");

        assertThat(foundAs(ReviewRule.LET_IN)).singleElement().satisfies(finding -> assertThat(finding.mandate())
                .contains(els.mandate()));
        clock.set(NOON.plus(Duration.ofDays(40)));
        configured(administrator, "account", els.user().value(), "second-factor-cleared");
        did(els, Action.READ, file, "PRESENT");
        assertThat(foundAs(ReviewRule.LET_IN))
                .as("and again when they took the second factor away")
                .hasSize(2);
        clock.set(NOON.plus(Duration.ofDays(80)));
        configured(administrator, "account", els.user().value(), "access-confirmed");
        did(els, Action.READ, file, "PRESENT");
        assertThat(foundAs(ReviewRule.LET_IN))
                .as("and when they confirmed who came in again elsewhere")
                .hasSize(3);
    }

    @Test
    void who_was_let_in_by_the_coordinator_or_long_ago_is_not_found() {
        Actor administrator = withAnAdministrator();
        configured(an, "mandate", an.mandate().value(), "");
        configured(administrator, "mandate", els.mandate().value(), "");
        clock.set(NOON.plus(Duration.ofDays(31)));

        did(an, Action.READ, file, "COORDINATOR_OF_CELL");
        did(els, Action.READ, file, "MAYOR_OF_CELL");

        assertThat(foundAs(ReviewRule.LET_IN)).isEmpty();
    }

    private Actor withAnAdministrator() {
        cell = aCell().withMandate("An", Capacity.COORDINATOR)
                .withMandate("Els", Capacity.MEMBER)
                .withMandate("Dirk", Capacity.DPO)
                .withMandate("Bea", Capacity.ADMINISTRATOR)
                .foundedIn(beans);
        an = cell.actor("An");
        els = cell.actor("Els");
        dpo = cell.actor("Dirk");
        return cell.actor("Bea");
    }

    private void configured(Actor who, String type, UUID id, String why) {
        Entry entry = Entry.by(Access.ledgerActor(who), who.source())
                .did(Action.CONFIGURE)
                .on(type, id)
                .forPurpose("configuration");
        append(why.isEmpty() ? entry : entry.because(why));
    }

    private List<Finding> foundAs(ReviewRule rule) {
        return open().stream().filter(finding -> finding.rule() == rule).toList();
    }

    @Test
    void a_night_that_begins_at_midnight_does_not_hold_the_day() {
        cell.in(() -> {
            unusual.change(dpo, ReviewRule.NO_TASK, false, 30);
            unusual.change(dpo, ReviewRule.NIGHT, true, 0);
            return true;
        });
        did(an, Action.READ, file, "COORDINATOR_OF_CELL");
        clock.set(NOON.plus(Duration.ofHours(11)));
        did(an, Action.READ, file, "COORDINATOR_OF_CELL");
        assertThat(open()).as("at noon, and at eleven in the evening").isEmpty();

        clock.set(NOON.plus(Duration.ofHours(13)));
        did(an, Action.READ, file, "COORDINATOR_OF_CELL");

        assertThat(open()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(ReviewRule.NIGHT);
            assertThat(finding.measure()).isEqualTo(1);
        });
    }

    @Test
    void a_night_of_work_is_one_finding_that_names_every_case_also_when_somebody_looks_in_between() {
        withoutOtherRules();
        UUID second = Ids.next();
        UUID third = Ids.next();
        clock.set(Instant.parse("2030-03-05T21:30:00Z"));
        did(an, Action.READ, file, "COORDINATOR_OF_CELL");
        did(an, Action.READ, second, "COORDINATOR_OF_CELL");
        did(els, Action.READ, file, "PRESENT");
        assertThat(open()).as("each their own").hasSize(2);

        clock.set(Instant.parse("2030-03-06T00:30:00Z"));
        did(an, Action.READ, second, "COORDINATOR_OF_CELL");
        did(an, Action.READ, third, "COORDINATOR_OF_CELL");

        assertThat(open())
                .filteredOn(finding -> finding.mandate().equals(Optional.of(an.mandate())))
                .as("after midnight it is the same night")
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.measure()).isEqualTo(3);
                    assertThat(finding.cases()).containsExactlyInAnyOrder(file, second, third);
                    assertThat(finding.at()).isEqualTo(clock.instant());
                });
        assertThat(record(ReviewRule.NIGHT).open()).isEqualTo(2);
    }

    @Test
    void what_follows_in_a_night_that_was_judged_is_judged_again_and_counts_once_each_time() {
        withoutOtherRules();
        UUID second = Ids.next();
        clock.set(Instant.parse("2030-03-05T21:30:00Z"));
        did(an, Action.READ, file, "COORDINATOR_OF_CELL");
        did(an, Action.READ, second, "COORDINATOR_OF_CELL");
        review(open().get(0), Finding.Outcome.NOT_EXPLAINED);
        assertThat(record(ReviewRule.NIGHT))
                .extracting(RuleRecord::reviewed, RuleRecord::hits)
                .containsExactly(1L, 1L);

        did(an, Action.READ, second, "COORDINATOR_OF_CELL");

        assertThat(open()).singleElement().satisfies(finding -> {
            assertThat(finding.cases()).containsExactly(second);
            review(finding, Finding.Outcome.EXPLAINED);
        });
        assertThat(record(ReviewRule.NIGHT))
                .extracting(RuleRecord::reviewed, RuleRecord::hits)
                .containsExactly(2L, 1L);
        clock.set(Instant.parse("2030-03-06T21:30:00Z"));
        did(an, Action.READ, file, "COORDINATOR_OF_CELL");
        assertThat(open()).as("the next night").hasSize(1);
    }

    private void withoutOtherRules() {
        cell.in(() -> {
            unusual.change(dpo, ReviewRule.NO_TASK, false, 30);
            return true;
        });
    }

    private void review(Finding finding, Finding.Outcome outcome) {
        cell.in(() -> {
            unusual.review(dpo, finding.entry(), finding.rule(), outcome);
            return true;
        });
    }

    @Test
    void a_rule_takes_no_hour_after_midnight_no_more_than_all_percent_and_no_number_that_finds_everything() {
        Map<ReviewRule, List<Integer>> beyond = Map.of(
                ReviewRule.NIGHT,
                List.of(24, -1),
                ReviewRule.KNOWN_NAME,
                List.of(101, 49, 0),
                ReviewRule.BULK,
                List.of(100_001, 0),
                ReviewRule.TRYING,
                List.of(0),
                ReviewRule.NEVER_CONSULTED,
                List.of(0));

        beyond.forEach((rule, thresholds) -> thresholds.forEach(threshold -> assertThatThrownBy(() -> cell.in(() -> {
                    unusual.change(dpo, rule, true, threshold);
                    return true;
                }))
                .hasMessage("out-of-range")));
    }
}
