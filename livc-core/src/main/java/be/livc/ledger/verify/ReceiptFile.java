package be.livc.ledger.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A receipt: one entry, and the proof that it stands in a signed ledger (C2SP tlog-proof). On its own, or inside the PDF
 * that shows it, where it lies without compression.
 *
 * @param leaf the exact text of the entry
 * @param key the verifier key that the receipt itself names
 * @param place the entry's place
 * @param path the inclusion proof
 * @param checkpoint what was signed
 */
record ReceiptFile(byte[] leaf, String key, long place, List<byte[]> path, Checkpoint checkpoint) {

    private static final String HEAD = "c2sp.org/tlog-proof@v1\n";

    private static final Pattern PROOF = Pattern.compile(
            "c2sp\\.org/tlog-proof@v1\\nextra ([A-Za-z0-9+/=]+)\\n"
                    + "index (0|[1-9][0-9]{0,17})\\n((?:[A-Za-z0-9+/]{43}=\\n){0,64})\\n(livc/[^\\n]+\\n(?:[^\\n]+\\n){1,66}\\n(?:— [^\\n]+\\n){1,64})");

    /** The receipt in a file; empty where the file is something else. */
    static Optional<ReceiptFile> in(Path file) throws IOException, Failure {
        if (Files.size(file) > 1 << 24) {
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        if (!text.contains(HEAD)) {
            return Optional.empty();
        }
        Matcher proof = PROOF.matcher(text);
        if (!proof.find()) {
            throw Failure.of(Verdict.Outcome.UNREADABLE, "receipt.unreadable");
        }
        byte[] extra = decoded(proof.group(1));
        int end = indexOfNewline(extra);
        List<byte[]> path = new ArrayList<>();
        for (String line : proof.group(3).lines().toList()) {
            path.add(decoded(line));
        }
        return Optional.of(new ReceiptFile(
                Arrays.copyOf(extra, end),
                new String(extra, end, extra.length - end, StandardCharsets.UTF_8).strip(),
                Long.parseLong(proof.group(2)),
                path,
                Checkpoint.read(proof.group(4).getBytes(StandardCharsets.UTF_8))));
    }

    /**
     * Passes where the entry is what was signed; the findings are for a person.
     *
     * @param since whether an earlier checkpoint was given, which one entry cannot be compared with
     */
    Verdict verify(Optional<String> outsideKey, boolean since, Cosigners cosigners) throws Failure {
        VerifierKey signer = VerifierKey.read(outsideKey.orElse(key));
        checkpoint.requireSigned(signer);
        EntryLine entry = EntryLine.read(leaf, place, checkpoint.cell());
        Instant time = entry.time().orElseThrow(() -> Failure.of(Verdict.Outcome.UNREADABLE, "receipt.no-text", place));
        if (!Proofs.included(place, checkpoint.size(), entry.hash(), path, checkpoint.root())) {
            throw Failure.altered(place, place, "receipt.altered", place);
        }
        List<Verdict.Finding> findings = new ArrayList<>();
        findings.add(Verdict.Finding.of("receipt.genuine", place, checkpoint.cell(), time, checkpoint.size()));
        findings.add(Verdict.Finding.of("receipt.entry", new String(leaf, StandardCharsets.UTF_8)));
        findings.addAll(cosigners.saw(List.of(checkpoint)));
        if (since) {
            findings.add(Verdict.Finding.of("receipt.since"));
        }
        if (outsideKey.isEmpty()) {
            findings.add(Verdict.Finding.of("key.from-the-file", signer.text()));
        }
        return new Verdict(Verdict.Outcome.COMPLETE, 0, 0, findings);
    }

    private static byte[] decoded(String base64) throws Failure {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw Failure.of(Verdict.Outcome.UNREADABLE, "receipt.unreadable");
        }
    }

    private static int indexOfNewline(byte[] bytes) throws Failure {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        throw Failure.of(Verdict.Outcome.UNREADABLE, "receipt.unreadable");
    }
}
