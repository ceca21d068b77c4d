package be.livc.platform;

import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import javax.sql.DataSource;
import org.hibernate.cfg.MultiTenancySettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the cell-bound transaction manager where the framework's own would be. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    @Bean
    PlatformTransactionManager transactionManager(EntityManagerFactory entityManagers, DataSource dataSource) {
        return new CellBoundTransactionManager(entityManagers, dataSource);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactionManager) {
        return new TransactionTemplate(transactionManager);
    }

    @Bean
    HibernatePropertiesCustomizer cellAsTenant() {
        return settings -> settings.put(MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER, new CurrentCellTenant());
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(Belgium.TIME);
    }
}
