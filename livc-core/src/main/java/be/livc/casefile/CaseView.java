package be.livc.casefile;

import be.livc.access.Act;
import be.livc.access.Hold;
import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.platform.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A case as one reader sees it: every part they see, each with the reasons.
 *
 * @param phase code of the phase that its process is in
 * @param restrictions codes of what limits it at this moment, beside the phase
 * @param subject empty when the reader does not see who it is about
 * @param purpose code of the list {@code purposes}
 * @param access why the reader sees the case at all
 * @param timeline the pieces of information that the reader sees, the oldest first
 * @param plan empty when there is none, or when the reader sees neither goals nor a measure of it
 * @param partsSuspended whether an embargo hides something of it that the reader would see without
 * @param holds what holds it at this moment: acts that it stops are refused, and no screen offers them
 */
public record CaseView(
        CaseId id,
        String number,
        String phase,
        List<Restriction> restrictions,
        Optional<Subject> subject,
        LocalDate openedOn,
        String purpose,
        Optional<String> purposeText,
        Optional<LocalDate> nextReview,
        Optional<LocalDate> closedOn,
        Optional<String> closureGround,
        Optional<LocalDate> retainUntil,
        List<Why> access,
        List<Piece> timeline,
        Optional<PlanView> plan,
        boolean partsSuspended,
        Set<Hold> holds) {

    /** What limits a case at this moment, judged when it is asked for (never a phase of its own). */
    public enum Restriction {
        /** An embargo of the information officer or the parket hides its content. */
        EMBARGO,
        /** No legal basis of the cell serves its purpose today: nothing new may be shared. */
        BASIS_EXPIRED,
        /** The case is frozen. */
        FROZEN
    }

    /**
     * One piece of information.
     *
     * @param by the mandate that contributed it
     * @param byName the person and the organisation behind that mandate
     * @param recipients for a disclosure, the mandates it was made to; frozen when it was recorded
     * @param why why the reader sees it
     * @param agendaItem the item of a consultation at which it was said
     * @param about the signal or measure it is about
     */
    public record Piece(
            ItemId id,
            ObjectType type,
            Instant at,
            Optional<LocalDate> occurredOn,
            MandateId by,
            String byName,
            Optional<String> code,
            boolean secret,
            String text,
            Optional<String> detail,
            List<MandateId> recipients,
            List<Why> why,
            Optional<UUID> agendaItem,
            Optional<UUID> about) {}

    /**
     * The plan of action.
     *
     * @param goals empty when the reader sees only measures of their own; otherwise as they were when the reader heard them
     * @param goalsSet when these goals were set
     * @param newerGoals whether the goals were changed since, without this reader being there
     * @param version grows with every change; sent back with a change to notice somebody else's
     */
    public record PlanView(
            List<Goal> goals,
            Optional<Instant> goalsSet,
            boolean newerGoals,
            List<MeasureView> measures,
            LocalDate reviewDate,
            int version) {}

    /**
     * One measure.
     *
     * @param state a code of the list {@code measure-states}
     * @param goal the goal it serves; empty when the reader does not see the goals
     * @param offer the code of the support offer that it calls upon
     * @param overdue whether its due date has passed and it is neither done nor stopped
     */
    public record MeasureView(
            MeasureId id,
            String what,
            MandateId owner,
            String ownerName,
            LocalDate due,
            String state,
            Optional<GoalId> goal,
            Optional<String> offer,
            boolean overdue,
            List<Why> why) {}

    /** Whether an act that adds to it can still be done: it is not closed, and nothing holds it. */
    public boolean takes(Act act) {
        return closedOn.isEmpty() && !isHeldFrom(act);
    }

    /** Whether this actor may still do an act that adds to it; a screen asks this before it shows a form. */
    public boolean takes(Act act, Actor actor) {
        return act.isFor(actor.capacity()) && takes(act);
    }

    /** Whether something stops this act for now. */
    public boolean isHeldFrom(Act act) {
        return holdOn(act).isPresent();
    }

    /** What stops this act for now. */
    public Optional<Hold> holdOn(Act act) {
        return holds.stream().filter(hold -> hold.stops(act)).sorted().findFirst();
    }

    /** Whether it is only read, because no permission of the procureur holds for it any more. */
    public boolean lacksPermission() {
        return holds.contains(Hold.NO_PERMISSION);
    }

    /** Whether it waits for the answer of another cell. */
    public boolean isOnOffer() {
        return holds.contains(Hold.ON_OFFER);
    }

    /**
     * Passes when nothing stops this act for now: before a page is shown that is nothing but its form.
     *
     * @throws Refusal {@code transfer-offered}, {@code basis-expired} or {@code case-frozen}, as the act itself would be refused
     */
    public void requireNotHeldFrom(Act act) {
        holds.stream().filter(hold -> hold.stops(act)).findFirst().ifPresent(hold -> {
            throw hold.refusal();
        });
    }

    /** Whether this restriction holds. */
    public boolean is(Restriction restriction) {
        return restrictions.contains(restriction);
    }
}
