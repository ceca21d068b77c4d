package be.livc.web.search;

import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseLabel;
import be.livc.casefile.Subjects;
import be.livc.cell.Actor;
import be.livc.naming.Difference;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Keeps the answers to the last searches of a session: ids, how alike and in what way, no name; the session lies in the database. When an
 * answer is shown, the people are opened anew, so that what the reader sees no more is gone from it.
 */
@Component
class FoundBefore {

    private static final String ATTRIBUTE = "be.livc.web.search.found";
    private static final int MOST = 5;

    private final CaseFiles cases;

    FoundBefore(CaseFiles cases) {
        this.cases = cases;
    }

    /** Keeps an answer; gives the token to ask for it with. */
    String keep(HttpSession session, List<Subjects.Found> found) {
        String token = UUID.randomUUID().toString();
        List<String> kept = new ArrayList<>(kept(session));
        kept.add(token);
        StringBuilder line = new StringBuilder();
        found.forEach(one -> line.append(one.caseId())
                .append('=')
                .append(one.score())
                .append('=')
                .append(one.why().stream().map(Difference::name).collect(Collectors.joining(",")))
                .append(' '));
        kept.add(line.toString());
        session.setAttribute(
                ATTRIBUTE, new ArrayList<>(kept.subList(Math.max(0, kept.size() - 2 * MOST), kept.size())));
        return token;
    }

    /** The answer with this token, as this reader sees it now; empty when there is none in this session. */
    Optional<List<Subjects.Found>> again(Actor reader, HttpSession session, String token) {
        List<String> kept = kept(session);
        int at = kept.indexOf(token);
        if (at < 0 || at % 2 != 0) {
            return Optional.empty();
        }
        List<String> hits = List.of(kept.get(at + 1).strip().split(" "));
        List<CaseId> ids = hits.stream()
                .filter(hit -> !hit.isEmpty())
                .map(FoundBefore::caseId)
                .toList();
        if (ids.isEmpty()) {
            return Optional.of(List.of());
        }
        Map<CaseId, CaseLabel> labels = cases.labels(reader, ids);
        return Optional.of(
                hits.stream().flatMap(hit -> found(hit, labels).stream()).toList());
    }

    private static Optional<Subjects.Found> found(String hit, Map<CaseId, CaseLabel> labels) {
        CaseId id = caseId(hit);
        return Optional.ofNullable(labels.get(id))
                .flatMap(CaseLabel::subject)
                .map(subject -> new Subjects.Found(id, subject, Double.parseDouble(hit.split("=")[1]), why(hit)));
    }

    private static Set<Difference> why(String hit) {
        String codes = hit.substring(hit.lastIndexOf('=') + 1);
        return codes.isEmpty()
                ? Set.of()
                : Arrays.stream(codes.split(",")).map(Difference::valueOf).collect(Collectors.toSet());
    }

    private static CaseId caseId(String hit) {
        return new CaseId(UUID.fromString(hit.substring(0, hit.indexOf('='))));
    }

    @SuppressWarnings("unchecked") // nobody else uses this attribute
    private static List<String> kept(HttpSession session) {
        List<String> kept = (List<String>) session.getAttribute(ATTRIBUTE);
        return kept == null ? List.of() : kept;
    }
}
