package livc.program;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * The core on its own, for tests: no web, no engine. It stands outside {@code be.livc}, so that no other program that scans
 * that package takes it in.
 */
@SpringBootApplication(scanBasePackages = "be.livc")
@EntityScan("be.livc")
@EnableJpaRepositories(basePackages = "be.livc", considerNestedRepositories = true)
public class CoreTestApplication {}
