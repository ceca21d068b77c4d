package be.livc.web.consultation;

import be.livc.casefile.CaseId;
import be.livc.cell.MandateId;
import be.livc.consultation.PutOnAgenda;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the form to put a case on the agenda sends.
 *
 * @param dossier the number of the case, as people know it
 */
record AgendaForm(
        @Nullable String dossier,
        @Nullable String purpose,
        @Nullable String purposeText,
        @Nullable List<UUID> invitees) {

    PutOnAgenda command(CaseId caseId) {
        return new PutOnAgenda(
                caseId,
                purpose == null ? "" : purpose,
                Optional.ofNullable(purposeText).map(String::strip).filter(text -> !text.isEmpty()),
                invitees == null
                        ? List.of()
                        : invitees.stream().map(MandateId::new).toList());
    }
}
