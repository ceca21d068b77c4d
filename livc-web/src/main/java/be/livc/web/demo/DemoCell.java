package be.livc.web.demo;

import be.livc.cell.Capacity;
import be.livc.cell.FoundCell;
import be.livc.law.RecordBasis;
import java.util.List;
import java.util.Optional;

/**
 * A cell of the demo, before it is founded.
 *
 * @param bases the legal bases that it works under
 * @param recordsBases the key of the person who records them
 */
record DemoCell(
        FoundCell founded,
        List<Organisation> organisations,
        List<Person> people,
        List<RecordBasis> bases,
        String recordsBases) {

    /** A partner; a demo cell has one of each category (code list {@code partner-categories}). */
    record Organisation(String category, String community, String name) {}

    /**
     * Somebody with a mandate.
     *
     * @param key what the stories call them
     * @param category of the organisation that they act for
     * @param username what they sign in with; without it, the coordinator records for them
     */
    record Person(String key, String name, Capacity capacity, String category, Optional<String> username) {}

    DemoCell {
        organisations = List.copyOf(organisations);
        people = List.copyOf(people);
        bases = List.copyOf(bases);
    }

    String name() {
        return founded.name();
    }
}
