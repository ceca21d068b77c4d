package be.livc.workflow.transfer;

import be.livc.cell.CellKind;
import be.livc.workflow.engine.Processes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The models of both kinds of cell, and the steps in them that more than one flow asks for, by their ids. */
public final class SharedSteps {

    /** The model of a case of a LIVC R. */
    public static final String PROCESS = "livc-r-case";

    /** The model of a case of a PIVC. */
    public static final String PROCESS_OF_A_PIVC = "pivc-case";

    /** While this waits, a consultation discusses the case. */
    public static final String CLOSE_CONSULTATION = "closeConsultation";

    /** Where a PIVC waits for a release that is not near, or of which nobody knows when it comes. */
    public static final String WATCH_RELEASE = "watchRelease";

    /** Where a PIVC prepares a release that is near. */
    public static final String PREPARE_RELEASE = "prepareRelease";

    /** Where a PIVC looks for the town of somebody who left unexpectedly. */
    public static final String FIND_DESTINATION = "findDestination";

    /** Where the case of somebody waits who was moved to a prison without a PIVC. */
    public static final String FROZEN = "frozen";

    /** Where a case on offer is answered in the cell that is to take it over. */
    static final String ANSWER_TRANSFER = "answerTransfer";

    /** The same of an emergency. */
    static final String ACKNOWLEDGE_EMERGENCY = "acknowledgeEmergency";

    private static final String ACKNOWLEDGE_EMERGENCY_LATE = "acknowledgeEmergencyLate";

    /** Where a case on offer stands; whatever else of it waits stands still until that is answered. */
    public static final String AWAIT_TRANSFER = "awaitTransfer";

    /** Where a case on offer is answered in the cell that is to take it over: in time, and after the term. */
    public static final Set<String> ANSWERS =
            Set.of(ANSWER_TRANSFER, "answerTransferLate", ACKNOWLEDGE_EMERGENCY, ACKNOWLEDGE_EMERGENCY_LATE);

    /** Of these, those whose term the table counts in hours ({@code terms.dmn}). */
    private static final Set<String> BY_THE_HOUR = Set.of(ACKNOWLEDGE_EMERGENCY, ACKNOWLEDGE_EMERGENCY_LATE);

    /** Where a PIVC follows a release: from each of these it can offer the case, and closing a case closes this way too. */
    private static final List<String> RELEASE = List.of(WATCH_RELEASE, PREPARE_RELEASE, FIND_DESTINATION, FROZEN);

    private SharedSteps() {}

    /** By which model the cases of such a cell go. */
    public static String processIn(CellKind kind) {
        return kind == CellKind.PIVC ? PROCESS_OF_A_PIVC : PROCESS;
    }

    /** Whether this step is due at an hour: of when it is, the day says too little. */
    public static boolean isDueByTheHour(String step) {
        return BY_THE_HOUR.contains(step);
    }

    /** The step of the release that is among those that wait ({@link Processes#open}), if any. */
    public static Optional<String> releaseAmong(Set<String> open) {
        return RELEASE.stream().filter(open::contains).findFirst();
    }
}
