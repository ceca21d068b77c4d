package be.livc.consultation;

import be.livc.access.Sight;
import be.livc.casefile.CaseFacts;
import be.livc.casefile.CaseId;
import be.livc.casefile.SealedSubject;
import be.livc.casefile.SealedTexts;
import be.livc.cell.MandateId;
import be.livc.platform.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What one transaction loaded of a consultation for one reader, still sealed; {@link ConsultationOpened} opens it after the commit.
 *
 * @param items those that the reader sees, and those that are suspended
 * @param standingStill the cases that take nothing more for now; none once the consultation is closed
 * @param recipients per disclosure whom it was made to
 * @param names of everybody whom it names, with their partner
 * @param missing what stands in the way of opening, for who may open
 */
record LoadedConsultation(
        Consultation consultation,
        List<AgendaItem> items,
        Set<CaseId> standingStill,
        Sight sight,
        Map<CaseId, SealedSubject> subjects,
        Map<CaseId, CaseFacts> cases,
        SealedTexts texts,
        Map<UUID, List<MandateId>> recipients,
        Participation participation,
        Map<MandateId, String> names,
        List<Refusal.Reason> missing,
        boolean onlyTasks) {

    String name(MandateId id) {
        return names.getOrDefault(id, "");
    }
}
