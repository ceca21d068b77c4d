package be.livc.platform;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the program does not do, and why, in a form that a screen and an API can both tell.
 *
 * <p>The {@code code} is stable and part of the REST contract; the text for a person is in the message bundles under
 * {@code error.<code>}. The exception's own message is the code: it may land in a log or a job table and so carries no
 * content.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** How a refusal is answered. */
    public enum Kind {
        /** What was sent cannot be taken: name the field, keep what was typed. */
        INVALID,
        /** There is nothing here for this person: absent and hidden look the same. */
        NOT_FOUND,
        /** The person sees it, but may not do this to it. */
        FORBIDDEN,
        /** What was asked does not fit the state that things are in. */
        CONFLICT,
        /** Somebody else changed it since it was read. */
        CHANGED,
        /** The caller must wait. */
        TOO_MANY
    }

    /**
     * One reason among several.
     *
     * @param code stable, like the refusal's own
     * @param detail what it is about: a function, an id, a field; never content
     * @param allowed the values that a field takes, where they are few
     */
    public record Reason(String code, String detail, List<String> allowed) {

        /** Keeps its own copy of the values. */
        public Reason {
            allowed = List.copyOf(allowed);
        }

        /** A reason that is not about one value among few. */
        public Reason(String code, String detail) {
            this(code, detail, List.of());
        }
    }

    private final Kind kind;
    private final String code;
    private final @Nullable String field;
    private final List<Reason> reasons;
    private final boolean recorded;

    private Refusal(Kind kind, String code, @Nullable String field, List<Reason> reasons) {
        this(kind, code, field, reasons, false);
    }

    private Refusal(Kind kind, String code, @Nullable String field, List<Reason> reasons, boolean recorded) {
        super(code);
        this.kind = kind;
        this.code = code;
        this.field = field;
        this.reasons = List.copyOf(reasons);
        this.recorded = recorded;
    }

    /** A field that is missing or wrong. */
    public static Refusal invalid(String field, String code) {
        return new Refusal(Kind.INVALID, code, field, List.of(new Reason(code, field)));
    }

    /**
     * Passes when something was typed.
     *
     * @throws Refusal invalid {@code required}, for the field, when it is blank
     */
    public static void requireText(String field, String typed) {
        if (typed.isBlank()) {
            throw invalid(field, "required");
        }
    }

    /**
     * Passes when there is no reason against it.
     *
     * @throws Refusal invalid, with every reason, each about the field that is its detail
     */
    public static void requireNone(List<Reason> problems) {
        if (!problems.isEmpty()) {
            throw invalid(problems);
        }
    }

    /** Several fields that are missing or wrong; each reason's detail is the field. */
    public static Refusal invalid(List<Reason> fields) {
        Reason first = fields.get(0);
        return new Refusal(Kind.INVALID, first.code(), first.detail(), fields);
    }

    /** Absent, or hidden from this person: nobody can tell which. */
    public static Refusal notFound() {
        return new Refusal(Kind.NOT_FOUND, "not-found", null, List.of());
    }

    /** Seen, but not theirs to change. */
    public static Refusal forbidden() {
        return new Refusal(Kind.FORBIDDEN, "forbidden", null, List.of());
    }

    /** Does not fit the present state. */
    public static Refusal conflict(String code) {
        return new Refusal(Kind.CONFLICT, code, null, List.of());
    }

    /** Does not fit the present state, for these reasons; the first one's code is the refusal's. */
    public static Refusal conflict(List<Reason> reasons) {
        return new Refusal(Kind.CONFLICT, reasons.get(0).code(), null, reasons);
    }

    /** Somebody else was first; the caller must look again. */
    public static Refusal changedMeanwhile() {
        return new Refusal(Kind.CHANGED, "changed-meanwhile", null, List.of());
    }

    /** Too often; {@code seconds} is how long to wait. */
    public static Refusal tooMany(long seconds) {
        return new Refusal(
                Kind.TOO_MANY,
                "too-many-attempts",
                null,
                List.of(new Reason("too-many-attempts", Long.toString(seconds))));
    }

    /** The same refusal, told to stand in the ledger already. */
    public Refusal recorded() {
        return new Refusal(kind, code, field, reasons, true);
    }

    /** Whether it stands in the ledger; a denial that does not is recorded where it leaves the program. */
    public boolean isRecorded() {
        return recorded;
    }

    /** Whether somebody was kept from something: what is not theirs to know of, or not theirs to do. */
    public boolean isDenial() {
        return kind == Kind.NOT_FOUND || kind == Kind.FORBIDDEN;
    }

    /** How to answer. */
    public Kind kind() {
        return kind;
    }

    /** The stable code, in kebab case. */
    public String code() {
        return code;
    }

    /** The field that is to be mended, where there is one. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** Every reason, in the order in which they were found; empty where the code says all. */
    public List<Reason> reasons() {
        return reasons;
    }
}
