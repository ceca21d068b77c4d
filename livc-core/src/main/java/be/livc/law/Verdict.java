package be.livc.law;

import be.livc.platform.Refusal;
import java.util.List;

/** What the {@link Gate} answers. */
public sealed interface Verdict {

    /**
     * The law allows it.
     *
     * @param covering for each person, the basis that covers them
     */
    record Allowed(Covering covering) implements Verdict {}

    /**
     * The law does not allow it.
     *
     * @param reasons every reason that was found; their codes are part of the REST contract, their texts in the bundle
     *     {@code gate}
     */
    record Refused(List<Refusal.Reason> reasons) implements Verdict {

        /** Keeps its own copy. */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
