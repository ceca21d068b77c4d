package be.livc.web.demo;

import be.livc.casefile.CaseId;
import be.livc.cell.MandateId;
import be.livc.consultation.Attend;
import be.livc.consultation.ConflictCheck;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.Decide;
import be.livc.consultation.Disclose;
import be.livc.consultation.PlanConsultation;
import be.livc.consultation.PutOnAgenda;
import be.livc.law.LegalBasis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A consultation of a demo cell, from its planning to its end. In a town mayor, coordinator and information officer always come;
 * in a prison the direction, the coordinator and the psychosocial service.
 */
final class Talk {

    private static final LocalTime HOUR = LocalTime.of(14, 0);
    private static final int MINUTES_PER_ITEM = 25;

    /** Who is in the chair, who looks for a conflict with an investigation, and who always comes. */
    private record Roles(String chair, String checker, List<String> always) {}

    private static final Roles OF_A_TOWN =
            new Roles(Town.MAYOR, Town.OFFICER, List.of(Town.MAYOR, Town.COORDINATOR, Town.OFFICER));
    private static final Roles OF_A_PRISON = new Roles(
            PrisonStory.DIRECTION,
            PrisonStory.PROSECUTOR,
            List.of(PrisonStory.DIRECTION, Town.COORDINATOR, PrisonStory.PSYCHOSOCIAL));

    private final Town town;
    private final Roles roles;
    private final LocalDate day;
    private final ConsultationId id;

    private Talk(Town town, Roles roles, LocalDate day, ConsultationId id) {
        this.town = town;
        this.roles = roles;
        this.day = day;
        this.id = id;
    }

    /** Plans it under all legal bases of the town, with the mayor in the chair. */
    static Talk on(LocalDate day, String place, Town town) {
        return planned(day, place, town, OF_A_TOWN);
    }

    /** Plans it under the permission of the procureur, with the direction in the chair. */
    static Talk inPrison(LocalDate day, String place, Town prison) {
        return planned(day, place, prison, OF_A_PRISON);
    }

    private static Talk planned(LocalDate day, String place, Town town, Roles roles) {
        return new Talk(town, roles, day, town.as(Town.COORDINATOR, actor -> town.doors()
                .consultations()
                .plan(
                        actor,
                        new PlanConsultation(
                                day,
                                Optional.of(HOUR),
                                place,
                                town.doors().bases().all().stream()
                                        .map(LegalBasis::id)
                                        .toList(),
                                town.cast().mandate(roles.chair()),
                                false))));
    }

    /** Puts a case on the agenda and invites those who always come and these partners. */
    int item(CaseId caseId, String purpose, String... partners) {
        return town.as(Town.COORDINATOR, actor -> town.doors()
                .consultationFlow()
                .putOnAgenda(
                        actor,
                        id,
                        new PutOnAgenda(caseId, "PREVENT_TERRORISM", Optional.of(purpose), mandates(all(partners)))));
    }

    void comes(int n, String who) {
        town.does(who, actor -> town.doors().consultations().answer(actor, id, n, true));
    }

    void isClear(int n) {
        check(n, new ConflictCheck(ConflictCheck.Outcome.CLEAR, Optional.empty(), Optional.empty()));
    }

    void isUnderEmbargo(int n, String reference, LocalDate review) {
        check(n, new ConflictCheck(ConflictCheck.Outcome.EMBARGO, Optional.of(reference), Optional.of(review)));
    }

    private void check(int n, ConflictCheck outcome) {
        town.does(roles.checker(), actor -> town.doors().consultationFlow().checkConflict(actor, id, n, outcome));
    }

    /** Those who always come and these partners come to an item and sign: on screen, or on paper where they have no account. */
    void present(int n, String... partners) {
        begins(1);
        for (String who : all(partners)) {
            attends(
                    n,
                    who,
                    new Attend(
                            Optional.of(at(n)),
                            Optional.empty(),
                            Optional.of(town.cast().signsIn(who) ? Attend.Statement.SCREEN : Attend.Statement.PAPER)));
        }
    }

    void arrivesUnsigned(int n, String who) {
        attends(n, who, new Attend(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    void leaves(int n, String who) {
        attends(n, who, new Attend(Optional.empty(), Optional.of(at(n + 1)), Optional.empty()));
    }

    private void attends(int n, String who, Attend how) {
        town.does(town.handOf(who), actor -> town.doors()
                .rollCall()
                .attend(actor, id, n, town.cast().mandate(who), how));
    }

    /** The story goes on where this item begins. */
    private void begins(int n) {
        town.turnTo(day, planned(n));
    }

    private static LocalTime planned(int n) {
        return HOUR.plusMinutes((long) MINUTES_PER_ITEM * (n - 1));
    }

    /** When an item begins; one that is held today cannot begin later than now. */
    private Instant at(int n) {
        Instant planned = Town.at(day, planned(n));
        Instant now = town.doors().clock().instant();
        return planned.isBefore(now) ? planned : now;
    }

    void opens() {
        town.does(roles.chair(), actor -> town.doors().consultationFlow().open(actor, id));
    }

    /** Tells everyone who is present and signed. */
    void says(int n, String who, String text) {
        tells(n, new Disclose(town.cast().mandate(who), text, false, Optional.empty()), who);
    }

    /** Tells a professional secret to these people only. */
    void confides(int n, String who, String text, String... recipients) {
        tells(n, new Disclose(town.cast().mandate(who), text, true, Optional.of(mandates(List.of(recipients)))), who);
    }

    private void tells(int n, Disclose told, String who) {
        begins(n);
        town.does(town.handOf(who), actor -> town.doors().meeting().disclose(actor, id, n, told));
    }

    void doesNotShare(int n, String who) {
        town.does(town.handOf(who), actor -> town.doors()
                .meeting()
                .abstain(actor, id, n, town.cast().mandate(who)));
    }

    /** Those who always come and these partners all vote for it. */
    void decides(int n, String text, String... partners) {
        Map<MandateId, Decide.Vote> votes = new HashMap<>();
        mandates(all(partners)).forEach(who -> votes.put(who, Decide.Vote.FOR));
        town.does(roles.chair(), actor -> town.doors().meeting().decide(actor, id, n, new Decide(text, votes)));
    }

    void ends() {
        town.does(Town.COORDINATOR, actor -> town.doors().consultationFlow().close(actor, id));
    }

    private List<String> all(String... partners) {
        return Stream.concat(roles.always().stream(), Stream.of(partners)).toList();
    }

    private List<MandateId> mandates(List<String> who) {
        return who.stream().map(town.cast()::mandate).toList();
    }
}
