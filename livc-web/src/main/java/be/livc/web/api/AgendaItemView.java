package be.livc.web.api;

import be.livc.casefile.CaseId;
import be.livc.cell.MandateId;
import be.livc.consultation.ConsultationView;
import be.livc.consultation.Decide;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An item of the agenda as the caller sees it. */
record AgendaItemView(
        int n,
        @Nullable UUID caseId,
        @Nullable String caseNumber,
        String purpose,
        @Nullable String purposeText,
        @Nullable SubjectView subject,
        String conflictCheck,
        @Nullable LocalDate reviewDate,
        boolean suspended,
        List<InviteeView> invitees,
        List<AttendanceView> attendance,
        List<DisclosureView> disclosures,
        List<DecisionView> decisions,
        List<UUID> abstentions,
        List<CorrectionView> corrections,
        List<ApprovalRowView> approvals,
        List<WhyView> why) {

    /** A note that corrects something told or decided; both stay. */
    record CorrectionView(UUID id, UUID of, UUID by, String byName, Instant at, String text) {}

    /** Where somebody stands in the approval of the minutes; null while they are waited for. */
    record ApprovalRowView(UUID mandate, String name, @Nullable String answer) {}

    /** Somebody invited. */
    record InviteeView(UUID mandate, String name, String answer) {}

    /** Somebody's coming and going; {@code left} is null while they are in the room, {@code stays} lists every time. */
    record AttendanceView(
            UUID mandate,
            String name,
            Instant arrived,
            @Nullable Instant left,
            List<StayView> stays,
            boolean statementSigned,
            @Nullable String statement) {}

    /** One time that somebody was in the room. */
    record StayView(Instant arrived, @Nullable Instant left) {}

    /** What somebody told. */
    record DisclosureView(
            UUID id,
            UUID by,
            String byName,
            Instant at,
            String text,
            boolean secret,
            List<UUID> recipients,
            List<WhyView> why) {}

    /** What was decided. */
    record DecisionView(UUID id, Instant at, String text, Map<UUID, Decide.Vote> votes, List<WhyView> why) {}

    static AgendaItemView of(ConsultationView.Item item) {
        return new AgendaItemView(
                item.n(),
                item.caseId().map(CaseId::value).orElse(null),
                item.caseNumber().orElse(null),
                item.purpose(),
                item.purposeText().orElse(null),
                item.subject().map(SubjectView::of).orElse(null),
                item.conflict(),
                item.reviewDate().orElse(null),
                item.suspended(),
                item.invited().stream()
                        .map(one -> new InviteeView(one.mandate().value(), one.name(), one.answer()))
                        .toList(),
                item.attendance().stream().map(AgendaItemView::attending).toList(),
                item.disclosures().stream().map(AgendaItemView::said).toList(),
                item.decisions().stream().map(AgendaItemView::decided).toList(),
                ids(item.abstentions()),
                item.corrections().stream()
                        .map(one -> new CorrectionView(
                                one.id().value(),
                                one.of().value(),
                                one.by().value(),
                                one.byName(),
                                one.at(),
                                one.text()))
                        .toList(),
                item.approvals().stream()
                        .map(one -> new ApprovalRowView(
                                one.mandate().value(), one.name(), one.answer().orElse(null)))
                        .toList(),
                WhyView.of(item.why()));
    }

    private static AttendanceView attending(ConsultationView.Attending one) {
        return new AttendanceView(
                one.mandate().value(),
                one.name(),
                one.arrived(),
                one.left().orElse(null),
                one.stays().stream()
                        .map(stay -> new StayView(stay.arrived(), stay.left().orElse(null)))
                        .toList(),
                one.statement().isPresent(),
                one.statement().map(Enum::name).orElse(null));
    }

    private static DisclosureView said(ConsultationView.Said one) {
        return new DisclosureView(
                one.id().value(),
                one.by().value(),
                one.byName(),
                one.at(),
                one.text(),
                one.secret(),
                ids(one.recipients()),
                WhyView.of(one.why()));
    }

    private static DecisionView decided(ConsultationView.Decided one) {
        return new DecisionView(
                one.id().value(),
                one.at(),
                one.text(),
                one.votes().entrySet().stream()
                        .collect(Collectors.toMap(vote -> vote.getKey().value(), Map.Entry::getValue)),
                WhyView.of(one.why()));
    }

    private static List<UUID> ids(List<MandateId> mandates) {
        return mandates.stream().map(MandateId::value).toList();
    }
}
