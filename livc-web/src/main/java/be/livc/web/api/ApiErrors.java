package be.livc.web.api;

import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import be.livc.vault.BrokenSeals;
import be.livc.vault.SealBroken;
import be.livc.web.layout.DeniedRoutes;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;

/** Turns whatever goes wrong behind a REST call into a problem that shows nothing of the inside. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final Problems problems;
    private final BrokenSeals seals;
    private final DeniedRoutes denied;

    ApiErrors(Problems problems, BrokenSeals seals, DeniedRoutes denied) {
        this.problems = problems;
        this.seals = seals;
        this.denied = denied;
    }

    /** Not an error: the same call was carried out before, and its answer is given again. */
    @ExceptionHandler
    ResponseEntity<String> repeated(OnceOnly.AnsweredBefore before) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(before.answer());
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal, HttpServletRequest request) {
        try {
            denied.record(refusal, request);
        } catch (RuntimeException unrecorded) {
            return broken(unrecorded, request);
        }
        return problems.of(seenFromOutside(refusal), request);
    }

    /** A case whose key was destroyed while somebody looked at it is not there any more. */
    private static Refusal seenFromOutside(Refusal refusal) {
        return refusal.code().equals("erased") ? Refusal.notFound() : refusal;
    }

    /** Not JSON is malformed; JSON of another shape than asked, or a number that is too large, is a field that is wrong. */
    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof InputCoercionException number) {
                return problems.of(Refusal.invalid(path(number), "wrong-type"), request);
            }
            if (cause instanceof StreamReadException) {
                return problems.of(HttpStatus.BAD_REQUEST, "malformed", request);
            }
            if (cause instanceof DatabindException shape) {
                String code = shape instanceof WrittenJson.TooLong ? "too-long" : "wrong-type";
                return problems.of(Refusal.invalid(path(shape), code), request);
            }
        }
        return problems.of(HttpStatus.BAD_REQUEST, "malformed", request);
    }

    private static String path(JacksonException shape) {
        List<JacksonException.Reference> path = shape.getPath();
        String text = path.stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return text.startsWith(".") ? text.substring(1) : text;
    }

    /** A malformed id looks like an absent one; a malformed question is a field that is wrong. */
    @ExceptionHandler
    ResponseEntity<Problem> mismatched(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        boolean inPath = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
        return problems.of(inPath ? Refusal.notFound() : Refusal.invalid(mismatch.getName(), "wrong-type"), request);
    }

    /** Parameters that are read into a record, such as those of a page. */
    @ExceptionHandler
    ResponseEntity<Problem> unbound(BindException unbound, HttpServletRequest request) {
        List<Refusal.Reason> fields = unbound.getFieldErrors().stream()
                .map(error -> new Refusal.Reason("wrong-type", error.getField()))
                .toList();
        return problems.of(fields.isEmpty() ? Refusal.invalid("body", "wrong-type") : Refusal.invalid(fields), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return problems.of(Refusal.invalid(missing.getParameterName(), "required"), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingRequestHeaderException missing, HttpServletRequest request) {
        return problems.of(Refusal.invalid(missing.getHeaderName(), "required"), request);
    }

    /** A call that takes a file and came without one. */
    @ExceptionHandler({MultipartException.class, MissingServletRequestPartException.class})
    ResponseEntity<Problem> withoutFile(HttpServletRequest request) {
        return problems.of(Refusal.invalid("file", "required"), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unsupported(HttpMediaTypeNotSupportedException unsupported, HttpServletRequest request) {
        return problems.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", request);
    }

    @ExceptionHandler({OptimisticLockingFailureException.class, OptimisticLockException.class})
    ResponseEntity<Problem> changedMeanwhile(HttpServletRequest request) {
        return problems.of(Refusal.changedMeanwhile(), request);
    }

    /** Two people did the same at the same moment: the second one's insert met the first one's row. */
    @ExceptionHandler
    ResponseEntity<Problem> collided(DataIntegrityViolationException collision, HttpServletRequest request) {
        LOG.warn(
                "a statement was refused by a constraint: {}",
                collision.getClass().getSimpleName());
        return problems.of(HttpStatus.CONFLICT, "done-meanwhile", request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> crossed(ConcurrencyFailureException crossed, HttpServletRequest request) {
        return problems.of(Refusal.conflict("try-again"), request);
    }

    /** A commit that fails tells why by its cause. */
    @ExceptionHandler
    ResponseEntity<Problem> uncommitted(TransactionException uncommitted, HttpServletRequest request) {
        for (Throwable cause = uncommitted.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingFailureException) {
                return problems.of(Refusal.changedMeanwhile(), request);
            }
        }
        return broken(uncommitted, request);
    }

    /** What security throws is security's to answer. */
    @ExceptionHandler
    void passOn(AccessDeniedException denied) {
        throw denied;
    }

    /** The same. */
    @ExceptionHandler
    void passOn(AuthenticationException unknown) {
        throw unknown;
    }

    /** A value that was altered or moved in the database: recorded, and answered with the number of the entry only. */
    @ExceptionHandler
    ResponseEntity<Problem> unsealed(
            SealBroken broken,
            @RequestAttribute(name = "be.livc.cell.Actor", required = false) @Nullable Actor actor,
            HttpServletRequest request) {
        LOG.error("a REST call met a value that does not open: {}", broken.getMessage());
        return actor == null
                ? problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal", request)
                : problems.broken(seals.record(actor, broken), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> broken(Exception broken, HttpServletRequest request) {
        return problems.failed(broken, request);
    }
}
