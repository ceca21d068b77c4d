package be.livc.web.api;

import be.livc.cell.MandateId;
import be.livc.platform.Belgium;
import be.livc.platform.Refusal;
import be.livc.platform.Refusal.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a body into values, and collects what is wrong with them, so that one answer names every field. What
 * cannot be read is replaced by a value of no meaning; {@link #check} stops before it is used.
 */
final class Fields {

    private static final UUID NO_ID = new UUID(0, 0);

    private final List<Reason> problems = new ArrayList<>();

    /** Ends with everything that was wrong; goes on when nothing was. */
    void check() {
        Refusal.requireNone(problems);
    }

    void wrong(String field, String code) {
        problems.add(new Reason(code, field));
    }

    /** A text that must be there. */
    String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            wrong(field, "required");
            return "";
        }
        return value.strip();
    }

    /** A text that may be there. */
    static Optional<String> maybe(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A list that may be left out. */
    static <T> List<T> list(@Nullable List<T> value) {
        return value == null ? List.of() : value;
    }

    /** Texts that may be left out, the list or any of them. */
    static List<String> texts(@Nullable List<@Nullable String> value) {
        List<String> texts = new ArrayList<>();
        for (String text : list(value)) {
            maybe(text).ifPresent(texts::add);
        }
        return texts;
    }

    /** A part of the body that must be there. */
    <T> Optional<T> part(String field, @Nullable T value) {
        if (value == null) {
            wrong(field, "required");
        }
        return Optional.ofNullable(value);
    }

    /** A code of a closed set; upper and lower case, hyphens and underscores are alike. */
    <E extends Enum<E>> E code(String field, @Nullable String value, Class<E> type) {
        String name = text(field, value).toUpperCase(Locale.ROOT).replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        if (!name.isEmpty()) {
            problems.add(new Reason("unknown-code", field, names(type)));
        }
        return type.getEnumConstants()[0];
    }

    private static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    /** The same, where it may be left out. */
    <E extends Enum<E>> Optional<E> maybeCode(String field, @Nullable String value, Class<E> type) {
        return maybe(value).map(present -> code(field, present, type));
    }

    /** An id; one of another form cannot be of anything that exists. */
    UUID id(String field, @Nullable String value, String unknown) {
        String text = text(field, value);
        if (text.isEmpty()) {
            return NO_ID;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            wrong(field, unknown);
            return NO_ID;
        }
    }

    /** The id of the mandate of somebody who is named. */
    MandateId mandate(String field, @Nullable String value) {
        return new MandateId(id(field, value, "unknown-mandate"));
    }

    /** A day: a date, or a moment of which the date counts. */
    LocalDate day(String field, @Nullable String value) {
        String text = text(field, value);
        return text.isEmpty() ? LocalDate.EPOCH : maybeDay(field, text).orElse(LocalDate.EPOCH);
    }

    /** The same, where it may be left out. */
    Optional<LocalDate> maybeDay(String field, @Nullable String value) {
        return maybe(value).map(text -> read(field, text, Fields::dayOf, LocalDate.EPOCH));
    }

    /** The hour of a moment that is written with one; empty for a bare date. */
    Optional<LocalTime> hourOf(String field, @Nullable String value) {
        return maybe(value)
                .filter(text -> text.length() > LENGTH_OF_A_DATE)
                .map(text -> read(field, text, moment -> local(moment).toLocalTime(), LocalTime.MIDNIGHT));
    }

    /** An hour of the day, such as {@code 14:30}. */
    Optional<LocalTime> hour(String field, @Nullable String value) {
        return maybe(value).map(text -> read(field, text, LocalTime::parse, LocalTime.MIDNIGHT));
    }

    /** A moment: an instant, a local date and time, or an hour of today. */
    Instant moment(String field, String value, Instant now) {
        return read(field, value.strip(), text -> momentOf(text, now), now);
    }

    private static final int LENGTH_OF_A_DATE = 10;

    private static LocalDate dayOf(String text) {
        return text.length() <= LENGTH_OF_A_DATE
                ? LocalDate.parse(text)
                : local(text).toLocalDate();
    }

    private static Instant momentOf(String text, Instant now) {
        if (text.length() < LENGTH_OF_A_DATE) {
            LocalDate today = LocalDate.ofInstant(now, Belgium.TIME);
            return LocalTime.parse(text).atDate(today).atZone(Belgium.TIME).toInstant();
        }
        return local(text).atZone(Belgium.TIME).toInstant();
    }

    /** Date and time by the clocks of Brussels, of a text with or without a zone. */
    private static LocalDateTime local(String text) {
        String written = text.replace(' ', 'T');
        try {
            return OffsetDateTime.parse(written).atZoneSameInstant(Belgium.TIME).toLocalDateTime();
        } catch (DateTimeException withoutZone) {
            return LocalDateTime.parse(written);
        }
    }

    private interface Reader<T> {
        T read(String text);
    }

    private <T> T read(String field, String text, Reader<T> reader, T otherwise) {
        try {
            return reader.read(text);
        } catch (DateTimeException unreadable) {
            wrong(field, "bad-date");
            return otherwise;
        }
    }
}
