package be.livc.workflow.engine;

import be.livc.platform.Ids;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flowable.common.engine.api.delegate.event.FlowableEventListener;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.job.service.impl.asyncexecutor.AbstractAsyncExecutor;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Makes the engine by hand rather than by the engine's starter: what is not written here (identity management, event
 * registry, forms, mail) does not run, and no setting can open it.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    EngineSchema engineSchema(FlywayConnectionDetails owner, JdbcConnectionDetails program) {
        String url = owner.getJdbcUrl();
        EngineSchema schema = new EngineSchema(
                url == null ? program.getJdbcUrl() : url,
                or(owner.getUsername(), program.getUsername()),
                or(owner.getPassword(), program.getPassword()));
        schema.bringUpToDate();
        return schema;
    }

    @Bean
    SpringProcessEngineConfiguration processEngineConfiguration(
            EngineSchema schema,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Clock clock,
            ObjectProvider<PhaseListener> phaseListeners,
            ObjectProvider<Escalations> escalations) {
        SpringProcessEngineConfiguration engine = new SpringProcessEngineConfiguration();
        // The engine keeps a static list of engines by name; two contexts in one JVM must not meet there.
        engine.setEngineName("livc-" + Ids.next());
        engine.setDataSource(dataSource);
        engine.setTransactionManager(transactions);
        // A prefix, not the engine's schema setting: that one changes the search path of the shared connection.
        engine.setDatabaseTablePrefix(EngineSchema.TABLE_PREFIX);
        engine.setTablePrefixIsSchema(true);
        engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        engine.setIdGenerator(() -> Ids.next().toString());
        engine.setClock(new EngineClock(clock));
        engine.setHistoryLevel(HistoryLevel.ACTIVITY);
        engine.setHistoryManager(new HistoryAtTheEnd(engine));
        engine.setEnableSafeBpmnXml(true);
        engine.setDisableIdmEngine(true);
        engine.setDisableEventRegistry(true);
        // Expressions in a model reach no object of the program.
        engine.setBeans(new HashMap<>());
        engine.setTypedEventListeners(
                listeners(new PhaseTracker(clock, phaseListeners), new EscalatedTasks(escalations)));
        engine.setProcessInstanceMigrationManager(new CellsShareDefinitions());
        engine.setAsyncExecutorActivate(true);
        engine.setAsyncExecutorCorePoolSize(2);
        engine.setAsyncExecutorMaxPoolSize(4);
        return engine;
    }

    private static Map<String, List<FlowableEventListener>> listeners(PhaseTracker phases, EscalatedTasks escalated) {
        return Map.of(
                "VARIABLE_CREATED,VARIABLE_UPDATED", List.of(new IdsAndCodesOnly()),
                "ACTIVITY_STARTED,ACTIVITY_COMPLETED", List.of(phases),
                "TASK_CREATED", List.of(escalated));
    }

    @Bean(destroyMethod = "close")
    ProcessEngine processEngine(SpringProcessEngineConfiguration configuration) {
        ProcessEngine engine = configuration.buildProcessEngine();
        ((AbstractAsyncExecutor) configuration.getAsyncExecutor())
                .setExecuteAsyncRunnableFactory(new JobsInTheirCell());
        return engine;
    }

    private static String or(@Nullable String first, @Nullable String second) {
        return Stream.of(first, second)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElse("");
    }
}
