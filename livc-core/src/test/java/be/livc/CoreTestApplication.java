package be.livc;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/**
 * The core on its own, for tests: no web, no engine. A program of another module that scans the same path leaves it out,
 * because it is a part of tests only.
 */
@TestComponent
@SpringBootApplication
@EntityScan("be.livc")
@EnableJpaRepositories(basePackages = "be.livc", considerNestedRepositories = true)
public class CoreTestApplication {}
