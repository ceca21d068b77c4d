package be.livc.vault;

import be.livc.access.Access;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.testing.MutableClock;
import be.livc.testing.OwnDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import livc.program.CoreTestApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The vault on a database and a keyset of its own, whose keys may be destroyed; and other copies of the program on the same. */
@SpringBootTest(
        classes = {CoreTestApplication.class, MutableClock.Parts.class},
        properties = "livc.keys.batch=2")
abstract class RotationTestBase extends VaultTestParts {

    static final OwnDatabase DATABASE = OwnDatabase.made();
    static final Duration A_QUARTER = Duration.ofDays(92);
    static final Duration A_MONTH = Duration.ofDays(31);
    static final Duration THE_HORIZON = Duration.ofDays(35);

    @Autowired
    KeyRotation rotation;

    @Autowired
    MasterKeys masterKeys;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.settings((name, value) -> registry.add(name, () -> value));
    }

    /** Another copy of the program, by the same clock. */
    ConfigurableApplicationContext start() {
        Map<String, Object> settings = new HashMap<>();
        DATABASE.settings(settings::put);
        return new SpringApplicationBuilder(CoreTestApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(MutableClock.class, () -> clock, bean -> bean.setPrimary(true)))
                .web(WebApplicationType.NONE)
                .properties(settings)
                .run();
    }

    /** What the coordinator reads at another copy. */
    String openAt(ConfigurableApplicationContext node, UUID caseId, Sealed value) {
        return cell.in(() -> {
            Grant grant = node.getBean(TransactionTemplate.class).execute(tx -> node.getBean(Access.class)
                    .toRead(cell.actor("An"), ObjectType.CASE, caseId)
                    .grant());
            return node.getBean(Vault.class).open(value, grant);
        });
    }
}
