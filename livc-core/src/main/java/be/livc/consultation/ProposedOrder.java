package be.livc.consultation;

import be.livc.casefile.CaseId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The order in which an agenda is usually discussed: cases with an overdue measure first, and among them and the others
 * those of minors, so that the services that come for a minor can leave early (domain.md §7; SafeLives, MARAC agenda).
 */
public final class ProposedOrder {

    private ProposedOrder() {}

    /** The numbers of the items that the reader sees, in the order proposed. */
    public static List<Integer> of(ConsultationView seen, Set<CaseId> overdue) {
        return seen.items().stream()
                .sorted(Comparator.comparing((ConsultationView.Item item) ->
                                item.caseId().filter(overdue::contains).isEmpty())
                        .thenComparing(item -> item.subject()
                                .filter(subject -> subject.isMinorOn(seen.date()))
                                .isEmpty())
                        .thenComparing(ConsultationView.Item::place))
                .map(ConsultationView.Item::n)
                .toList();
    }
}
