package be.livc.consultation;

import be.livc.cell.MandateId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * How people take part in the items of one consultation: who was asked, came, does not share, votes, and approves the minutes.
 *
 * @param abstentions per item who does not share
 * @param ballots the decisions that are put to the vote while the consultation is open
 * @param tookPart per item who took part, once the consultation is closed
 * @param answers per item who answered what in the approval round of the minutes
 */
record Participation(
        List<Invitees.Invitation> invitations,
        List<Roll.Attendance> attendance,
        Map<UUID, List<MandateId>> abstentions,
        List<Votes.Cast> votes,
        Set<UUID> ballots,
        Map<UUID, List<MandateId>> tookPart,
        Map<UUID, Map<MandateId, String>> answers) {

    /** Everybody who was asked or came. */
    Set<MandateId> people() {
        Set<MandateId> people = new HashSet<>();
        invitations.forEach(one -> people.add(one.mandate()));
        attendance.forEach(one -> people.add(one.mandate()));
        return people;
    }

    /** Where it is read. */
    @Component
    static class Source {

        private final Invitees invitees;
        private final Roll roll;
        private final Votes votes;
        private final Ballots ballots;
        private final TakingPart takingPart;
        private final MinutesRound round;

        Source(Invitees invitees, Roll roll, Votes votes, Ballots ballots, TakingPart takingPart, MinutesRound round) {
            this.invitees = invitees;
            this.roll = roll;
            this.votes = votes;
            this.ballots = ballots;
            this.takingPart = takingPart;
            this.round = round;
        }

        /** How people take part in these items, and in the vote on these decisions. */
        Participation in(Consultation consultation, List<UUID> items, List<UUID> decisions) {
            return new Participation(
                    invitees.invitations(items),
                    roll.attendance(items),
                    roll.abstentions(items),
                    votes.on(decisions),
                    consultation.isOpen() ? ballots.openAt(items) : Set.of(),
                    consultation.state() == Consultation.State.CLOSED ? takingPart.in(items) : Map.of(),
                    round.answers(items));
        }
    }
}
