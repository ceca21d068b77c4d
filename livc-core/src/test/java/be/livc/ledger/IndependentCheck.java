package be.livc.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A second verifier, written from RFC 6962, RFC 8032, RFC 8785 and C2SP signed-note with other means than the first:
 * the slow tree, the key as a point, a full JSON library. Says yes or no.
 */
final class IndependentCheck {

    private IndependentCheck() {}

    /** Whether the three files of the format prove each other. */
    static boolean accepts(byte[] zip) {
        Map<String, byte[]> files = unzip(zip);
        String note = text(files, "checkpoint");
        String[] key = text(files, "key.vkey").strip().split("\\+", 3);
        int end = note.indexOf("\n\n") + 1;
        String body = note.substring(0, end);
        String[] head = body.split("\n");
        List<byte[]> leaves = new ArrayList<>();
        for (String line : text(files, "entries.jsonl").split("(?<=\n)")) {
            if (!line.isEmpty()) {
                leaves.add(line.substring(0, line.length() - 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return head[0].equals(key[0])
                && signed(body, note.substring(end + 1), key)
                && head[1].equals(Integer.toString(leaves.size()))
                && head[2].equals(Base64.getEncoder().encodeToString(SlowTree.root(leaves)))
                && inOrder(leaves, key[0].substring(5));
    }

    private static boolean inOrder(List<byte[]> leaves, String cell) {
        try {
            for (int i = 0; i < leaves.size(); i++) {
                JsonNode leaf = JsonMapper.shared().readTree(leaves.get(i));
                boolean canonical = new String(leaves.get(i), StandardCharsets.UTF_8)
                        .equals(new JsonCanonicalizer(leaves.get(i)).getEncodedString());
                if (!canonical
                        || leaf.get("seq").asLong() != i
                        || !leaf.get("cell").asString().equals(cell)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean signed(String body, String line, String[] key) {
        try {
            byte[] value = Base64.getDecoder().decode(line.strip().split(" ")[2]);
            byte[] typed = Base64.getDecoder().decode(key[2]);
            boolean sameKey = key[1].equals(String.format(
                    "%02x%02x%02x%02x", value[0] & 0xff, value[1] & 0xff, value[2] & 0xff, value[3] & 0xff));
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(point(typed)));
            ed25519.update(body.getBytes(StandardCharsets.UTF_8));
            return typed[0] == 1 && sameKey && ed25519.verify(value, 4, 64);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 8032 §5.1.2: little-endian y, with the sign of x in the highest bit. */
    private static EdECPublicKeySpec point(byte[] typed) {
        byte[] bigEndian = new byte[32];
        for (int i = 0; i < 32; i++) {
            bigEndian[i] = typed[32 - i];
        }
        boolean odd = (bigEndian[0] & 0x80) != 0;
        bigEndian[0] &= 0x7f;
        return new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, bigEndian)));
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    static Map<String, byte[]> unzip(byte[] zip) {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
