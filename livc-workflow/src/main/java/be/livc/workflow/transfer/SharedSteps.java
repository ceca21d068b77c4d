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

    /** Where a case on offer stands; whatever else of it waits stands still until that is answered. */
    public static final String AWAIT_TRANSFER = "awaitTransfer";

    /** Where a case on offer is answered in the cell that is to take it over: in time, and after the term. */
    public static final Set<String> ANSWERS =
            Set.of("answerTransfer", "answerTransferLate", "acknowledgeEmergency", "acknowledgeEmergencyLate");

    /** Of these, those whose term the table counts in hours ({@code terms.dmn}). */
    private static final Set<String> BY_THE_HOUR = Set.of("acknowledgeEmergency", "acknowledgeEmergencyLate");

    /** Where a PIVC follows a release: from each of these it can offer the case, and closing a case closes this way too. */
    private static final List<String> RELEASE = List.of("watchRelease", "prepareRelease", "findDestination", "frozen");

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
