package be.livc.threshold;

/** One number that a cell may set, with what it is until then and between which bounds. */
public enum Threshold {
    /** Working days to answer a case that is offered. */
    ANSWER_DAYS("answerDays", 5, 1, 15),
    /** Hours to acknowledge a hand-over after an unexpected release. */
    ACKNOWLEDGE_HOURS("acknowledgeHours", 4, 1, 12),
    /** Working days to find out where somebody went who left prison. */
    DESTINATION_DAYS("destinationDays", 1, 1, 5),
    /** Months before an expected release at which the return is prepared. */
    PREPARE_MONTHS("prepareMonths", 3, 1, 6),
    /** Days before a review at which a consultation is proposed. */
    PROPOSAL_DAYS("proposalDays", 14, 7, 42),
    /** From how many criteria that are met the table advises a consultation. */
    CONSULT_FROM("consultFrom", 3, 2, 6),
    /** From how many criteria that nobody can answer the table advises to find out more. */
    UNKNOWN_FROM("unknownFrom", 5, 3, 8);

    private final String variable;
    private final int usual;
    private final int least;
    private final int most;

    Threshold(String variable, int usual, int least, int most) {
        this.variable = variable;
        this.usual = usual;
        this.least = least;
        this.most = most;
    }

    /** What the decision tables call it. */
    public String variable() {
        return variable;
    }

    /** What it is until a cell sets it. */
    public int usual() {
        return usual;
    }

    /** The lowest that a cell may set. */
    public int least() {
        return least;
    }

    /** The highest that a cell may set. */
    public int most() {
        return most;
    }
}
