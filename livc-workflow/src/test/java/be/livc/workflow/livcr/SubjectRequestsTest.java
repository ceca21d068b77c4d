package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.Corrections;
import be.livc.rights.RestrictionGround;
import be.livc.rights.SubjectRequestId;
import be.livc.rights.SubjectRequestView;
import be.livc.rights.SubjectRequests;
import be.livc.testing.Refused;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a request of a data subject does not let anybody do: reach into another case, or change an answer that was given. */
class SubjectRequestsTest extends CaseTest {

    @Autowired
    SubjectRequests requests;

    @Autowired
    Corrections corrections;

    /** A request about this case, of which each piece was weighed before it was answered. */
    private SubjectRequestId answeredOf(CaseId caseId) {
        SubjectRequestId id = received();
        link(id, caseId);
        read(id).pieces().forEach(piece -> weigh(id, piece));
        run(() -> requests.answer(as(DPO), id));
        return id;
    }

    private SubjectRequestId received() {
        return in(() -> requests.receive(as(DPO), "ACCESS", LocalDate.now(clock), "Bram Verhaegen, per brief"));
    }

    private void link(SubjectRequestId id, CaseId about) {
        run(() -> requests.link(as(COORDINATOR), id, Optional.of(about)));
    }

    private void weigh(SubjectRequestId id, SubjectRequestView.Weighed piece) {
        run(() -> requests.weigh(as(COORDINATOR), id, piece.id(), Optional.<RestrictionGround>empty()));
    }

    private SubjectRequestView read(SubjectRequestId id) {
        return in(() -> requests.read(as(COORDINATOR), id));
    }

    @Test
    void a_piece_of_another_case_is_not_weighed() {
        SubjectRequestId id = received();
        SubjectRequestId other = received();
        SubjectRequestId unlinked = received();
        link(id, aListedCase());
        link(other, aListedCase());
        SubjectRequestView.Weighed elsewhere = read(other).pieces().get(0);

        for (SubjectRequestId one : new SubjectRequestId[] {id, unlinked}) {
            assertThatThrownBy(() -> weigh(one, elsewhere)).satisfies(Refused.only("unknown-case", "item"));
        }

        assertThat(read(id).pieces()).allMatch(piece -> piece.given().isEmpty());
    }

    @Test
    void a_case_that_an_embargo_hides_from_the_coordinator_is_not_linked() {
        SubjectRequestId id = received();
        CaseId hidden = aListedCase();
        in(() -> embargoFlow.lay(as(OFFICER), embargoOn(ObjectType.CASE, hidden.value())));

        assertThatThrownBy(() -> link(id, hidden)).hasMessage("not-found");

        assertThat(read(id).caseId()).isEmpty();
    }

    @Test
    void nothing_about_a_request_changes_once_it_is_answered() {
        CaseId caseId = aListedCase();
        SubjectRequestId id = answeredOf(caseId);
        SubjectRequestView answered = read(id);
        Map<String, Runnable> doors = new LinkedHashMap<>();
        doors.put("link", () -> link(id, caseId));
        doors.put(
                "weigh",
                () -> run(() -> requests.weigh(
                        as(COORDINATOR),
                        id,
                        answered.pieces().get(0).id(),
                        Optional.of(RestrictionGround.values()[0]))));
        doors.put("extend", () -> run(() -> requests.extend(as(DPO), id, "COMPLEXITY")));
        doors.put("answer", () -> run(() -> requests.answer(as(DPO), id)));

        doors.forEach((name, door) -> assertThatThrownBy(door::run).as(name).hasMessage("request-answered"));

        assertThat(read(id)).isEqualTo(answered);
    }

    @Test
    void what_comes_into_a_case_after_its_request_was_answered_is_no_part_of_that_answer() {
        CaseId caseId = aListedCase();
        SubjectRequestId id = answeredOf(caseId);
        SubjectRequestView answered = read(id);

        in(() -> corrections.correct(
                as(COORDINATOR), caseId, answered.pieces().get(0).id(), "Zo was het niet"));

        assertThat(read(id)).isEqualTo(answered);
        assertThat(in(() -> requests.list(as(DPO)))).containsExactly(answered);
    }

    @Test
    void a_request_is_not_received_tomorrow() {
        assertThatThrownBy(() -> in(() ->
                        requests.receive(as(DPO), "ACCESS", LocalDate.now(clock).plusDays(1), "Een burger")))
                .satisfies(Refused.only("in-the-future", "receivedOn"));
    }
}
