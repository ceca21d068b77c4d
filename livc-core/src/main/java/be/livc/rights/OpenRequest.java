package be.livc.rights;

import java.time.LocalDate;

/**
 * A request of a data subject that is not answered yet, without who asks: what may go to another cell with the case.
 *
 * @param number what it is called in the cell that it was addressed to
 * @param kind ACCESS, RECTIFICATION, ERASURE, RESTRICTION or OBJECTION
 * @param dueOn the last day to answer
 * @param extended whether that is later than a month
 */
public record OpenRequest(String number, String kind, LocalDate receivedOn, LocalDate dueOn, boolean extended) {

    /** One that comes in: a month to answer from the day it was received (GDPR art. 12.3). */
    static OpenRequest received(String number, String kind, LocalDate on) {
        return new OpenRequest(number, kind, on, on.plusMonths(1), false);
    }

    /** The same, as a cell calls it that another cell handed it to; its term goes on. */
    OpenRequest called(String ownNumber) {
        return new OpenRequest(ownNumber, kind, receivedOn, dueOn, extended);
    }
}
