package be.livc.consultation;

import be.livc.cell.MandateId;
import be.livc.post.Letter;
import be.livc.post.Post;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The letters about one consultation, each about its day and hour only: an invitation, that it was moved, that one is not
 * expected any more. What somebody was told last is what they go by.
 */
@Component
class Convocations {

    private final Post post;

    Convocations(Post post) {
        this.post = post;
    }

    /** Who was last told, or will be, to come on the day and at the hour that it is planned for now. */
    Set<MandateId> written(Consultation consultation) {
        return told(
                consultation,
                letter -> !letter.kind().equals(Invitations.WITHDRAWN)
                        && !consultation.isElsewhen(letter.heldOn(), letter.startsAt()));
    }

    private Set<MandateId> told(Consultation consultation, Predicate<Letter> what) {
        return post.lastAbout(consultation.id().value()).stream()
                .filter(what)
                .map(Letter::to)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Invites these people. */
    void invite(Consultation consultation, Collection<MandateId> people) {
        put(consultation, people, Invitations.LETTER);
    }

    /** Tells everyone who thinks that they are expected at another moment when it is. */
    void move(Consultation consultation) {
        put(consultation, expecting(consultation), Invitations.MOVED);
    }

    /** Tells those of these people who think that they are expected that they are not. */
    void withdraw(Consultation consultation, Collection<MandateId> people) {
        Set<MandateId> expecting = expecting(consultation);
        expecting.retainAll(people);
        put(consultation, expecting, Invitations.WITHDRAWN);
    }

    private Set<MandateId> expecting(Consultation consultation) {
        return told(consultation, letter -> !letter.kind().equals(Invitations.WITHDRAWN));
    }

    private void put(Consultation consultation, Collection<MandateId> people, String kind) {
        people.forEach(
                who -> post.put(who, kind, consultation.id().value(), consultation.heldOn(), consultation.startsAt()));
    }
}
