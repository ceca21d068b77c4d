package be.livc.web.layout;

import be.livc.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;
import org.springframework.validation.ObjectError;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers a form that was not accepted with 422, or 409 where somebody else changed the same meanwhile, and tells the layout so, which then begins the page's title with
 * "Fout:". A controller only returns its form's view again; it cannot forget either.
 */
class FormErrors implements HandlerInterceptor {

    /** The model attribute that says that a form on this page has errors. */
    static final String PAGE_HAS_ERRORS = "pageHasErrors";

    /** The model attribute with the code of what was refused first: what a question to the helpdesk says of it. */
    static final String HELP_ERROR = "helpError";

    /** The code of what somebody else changed meanwhile. */
    private static final String CHANGED = Refusal.changedMeanwhile().code();

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView modelAndView) {
        if (modelAndView == null || !hasErrors(modelAndView)) {
            return;
        }
        modelAndView.addObject(PAGE_HAS_ERRORS, true);
        modelAndView.addObject(HELP_ERROR, firstCode(modelAndView));
        if (modelAndView.getStatus() == null && response.getStatus() == HttpStatus.OK.value()) {
            boolean changed = CHANGED.equals(modelAndView.getModel().get(HELP_ERROR));
            response.setStatus((changed ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        }
    }

    private static @Nullable String firstCode(ModelAndView page) {
        return page.getModel().values().stream()
                .filter(value -> value instanceof Errors errors && errors.hasErrors())
                .flatMap(value -> ((Errors) value).getAllErrors().stream())
                .map(ObjectError::getCode)
                .filter(code -> code != null && code.startsWith("error."))
                .map(code -> code.substring("error.".length()))
                .findFirst()
                .orElse(null);
    }

    private static boolean hasErrors(ModelAndView page) {
        return page.getModel().values().stream()
                .anyMatch(value -> value instanceof Errors errors && errors.hasErrors());
    }
}
