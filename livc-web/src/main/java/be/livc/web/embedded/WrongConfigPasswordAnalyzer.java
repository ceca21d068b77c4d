package be.livc.web.embedded;

import com.ulisesbocchio.jasyptspringboot.exception.DecryptionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** An {@code ENC(...)} setting that does not open: a wrong password, or a value made with other parameters. */
final class WrongConfigPasswordAnalyzer extends AbstractFailureAnalyzer<DecryptionException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, DecryptionException wrong) {
        return new FailureAnalysis(
                "A setting written as ENC(...) does not open with the given password.",
                "Set the environment variable LIVC_CONFIG_PASSWORD to the password the setting was made with.",
                wrong);
    }
}
