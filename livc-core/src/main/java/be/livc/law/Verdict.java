package be.livc.law;

import be.livc.cell.MandateId;
import be.livc.platform.Refusal;
import java.util.List;
import java.util.Map;

/** What the {@link Gate} answers. */
public sealed interface Verdict {

    /**
     * The law allows it.
     *
     * @param covering for each person, the basis that covers them
     */
    record Allowed(Map<MandateId, LegalBasis> covering) implements Verdict {

        /** Keeps its own copy. */
        public Allowed {
            covering = Map.copyOf(covering);
        }
    }

    /**
     * The law does not allow it.
     *
     * @param reasons every reason that was found, {@code no-valid-basis} or one {@code not-covered-by-basis} a person
     */
    record Refused(List<Refusal.Reason> reasons) implements Verdict {

        /** Keeps its own copy. */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
