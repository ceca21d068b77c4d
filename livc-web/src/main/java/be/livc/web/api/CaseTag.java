package be.livc.web.api;

import be.livc.casefile.CaseView;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tag of a case as one reader sees it ({@code ETag}, RFC 9110 §8.8.3): another as soon as anything changes that this
 * reader sees of it, be it phase, subject, plan, measure or a piece on the timeline. Made of what is shown and of nothing
 * else, so that it tells nobody that something was added which they do not see.
 */
@Component
class CaseTag {

    private static final int LENGTH = 22;

    private final JsonMapper json;

    CaseTag(JsonMapper json) {
        this.json = json;
    }

    /** The tag, without the quotes that it has in a header. */
    String of(CaseView view) {
        record Shown(CaseCalls.CaseBody body, List<CaseCalls.PieceView> timeline) {}
        Shown shown = new Shown(
                CaseCalls.CaseBody.of(view),
                view.timeline().stream().map(CaseCalls.PieceView::of).toList());
        byte[] hash = sha256(json.writeValueAsString(shown).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, LENGTH);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
