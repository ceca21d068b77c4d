package be.livc.web.layout;

import be.livc.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;
import org.springframework.validation.ObjectError;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Answers a form that was not accepted with 422, or 409 where somebody else changed the same meanwhile, and tells the layout so, which then begins the page's title with
 * "Fout:". A controller only returns its form's view again; it cannot forget either.
 */
class FormErrors implements HandlerInterceptor {

    /** The model attribute that says that a form on this page has errors. */
    static final String PAGE_HAS_ERRORS = "pageHasErrors";

    /** The model attribute with the code of what was refused first: what a question to the helpdesk says of it. */
    static final String HELP_ERROR = "helpError";

    /** The model attribute that tells which field an error is about, where its sentence does not: {@link FieldNames}. */
    static final String FIELD_NAMES = "fieldNames";

    /** The model attribute with what two people wrote at the same time. */
    private static final String CONFLICTS = "conflicts";

    /** The code of what somebody else changed meanwhile. */
    private static final String CHANGED = Refusal.changedMeanwhile().code();

    /** Articles of the handbook are as long as the documents that they come from. */
    private static final String ARTICLES = "/draaiboek/";

    /** A name that is too long is one that nobody has, and gets the same answer. */
    private static final String SIGN_IN = "/aanmelden";

    /** More than any name or title: what lists and banners show on one line. */
    private static final int LONGEST_LINE = 1_000;

    private static final Set<String> OF_ONE_LINE = Set.of(
            "address",
            "citation",
            "contact",
            "familyName",
            "givenBy",
            "givenNames",
            "name",
            "number",
            "organisation",
            "person",
            "place",
            "proof",
            "reference",
            "requester",
            "source",
            "title",
            "url",
            "username");

    /** The plan as its editor saw it, which the form of the plan sends along by itself. */
    private static final String CARRIED_ALONG = "seen";

    private final MessageSource messages;
    private final ObjectProvider<ThymeleafViewResolver> views;

    FormErrors(MessageSource messages, ObjectProvider<ThymeleafViewResolver> views) {
        this.messages = messages;
        this.views = views;
    }

    /** A text that is longer than any field takes changes nothing, whatever the form; its page keeps what was typed. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String path = request.getServletPath();
        if (request.getMethod().equals("POST") && !path.startsWith(ARTICLES) && !path.equals(SIGN_IN)) {
            List<Refusal.Reason> tooLong = request.getParameterMap().entrySet().stream()
                    .filter(field ->
                            Arrays.stream(field.getValue()).anyMatch(value -> value.length() > longest(field.getKey())))
                    .map(field -> new Refusal.Reason("too-long", field.getKey()))
                    .toList();
            if (!tooLong.isEmpty()) {
                throw Refusal.invalid(tooLong);
            }
        }
        return true;
    }

    private static int longest(String field) {
        if (field.equals(CARRIED_ALONG)) {
            return Integer.MAX_VALUE;
        }
        return OF_ONE_LINE.contains(field.substring(field.lastIndexOf('.') + 1)) ? LONGEST_LINE : Typed.LONGEST;
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView modelAndView)
            throws Exception {
        if (modelAndView != null) {
            ReturnedForms.tell(request, modelAndView);
        }
        if (modelAndView == null || !hasErrors(modelAndView)) {
            return;
        }
        modelAndView.addObject(PAGE_HAS_ERRORS, true);
        Locale language = RequestContextUtils.getLocale(request);
        FieldNames names = new FieldNames(messages, language);
        modelAndView.addObject(FIELD_NAMES, names);
        modelAndView.addObject(HELP_ERROR, firstCode(modelAndView));
        if (modelAndView.getStatus() == null && response.getStatus() == HttpStatus.OK.value()) {
            boolean changed = CHANGED.equals(modelAndView.getModel().get(HELP_ERROR));
            response.setStatus((changed ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        }
        String view = modelAndView.getViewName();
        if (view != null && !view.startsWith("redirect:")) {
            modelAndView.setView(new PageWithErrors(
                    Objects.requireNonNull(views.getObject().resolveViewName(view, language)), new ErrorList(names)));
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

    /** That somebody else was first is shown beside the form, as {@code fragments/conflict}; no field has an error then. */
    private static boolean hasErrors(ModelAndView page) {
        return page.getModel().get(CONFLICTS) != null
                || page.getModel().values().stream()
                        .anyMatch(value -> value instanceof Errors errors && errors.hasErrors());
    }
}
