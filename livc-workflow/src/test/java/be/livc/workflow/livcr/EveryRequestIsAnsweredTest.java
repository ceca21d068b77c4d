package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.casefile.Corrections;
import be.livc.casefile.ItemId;
import be.livc.rights.OpenRequest;
import be.livc.rights.RestrictionGround;
import be.livc.rights.SubjectRequestId;
import be.livc.rights.SubjectRequestView;
import be.livc.rights.SubjectRequests;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Requests of data subjects that are received, linked, weighed, extended and answered at random. Whatever becomes of the cases: each
 * stands once on the list of the DPO and of the coordinator with its own term, an answer that was given stays as it was, and each
 * can be answered.
 */
class EveryRequestIsAnsweredTest extends RandomMattersTestBase {

    private static final List<String> KINDS = List.of("ACCESS", "RECTIFICATION", "ERASURE", "RESTRICTION", "OBJECTION");

    /** What a request is, as far as it was done here. */
    private static final class Asked {

        private final SubjectRequestId id;
        private final String kind;
        private final LocalDate received;
        private final Map<ItemId, Optional<RestrictionGround>> weighed = new HashMap<>();
        private boolean extended;
        private @Nullable CaseId caseId;
        private @Nullable SubjectRequestView answered;

        private Asked(SubjectRequestId id, String kind, LocalDate received) {
            this.id = id;
            this.kind = kind;
            this.received = received;
        }

        private LocalDate dueOn() {
            return received.plusMonths(extended ? 3 : 1);
        }

        private String state() {
            return answered != null ? "ANSWERED" : caseId == null ? "RECEIVED" : "IN_WEIGHING";
        }
    }

    @Autowired
    SubjectRequests requests;

    @Autowired
    Corrections corrections;

    private Map<SubjectRequestId, Asked> asked;
    private List<Asked> cameAlong;

    @Override
    int seed() {
        return 679;
    }

    @Override
    void begins() {
        asked = new HashMap<>();
        cameAlong = new ArrayList<>();
    }

    @Override
    void goesOn() {
        if (asked.isEmpty() || acts.below(6) == 0) {
            attempt("receive", true, this::receive);
            return;
        }
        Asked one = acts.oneOf(asked.values().stream()
                .sorted(Comparator.comparing(request -> request.id.toString()))
                .toList());
        switch (acts.below(8)) {
            case 0, 1 -> link(one, aCase());
            case 2 -> weighOne(one);
            case 3 -> weighAll(one);
            case 4, 5 -> attempt("answer", canBeAnswered(one), () -> answer(one));
            case 6 ->
                attempt(
                        "extend",
                        one.answered == null && !one.extended && !today().isAfter(one.dueOn()),
                        () -> extend(one));
            default -> acts.attempt("add to a case", () -> addTo(aCase()));
        }
    }

    private boolean receive() {
        String kind = acts.oneOf(KINDS);
        LocalDate day = today().minusDays(acts.below(40));
        SubjectRequestId id = in(() -> requests.receive(as(DPO), kind, day, "Bram, per brief"));
        return asked.put(id, new Asked(id, kind, day)) == null;
    }

    private void link(Asked one, CaseId caseId) {
        attempt("link", one.answered == null && (gone.contains(caseId) || isSeen(caseId)), () -> {
            run(() -> requests.link(as(COORDINATOR), one.id, Optional.of(caseId)));
            one.caseId = caseId;
            return true;
        });
    }

    private SubjectRequestView seen(Asked one) {
        return in(() -> requests.read(as(COORDINATOR), one.id));
    }

    private boolean isGone(Asked one) {
        return one.caseId != null && gone.contains(one.caseId);
    }

    private boolean canBeAnswered(Asked one) {
        return one.answered == null
                && (isGone(one)
                        || seen(one).pieces().stream()
                                .map(SubjectRequestView.Weighed::id)
                                .allMatch(one.weighed::containsKey));
    }

    private void weighOne(Asked one) {
        List<SubjectRequestView.Weighed> pieces = seen(one).pieces();
        if (!pieces.isEmpty()) {
            weigh(one, acts.oneOf(pieces).id());
        }
    }

    private void weighAll(Asked one) {
        seen(one).pieces().forEach(piece -> weigh(one, piece.id()));
    }

    private void weigh(Asked one, ItemId piece) {
        Optional<RestrictionGround> ground =
                acts.below(2) == 0 ? Optional.empty() : Optional.of(acts.oneOf(List.of(RestrictionGround.values())));
        attempt("weigh", one.answered == null && !isGone(one), () -> {
            run(() -> requests.weigh(as(COORDINATOR), one.id, piece, ground));
            return one.weighed.put(piece, ground);
        });
    }

    private boolean answer(Asked one) {
        run(() -> requests.answer(as(DPO), one.id));
        one.answered = seen(one);
        return true;
    }

    private boolean extend(Asked one) {
        run(() -> requests.extend(as(DPO), one.id, acts.oneOf(SubjectRequests.EXTENSION_REASONS)));
        one.extended = true;
        return true;
    }

    private boolean addTo(CaseId caseId) {
        List<CaseView.Piece> facts = seenBy(COORDINATOR, caseId).timeline().stream()
                .filter(piece -> piece.type() == ObjectType.FACT)
                .toList();
        in(() -> corrections.correct(as(COORDINATOR), caseId, acts.oneOf(facts).id(), "Zo was het niet"));
        return true;
    }

    @Override
    void leaves(CaseId caseId, CaseId asThere) {
        openAbout(caseId).forEach(one -> {
            Asked along = new Asked(one.id, one.kind, one.received);
            along.extended = one.extended;
            along.caseId = asThere;
            cameAlong.add(along);
        });
    }

    private Stream<Asked> openAbout(CaseId caseId) {
        return asked.values().stream().filter(one -> one.answered == null && caseId.equals(one.caseId));
    }

    @Override
    Object picture() {
        return in(() -> requests.list(as(DPO)));
    }

    @Override
    void isAsRecorded(String when) {
        List<SubjectRequestView> list = in(() -> requests.list(as(DPO)));
        assertThat(in(() -> requests.list(as(COORDINATOR)))).as(when).isEqualTo(list);
        assertThat(list)
                .as(when)
                .extracting(SubjectRequestView::id)
                .containsExactlyInAnyOrderElementsOf(asked.keySet());
        assertThat(list)
                .as(when)
                .isSortedAccordingTo(Comparator.comparing(
                                (SubjectRequestView one) -> one.state().equals("ANSWERED"))
                        .thenComparing(SubjectRequestView::dueOn));
        list.forEach(view -> isAsRecorded(when, view, Objects.requireNonNull(asked.get(view.id()))));
        for (CaseId caseId : caseIds) {
            assertThat(in(() -> requests.openOn(caseId)))
                    .as(when)
                    .extracting(OpenRequest::dueOn)
                    .containsExactlyElementsOf(
                            openAbout(caseId).map(Asked::dueOn).sorted().toList());
        }
        assertThat(there.in(() -> requests.list(there.actor(DPO_THERE))))
                .as(when)
                .extracting(SubjectRequestView::kind, SubjectRequestView::dueOn, SubjectRequestView::caseId)
                .containsExactlyInAnyOrderElementsOf(cameAlong.stream()
                        .map(one -> tuple(one.kind, one.dueOn(), Optional.ofNullable(one.caseId)))
                        .toList());
    }

    private void isAsRecorded(String when, SubjectRequestView view, Asked one) {
        assertThat(view.state()).as(when).isEqualTo(one.state());
        assertThat(view.kind()).as(when).isEqualTo(one.kind);
        assertThat(view.dueOn()).as(when).isEqualTo(one.dueOn());
        assertThat(view.overdue()).as(when).isEqualTo(one.answered == null && today().isAfter(one.dueOn()));
        assertThat(view.caseId()).as(when).isEqualTo(Optional.ofNullable(one.caseId));
        if (one.answered != null) {
            assertThat(view).as("%s: what was answered stays", when).isEqualTo(one.answered);
            return;
        }
        assertThat(view.gone()).as(when).isEqualTo(isGone(one));
        assertThat(view.pieces())
                .as(when)
                .extracting(SubjectRequestView.Weighed::id)
                .doesNotHaveDuplicates();
        view.pieces().forEach(piece -> {
            assertThat(piece.given())
                    .as(when)
                    .isEqualTo(Optional.ofNullable(one.weighed.get(piece.id())).map(Optional::isEmpty));
            assertThat(piece.ground()).as(when).isEqualTo(one.weighed.getOrDefault(piece.id(), Optional.empty()));
        });
    }

    @Override
    void endsBeforeTheCases() {
        for (Asked one : asked.values()) {
            if (one.answered == null) {
                weighAll(one);
                attempt("answer at the end", true, () -> answer(one));
            }
        }
    }
}
