package be.livc.workflow;

import be.livc.CoreTestApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** The core and the engine together, for tests: no web. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "be.livc",
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            // The core's own test program lies on the same path; two programs would register everything twice.
            @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = CoreTestApplication.class)
        })
@EntityScan("be.livc")
@EnableJpaRepositories(basePackages = "be.livc", considerNestedRepositories = true)
public class WorkflowTestApplication {}
