package be.livc.workflow;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** The core and the engine together, for tests: no web. */
@SpringBootApplication(scanBasePackages = "be.livc")
@EntityScan("be.livc")
@EnableJpaRepositories(basePackages = "be.livc", considerNestedRepositories = true)
public class WorkflowTestApplication {}
