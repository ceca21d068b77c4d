package be.livc.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Records and process: both or neither. */
class OneTransactionTest extends EngineTest {

    @PersistenceContext
    EntityManager entities;

    @Autowired
    TransactionTemplate transactions;

    /** Not before the program has started: it migrates an empty database only. */
    @BeforeEach
    void aTableOfTheProgram() throws SQLException {
        TestDatabase.executeAsSuperuser(
                "create table if not exists probe (id uuid primary key)", "grant select, insert on probe to livc_app");
    }

    @Test
    void a_record_and_a_step_are_kept_together() {
        UUID caseId = Ids.next();

        CurrentCell.run(
                cell,
                () -> transactions.executeWithoutResult(status -> {
                    entities.persist(new Probe(caseId));
                    processes.start(CASE, caseId);
                }));

        assertThat(recordsOf(caseId)).isOne();
        assertThat(phase(caseId)).isEqualTo("SIGNAL");
    }

    @Test
    void a_record_and_a_step_are_lost_together() {
        UUID caseId = Ids.next();

        CurrentCell.run(
                cell,
                () -> transactions.executeWithoutResult(status -> {
                    entities.persist(new Probe(caseId));
                    processes.start(CASE, caseId);
                    processes.complete(caseId, "assessAsCoordinator", Map.of());
                    status.setRollbackOnly();
                }));

        assertThat(recordsOf(caseId)).isZero();
        assertThat(CurrentCell.<Boolean>in(cell, () -> processes.isOpen(caseId, "assessAsInformationOfficer")))
                .isFalse();
        assertThat(rowsOfTheEngine(caseId)).isZero();
    }

    @Test
    void a_phase_that_cannot_be_recorded_undoes_the_step_and_the_record() {
        UUID caseId = newCase();
        phases.failAt("ASSESSMENT");

        assertThatThrownBy(() -> CurrentCell.run(
                        cell,
                        () -> transactions.executeWithoutResult(status -> {
                            entities.persist(new Probe(caseId));
                            processes.complete(caseId, "assessAsCoordinator", Map.of());
                        })))
                .hasStackTraceContaining("refused by the test");

        assertThat(recordsOf(caseId)).isZero();
        assertThat(phase(caseId)).isEqualTo("SIGNAL");
        assertThat(where(caseId).active()).contains("assessAsCoordinator");
    }

    @RepeatedTest(5)
    void two_assessors_who_finish_at_the_same_moment_are_both_heard() {
        UUID caseId = newCase();

        CompletableFuture<Void> one =
                CompletableFuture.runAsync(() -> step(caseId, "assessAsCoordinator", "assessment", "RETAINED"));
        CompletableFuture<Void> other =
                CompletableFuture.runAsync(() -> step(caseId, "assessAsInformationOfficer", "assessment", "RETAINED"));
        CompletableFuture.allOf(one, other).join();

        assertThat(where(caseId).active()).containsExactly("decideListing");
    }

    private long recordsOf(UUID caseId) {
        return jdbc.sql("select count(*) from probe where id = ?")
                .param(caseId)
                .query(Long.class)
                .single();
    }

    private long rowsOfTheEngine(UUID caseId) {
        return jdbc.sql("select count(*) from flowable.act_ru_execution where business_key_ = ?")
                .param(caseId.toString())
                .query(Long.class)
                .single();
    }
}
