package be.livc.web.layout;

import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ModelAndView;

/**
 * Brings a form that was refused back on its own page, with what was typed, where its controller shows no form again: the
 * page is asked for once more, as its reader would do, and the form in it is filled in. Gates, ledger and rights are those of
 * any other reading of that page.
 */
@Component
class ReturnedForms {

    /** Under this name the request carries what is told above the page that it brings back. */
    private static final String RETURNED = ReturnedForms.class.getName();

    /** The model attribute with the same. */
    private static final String LINES = "returned";

    /** What the scripts send along: they put an answer in a part of the page, and leave the rest as it is. */
    private static final String OF_SCRIPT = "HX-Request";

    private final ObjectProvider<DispatcherServlet> program;
    private final MessageSource messages;

    ReturnedForms(ObjectProvider<DispatcherServlet> program, MessageSource messages) {
        this.program = program;
        this.messages = messages;
    }

    /** What was refused first, and every line that is told of it. */
    private record Told(String code, List<ErrorLine> lines) {}

    /**
     * The page with the form; empty where the form does not say its page, is not on it any more, or has no place for
     * something that was typed.
     *
     * @param errors what is told of each reason, with the name of its field
     */
    Optional<ModelAndView> page(
            Refusal refusal,
            List<ErrorLine> errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        Optional<URI> page = PageOfForm.sentFrom(request);
        // The door lets a page through by its own address only: without a person, nothing stands behind another one.
        if (page.isEmpty()
                || request.getAttribute(Actor.class.getName()) == null
                || refusal.reasons().isEmpty()
                || !HttpMethod.POST.matches(request.getMethod())
                || request.getHeader(OF_SCRIPT) != null) {
            return Optional.empty();
        }
        List<ErrorLine> lines = IntStream.range(0, errors.size())
                .mapToObj(nth -> errors.get(nth).at(FilledForm.placeOf(nth)))
                .toList();
        ErrorList list = new ErrorList(new FieldNames(messages, language));
        return read(page.get(), new Told(refusal.code(), lines), request, response)
                .flatMap(html -> new FilledForm(
                                html, request.getRequestURI(), request.getParameterMap(), errors, list, word(language))
                        .page())
                .map(ReturnedForms::answer);
    }

    private String word(Locale language) {
        return messages.getMessage("form.error", null, language);
    }

    /** The page as it is now; empty when it is none. What the program notes on a request is as it was before. */
    private Optional<String> read(URI page, Told told, HttpServletRequest request, HttpServletResponse response) {
        Map<String, Object> before = new HashMap<>();
        Collections.list(request.getAttributeNames()).forEach(name -> before.put(name, request.getAttribute(name)));
        request.setAttribute(RETURNED, told);
        KeptPage kept = new KeptPage(response);
        try {
            program.getObject().service(new PageAgain(request, page), kept);
        } catch (ServletException | IOException failed) {
            // What is wrong with that page is told to whoever asks for it; here the texts come first.
            return Optional.empty();
        } finally {
            Collections.list(request.getAttributeNames()).stream()
                    .filter(name -> !before.containsKey(name))
                    .forEach(request::removeAttribute);
            before.forEach(request::setAttribute);
        }
        return kept.page();
    }

    private static ModelAndView answer(String html) {
        ModelAndView page = new ModelAndView((model, request, response) -> {
            response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
            response.getWriter().write(html);
        });
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** Puts in the model of a page that is brought back what its frame shows of that. */
    static void tell(HttpServletRequest request, ModelAndView page) {
        boolean leadsOn = page.getViewName() != null && page.getViewName().startsWith("redirect:");
        if (request.getAttribute(RETURNED) instanceof Told told && !leadsOn) {
            page.addObject(LINES, told.lines());
            page.addObject(FormErrors.PAGE_HAS_ERRORS, true);
            page.addObject(FormErrors.HELP_ERROR, told.code());
            page.addObject("answersForm", true);
        }
    }
}
