package be.livc.web.embedded;

/** A program of the operating system or the server could not run, took too long, or said no. */
final class CommandFailed extends Exception {

    private final String output;

    CommandFailed(String program, String output) {
        super(program + ": " + output);
        this.output = output;
    }

    /** What it printed, on one line. */
    String output() {
        return output;
    }
}
