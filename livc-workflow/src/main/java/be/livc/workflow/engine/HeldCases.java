package be.livc.workflow.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The cases that a transaction holds already: it asks for each once. Kept among what is told the end of that transaction. */
final class HeldCases implements TransactionSynchronization {

    private final Set<UUID> ids = new HashSet<>();

    private HeldCases() {}

    /** Of the transaction that runs here. */
    static HeldCases here() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(HeldCases.class::isInstance)
                .map(HeldCases.class::cast)
                .findFirst()
                .orElseGet(HeldCases::begin);
    }

    private static HeldCases begin() {
        HeldCases none = new HeldCases();
        TransactionSynchronizationManager.registerSynchronization(none);
        return none;
    }

    /** Those among these that are not held yet, as the engine writes them. */
    String[] without(Collection<UUID> caseIds) {
        return caseIds.stream()
                .filter(id -> !ids.contains(id))
                .map(UUID::toString)
                .toArray(String[]::new);
    }

    void add(Collection<UUID> caseIds) {
        ids.addAll(caseIds);
    }
}
