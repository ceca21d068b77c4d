package be.livc.web;

import be.livc.ledger.verify.WitnessProgram;
import be.livc.web.admin.KeysProgram;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.repository.config.BootstrapMode;

/** The program. */
@SpringBootApplication(scanBasePackages = "be.livc")
@EntityScan("be.livc")
@EnableJpaRepositories(
        basePackages = "be.livc",
        considerNestedRepositories = true,
        bootstrapMode = BootstrapMode.DEFERRED)
public class LivcApplication {

    /**
     * Starts the program with the standard settings of Spring Boot; {@code witness} as the first argument starts a witness of
     * other cells' ledgers instead, without any of the rest ({@link WitnessProgram}); {@code keys} asks a program that runs about
     * its keys, or to renew them ({@link KeysProgram}).
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 0 && args[0].equals("witness")) {
            WitnessProgram.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        if (args.length > 0 && args[0].equals("keys")) {
            String password = System.getenv().getOrDefault("LIVC_PASSWORD", "");
            System.exit(KeysProgram.run(Arrays.copyOfRange(args, 1, args.length), password));
        }
        SpareCompiling.begin();
        SpringApplication.run(LivcApplication.class, args);
        SpareMemory.giveBack();
    }
}
