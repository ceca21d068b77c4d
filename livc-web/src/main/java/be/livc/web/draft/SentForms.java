package be.livc.web.draft;

import be.livc.cell.Actor;
import be.livc.draft.Drafts;
import be.livc.draft.Form;
import be.livc.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Lets the draft of a form go once the form was sent and taken. A form names its draft in a hidden field; it was taken when
 * the answer leads on to another page, and that page has nothing to say about a refusal.
 */
@Component
class SentForms implements HandlerInterceptor {

    /** The hidden field: name of the form, and after a slash what it is about. */
    private static final String DRAFT = "_concept";

    /** The flash attribute under which screens tell why they did not do what was asked. */
    private static final String REFUSED = "refused";

    private final Drafts drafts;

    SentForms(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        Actor actor = (Actor) request.getAttribute(Actor.class.getName());
        String draft = request.getParameter(DRAFT);
        if (actor != null && draft != null && failure == null && wasTaken(request, response)) {
            discard(actor, draft);
        }
    }

    private static boolean wasTaken(HttpServletRequest request, HttpServletResponse response) {
        FlashMap then = RequestContextUtils.getOutputFlashMap(request);
        return HttpMethod.POST.matches(request.getMethod())
                && HttpStatusCode.valueOf(response.getStatus()).is3xxRedirection()
                && !then.containsKey(REFUSED);
    }

    private void discard(Actor actor, String draft) {
        try {
            drafts.discard(actor, form(draft));
        } catch (Refusal | IllegalArgumentException nothingThere) {
            // What was sent is saved already. A draft that is hidden now, or a name that is none, changes nothing about
            // that.
        }
    }

    private static Form form(String draft) {
        String[] parts = draft.split("/", 2);
        return new Form(parts[0], parts.length == 1 ? Optional.empty() : Optional.of(UUID.fromString(parts[1])));
    }
}
