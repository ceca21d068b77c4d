package be.livc.web.tasks;

import be.livc.access.Hold;
import be.livc.web.casefile.Person;
import java.util.Optional;
import java.util.UUID;

/**
 * A step that waits, as a row of the work list.
 *
 * @param step the id of the step in the model; its name is the message {@code tasks.step.<step>}
 * @param href where it is done, or where it says why it has to wait
 * @param number of the case, or of the signal
 * @param held what has to end before it can be done
 */
record TaskRow(
        UUID id,
        String step,
        String href,
        String number,
        Optional<Person> person,
        String phase,
        Optional<Due> due,
        Optional<Hold> held) {}
