package be.livc.ledger.verify;

import java.util.List;

/** Ends the verification with a verdict that is not good. */
final class Failure extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Verdict verdict;

    private Failure(Verdict verdict) {
        super(verdict.outcome().name(), null, false, false);
        this.verdict = verdict;
    }

    static Failure of(Verdict.Outcome outcome, String key, Object... values) {
        return new Failure(new Verdict(outcome, 0, 0, List.of(Verdict.Finding.of(key, values))));
    }

    static Failure altered(long first, long last, String key, Object... values) {
        return new Failure(new Verdict(Verdict.Outcome.ALTERED, first, last, List.of(Verdict.Finding.of(key, values))));
    }

    Verdict verdict() {
        return verdict;
    }
}
