package be.livc.ledger.verify;

import be.livc.ledger.verify.Verdict.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who outside saw a ledger, and up to where: the witnesses that co-signed its checkpoints.
 *
 * @param witnesses whose keys are at hand
 */
record Cosigners(List<VerifierKey> witnesses) {

    /** Reads the keys of witnesses, one on each line; none from no text. */
    static Cosigners read(Optional<String> keys) throws Failure {
        List<VerifierKey> witnesses = new ArrayList<>();
        for (String line : keys.stream()
                .flatMap(String::lines)
                .filter(each -> !each.isBlank())
                .toList()) {
            witnesses.add(VerifierKey.ofWitness(line));
        }
        if (keys.isPresent() && witnesses.isEmpty()) {
            throw Failure.of(Verdict.Outcome.WRONG_KEY, "witness.unreadable");
        }
        return new Cosigners(witnesses);
    }

    /** Whether one of them signed it; fails where a line under the name of one is not its own. */
    boolean signedOne(Checkpoint checkpoint) throws Failure {
        for (VerifierKey witness : witnesses) {
            if (checkpoint.cosignedBy(witness).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /**
     * What they saw of a ledger that is as it was signed, in sentences. Fails where one whose key is at hand saw nothing of it, or a
     * line under its name is not its own.
     *
     * @param signed the checkpoints that were found to hold
     */
    List<Finding> saw(List<Checkpoint> signed) throws Failure {
        List<Checkpoint> latestFirst = signed.stream()
                .sorted(Comparator.comparingLong(Checkpoint::size).reversed())
                .toList();
        List<Finding> findings = new ArrayList<>();
        for (VerifierKey witness : witnesses) {
            findings.add(latest(witness, latestFirst));
        }
        if (witnesses.isEmpty()) {
            latestFirst.stream()
                    .filter(checkpoint -> !checkpoint.others().isEmpty())
                    .findFirst()
                    .ifPresent(checkpoint -> findings.add(Finding.of(
                            "witness.unchecked", String.join(", ", checkpoint.others()), checkpoint.size())));
        }
        return findings;
    }

    private static Finding latest(VerifierKey witness, List<Checkpoint> latestFirst) throws Failure {
        for (Checkpoint checkpoint : latestFirst) {
            Optional<Instant> time = checkpoint.cosignedBy(witness);
            if (time.isPresent()) {
                return Finding.of("witness.saw", witness.name(), checkpoint.size(), time.get());
            }
        }
        throw Failure.of(Verdict.Outcome.WRONG_KEY, "witness.absent", witness.name());
    }
}
