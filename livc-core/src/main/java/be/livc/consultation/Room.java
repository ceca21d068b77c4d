package be.livc.consultation;

import be.livc.casefile.CaseId;
import be.livc.cell.MandateId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is in the room while a case is discussed: whoever hears what is agreed there. */
@Component
public class Room {

    private final Agenda agenda;
    private final Roll roll;
    private final Opening opening;

    Room(Agenda agenda, Roll roll, Opening opening) {
        this.agenda = agenda;
        this.roll = roll;
        this.opening = opening;
    }

    /**
     * Who is present and signed at the item of this case in a consultation that is open now; empty when none is, and while
     * only tasks may be set there.
     */
    @Transactional(readOnly = true)
    public List<MandateId> hearing(CaseId id) {
        return agenda.lastOf(id)
                .filter(item -> agenda.find(item.consultation())
                        .filter(one -> one.isOpen() && !opening.allowsOnlyTasks(one))
                        .isPresent())
                .map(item -> roll.mayHear(item.id()))
                .orElse(List.of());
    }
}
