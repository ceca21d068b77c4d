package be.livc.workflow.livcr;

import static be.livc.testing.ACell.aCell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.desk.AskQuestion;
import be.livc.desk.QuestionId;
import be.livc.desk.QuestionView;
import be.livc.desk.Questions;
import be.livc.testing.ACell;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * When a question to the desk is to be answered, and when it is closed. Asked on the day before Christmas, a Thursday; in each
 * test of a later year, since there is one desk and time does not go back in its ledger.
 */
class QuestionTermTest extends CaseTest {

    private static final String CONSULTANT = "de consulent";
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Iterator<Integer> THURSDAYS =
            List.of(2026, 2037, 2043, 2048).iterator();

    private static ACell desk;

    @Autowired
    Questions questions;

    @Autowired
    Cells cells;

    private Instant before;
    private int year;
    private QuestionId id;

    @BeforeEach
    void a_question_before_christmas() {
        if (cells.all().stream().noneMatch(one -> one.kind() == CellKind.DESK)) {
            desk = aCell().ofKind(CellKind.DESK)
                    .withMandate(CONSULTANT, Capacity.DESK)
                    .foundedIn(beans);
        }
        before = clock.instant();
        year = THURSDAYS.next();
        clock.set(at(year, "-12-24T09:00:00Z"));
        id = in(() -> questions.ask(
                as(COORDINATOR),
                new AskQuestion(
                        "RETENTION",
                        "Hoe lang bewaren we een signaal dat niet weerhouden is?",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
    }

    @AfterEach
    void back_to_now() {
        clock.set(before);
    }

    private static Instant at(int year, String rest) {
        return Instant.parse(year + rest);
    }

    private QuestionView seen() {
        return in(() -> questions.open(as(COORDINATOR), id));
    }

    private void answer() {
        desk.in(() -> {
            questions.answer(
                    desk.actor(CONSULTANT), id, "Tot het einde van de korte termijn van uw cel.", Optional.empty());
            return id;
        });
    }

    @Test
    void two_working_days_leave_out_christmas_and_the_weekend() {
        assertThat(seen().due()).isEqualTo(at(year, "-12-29T16:00:00Z"));
    }

    @Test
    void an_answered_question_closes_by_itself_after_ten_working_days() {
        answer();

        assertThat(seen().state()).isEqualTo("ANSWERED");
        assertThat(seen().closesAt())
                .as("two weeks later, without Christmas and New Year")
                .contains(at(year + 1, "-01-11T16:00:00Z"));
        clock.set(at(year + 1, "-01-11T15:59:00Z"));
        assertThat(seen().state()).isEqualTo("ANSWERED");
        clock.set(at(year + 1, "-01-11T16:00:00Z"));
        assertThat(seen().state()).isEqualTo("CLOSED");
        assertThat(desk.in(() -> questions.list(desk.actor(CONSULTANT), "CLOSED", Optional.empty(), 50))
                        .items())
                .extracting(QuestionView::id)
                .contains(id);
    }

    @Test
    void who_asks_on_opens_it_again_and_it_waits_anew() {
        answer();
        clock.set(at(year + 1, "-02-01T09:00:00Z"));
        assertThat(seen().state()).isEqualTo("CLOSED");

        run(() -> questions.askOn(as(COORDINATOR), id, "En een signaal dat doorverwezen is?"));

        assertThat(seen().state()).isEqualTo("OPEN");
        assertThat(seen().due()).isEqualTo(at(year + 1, "-02-03T16:00:00Z"));
        assertThat(seen().isLateAt(clock.instant())).isFalse();
        assertThat(seen().isLateAt(clock.instant().plus(A_DAY.multipliedBy(3)))).isTrue();
    }

    @Test
    void its_asker_or_the_desk_closes_it_and_nobody_does_before_it_is_answered() {
        assertThatThrownBy(() -> run(() -> questions.close(as(COORDINATOR), id)))
                .hasMessage("question-open");
        answer();
        assertThatThrownBy(() -> run(() -> questions.close(as(CLB), id))).hasMessage("not-found");

        run(() -> questions.close(as(COORDINATOR), id));

        assertThat(seen().state()).isEqualTo("CLOSED");
        clock.advance(A_DAY);
        answer();
        assertThat(seen().state()).isEqualTo("ANSWERED");
        desk.in(() -> {
            questions.close(desk.actor(CONSULTANT), id);
            return id;
        });
        assertThat(seen().state()).isEqualTo("CLOSED");
    }
}
