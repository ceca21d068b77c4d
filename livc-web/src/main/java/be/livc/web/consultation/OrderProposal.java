package be.livc.web.consultation;

import be.livc.casefile.CaseId;
import be.livc.casefile.Measures;
import be.livc.consultation.ConsultationView;
import be.livc.consultation.ProposedOrder;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The proposed order of an agenda, as its reader sees that agenda. */
@Component
class OrderProposal {

    private final Measures measures;

    OrderProposal(Measures measures) {
        this.measures = measures;
    }

    /** The numbers of the items in the order proposed. */
    List<Integer> of(ConsultationView view) {
        Set<CaseId> overdue =
                measures.overdue().stream().map(Measures.DueMeasure::caseId).collect(Collectors.toSet());
        return ProposedOrder.of(view, overdue);
    }

    /** The same where the agenda stands otherwise now; empty where it stands so. */
    List<Integer> unlessSo(ConsultationView view) {
        List<Integer> proposed = of(view);
        boolean so = proposed.equals(
                view.items().stream().map(ConsultationView.Item::n).toList());
        return so ? List.of() : proposed;
    }
}
