package be.livc.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells a person at the console what is wrong with the keyset, without a stack trace. */
class KeysetProblemAnalyzer extends AbstractFailureAnalyzer<KeysetProblem> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeysetProblem problem) {
        return new FailureAnalysis(problem.getMessage(), problem.remedy(), problem);
    }
}
