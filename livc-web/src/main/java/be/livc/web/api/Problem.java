package be.livc.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a call was not carried out (RFC 9457).
 *
 * @param code stable; programs go by this and not by the texts
 * @param errors the fields that are missing or wrong
 * @param missing every reason why it does not fit the present state
 * @param reference the number of the entry in the log that tells what went wrong inside
 */
@JsonPropertyOrder({"type", "title", "status", "code", "detail", "errors", "missing", "reference"})
record Problem(
        String type,
        String title,
        int status,
        String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldProblem> errors,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Missing> missing,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable Long reference) {

    /** The same, with the number of an entry in the log. */
    Problem withReference(long entry) {
        return new Problem(type, title, status, code, detail, errors, missing, entry);
    }

    /** A field that is missing or wrong; {@code allowed} are the values that it takes, where they are few. */
    @JsonPropertyOrder({"field", "code", "message", "allowed"})
    record FieldProblem(
            String field,
            String code,
            String message,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> allowed) {

        /** Keeps its own copy of the values. */
        FieldProblem {
            allowed = List.copyOf(allowed);
        }
    }

    /**
     * One reason why not.
     *
     * @param detail what it is about, in words that name the person or function
     * @param subject what it is about: the id of a mandate, the code of a function, the number of an item
     */
    @JsonPropertyOrder({"code", "detail", "subject"})
    record Missing(String code, String detail, String subject) {}

    /** Keeps its own copies of the lists. */
    Problem {
        errors = List.copyOf(errors);
        missing = List.copyOf(missing);
    }
}
