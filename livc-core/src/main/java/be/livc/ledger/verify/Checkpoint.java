package be.livc.ledger.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signed note over a tree (C2SP tlog-checkpoint), of which the signature still is to be checked.
 *
 * @param origin whose ledger
 * @param size the number of entries
 * @param root the root hash over them
 * @param body what is signed, with its last newline
 * @param signatures the lines below the empty one; those of unknown keys count for nothing
 */
record Checkpoint(String origin, long size, byte[] root, String body, List<String> signatures) {

    /** The end of the year 9999, in seconds: later than any witness signs. */
    private static final long LATEST = 253_402_300_799L;

    /** So many lines at most: an expression without end would fill the stack on a note made for that. */
    private static final Pattern NOTE =
            Pattern.compile("((livc/[^\\n+ ]+)\\n(0|[1-9][0-9]{0,17})\\n([A-Za-z0-9+/]{43}=)\\n(?:[^\\n]+\\n){0,64})\\n"
                    + "((?:— [^\\n]+\\n){1,64})");

    static Checkpoint read(byte[] bytes) throws Failure {
        Matcher note = NOTE.matcher(new String(bytes, StandardCharsets.UTF_8));
        if (!note.matches()) {
            throw Failure.of(Verdict.Outcome.UNREADABLE, "checkpoint.unreadable");
        }
        return new Checkpoint(
                note.group(2),
                Long.parseLong(note.group(3)),
                Base64.getDecoder().decode(note.group(4)),
                note.group(1),
                note.group(5).lines().toList());
    }

    /** The cell whose ledger it is. */
    String cell() {
        return origin.substring("livc/".length());
    }

    /** Fails where it is not signed with this key: wrong key where no line names it, forged where one does in vain. */
    void requireSigned(VerifierKey key) throws Failure {
        if (!key.name().equals(origin)) {
            throw Failure.of(Verdict.Outcome.WRONG_KEY, "key.of-another", key.name(), origin);
        }
        boolean named = false;
        for (String line : signatures) {
            byte[] signature = signatureBy(key, line);
            if (signature.length > 0) {
                if (key.signed(body.getBytes(StandardCharsets.UTF_8), signature)) {
                    return;
                }
                named = true;
            }
        }
        throw named
                ? Failure.of(Verdict.Outcome.FORGED, "signature.forged", origin)
                : Failure.of(Verdict.Outcome.WRONG_KEY, "key.wrong", key.text());
    }

    /**
     * When this witness co-signed it (C2SP tlog-cosignature); empty where no line names the witness, and a failure where one does
     * that the witness did not make.
     */
    Optional<Instant> cosignedBy(VerifierKey witness) throws Failure {
        for (String line : signatures) {
            byte[] value = signatureBy(witness, line);
            if (value.length > 0) {
                long seconds =
                        value.length < Long.BYTES ? 0 : ByteBuffer.wrap(value).getLong();
                byte[] signed = ("cosignature/v1\ntime " + seconds + "\n" + body).getBytes(StandardCharsets.UTF_8);
                byte[] signature = Arrays.copyOfRange(value, Math.min(Long.BYTES, value.length), value.length);
                if (seconds < 0 || seconds > LATEST || !witness.signed(signed, signature)) {
                    throw Failure.of(Verdict.Outcome.FORGED, "witness.forged", witness.name(), size);
                }
                return Optional.of(Instant.ofEpochSecond(seconds));
            }
        }
        return Optional.empty();
    }

    /** Who signed beside the ledger itself, by the names that the lines give; nothing of it is checked. */
    List<String> others() {
        return signatures.stream()
                .map(line -> line.split(" ", 3)[1])
                .filter(name -> !name.equals(origin))
                .distinct()
                .toList();
    }

    /** Whether it is of this key's ledger, and no line names the key: the ledger had another one before. */
    boolean isOfAnotherKeyOf(VerifierKey key) {
        return key.name().equals(origin) && signatures.stream().allMatch(line -> signatureBy(key, line).length == 0);
    }

    /** The signature on a line that names this key; empty on any other line. */
    private static byte[] signatureBy(VerifierKey key, String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length != 3 || !parts[1].equals(key.name())) {
            return new byte[0];
        }
        try {
            byte[] value = Base64.getDecoder().decode(parts[2]);
            boolean named = value.length > 4 && Arrays.equals(Arrays.copyOf(value, 4), key.id());
            return named ? Arrays.copyOfRange(value, 4, value.length) : new byte[0];
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
