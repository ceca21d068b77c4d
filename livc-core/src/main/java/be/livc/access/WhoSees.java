package be.livc.access;

import be.livc.cell.Actor;
import be.livc.platform.Refusal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells whether somebody sees an object now, for lists of what can be done next and for the door. Opens nothing: no grant, and in
 * the ledger only that somebody was refused. Who saw it before is {@link WhoSaw}'s.
 */
@Component
public class WhoSees {

    /** What is erased without being seen by those who decide on it or carry it out. */
    private static final Set<ObjectType> BEFORE_ERASURE = EnumSet.of(ObjectType.CASE, ObjectType.SIGNAL);

    private final AccessFacts facts;
    private final Denials denials;

    WhoSees(AccessFacts facts, Denials denials) {
        this.facts = facts;
        this.denials = denials;
    }

    /** Whether the reader's capacity sees every object of this type by itself, in their own towns ({@link Towns#own}). */
    public static boolean seesAll(Actor reader, ObjectType type) {
        return Standing.of(reader.capacity(), type).isPresent();
    }

    /** Whether the actor sees the object now. */
    @Transactional(readOnly = true)
    public boolean sees(Actor actor, UUID id) {
        return facts.of(actor, id).filter(fact -> fact.isSeenBy(actor)).isPresent();
    }

    /** How many of the objects right under this one, and of those under these, the actor sees now. */
    public long countSeenUnder(Actor actor, UUID parent) {
        return facts.under(actor, parent).stream()
                .filter(fact -> fact.isSeenBy(actor))
                .count();
    }

    /**
     * Passes when the actor may know that this object exists; the door asks it before it even reads what was sent, so
     * that bad input tells nobody what is there.
     *
     * @throws Refusal not found otherwise; recorded
     */
    @Transactional(readOnly = true)
    public void requireKnown(Actor actor, ObjectType type, UUID id) {
        Optional<Fact> found = facts.of(actor, id).filter(fact -> fact.type() == type);
        if (found.filter(fact -> isKnown(actor, fact)).isEmpty()) {
            throw denials.unknown(actor, type.code(), id);
        }
    }

    private static boolean isKnown(Actor actor, Fact fact) {
        return fact.isSeenDespiteEmbargoBy(actor)
                || (BEFORE_ERASURE.contains(fact.type()) && !fact.elsewhere() && Act.actsUnseen(actor.capacity()));
    }

    /**
     * Passes when the actor sees this object, or would but for an embargo: the door asks it before an act that is not an
     * erasure, for which alone somebody may know of what they do not see.
     *
     * @throws Refusal not found otherwise; recorded
     */
    @Transactional(readOnly = true)
    public void requireShown(Actor actor, ObjectType type, UUID id) {
        Optional<Fact> found = facts.of(actor, id).filter(fact -> fact.type() == type);
        if (found.filter(fact -> fact.isSeenDespiteEmbargoBy(actor)).isEmpty()) {
            throw denials.unknown(actor, type.code(), id);
        }
    }

    /** The case that an object belongs to, where it is there and belongs to one; for an act that was judged already. */
    @Transactional(readOnly = true)
    public Optional<UUID> caseOf(Actor actor, UUID object) {
        return facts.of(actor, object).flatMap(Fact::caseId);
    }

    /**
     * The case whose key seals an object that the actor sees.
     *
     * @throws Refusal not found, when the actor does not see the object or it is not there; recorded
     */
    public Optional<UUID> requireCaseOf(Actor actor, UUID id) {
        return facts.of(actor, id)
                .filter(fact -> fact.isSeenBy(actor))
                .orElseThrow(() -> denials.unknown(actor, "object", id))
                .caseId();
    }
}
