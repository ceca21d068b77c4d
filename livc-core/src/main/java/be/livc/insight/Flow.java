package be.livc.insight;

import be.livc.insight.Tables.Place;
import java.util.List;

/**
 * What comes and goes: of what is open, what was opened and was closed, in one category. The age of whom a case is about is
 * judged once, so that a case stays in its category for as long as it is open.
 */
record Flow(String open, String opened, String closed, String category) {

    /** Of all cases. */
    static final Flow CASES = new Flow(Tables.OPEN, "CASES_OPENED", Tables.CLOSED, Tables.ALL);

    /** All cases, and those of each age; each is a line from one quarter to the next. */
    static final List<Flow> EACH = List.of(CASES, ofAge("MINOR"), ofAge("ADULT"), ofAge(Tables.UNKNOWN));

    private static Flow ofAge(String age) {
        return new Flow("CASES_OPEN_AGES", "CASES_OPENED_AGES", "CASES_CLOSED_AGES", age);
    }

    boolean has(Place place) {
        return place.category().equals(category)
                && List.of(open, opened, closed).contains(place.indicator());
    }
}
