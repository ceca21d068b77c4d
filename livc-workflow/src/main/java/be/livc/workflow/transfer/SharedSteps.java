package be.livc.workflow.transfer;

import java.util.List;

/** The steps that more than one flow asks for, by their ids in the models of both kinds of cell. */
public final class SharedSteps {

    /** Where a case on offer stands; whatever else of it waits stands still until that is answered. */
    public static final String AWAIT_TRANSFER = "awaitTransfer";

    /** Where a PIVC follows a release: from each of these it can offer the case, and closing a case closes this way too. */
    public static final List<String> RELEASE = List.of("watchRelease", "prepareRelease", "findDestination", "frozen");

    private SharedSteps() {}
}
