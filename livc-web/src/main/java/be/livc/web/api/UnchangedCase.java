package be.livc.web.api;

import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.cell.Actor;
import be.livc.ledger.CaseAsRead;
import be.livc.ledger.LedgerBook;
import be.livc.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Holds a change of a case that comes with {@code If-Match} against the case as its caller sees it now: when anything that
 * they see changed since they read it, the answer is 412 and nothing is done. What somebody changes between this and the
 * change itself, the ledger tells in the transaction of that change ({@link CaseAsRead}). Stands after the {@link Door}.
 */
@Component
class UnchangedCase implements HandlerInterceptor {

    private static final Pattern CASE = Pattern.compile("^/api/v1/cases/([0-9a-fA-F-]{36})/.+$");

    private final CaseFiles cases;
    private final CaseTag tag;
    private final LedgerBook book;

    UnchangedCase(CaseFiles cases, CaseTag tag, LedgerBook book) {
        this.cases = cases;
        this.tag = tag;
        this.book = book;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<String> asked = Fields.maybe(request.getHeader("If-Match")).filter(value -> !value.equals("*"));
        Matcher path = CASE.matcher(request.getServletPath());
        boolean changes =
                !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
        if (changes
                && asked.isPresent()
                && path.matches()
                && request.getAttribute(Actor.class.getName()) instanceof Actor actor) {
            requireUnchanged(actor, new CaseId(UUID.fromString(path.group(1))), asked.get());
        }
        return true;
    }

    private void requireUnchanged(Actor actor, CaseId id, String asked) {
        CaseAsRead read = new CaseAsRead(id.value(), book.size());
        CaseView now = cases.open(actor, id);
        String current = '"' + tag.of(now) + '"';
        boolean matches = Arrays.stream(asked.split(",")).map(String::strip).anyMatch(current::equals);
        if (!matches) {
            throw Refusal.changedMeanwhile();
        }
        read.bind();
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        CaseAsRead.unbind();
    }
}
