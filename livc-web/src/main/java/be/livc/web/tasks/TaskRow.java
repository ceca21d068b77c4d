package be.livc.web.tasks;

import be.livc.web.casefile.Person;
import be.livc.workflow.livcr.HeldStep;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A step that waits, as a row of the work list.
 *
 * @param step the id of the step in the model; its name is the message {@code tasks.step.<step>}
 * @param href where it is done, or where it says why it has to wait
 * @param number of the case, or of the signal
 * @param sender the cell that offers the case
 * @param hour before which it has to be done, where hours count
 * @param held what keeps it waiting
 */
record TaskRow(
        UUID id,
        String step,
        String href,
        String number,
        Optional<String> sender,
        Optional<Person> person,
        String phase,
        Optional<Due> due,
        Optional<LocalTime> hour,
        Optional<HeldStep> held) {}
