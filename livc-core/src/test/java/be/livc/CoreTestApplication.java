package be.livc;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** The core on its own, for tests: no web, no engine. */
@SpringBootApplication
@EntityScan("be.livc")
@EnableJpaRepositories(basePackages = "be.livc", considerNestedRepositories = true)
public class CoreTestApplication {}
