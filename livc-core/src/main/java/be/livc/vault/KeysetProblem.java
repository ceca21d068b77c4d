package be.livc.vault;

/** The program cannot start with the keyset it was given. The message says in one line what to do. */
final class KeysetProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    KeysetProblem(String problem, String remedy) {
        super(problem + "; " + remedy);
        this.remedy = remedy;
    }

    /** The part of the message that says what to do. */
    String remedy() {
        return remedy;
    }
}
