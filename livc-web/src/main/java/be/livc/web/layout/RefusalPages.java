package be.livc.web.layout;

import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.validation.BindException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Shows a refusal as a page. Comes after every other advice: the REST calls have one of their own.
 *
 * <p>What is absent, what is hidden and an address that cannot be get the same answer, byte for byte: the page carries
 * nothing of the request, nor a token that differs each time.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class RefusalPages {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalPages.class);

    /** Shorter than this, and in one word, is a code or a number that is chosen again in a moment. */
    private static final int WORTH_KEEPING = 20;

    /** What was erased while somebody looked at it is not there any more. */
    private static final String ERASED_MEANWHILE = "erased";

    /** Where the calls of other programs begin. */
    static final String REST = "/api/";

    /** Under this name the request carries the {@link Actor}, from the door on. */
    private static final String ACTOR = "be.livc.cell.Actor";

    private final MessageSource messages;
    private final DeniedRoutes denied;
    private final ReturnedForms forms;
    private final FormAddresses addresses;

    RefusalPages(MessageSource messages, DeniedRoutes denied, ReturnedForms forms, FormAddresses addresses) {
        this.messages = messages;
        this.denied = denied;
        this.forms = forms;
        this.addresses = addresses;
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        try {
            denied.record(refusal, request);
        } catch (RuntimeException unrecorded) {
            // Thrown here, it would be dropped for the refusal; from a view it reaches the page of what went wrong.
            return new ModelAndView((model, asked, answer) -> {
                throw unrecorded;
            });
        }
        if (refusal.code().equals(ERASED_MEANWHILE)) {
            return notFound(request);
        }
        return switch (refusal.kind()) {
            case NOT_FOUND -> notFound(request);
            case FORBIDDEN -> new ModelAndView("error/403", HttpStatus.FORBIDDEN);
            case CONFLICT -> explained("error/conflict", HttpStatus.CONFLICT, refusal, request, locale);
            case CHANGED -> explained("error/changed", HttpStatus.CONFLICT, refusal, request, locale);
            case INVALID -> invalid(refusal, request, response, locale);
            case TOO_MANY -> explained("error/wait", HttpStatus.TOO_MANY_REQUESTS, refusal, request, locale);
        };
    }

    /** An id in the address that is no id looks like one of something that is not there; one in a form is told. */
    @ExceptionHandler
    ModelAndView malformed(
            MethodArgumentTypeMismatchException mismatch,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        boolean inForm = request.getMethod().equals("POST")
                && mismatch.getParameter().hasParameterAnnotation(RequestParam.class);
        return inForm
                ? refused(Refusal.invalid(mismatch.getName(), "wrong-type"), request, response, locale)
                : notFound(request);
    }

    /** A form that lacks a field, or has one that cannot be read, where its controller shows no form again. */
    @ExceptionHandler
    ModelAndView unread(BindException unread, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        List<Refusal.Reason> reasons = unread.getFieldErrors().stream()
                .map(error -> new Refusal.Reason("wrong-type", error.getField()))
                .toList();
        return refused(reasons.isEmpty() ? unread() : Refusal.invalid(reasons), request, response, locale);
    }

    private static Refusal unread() {
        return Refusal.invalid("form", "wrong-type");
    }

    /** The same of a single field; an address that lacks a part of its question is no form. */
    @ExceptionHandler
    ModelAndView missing(
            MissingServletRequestParameterException missing,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws MissingServletRequestParameterException {
        if (!request.getMethod().equals("POST")) {
            throw missing;
        }
        return refused(Refusal.invalid(missing.getParameterName(), "required"), request, response, locale);
    }

    /** A form for a file that came without one. */
    @ExceptionHandler({MultipartException.class, MissingServletRequestPartException.class})
    ModelAndView withoutFile(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        return refused(Refusal.invalid("document", "required"), request, response, locale);
    }

    /** No page has this address; whether a REST call has, is not told by a page. */
    @ExceptionHandler
    ModelAndView nothingHere(NoResourceFoundException nothing, HttpServletRequest request)
            throws NoResourceFoundException {
        if (request.getRequestURI().startsWith(request.getContextPath() + REST)) {
            throw nothing;
        }
        return notFound(request);
    }

    /** An address that only takes a form, typed again or kept as a bookmark: its page, where nothing was done. */
    @ExceptionHandler
    String onlyTakesForms(
            HttpRequestMethodNotSupportedException unsupported, HttpServletRequest request, RedirectAttributes page)
            throws HttpRequestMethodNotSupportedException {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            throw unsupported;
        }
        page.addFlashAttribute("notice", Notice.of("layout.only-takes-forms"));
        return "redirect:" + addresses.pageAbove(request);
    }

    /** Two people saved the same thing at the same moment, and this one was second. */
    @ExceptionHandler({OptimisticLockingFailureException.class, OptimisticLockException.class})
    ModelAndView overtaken(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        return refused(Refusal.changedMeanwhile(), request, response, locale);
    }

    /** Two people did the same at the same moment: the second one's insert met the first one's row. */
    @ExceptionHandler
    ModelAndView collided(
            DataIntegrityViolationException collision,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        LOG.warn(
                "a statement was refused by a constraint: {}",
                collision.getClass().getSimpleName());
        return refused(Refusal.conflict("done-meanwhile"), request, response, locale);
    }

    /** Two acts waited for each other, and the database let one of them go. */
    @ExceptionHandler
    ModelAndView crossed(
            ConcurrencyFailureException crossed,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        return refused(Refusal.conflict("try-again"), request, response, locale);
    }

    private static ModelAndView notFound(HttpServletRequest request) {
        withoutToken(request);
        return new ModelAndView("error/404", HttpStatus.NOT_FOUND);
    }

    /** Has the page carry no token of this session, nor ask the database for it. */
    static void withoutToken(HttpServletRequest request) {
        request.removeAttribute(CsrfToken.class.getName());
        request.removeAttribute("_csrf");
    }

    /** The form again; where it cannot come back, a page with what was typed. */
    private ModelAndView invalid(
            Refusal refusal, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        return forms.page(refusal, reasons(refusal, locale), request, response, locale)
                .orElseGet(
                        () -> explained("error/invalid", HttpStatus.UNPROCESSABLE_CONTENT, refusal, request, locale));
    }

    private ModelAndView explained(
            String view, HttpStatus status, Refusal refusal, HttpServletRequest request, Locale locale) {
        ModelAndView page = new ModelAndView(view, status);
        page.addObject(
                "reasons",
                refusal.kind() == Refusal.Kind.CHANGED
                        ? List.of()
                        : reasons(refusal, locale).stream().map(ErrorLine::text).toList());
        page.addObject("typed", typed(request));
        if (request.getAttribute(ACTOR) instanceof Actor actor) {
            page.addObject(
                    "backHref", PageOfForm.sentFrom(request).map(URI::toString).orElse(null));
            page.addObject(
                    "helpHref",
                    HelpHere.at(actor, request.getServletPath())
                            .map(here -> here.href(null, refusal.code()))
                            .orElse(null));
        }
        return page;
    }

    private List<ErrorLine> reasons(Refusal refusal, Locale locale) {
        if (refusal.reasons().isEmpty()) {
            return List.of(line(refusal.code(), "", locale));
        }
        return refusal.reasons().stream()
                .map(reason -> line(reason.code(), reason.detail(), locale))
                .toList();
    }

    /** The sentence about this field where there is one, as a form shows it. */
    private ErrorLine line(String code, String detail, Locale locale) {
        Object[] rows = Forms.rows(detail);
        String[] codes = {"error." + code + "." + Forms.withoutRows(detail), "error." + code};
        Object[] values = rows.length == 0 ? new Object[] {detail} : rows;
        String sentence = messages.getMessage(new DefaultMessageSourceResolvable(codes, values, code), locale);
        FieldNames names = new FieldNames(messages, locale);
        return new ErrorLine(
                detail,
                names.told(detail, codes[1], sentence),
                names.isOfAnyField(codes[1], sentence) ? sentence : null);
    }

    /** The texts that a person wrote in a form that was refused, so that none is lost. */
    static List<String> typed(HttpServletRequest request) {
        List<String> texts = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.startsWith("_")) {
                Arrays.stream(values)
                        .filter(value -> value.length() >= WORTH_KEEPING && value.contains(" "))
                        .forEach(texts::add);
            }
        });
        return texts;
    }
}
