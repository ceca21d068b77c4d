package be.livc.workflow.decision;

import be.livc.calendar.WorkingDays;
import be.livc.cell.Capacity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;

/**
 * How long a step may wait, as the table says.
 *
 * @param escalatesTo the function that it also waits for afterwards, or once it comes up
 */
public record Term(int amount, Unit unit, Capacity escalatesTo) {

    /** What is counted. */
    public enum Unit {
        /** Hours by the clock. */
        HOURS,
        /** Working days, to the end of work. */
        WORKING_DAYS,
        /** Days of the calendar, before a day. */
        DAYS,
        /** Months of the calendar, before a day. */
        MONTHS
    }

    /** When a step that begins at this moment is due; {@link IllegalStateException} for a term that is counted backwards. */
    public Instant after(Instant begin) {
        return switch (unit) {
            case HOURS -> begin.plus(Duration.ofHours(amount));
            case WORKING_DAYS -> WorkingDays.endOfWorkAfter(begin, amount);
            case DAYS, MONTHS -> throw new IllegalStateException("this term is counted before a day");
        };
    }

    /** How long before a day something is brought up; {@link IllegalStateException} for a term that is counted forwards. */
    public Period ahead() {
        return switch (unit) {
            case DAYS -> Period.ofDays(amount);
            case MONTHS -> Period.ofMonths(amount);
            case HOURS, WORKING_DAYS -> throw new IllegalStateException("this term is counted from a moment");
        };
    }

    /** The morning on which something is brought up for this day. */
    public Instant before(LocalDate day) {
        return WorkingDays.onMorningOf(day.minus(ahead()));
    }
}
