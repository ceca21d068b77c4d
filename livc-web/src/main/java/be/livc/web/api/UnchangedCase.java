package be.livc.web.api;

import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Holds a change of a case that comes with {@code If-Match} against the case as its caller sees it now: when anything that
 * they see changed since they read it, the answer is 412 and nothing is done. Stands after the {@link Door}.
 */
@Component
class UnchangedCase implements HandlerInterceptor {

    private static final Pattern CASE = Pattern.compile("^/api/v1/cases/([0-9a-fA-F-]{36})/.+$");
    private static final String PLAN_VERSION = UnchangedCase.class.getName();

    /** What stands for the version of a plan that is not there yet. */
    private static final int NO_PLAN = -1;

    private final CaseFiles cases;
    private final CaseTag tag;

    UnchangedCase(CaseFiles cases, CaseTag tag) {
        this.cases = cases;
        this.tag = tag;
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
            requireUnchanged(request, actor, new CaseId(UUID.fromString(path.group(1))), asked.get());
        }
        return true;
    }

    private void requireUnchanged(HttpServletRequest request, Actor actor, CaseId id, String asked) {
        CaseView now = cases.open(actor, id);
        String current = '"' + tag.of(now) + '"';
        boolean matches = Arrays.stream(asked.split(",")).map(String::strip).anyMatch(current::equals);
        if (!matches) {
            throw Refusal.changedMeanwhile();
        }
        request.setAttribute(
                PLAN_VERSION, now.plan().map(CaseView.PlanView::version).orElse(NO_PLAN));
    }

    /** The version of the plan that the caller read, where they said which case they read: it may not change until written. */
    static Optional<Integer> planVersion(HttpServletRequest request) {
        return Optional.ofNullable((Integer) request.getAttribute(PLAN_VERSION));
    }
}
