package be.livc.web.api;

import be.livc.platform.Refusal;
import be.livc.platform.Refusal.Reason;
import be.livc.platform.StorageFault;
import be.livc.web.api.Problem.FieldProblem;
import be.livc.web.api.Problem.Missing;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Tells a refusal as a problem. What is not found tells nothing but that: no path, no id, so that what is hidden and what
 * is absent are the same bytes.
 */
@Component
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** Refusals that pass by themselves. */
    private static final Set<String> PASSING = Set.of("ledger-busy", "ledger-clock-behind", "try-again");

    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(30);

    private final MessageSource messages;
    private final ReasonTexts reasonTexts;

    Problems(MessageSource messages, ReasonTexts reasonTexts) {
        this.messages = messages;
        this.reasonTexts = reasonTexts;
    }

    ResponseEntity<Problem> of(Refusal refusal, HttpServletRequest request) {
        Locale language = Language.of(request);
        return switch (refusal.kind()) {
            case INVALID -> invalid(refusal, language);
            case NOT_FOUND -> plain(HttpStatus.NOT_FOUND, refusal.code(), language);
            case FORBIDDEN -> plain(HttpStatus.FORBIDDEN, refusal.code(), language);
            case CONFLICT -> conflict(refusal, language);
            case CHANGED -> plain(HttpStatus.PRECONDITION_FAILED, refusal.code(), language);
            case TOO_MANY -> tooMany(refusal, language);
        };
    }

    /** A problem that its code says all about. */
    ResponseEntity<Problem> of(HttpStatus status, String code, HttpServletRequest request) {
        return plain(status, code, Language.of(request));
    }

    /**
     * What went wrong inside: that the storage is full or away is told, of anything else nothing. The log has one line of the
     * first, which every call meets while it lasts, and all of the second.
     */
    ResponseEntity<Problem> failed(Throwable failure, HttpServletRequest request) {
        Optional<StorageFault> fault = StorageFault.behind(failure);
        if (fault.isPresent()) {
            LOG.error("the storage is {}: {}", fault.get(), StorageFault.messageOf(failure));
            return passing(fault.get().code(), SOON, Language.of(request));
        }
        LOG.error("a REST call failed", failure);
        return of(HttpStatus.INTERNAL_SERVER_ERROR, "internal", request);
    }

    /** Something that was sealed does not open; the entry of this number in the log tells what. */
    ResponseEntity<Problem> broken(long reference, HttpServletRequest request) {
        Locale language = Language.of(request);
        HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
        String detail = messages.getMessage("keys.broken.reference", new Object[] {reference}, language);
        Problem problem = problem(status, "seal-broken", detail, language, List.of(), List.of());
        return answer(status, problem.withReference(reference));
    }

    private ResponseEntity<Problem> plain(HttpStatus status, String code, Locale language) {
        return answer(status, problem(status, code, text(code, language), language, List.of(), List.of()));
    }

    private ResponseEntity<Problem> invalid(Refusal refusal, Locale language) {
        List<FieldProblem> errors = refusal.reasons().stream()
                .map(reason -> new FieldProblem(
                        reason.detail(), reason.code(), text(reason.code(), language), reason.allowed()))
                .toList();
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        return answer(status, problem(status, refusal.code(), title(status, language), language, errors, List.of()));
    }

    private ResponseEntity<Problem> conflict(Refusal refusal, Locale language) {
        if (PASSING.contains(refusal.code())) {
            return passing(refusal.code(), AT_ONCE, language);
        }
        List<Missing> missing = refusal.reasons().stream()
                .map(reason -> new Missing(reason.code(), reasonTexts.of(reason, language), reason.detail()))
                .toList();
        String detail = missing.isEmpty()
                ? text(refusal.code(), language)
                : missing.get(0).detail();
        HttpStatus status = HttpStatus.CONFLICT;
        return answer(status, problem(status, refusal.code(), detail, language, List.of(), missing));
    }

    private ResponseEntity<Problem> passing(String code, Duration wait, Locale language) {
        HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(status, code, text(code, language), language, List.of(), List.of()));
    }

    private ResponseEntity<Problem> tooMany(Refusal refusal, Locale language) {
        HttpStatus status = HttpStatus.TOO_MANY_REQUESTS;
        String seconds =
                refusal.reasons().stream().map(Reason::detail).findFirst().orElse("60");
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(status, refusal.code(), text(refusal.code(), language), language, List.of(), List.of()));
    }

    private static ResponseEntity<Problem> answer(HttpStatus status, Problem problem) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private Problem problem(
            HttpStatus status,
            String code,
            String detail,
            Locale language,
            List<FieldProblem> errors,
            List<Missing> missing) {
        return new Problem(
                "urn:livc:problem:" + code,
                title(status, language),
                status.value(),
                code,
                detail,
                errors,
                missing,
                null);
    }

    private String title(HttpStatus status, Locale language) {
        return Objects.requireNonNullElse(
                messages.getMessage("api.title." + status.value(), null, null, language), status.getReasonPhrase());
    }

    /** The sentence of the screens, where programs need no other one. */
    private String text(String code, Locale language) {
        String ofScreens = Objects.requireNonNullElse(messages.getMessage("error." + code, null, null, language), code);
        return Objects.requireNonNullElse(
                messages.getMessage("api.error." + code, null, ofScreens, language), ofScreens);
    }
}
