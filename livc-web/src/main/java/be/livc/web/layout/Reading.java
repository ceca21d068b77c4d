package be.livc.web.layout;

import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads the texts of a form into the values of a command, and keeps what could not be read, so that it is told at once with
 * what the command has against the other fields. Instead of what could not be read stands a value of no meaning;
 * {@link #check} stops before it is used.
 */
public final class Reading {

    private static final UUID NO_ID = new UUID(0, 0);

    private final List<Refusal.Reason> problems = new ArrayList<>();

    /** A day that must be there. */
    public LocalDate day(String field, String typed) {
        return required(field, typed, Typed::date, "bad-date", LocalDate.EPOCH);
    }

    /** A day that may be left out; something that is no day is not the same as none. */
    public Optional<LocalDate> someDay(String field, String typed) {
        return some(field, typed, Typed::date, "bad-date");
    }

    /** A whole number that must be there, with or without signs between the thousands. */
    public int number(String field, String typed) {
        return required(field, typed, Reading::numberOf, "bad-number", 0);
    }

    /** The same, where it may be left out. */
    public Optional<Integer> someNumber(String field, String typed) {
        return some(field, typed, Reading::numberOf, "bad-number");
    }

    private static Optional<Integer> numberOf(String typed) {
        return Typed.number(typed.replaceAll("[ .\u00a0\u202f]", ""));
    }

    /** What was chosen of a closed set, where something must be. */
    public <E extends Enum<E>> E code(String field, String typed, Class<E> type) {
        return required(field, typed, text -> Typed.code(type, text), "unknown-code", type.getEnumConstants()[0]);
    }

    /** What was chosen of these, where nothing need be. */
    public Optional<String> someCode(String field, String typed, Collection<String> codes) {
        return some(field, typed, text -> Optional.of(text).filter(codes::contains), "unknown-code");
    }

    /** A short text that must be there: told, and left as it is. */
    public void text(String field, String typed, ShortText how) {
        present(field, typed);
        unless(how.fits(typed), field, how.tooLong());
    }

    /** Something that must be there, of which the core says whether it will do: told, and left as it is. */
    public void present(String field, String typed) {
        unless(!typed.isBlank(), field, "required");
    }

    /** What was ticked, where something must be: told, and left as it is. */
    public void atLeastOne(String field, Collection<?> ticked) {
        unless(!ticked.isEmpty(), field, "required");
    }

    /** Anything else that must hold: told, and left as it is. */
    public void unless(boolean holds, String field, String code) {
        if (!holds) {
            problems.add(new Refusal.Reason(code, field));
        }
    }

    /** Whose id was chosen, where somebody's must be. */
    public UUID id(String field, String typed) {
        return required(field, typed, Typed::id, "unknown-code", NO_ID);
    }

    private <T> T required(
            String field, String typed, Function<String, Optional<T>> reader, String unreadable, T otherwise) {
        if (typed.isBlank()) {
            problems.add(new Refusal.Reason("required", field));
            return otherwise;
        }
        return some(field, typed, reader, unreadable).orElse(otherwise);
    }

    private <T> Optional<T> some(String field, String typed, Function<String, Optional<T>> reader, String unreadable) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        Optional<T> read = reader.apply(typed.strip());
        if (read.isEmpty()) {
            problems.add(new Refusal.Reason(unreadable, field));
        }
        return read;
    }

    /** What could not be read and what does not hold, in the order in which it was asked. */
    public List<Refusal.Reason> problems() {
        return List.copyOf(problems);
    }

    /**
     * Passes when everything could be read.
     *
     * @throws Refusal with every reason
     */
    public void check() {
        check(List.of());
    }

    /**
     * Passes when everything could be read and nothing speaks against it.
     *
     * @param others what the command has against its fields; of a field that could not be read nothing more is told
     * @throws Refusal with every reason
     */
    public void check(List<Refusal.Reason> others) {
        List<Refusal.Reason> all = new ArrayList<>(problems);
        others.stream()
                .filter(other -> problems.stream().noneMatch(own -> own.detail().equals(other.detail())))
                .forEach(all::add);
        Refusal.requireNone(all);
    }
}
