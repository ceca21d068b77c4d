package be.livc.platform;

import java.util.UUID;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** Tells Hibernate the cell, so that {@code @TenantId} fills and filters {@code cell_id}: a second wall beside RLS. */
final class CurrentCellTenant implements CurrentTenantIdentifierResolver<UUID> {

    /** Stands for "no cell": no row carries it, so that a query without a cell finds nothing here either. */
    private static final UUID NO_CELL = new UUID(0, 0);

    @Override
    public UUID resolveCurrentTenantIdentifier() {
        return CurrentCell.get().map(CellId::value).orElse(NO_CELL);
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }
}
