package be.livc.web.layout;

import be.livc.platform.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person typed. Forms hold texts, so that they can show again, to the letter, what could not be read.
 */
public final class Typed {

    /** More characters than any text that people write has, in a form or a call: some twelve pages. */
    public static final int LONGEST = 30_000;

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern BELGIAN = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})");

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private Typed() {}

    /** A text without blanks around it; empty when nothing was sent. */
    public static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }

    /** A text of which an empty one says that there is none. */
    public static Optional<String> some(String typed) {
        return typed.isBlank() ? Optional.empty() : Optional.of(typed.strip());
    }

    /** The words or names between commas. */
    public static List<String> list(String typed) {
        return Arrays.stream(typed.split("[,;\\n]"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /**
     * A day, as the browser's date field sends it (2026-11-05) or as Belgians write it (5/11/2026); else empty. The years of
     * casework only: 0026 is a slip of the finger.
     */
    public static Optional<LocalDate> date(String typed) {
        Matcher iso = ISO.matcher(typed.strip());
        if (iso.matches()) {
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher belgian = BELGIAN.matcher(typed.strip());
        return belgian.matches() ? date(belgian.group(3), belgian.group(2), belgian.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)))
                    .filter(Typed::isOfOurTime);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * A day that may be left out; something that is no day is not the same as none.
     *
     * @throws Refusal about this field, when something else than a day was typed
     */
    public static Optional<LocalDate> someDate(String field, String typed) {
        Optional<LocalDate> day = date(typed);
        if (day.isEmpty() && !typed.isBlank()) {
            throw Refusal.invalid(field, "bad-date");
        }
        return day;
    }

    /** Whether somebody who is in a case may have been born then, or a term may end then. */
    static boolean isOfOurTime(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    /** The constant of this name; empty when nothing or something else was sent. */
    public static <E extends Enum<E>> Optional<E> code(Class<E> type, String typed) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(typed))
                .findFirst();
    }

    /** A whole number that is not negative; empty when nothing or something else was sent. */
    public static Optional<Integer> number(String typed) {
        return typed.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(typed)) : Optional.empty();
    }

    /** An id; empty when nothing or something else was sent. */
    public static Optional<UUID> id(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
