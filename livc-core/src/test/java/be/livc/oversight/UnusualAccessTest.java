package be.livc.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.Act;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.cell.Actor;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.LedgerActor;
import be.livc.ledger.Result;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.platform.RequestSource;
import be.livc.testing.TestDatabase;
import be.livc.vault.NameSearch;
import be.livc.vault.SearchRecord;
import be.livc.vault.Vault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Scenario 21: what no reason explains comes before the DPO, and nothing else. */
class UnusualAccessTest extends OversightTestBase {

    @Autowired
    Vault vault;

    @Autowired
    NameSearch search;

    private final UUID offer = Ids.next();

    @Test
    void who_reads_a_file_by_capacity_alone_and_does_nothing_in_it_is_found() {
        did(an, Action.READ, file, "COORDINATOR_OF_CELL");
        did(an, Action.READ, file, "COORDINATOR_OF_CELL");

        assertThat(open()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(ReviewRule.NO_TASK);
            assertThat(finding.mandate()).contains(an.mandate());
            assertThat(finding.caseId()).contains(file);
            assertThat(finding.measure()).isEqualTo(2);
        });
    }

    @Test
    void who_reads_an_offer_that_came_in_lately_has_it_to_answer_and_is_not_found_however_long_they_think() {
        append(Entry.by(LedgerActor.PROGRAM, RequestSource.PROGRAM)
                .did(Action.TRANSFER)
                .on("transfer", offer)
                .forPurpose("PREVENT_TERRORISM")
                .inCase(file)
                .because("received"));
        reads(an, offer);
        assertThat(open()).isEmpty();

        clock.advance(Duration.ofDays(40));
        reads(an, offer);
        assertThat(open()).as("long after").hasSize(1);
    }

    private void reads(Actor reader, UUID transfer) {
        append(access.entry(reader, Action.READ, ObjectType.TRANSFER, transfer)
                .inCase(file)
                .because("COORDINATOR_OF_CELL"));
    }

    @Test
    void who_works_in_a_file_or_was_present_is_not() {
        did(an, Action.DECIDE, file, "JOIN");
        did(an, Action.READ, file, "COORDINATOR_OF_CELL");
        did(els, Action.READ, file, "PRESENT");

        assertThat(open()).isEmpty();
    }

    @Test
    void who_reads_after_leaving_the_consultation_or_declining_is_found() {
        recorded(an, els, "arrived");
        recorded(an, els, "left");
        did(els, Action.UPDATE, Ids.next(), "ACCEPTED");
        UUID declined = Ids.next();
        did(els, Action.UPDATE, declined, "DECLINED");
        clock.advance(Duration.ofHours(3));
        did(els, Action.READ, file, "PRESENT");
        did(els, Action.READ, declined, "INVITED");

        assertThat(open()).extracting(Finding::rule).containsOnly(ReviewRule.LEFT_OR_DECLINED);
        assertThat(open())
                .extracting(finding -> finding.caseId().orElseThrow())
                .containsExactlyInAnyOrder(file, declined);
    }

    @Test
    void a_file_read_again_and_again_that_was_never_consulted_on_is_found() {
        for (int i = 0; i < 8; i++) {
            did(els, Action.READ, file, "OWN_CONTRIBUTION");
        }

        assertThat(open()).extracting(Finding::rule).containsExactly(ReviewRule.NEVER_CONSULTED);
    }

    @Test
    void many_files_in_an_hour_many_denials_and_the_night_are_found_and_rank_below_a_missing_reason() {
        clock.set(Instant.parse("2030-03-05T22:30:00Z"));
        for (int i = 0; i < 25; i++) {
            did(els, Action.READ, Ids.next(), "PRESENT");
        }
        for (int i = 0; i < 5; i++) {
            cell.transact(() -> ledger.append(
                    access.entry(els, Action.DENY, ObjectType.CASE, Ids.next()).ended(Result.DENIED)));
        }
        did(an, Action.READ, file, "COORDINATOR_OF_CELL");

        List<Finding> found = open();

        assertThat(found.get(0).rule()).isEqualTo(ReviewRule.NO_TASK);
        assertThat(found).extracting(Finding::rule).contains(ReviewRule.BULK, ReviewRule.TRYING, ReviewRule.NIGHT);
        assertThat(found).extracting(Finding::rank).isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void the_file_of_a_colleague_or_a_namesake_is_found_and_no_table_tells_it() throws SQLException {
        foundWith("An Verhaegen", "Els Claes", "Dirk Moens");
        UUID namesake = aFileOn("Bram Verhaegen");
        UUID colleague = aFileOn("Els Claes");
        UUID stranger = aFileOn("Noor Zonneberg");
        for (UUID read : List.of(namesake, colleague, stranger)) {
            did(an, Action.READ, read, "PRESENT");
        }
        did(els, Action.READ, namesake, "PRESENT");

        List<Finding> found = open();

        assertThat(found).extracting(Finding::rule).containsOnly(ReviewRule.KNOWN_NAME);
        assertThat(found)
                .extracting(
                        one -> one.mandate().orElseThrow() + " " + one.caseId().orElseThrow())
                .containsExactlyInAnyOrder(an.mandate() + " " + namesake, an.mandate() + " " + colleague);
        Finding first = found.get(0);
        cell.in(() -> {
            unusual.review(dpo, first.entry(), first.rule(), Finding.Outcome.NOT_EXPLAINED);
            return true;
        });
        assertThat(open()).hasSize(1).doesNotContain(first);
        assertThat(record(ReviewRule.KNOWN_NAME)).satisfies(record -> {
            assertThat(record.reviewed()).isEqualTo(1);
            assertThat(record.hits()).isEqualTo(1);
        });
        assertThat(count("review_finding")).isZero();
        assertThat(count("ledger_entry where leaf like '%namesakes%' and leaf like '%\"search\"%' and"))
                .isPositive();
        assertThat(count("ledger_entry where action = 'decide' and leaf like '%"
                        + first.caseId().orElseThrow() + "%' and"))
                .isZero();
    }

    /** Rows of the cell in a table, as somebody sees who holds the whole database. */
    private long count(String rows) throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + rows
                        + (rows.endsWith(" and") ? "" : " where") + " cell_id = '" + cell.id() + "'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private UUID aFileOn(String name) {
        UUID caseId = Ids.next();
        UUID subject = Ids.next();
        cell.transact(() -> {
            Grant grant = access.toAct(els, Act.FILE_SIGNAL, "signal");
            vault.bornWith(caseId, grant);
            entitlements.protect(ObjectType.SUBJECT, subject, Optional.of(caseId), Optional.empty(), Optional.empty());
            search.remember(caseId, subject, new SearchRecord(List.of(name), List.of(), Optional.empty()), grant);
            return true;
        });
        return caseId;
    }

    @Test
    void nobody_but_the_dpo_sees_the_queue() {
        assertThatThrownBy(() -> cell.in(() -> unusual.open(an, 10))).isInstanceOf(Refusal.class);
    }

    private void recorded(Actor by, Actor who, String what) {
        append(access.entry(by, Action.ATTEND, ObjectType.AGENDA_ITEM, Ids.next())
                .inCase(file)
                .to(List.of(who.mandate().value()))
                .because(what));
    }
}
