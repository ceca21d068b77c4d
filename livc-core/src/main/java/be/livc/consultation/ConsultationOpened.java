package be.livc.consultation;

import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.casefile.CaseFacts;
import be.livc.casefile.CaseId;
import be.livc.casefile.ItemId;
import be.livc.casefile.SealedTexts;
import be.livc.casefile.Subject;
import be.livc.casefile.Subjects;
import be.livc.cell.MandateId;
import be.livc.vault.Vault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A consultation opened for one reader, after the commit of what recorded the read: each item with what they see of it. */
final class ConsultationOpened {

    private final LoadedConsultation loaded;
    private final Vault vault;
    private final Map<CaseId, Subject> people;
    private final List<SealedTexts.Text> said;

    ConsultationOpened(LoadedConsultation loaded, Vault vault, Subjects subjects) {
        this.loaded = loaded;
        this.vault = vault;
        this.people = subjects.open(loaded.subjects(), loaded.sight());
        this.said = loaded.texts().open(vault, loaded.sight());
    }

    ConsultationView view() {
        Consultation consultation = loaded.consultation();
        return new ConsultationView(
                consultation.id(),
                consultation.number(),
                consultation.heldOn(),
                consultation.startsAt(),
                consultation.place(),
                consultation.bases(),
                consultation.chair(),
                loaded.name(consultation.chair()),
                consultation.isUrgent(),
                loaded.onlyTasks(),
                consultation.state().name(),
                consultation.openedAt(),
                consultation.closedAt(),
                loaded.items().stream()
                        .map(item -> loaded.sight().sees(item.id()) ? item(item) : suspended(item))
                        .toList(),
                loaded.missing(),
                loaded.sight().why(consultation.id().value()));
    }

    private static ConsultationView.Item suspended(AgendaItem item) {
        return new ConsultationView.Item(
                item.n(),
                item.place(),
                item.id(),
                Optional.empty(),
                Optional.empty(),
                item.purpose(),
                Optional.empty(),
                Optional.empty(),
                item.conflict().name(),
                Optional.empty(),
                true,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private ConsultationView.Item item(AgendaItem item) {
        Sight sight = loaded.sight();
        return new ConsultationView.Item(
                item.n(),
                item.place(),
                item.id(),
                Optional.of(item.caseId()),
                Optional.ofNullable(loaded.cases().get(item.caseId())).map(CaseFacts::number),
                item.purpose(),
                item.purposeText().map(value -> vault.open(value, sight.grant())),
                Optional.ofNullable(people.get(item.caseId())),
                item.conflict().name(),
                item.reviewDate(),
                false,
                loaded.standingStill().contains(item.caseId()),
                loaded.participation().invitations().stream()
                        .filter(one -> one.item().equals(item.id()))
                        .map(one ->
                                new ConsultationView.Invited(one.mandate(), loaded.name(one.mandate()), one.answer()))
                        .toList(),
                attendance(item),
                disclosures(item),
                decisions(item),
                loaded.participation().abstentions().getOrDefault(item.id(), List.of()),
                corrections(item),
                approvals(item),
                sight.why(item.id()));
    }

    private List<ConsultationView.Attending> attendance(AgendaItem item) {
        Map<MandateId, List<Roll.Attendance>> stays = loaded.participation().attendance().stream()
                .filter(one -> one.item().equals(item.id()))
                .collect(Collectors.groupingBy(Roll.Attendance::mandate, LinkedHashMap::new, Collectors.toList()));
        return stays.entrySet().stream()
                .map(one -> new ConsultationView.Attending(
                        one.getKey(),
                        loaded.name(one.getKey()),
                        one.getValue().stream()
                                .map(stay -> new ConsultationView.Stay(stay.arrived(), stay.left()))
                                .toList(),
                        one.getValue().stream()
                                .flatMap(stay -> stay.statement().stream())
                                .findFirst()))
                .toList();
    }

    private List<ConsultationView.Said> disclosures(AgendaItem item) {
        return at(item, ObjectType.DISCLOSURE).stream()
                .map(text -> new ConsultationView.Said(
                        text.id(),
                        text.by(),
                        loaded.name(text.by()),
                        text.at(),
                        text.text(),
                        text.secret(),
                        loaded.recipients().getOrDefault(text.id().value(), List.of()),
                        loaded.sight().why(text.id().value())))
                .toList();
    }

    private List<ConsultationView.Decided> decisions(AgendaItem item) {
        return at(item, ObjectType.DECISION).stream()
                .map(text -> new ConsultationView.Decided(
                        text.id(),
                        text.at(),
                        text.text(),
                        loaded.participation().votes().stream()
                                .filter(cast -> cast.decision().equals(text.id().value()))
                                .collect(Collectors.toMap(Votes.Cast::mandate, Votes.Cast::vote)),
                        loaded.participation().ballots().contains(text.id().value()),
                        loaded.sight().why(text.id().value())))
                .toList();
    }

    private List<ConsultationView.Corrected> corrections(AgendaItem item) {
        return at(item, ObjectType.CORRECTION).stream()
                .map(text -> new ConsultationView.Corrected(
                        text.id(),
                        new ItemId(text.about().orElseThrow()),
                        text.by(),
                        loaded.name(text.by()),
                        text.at(),
                        text.text()))
                .toList();
    }

    /** Of whom approval is asked: who took part. */
    private List<ConsultationView.Approval> approvals(AgendaItem item) {
        Map<MandateId, String> answers = loaded.participation().answers().getOrDefault(item.id(), Map.of());
        return loaded.participation().tookPart().getOrDefault(item.id(), List.of()).stream()
                .map(who -> new ConsultationView.Approval(who, loaded.name(who), Optional.ofNullable(answers.get(who))))
                .toList();
    }

    private List<SealedTexts.Text> at(AgendaItem item, ObjectType type) {
        return said.stream()
                .filter(text -> text.type() == type
                        && text.agendaItem().filter(item.id()::equals).isPresent())
                .toList();
    }
}
