package be.livc.desk;

import be.livc.calendar.WorkingDays;
import java.time.Instant;

/** What the desk promises, and how long it waits, in working days that end at five. */
final class ServiceTime {

    private static final int TO_ANSWER = 2;
    private static final int TO_CLOSE = 10;

    private ServiceTime() {}

    /** By when a question of this moment is answered. */
    static Instant dueFor(Instant asked) {
        return WorkingDays.endOfWorkAfter(asked, TO_ANSWER);
    }

    /** When a question that was answered now is closed, unless its asker asks on. */
    static Instant closesAfter(Instant answered) {
        return WorkingDays.endOfWorkAfter(answered, TO_CLOSE);
    }
}
