package be.livc.workflow.engine;

import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.migration.ProcessInstanceMigrationManagerImpl;
import org.jspecify.annotations.Nullable;

/**
 * Lets a case of a cell move to a definition that belongs to no cell, as all of ours do: they are deployed once for all. The
 * engine's own check knows this only for definitions of one named default tenant.
 */
final class CellsShareDefinitions extends ProcessInstanceMigrationManagerImpl {

    @Override
    protected boolean isSameOrDefaultTenant(
            @Nullable String ofCase,
            @Nullable String definitionKey,
            @Nullable String ofDefinition,
            ProcessEngineConfigurationImpl engine) {
        return ofDefinition == null
                || ofDefinition.isEmpty()
                || super.isSameOrDefaultTenant(ofCase, definitionKey, ofDefinition, engine);
    }
}
