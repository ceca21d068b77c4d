package be.livc.web.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Capacity;
import be.livc.draft.Drafts;
import be.livc.draft.Form;
import be.livc.testing.TestDatabase;
import be.livc.web.Answer;
import be.livc.web.Browser;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The part of the page that follows a consultation: sent when something changed, and never behind. */
class LiveScreensTest extends ConsultationScreensTestBase {

    @Test
    void the_live_part_is_sent_only_when_something_changed() {
        String consultation = heldOnScreen();
        Browser reader = browser(mayor);
        String page = reader.get(consultation + "/live?punt=1").body();
        String follow =
                page.replaceAll("(?s).*data-refetch=\"([^\"]+)\".*", "$1").replace("&amp;", "&");

        assertThat(reader.get(follow).status()).isEqualTo(204);
        Browser speaker = browser(clb);
        speaker.get(consultation + "/live?punt=1");
        tells(speaker, consultation, SAID, "record", clb, mayor);

        assertThat(reader.get(follow).body()).contains(SAID).doesNotContain("<textarea");
        assertThat(browser(person(cell, Capacity.MEMBER)).get(follow).status()).isEqualTo(404);
    }

    @Test
    void what_changes_while_the_live_part_is_made_is_asked_for_once_more() throws Exception {
        String consultation = heldOnScreen();
        String part = consultation + "/live/stand?punt=1";
        Browser reader = browser(mayor);
        reader.get(consultation + "/live?punt=1");
        Browser leaver = browser(ocmw);
        leaver.get(consultation + "/live?punt=1");
        CompletableFuture<Answer> asked;

        try (Connection superuser = TestDatabase.asSuperuser();
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("lock table legal_basis");
            asked = CompletableFuture.supplyAsync(() -> reader.get(part));
            while (!asked.isDone() && !isWaitingForALock(statement)) {
                Thread.sleep(20);
            }
            assertThat(asked).isNotDone();
            leaver.post(consultation + "/aanwezigheid", "mandate", id(ocmw), "move", "LEAVES", "n", "1");
            superuser.rollback();
        }

        String revision = asked.get().find("data-revision=\"([^\"]+)\"").orElseThrow();
        assertThat(reader.get(part + "&sinds=" + revision).body()).contains("vertrok om");
    }

    @Test
    void who_closes_is_told_of_what_they_typed_at_an_item_and_did_not_record() {
        String consultation = heldOnScreen();
        Browser leader = browser(coordinator);
        String item = leader.get(consultation + "/live?punt=1")
                .find("name=\"_concept\" value=\"mededeling/([0-9a-f-]+)\"")
                .orElseThrow();
        assertThat(leader.get(consultation + "/sluiten").body()).doesNotContain("nog een tekst die u typte");

        cell.in(() -> bean(Drafts.class)
                .keep(as(coordinator), new Form("mededeling", Optional.of(UUID.fromString(item))), "text=" + SAID));

        assertThat(leader.get(consultation + "/sluiten").body())
                .contains("Bij punt 1 staat nog een tekst die u typte", consultation + "/live?punt=1")
                .doesNotContain(SAID);
        assertThat(browser(mayor).get(consultation + "/sluiten").body()).doesNotContain("nog een tekst die u typte");
    }

    private static boolean isWaitingForALock(Statement statement) throws SQLException {
        try (ResultSet waiting = statement.executeQuery("select 1 from pg_locks where not granted")) {
            return waiting.next();
        }
    }
}
