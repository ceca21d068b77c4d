package be.livc.workflow.livcr;

import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationView;
import be.livc.consultation.Invitations;
import be.livc.ledger.LedgerFilter;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

/** What a consultation that was planned goes by, and what each of its people sees of it. */
abstract class ReplanningTestBase extends CaseTest {

    @Autowired
    Invitations invitations;

    LocalDate today() {
        return LocalDate.now(clock);
    }

    ConsultationView seen(String who, ConsultationId consultation) {
        return in(() -> consultationReading.open(as(who), consultation));
    }

    List<String> reasonsOf(ConsultationId consultation) {
        return entries(LedgerFilter.all()).stream()
                .map(one -> one.entry().orElseThrow())
                .filter(entry -> entry.object().id().equals(consultation.toString()))
                .flatMap(entry -> entry.why().stream())
                .toList();
    }
}
