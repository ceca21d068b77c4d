package be.livc.ledger.verify;

import java.util.Arrays;
import java.util.List;

/**
 * What the verifier finds.
 *
 * @param outcome the finding
 * @param first the place from which something is wrong, from 0; without meaning where nothing is altered
 * @param last the place up to which something may be wrong; the same as {@code first} where it is one entry
 * @param findings what to tell a person, the first one in one line
 */
public record Verdict(Outcome outcome, long first, long last, List<Finding> findings) {

    /** The findings of the verifier; the program ends with the code. */
    public enum Outcome {
        /** Everything that was signed is there, unchanged. */
        COMPLETE(0),
        /** The file cannot be read as an export or a receipt; 1 is a command line that makes no sense. */
        UNREADABLE(6),
        /** Entries are missing at the end, or the export ends before an earlier checkpoint. */
        SHORTENED(2),
        /** An entry was changed, removed from the middle, added or moved. */
        ALTERED(3),
        /** Signed, but not with the key at hand. */
        WRONG_KEY(4),
        /** The signature claims the key at hand and was not made with it. */
        FORGED(5);

        private final int exitCode;

        Outcome(int exitCode) {
            this.exitCode = exitCode;
        }

        /** What the program ends with. */
        public int exitCode() {
            return exitCode;
        }
    }

    /**
     * Something to tell.
     *
     * @param key names the sentence in the text bundle
     * @param values what the sentence is filled in with
     */
    public record Finding(String key, List<String> values) {

        static Finding of(String key, Object... values) {
            return new Finding(key, Arrays.stream(values).map(String::valueOf).toList());
        }
    }

    /** Keeps its own copy of the findings. */
    public Verdict {
        findings = List.copyOf(findings);
    }
}
