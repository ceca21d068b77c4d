package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.casefile.ItemId;
import be.livc.consultation.Ballots;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationView;
import be.livc.consultation.Decide;
import be.livc.platform.Bell;
import be.livc.platform.CellId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Everyone in the room votes for themselves, and every open screen learns that something changed. */
class BallotTest extends CaseTest {

    @Autowired
    Ballots ballots;

    @Autowired
    Bell bell;

    @Test
    void everyone_who_was_there_votes_once() {
        ConsultationId consultation = anOpenConsultation(aListedCase(), CLB, OCMW);
        leaves(consultation, 1, OCMW);
        ItemId decision = in(() -> ballots.putToVote(as(MAYOR), consultation, 1, "Het CLB begeleidt"));

        run(() -> ballots.vote(as(CLB), consultation, 1, decision, Decide.Vote.FOR));
        run(() -> ballots.vote(as(OFFICER), consultation, 1, decision, Decide.Vote.AGAINST));

        assertThatThrownBy(() -> run(() -> ballots.vote(as(CLB), consultation, 1, decision, Decide.Vote.AGAINST)))
                .hasMessage("voted-already");
        assertThatThrownBy(() -> run(() -> ballots.vote(as(OCMW), consultation, 1, decision, Decide.Vote.FOR)))
                .hasMessage("not-found");
        ConsultationView.Decided seen = in(() -> consultationReading.open(as(MAYOR), consultation))
                .items()
                .get(0)
                .decisions()
                .get(0);
        assertThat(seen.voting()).isTrue();
        assertThat(seen.votes()).containsEntry(mandate(CLB), Decide.Vote.FOR).hasSize(2);
    }

    @Test
    void who_has_left_votes_no_more_and_a_decision_without_a_vote_takes_none() {
        ConsultationId consultation = anOpenConsultation(aListedCase(), CLB, OCMW);
        ItemId put = in(() -> ballots.putToVote(as(MAYOR), consultation, 1, "Het OCMW bezoekt het gezin"));
        ItemId taken = in(() -> meeting.decide(as(MAYOR), consultation, 1, new Decide("Genoteerd", Map.of())));
        leaves(consultation, 1, OCMW);

        assertThatThrownBy(() -> run(() -> ballots.vote(as(OCMW), consultation, 1, put, Decide.Vote.FOR)))
                .hasMessage("voter-not-present");
        assertThatThrownBy(() -> run(() -> ballots.vote(as(CLB), consultation, 1, taken, Decide.Vote.FOR)))
                .hasMessage("no-ballot");
        run(() -> consultationFlow.close(as(MAYOR), consultation));
        assertThatThrownBy(() -> run(() -> ballots.vote(as(CLB), consultation, 1, put, Decide.Vote.FOR)))
                .hasMessage("not-open");
    }

    @Test
    void who_came_after_it_was_put_to_the_vote_does_not_vote_though_they_see_it() {
        ConsultationId consultation = anOpenConsultation(aListedCase(), CLB);
        leaves(consultation, 1, COORDINATOR);
        ItemId decision = in(() -> ballots.putToVote(as(MAYOR), consultation, 1, "Het CLB begeleidt"));
        comesAndSigns(consultation, 1, COORDINATOR);

        assertThatThrownBy(() -> run(() -> ballots.vote(as(COORDINATOR), consultation, 1, decision, Decide.Vote.FOR)))
                .hasMessage("voter-not-present");
    }

    @Test
    void a_change_rings_with_the_id_of_the_cell_after_its_commit() throws InterruptedException {
        ConsultationId consultation = anOpenConsultation(aListedCase(), CLB);
        BlockingQueue<Optional<CellId>> heard = new LinkedBlockingQueue<>();
        bell.hear(heard::add);
        String before = in(() -> liveItems.follow(as(CLB), consultation, 1))
                .orElseThrow()
                .revision();

        says(CLB, consultation, 1, "Hij komt weer naar de les");

        Optional<CellId> rung = heard.poll(20, TimeUnit.SECONDS);
        while (rung != null && !rung.equals(Optional.of(cell.id()))) {
            rung = heard.poll(20, TimeUnit.SECONDS);
        }
        assertThat(rung).contains(cell.id());
        assertThat(in(() -> liveItems.follow(as(CLB), consultation, 1))
                        .orElseThrow()
                        .revision())
                .isNotEqualTo(before);
    }

    @Test
    void who_sees_an_item_no_more_is_told_so_and_nothing_is_recorded() {
        ConsultationId consultation = anOpenConsultation(aListedCase(), CLB);

        assertThat(in(() -> liveItems.follow(as(OCMW), consultation, 1))).isEmpty();
        assertThat(in(() -> liveItems.follow(as(CLB), consultation, 1))).isPresent();
    }
}
