package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.ObjectType;
import be.livc.access.WhoSees;
import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a live screen whether something changed at an item that its reader sees; what it is, {@link ConsultationReading} shows. */
@Component
public class LiveItems {

    /** An item and its revision: all that is told to a screen that follows. */
    public record Followed(UUID item, String revision) {}

    private final Agenda agenda;
    private final Roll roll;
    private final Ballots ballots;
    private final Opening opening;
    private final Access access;
    private final WhoSees whoSees;

    LiveItems(Agenda agenda, Roll roll, Ballots ballots, Opening opening, Access access, WhoSees whoSees) {
        this.agenda = agenda;
        this.roll = roll;
        this.ballots = ballots;
        this.opening = opening;
        this.access = access;
        this.whoSees = whoSees;
    }

    /**
     * A short text that changes whenever something changes that this reader sees at an item: a live screen asks for it
     * again and again, and reads the item anew, under an entry of its own, only when it is another.
     *
     * @throws Refusal not found, when the reader does not see the item
     */
    @Transactional
    public String revision(Actor reader, ConsultationId id, int n) {
        AgendaItem item = agenda.find(reader, id, n);
        return revision(reader, id, item).orElseThrow(() -> access.denied(reader, ObjectType.AGENDA_ITEM, item.id()));
    }

    /**
     * The same for a screen that follows by itself: empty, and recorded nowhere, when the reader does not see the item any
     * more; nobody asked anything then.
     */
    @Transactional(readOnly = true)
    public Optional<Followed> follow(Actor reader, ConsultationId id, int n) {
        return agenda.itemsOf(id).stream()
                .filter(item -> item.n() == n)
                .findFirst()
                .flatMap(item -> revision(reader, id, item).map(now -> new Followed(item.id(), now)));
    }

    private Optional<String> revision(Actor reader, ConsultationId id, AgendaItem item) {
        if (!whoSees.sees(reader, item.id())) {
            return Optional.empty();
        }
        Optional<Consultation> consultation = agenda.find(id);
        return consultation.map(one -> one.state() + "." + roll.revision(item.id()) + "."
                + whoSees.countSeenUnder(reader, item.id()) + "." + ballots.revision(item.id()) + "."
                + (opening.hasBasisNow(one, item) ? "b" : "x")
                + (opening.allowsOnlyTasks(one) ? "t" : "")
                + (agenda.standingStill(List.of(item)).isEmpty() ? "" : "s"));
    }
}
