package be.livc.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** The program. */
@SpringBootApplication(scanBasePackages = "be.livc")
@EntityScan("be.livc")
@EnableJpaRepositories(basePackages = "be.livc", considerNestedRepositories = true)
public class LivcApplication {

    /** Starts the program with the standard settings of Spring Boot. */
    public static void main(String[] args) {
        SpringApplication.run(LivcApplication.class, args);
    }
}
