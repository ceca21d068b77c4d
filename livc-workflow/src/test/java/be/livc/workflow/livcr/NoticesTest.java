package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.ChangePlan.PlannedMeasure;
import be.livc.casefile.Goal;
import be.livc.casefile.Reminders;
import be.livc.casefile.ReviewNotices;
import be.livc.consultation.ConflictCheck;
import be.livc.consultation.ConsultationId;
import be.livc.law.LegalBasisId;
import be.livc.post.Letter;
import be.livc.post.Post;
import be.livc.setup.Expiries;
import be.livc.setup.Setup;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people are reminded of is told by mail as well: that something waits, at most once a day of each kind. */
class NoticesTest extends CaseTest {

    @Autowired
    Reminders reminders;

    @Autowired
    ReviewNotices reviews;

    @Autowired
    Expiries expiries;

    @Autowired
    Setup setup;

    @Autowired
    Post post;

    @BeforeEach
    void some_have_an_address() {
        for (String who : List.of(COORDINATOR, OFFICER, OCMW)) {
            run(() -> post.addressIs(mandate(who), "iemand@voorbeeld.be"));
        }
    }

    @Test
    void who_has_two_late_measures_gets_one_mail_and_who_has_no_address_none() {
        aPlanWith(today().plusMonths(2), OCMW, OCMW, CLB);

        in(reminders::remind);
        in(reminders::remind);

        assertThat(mailed()).extracting(Letter::kind).containsOnly(Post.MEASURES);
        in(reminders::remind);
        assertThat(mailed()).isEmpty();
    }

    @Test
    void the_mail_of_a_day_goes_to_each_who_is_reminded_and_tells_no_object() {
        aPlanWith(today().plusMonths(2), OCMW, CLB);

        in(reminders::remind);

        assertThat(mailed())
                .allSatisfy(letter ->
                        assertThat(letter.about()).isEqualTo(letter.to().value()))
                .extracting(Letter::to)
                .containsExactlyInAnyOrder(mandate(OCMW), mandate(COORDINATOR));
    }

    @Test
    void a_review_is_told_a_week_before_and_on_the_day_and_once_each() {
        aPlanWith(today().plusDays(20));
        assertThat(in(reviews::give)).isZero();

        clock.advance(Duration.ofDays(13));
        assertThat(in(reviews::give)).isEqualTo(1);
        assertThat(in(reviews::give)).isZero();
        assertThat(mailed())
                .singleElement()
                .matches(letter -> letter.to().equals(mandate(COORDINATOR))
                        && letter.kind().equals(Post.REVIEWS));

        clock.advance(Duration.ofDays(7));
        assertThat(in(reviews::give)).isEqualTo(1);
        assertThat(mailed()).hasSize(1);
        clock.advance(Duration.ofDays(1));
        assertThat(in(reviews::give)).isZero();
    }

    @Test
    void the_review_of_an_embargo_is_told_to_who_laid_it_alone() {
        CaseId caseId = aListedCase();
        ConsultationId consultation = aPlannedConsultation();
        onTheAgenda(consultation, caseId, MAYOR, CLB);
        run(() -> consultationFlow.checkConflict(
                as(OFFICER),
                consultation,
                1,
                new ConflictCheck(
                        ConflictCheck.Outcome.EMBARGO, Optional.of("notitie N12"), Optional.of(today().plusDays(6)))));

        in(reviews::give);

        assertThat(mailed()).extracting(Letter::to).containsExactly(mandate(OFFICER));
    }

    @Test
    void the_coming_end_of_a_basis_is_told_to_the_coordinator_and_of_a_clearance_to_its_holder_too() {
        LegalBasisId basis = in(() -> bases.all()).get(0).id();
        in(() -> setup.endBasis(as(COORDINATOR), basis, today().plusDays(29)));

        in(expiries::giveNotices);
        assertThat(mailed())
                .singleElement()
                .matches(letter -> letter.to().equals(mandate(COORDINATOR))
                        && letter.kind().equals(Post.EXPIRIES));

        clock.advance(Duration.ofDays(1));
        in(() -> setup.attestClearance(as(COORDINATOR), mandate(OFFICER), today().plusDays(6)));
        in(expiries::giveNotices);
        assertThat(mailed()).extracting(Letter::to).containsExactlyInAnyOrder(mandate(COORDINATOR), mandate(OFFICER));
    }

    @Test
    void a_notice_that_could_not_leave_for_two_days_is_not_sent_any_more() {
        aPlanWith(today().plusMonths(2), OCMW);
        in(reminders::remind);

        clock.advance(Duration.ofDays(2));

        assertThat(mailed()).isEmpty();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A case with a plan, and for each of these people a measure that was due yesterday. */
    private void aPlanWith(LocalDate review, String... late) {
        CaseId caseId = aListedCase();
        ConsultationId consultation = anOpenConsultation(caseId, CLB, OCMW);
        List<PlannedMeasure> measures = new ArrayList<>();
        for (String who : late) {
            measures.add(new PlannedMeasure(Optional.empty(), "Gesprek", mandate(who), today().minusDays(1)));
        }
        run(() -> caseFlow.changePlan(
                as(COORDINATOR),
                caseId,
                new ChangePlan(List.of(new Goal("SCHOOL", "Naar de les")), measures, review, Optional.empty())));
        run(() -> consultationFlow.close(as(COORDINATOR), consultation));
    }

    private List<Letter> mailed() {
        List<Letter> sent = new ArrayList<>();
        while (in(() -> post.sendNext((letter, address) -> sent.add(letter)))) {
            // until the tray is empty
        }
        return sent;
    }
}
