package be.livc.casefile;

import be.livc.access.Grant;
import be.livc.access.KnownNames;
import be.livc.access.Searching;
import be.livc.cell.Actor;
import be.livc.vault.NameSearch;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks for the subjects of the cell in a text, under the grant of a name search by the asker; the search is recorded. */
@Component
class NamesInText implements KnownNames {

    private final NameSearch search;
    private final Searching searching;
    private final TransactionTemplate own;

    NamesInText(NameSearch search, Searching searching, PlatformTransactionManager transactions) {
        this.search = search;
        this.searching = searching;
        this.own = new TransactionTemplate(transactions);
        // The search is in the ledger before it looks, also when the act that asks is a transaction of its own.
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public boolean mustRewrite(Actor asker, String text) {
        if (!asker.capacity().takesPart()) {
            return false;
        }
        Grant grant = own.execute(tx -> searching.toSearch(asker, asker.purpose()));
        return search.isSomebodyNamedIn(text, grant);
    }
}
