package be.livc.cell;

import be.livc.platform.Adding;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The partner organisations of the bound cell. */
@Component
public class Partners {

    private final PartnerRows rows;
    private final CodeLists codeLists;
    private final Clock clock;

    Partners(PartnerRows rows, CodeLists codeLists, Clock clock) {
        this.rows = rows;
        this.codeLists = codeLists;
        this.clock = clock;
    }

    /**
     * Adds a partner.
     *
     * @throws Refusal when the name is empty, or category or community are no code of their list
     */
    @Transactional
    public Partner add(String name, String category, String community) {
        ShortText.LINE.require("name", name);
        if (!codeLists.has("partner-categories", category)) {
            throw Refusal.invalid("category", "unknown-code");
        }
        codeLists.require("communities", community, "community");
        return rows.add(new Partner(Ids.next(), name, category, community, clock.instant()));
    }

    /**
     * Corrects whose rules bind the professional secret of a partner: from now on, for what is said later.
     *
     * @throws Refusal not found; invalid {@code community}, when it is no code of its list
     */
    @Transactional
    public Partner isOf(PartnerId id, String community) {
        Partner partner = find(id).orElseThrow(Refusal::notFound);
        codeLists.require("communities", community, "community");
        partner.isOf(community);
        return partner;
    }

    /** All partners, by name. */
    @Transactional(readOnly = true)
    public List<Partner> all() {
        return rows.findAllByOrderByName();
    }

    /** The partner of this id in the bound cell. */
    @Transactional(readOnly = true)
    public Optional<Partner> find(PartnerId id) {
        return rows.findById(id.value());
    }

    /** The rows behind it. */
    interface PartnerRows extends Repository<Partner, UUID>, Adding<Partner> {
        Optional<Partner> findById(UUID id);

        List<Partner> findAllByOrderByName();
    }
}
