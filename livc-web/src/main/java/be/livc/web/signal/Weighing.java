package be.livc.web.signal;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.signal.SignalState;
import be.livc.signal.SignalView;
import be.livc.signal.SignalView.AssessmentView;
import java.util.List;
import java.util.Optional;

/**
 * How far the weighing of a signal is, as one person sees it: what the page says and which buttons it shows. Whether an
 * act is accepted, the process decides.
 *
 * @param mayAssess whether this person is an assessor at all
 */
record Weighing(Turn turn, boolean mayAssess, Optional<AssessmentView> coordinator, Optional<AssessmentView> officer) {

    /** What is expected of this person. */
    enum Turn {
        /** To weigh it for themselves. */
        ALONE,
        /** To weigh it together with the other assessor, because they did not agree. */
        JOINTLY,
        /** To wait for the other assessor. */
        WAIT,
        /** Nothing: it is weighed. */
        OVER
    }

    static Weighing of(SignalView signal, Actor actor) {
        Optional<AssessmentView> coordinator = alone(signal, Capacity.COORDINATOR);
        Optional<AssessmentView> officer = alone(signal, Capacity.INFORMATION_OFFICER);
        boolean mine = (actor.isOneOf(Capacity.COORDINATOR) ? coordinator : officer).isPresent();
        return new Weighing(
                turn(signal, coordinator.isPresent() && officer.isPresent(), mine),
                Act.ASSESS.isFor(actor.capacity()) && !SignalPages.isInPrison(actor),
                coordinator,
                officer);
    }

    private static Turn turn(SignalView signal, boolean both, boolean mine) {
        boolean open = List.of(SignalState.SIGNAL.name(), SignalState.ASSESSMENT.name())
                .contains(signal.state());
        if (!open) {
            return Turn.OVER;
        }
        if (both) {
            return Turn.JOINTLY;
        }
        return mine ? Turn.WAIT : Turn.ALONE;
    }

    private static Optional<AssessmentView> alone(SignalView signal, Capacity capacity) {
        return signal.assessments().stream()
                .filter(one -> !one.joint() && one.capacity().equals(capacity.name()))
                .findFirst();
    }

    /** Whether there is something for this person to do. */
    public boolean isExpected() {
        return mayAssess && (turn == Turn.ALONE || turn == Turn.JOINTLY);
    }
}
