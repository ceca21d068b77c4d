package be.livc.web;

import org.springframework.boot.jpa.autoconfigure.EntityManagerFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** What is done beside the rest of a start, so that it takes less long. */
@Configuration(proxyBeanMethods = false)
class StartConfiguration {

    /** Makes the persistence unit while the engine and the pages are being made; who needs it first waits for it. */
    @Bean
    EntityManagerFactoryBuilderCustomizer besideTheRest() {
        return builder -> builder.setBootstrapExecutor(new SimpleAsyncTaskExecutor("persistence-"));
    }
}
