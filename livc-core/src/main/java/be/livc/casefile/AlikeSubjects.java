package be.livc.casefile;

import be.livc.access.AlikeNames;
import be.livc.access.Grant;
import be.livc.access.Searching;
import be.livc.cell.Cell;
import be.livc.vault.NameSearch;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks for subjects by the names of people of the cell, under a grant of the program; the search is recorded. */
@Component
class AlikeSubjects implements AlikeNames {

    private static final int MOST = 50;

    private final NameSearch search;
    private final Searching searching;
    private final TransactionTemplate own;

    AlikeSubjects(NameSearch search, Searching searching, PlatformTransactionManager transactions) {
        this.search = search;
        this.searching = searching;
        this.own = new TransactionTemplate(transactions);
        // The search is in the ledger before it looks.
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Map<String, Set<UUID>> casesOf(Cell here, Collection<String> names, double least) {
        Grant grant = own.execute(tx -> searching.toMatchNames(here));
        Map<String, Set<UUID>> found = new HashMap<>();
        for (String name : Set.copyOf(names)) {
            found.put(
                    name,
                    search.find(new NameSearch.Query(Optional.of(name), Optional.empty()), grant, MOST).stream()
                            .filter(hit -> hit.score() >= least)
                            .map(NameSearch.Hit::record)
                            .collect(Collectors.toSet()));
        }
        return found;
    }
}
