package be.livc.insight;

import be.livc.platform.Belgium;
import be.livc.platform.Refusal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Three months, the unit of publication: quarters do not overlap, so that no difference of two periods tells anything.
 *
 * @param number 1 to 4
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {

    private static final int MONTHS = 3;

    /** Refuses a number that is none with an {@link IllegalArgumentException}. */
    public Quarter {
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException("no quarter: " + number);
        }
    }

    /** The quarter of a day. */
    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    /**
     * Reads {@code 2026-Q3}.
     *
     * @throws Refusal invalid {@code quarter}, on any other text
     */
    public static Quarter read(String text) {
        if (!text.matches("\\d{4}-Q[1-4]")) {
            throw Refusal.invalid("quarter", "unknown-code");
        }
        return new Quarter(Integer.parseInt(text.substring(0, 4)), text.charAt(6) - '0');
    }

    /** Its first day. */
    public LocalDate from() {
        return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
    }

    /** The day after its last. */
    public LocalDate end() {
        return from().plusMonths(MONTHS);
    }

    /** The moment at which it begins. */
    public Instant begins() {
        return from().atStartOfDay(Belgium.TIME).toInstant();
    }

    /** The moment at which it is over. */
    public Instant ends() {
        return end().atStartOfDay(Belgium.TIME).toInstant();
    }

    /** The one before. */
    public Quarter before() {
        return number == 1 ? new Quarter(year - 1, 4) : new Quarter(year, number - 1);
    }

    /** The one after. */
    public Quarter after() {
        return number == 4 ? new Quarter(year + 1, 1) : new Quarter(year, number + 1);
    }

    @Override
    public int compareTo(Quarter other) {
        return year != other.year ? Integer.compare(year, other.year) : Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
