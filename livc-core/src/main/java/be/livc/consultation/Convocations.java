package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.ObjectType;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.Ledger;
import be.livc.platform.Refusal;
import be.livc.post.Letter;
import be.livc.post.Post;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters about one consultation, each about its day and hour only: an invitation, that it was moved, that one is not
 * expected any more. What somebody was told last is what they go by.
 */
@Component
public class Convocations {

    /** What a letter that invites is called. */
    public static final String LETTER = "INVITATION";

    /** What a letter is called that tells that a consultation was moved. */
    public static final String MOVED = "MOVED";

    /** What a letter is called that tells that somebody is not expected any more. */
    public static final String WITHDRAWN = "WITHDRAWN";

    private final Agenda agenda;
    private final Invitees invitees;
    private final Access access;
    private final Mandates mandates;
    private final Post post;
    private final Ledger ledger;

    Convocations(Agenda agenda, Invitees invitees, Access access, Mandates mandates, Post post, Ledger ledger) {
        this.agenda = agenda;
        this.invitees = invitees;
        this.access = access;
        this.mandates = mandates;
        this.post = post;
        this.ledger = ledger;
    }

    /** Everyone who is expected at a consultation, whom a letter was written to. */
    @Transactional(readOnly = true)
    public Map<MandateId, Boolean> expected(Actor actor, ConsultationId id) {
        Consultation consultation = agenda.find(actor, id);
        access.toAct(actor, Act.PUT_ON_AGENDA, ObjectType.CONSULTATION, id.value());
        Set<MandateId> written = written(consultation);
        Map<MandateId, Boolean> expected = new LinkedHashMap<>();
        coming(id).forEach(who -> expected.put(who, written.contains(who)));
        return expected;
    }

    private Set<MandateId> coming(ConsultationId id) {
        return invitees.notDeclined(agenda.itemsOf(id)).stream()
                .map(Invitees.Invitation::mandate)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Writes a letter to everyone who is expected and got none yet; each leaves once their address is known.
     *
     * @return to how many
     */
    @Transactional
    public int write(Actor actor, ConsultationId id) {
        Consultation consultation = agenda.find(actor, id);
        access.toAct(actor, Act.PUT_ON_AGENDA, ObjectType.CONSULTATION, id.value());
        consultation.requirePlanned();
        Set<MandateId> to = coming(id);
        to.removeAll(written(consultation));
        to.remove(actor.mandate());
        if (!to.isEmpty()) {
            put(consultation, to, LETTER);
            ledger.append(access.entry(actor, Action.INVITE, ObjectType.CONSULTATION, id.value())
                    .to(to.stream().map(MandateId::value).toList())
                    .because("by-mail"));
        }
        return to.size();
    }

    /**
     * Keeps the address that letters to somebody go to; an empty one takes it away.
     *
     * @throws Refusal when the mandate is unknown, it is no address, or the actor does not set up the cell
     */
    @Transactional
    public void addressIs(Actor actor, MandateId who, String address) {
        access.toAct(actor, Act.CONFIGURE_CELL, "mail-address");
        post.addressIs(mandates.require(who).id(), address);
        ledger.append(Entry.by(Access.ledgerActor(actor), actor.source())
                .did(Act.CONFIGURE_CELL.action())
                .on("mandate", who.value())
                .forPurpose(actor.purpose())
                .because("mail-address"));
    }

    /** Who was last told, or will be, to come on the day and at the hour that it is planned for now. */
    private Set<MandateId> written(Consultation consultation) {
        return whom(
                expecting(consultation).filter(letter -> !consultation.isElsewhen(letter.heldOn(), letter.startsAt())));
    }

    /** What those were last told who think that they are expected. */
    private Stream<Letter> expecting(Consultation consultation) {
        return post.lastAbout(consultation.id().value()).stream()
                .filter(letter -> !letter.kind().equals(WITHDRAWN));
    }

    private static Set<MandateId> whom(Stream<Letter> letters) {
        return letters.map(Letter::to).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Tells everyone who thinks that they are expected at another moment when it is. */
    void move(Consultation consultation) {
        put(consultation, whom(expecting(consultation)), MOVED);
    }

    /** Tells those of these people who think that they are expected that they are not. */
    void withdraw(Consultation consultation, Collection<MandateId> people) {
        Set<MandateId> expecting = whom(expecting(consultation));
        expecting.retainAll(people);
        put(consultation, expecting, WITHDRAWN);
    }

    private void put(Consultation consultation, Collection<MandateId> people, String kind) {
        people.forEach(
                who -> post.put(who, kind, consultation.id().value(), consultation.heldOn(), consultation.startsAt()));
    }
}
