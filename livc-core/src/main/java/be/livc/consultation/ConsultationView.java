package be.livc.consultation;

import be.livc.access.Why;
import be.livc.casefile.CaseId;
import be.livc.casefile.ItemId;
import be.livc.casefile.Subject;
import be.livc.cell.MandateId;
import be.livc.law.LegalBasisId;
import be.livc.platform.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A consultation as one reader sees it: their own items, and at each what was told to them or decided in their presence.
 *
 * @param onlyTasks whether only tasks may be set now: danger did not wait, and a mandatory function lacks
 * @param state PLANNED, OPEN or CLOSED
 * @param missing what stands in the way of opening, while it is planned
 * @param access why the reader sees it
 */
public record ConsultationView(
        ConsultationId id,
        String number,
        LocalDate date,
        Optional<LocalTime> startsAt,
        String place,
        List<LegalBasisId> bases,
        MandateId chair,
        String chairName,
        boolean urgent,
        boolean onlyTasks,
        String state,
        Optional<Instant> openedAt,
        Optional<Instant> closedAt,
        List<Item> items,
        List<Refusal.Reason> missing,
        List<Why> access) {

    /**
     * One item of the agenda.
     *
     * @param n what it is called by; stays the same
     * @param place when it is discussed, from 1
     * @param conflict PENDING, CLEAR or EMBARGO
     * @param suspended whether an embargo hides it; then only its place is shown
     * @param standsStill whether its case takes nothing more for now: it is frozen, or on offer to another cell
     * @param abstentions the mandates that do not share
     * @param approvals the approval round, once the meeting is closed
     */
    public record Item(
            int n,
            int place,
            UUID id,
            Optional<CaseId> caseId,
            Optional<String> caseNumber,
            String purpose,
            Optional<String> purposeText,
            Optional<Subject> subject,
            String conflict,
            Optional<LocalDate> reviewDate,
            boolean suspended,
            boolean standsStill,
            List<Invited> invited,
            List<Attending> attendance,
            List<Said> disclosures,
            List<Decided> decisions,
            List<MandateId> abstentions,
            List<Corrected> corrections,
            List<Approval> approvals,
            List<Why> why) {

        /** The corrections of one piece of information, the oldest first. */
        public List<Corrected> correctionsOf(ItemId piece) {
            return corrections.stream().filter(one -> one.of().equals(piece)).toList();
        }
    }

    /** A note that corrects something told or decided; both stay. */
    public record Corrected(ItemId id, ItemId of, MandateId by, String byName, Instant at, String text) {}

    /**
     * Where one of those who took part stands in the approval of the minutes.
     *
     * @param answer APPROVED or CORRECTION_ASKED; empty while they are waited for
     */
    public record Approval(MandateId mandate, String name, Optional<String> answer) {}

    /** Somebody invited; the answer is OPEN, ACCEPTED or DECLINED. */
    public record Invited(MandateId mandate, String name, String answer) {}

    /**
     * Somebody's coming and going.
     *
     * @param stays every time that they were there, the first first; never empty
     * @param statement how the statement of confidentiality was signed; empty when it is not
     */
    public record Attending(MandateId mandate, String name, List<Stay> stays, Optional<Attend.Statement> statement) {

        /** When they first came. */
        public Instant arrived() {
            return stays.get(0).arrived();
        }

        /** When they last left; empty while they are in the room. */
        public Optional<Instant> left() {
            return stays.get(stays.size() - 1).left();
        }

        /** Whether they are in the room and signed. */
        public boolean mayHear() {
            return left().isEmpty() && statement.isPresent();
        }
    }

    /** One time that somebody was in the room; {@code left} is empty while they are. */
    public record Stay(Instant arrived, Optional<Instant> left) {}

    /** What somebody told. */
    public record Said(
            ItemId id,
            MandateId by,
            String byName,
            Instant at,
            String text,
            boolean secret,
            List<MandateId> recipients,
            List<Why> why) {}

    /**
     * What was decided.
     *
     * @param voting whether those present can still vote on it for themselves
     */
    public record Decided(
            ItemId id, Instant at, String text, Map<MandateId, Decide.Vote> votes, boolean voting, List<Why> why) {}

    /** The names of everyone that it mentions, by mandate. */
    public Map<MandateId, String> names() {
        Map<MandateId, String> names = new HashMap<>();
        names.put(chair, chairName);
        for (Item item : items) {
            item.invited().forEach(one -> names.put(one.mandate(), one.name()));
            item.attendance().forEach(one -> names.put(one.mandate(), one.name()));
            item.disclosures().forEach(one -> names.put(one.by(), one.byName()));
            item.corrections().forEach(one -> names.put(one.by(), one.byName()));
        }
        return names;
    }
}
