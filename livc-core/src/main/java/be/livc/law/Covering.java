package be.livc.law;

import be.livc.cell.MandateId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Which legal basis covers whom: what the {@link Gate} allows an act with. */
public final class Covering {

    /** What covers nobody, because nobody was to be covered. */
    public static final Covering NOBODY = new Covering(Map.of());

    private final Map<MandateId, LegalBasis> byPerson;

    Covering(Map<MandateId, LegalBasis> byPerson) {
        this.byPerson = Map.copyOf(byPerson);
    }

    /** The basis that covers this person; throws {@link IllegalArgumentException} for somebody the gate did not judge. */
    public LegalBasis of(MandateId person) {
        @Nullable LegalBasis basis = byPerson.get(person);
        if (basis == null) {
            throw new IllegalArgumentException("the gate was not asked about this person");
        }
        return basis;
    }

    /** Everyone who is covered. */
    public Set<MandateId> people() {
        return byPerson.keySet();
    }

    /** The bases that cover somebody, once for each. */
    public Collection<LegalBasis> bases() {
        return byPerson.values();
    }

    /** Does something for each person with the basis that covers them. */
    public void forEach(BiConsumer<MandateId, LegalBasis> each) {
        byPerson.forEach(each);
    }
}
