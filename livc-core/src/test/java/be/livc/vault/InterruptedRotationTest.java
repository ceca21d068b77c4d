package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import be.livc.cell.Cells;
import be.livc.cell.EveryCell;
import be.livc.ledger.Ledger;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** A rotation goes in steps that survive a kill at any moment. */
class InterruptedRotationTest extends SealedCasesTestBase {

    /**
     * Property: killed at any moment, it goes on to the same plaintext, and to an end. In the drills at every moment, otherwise
     * at a seeded few and around each writing of the keyset.
     */
    @Test
    void killed_at_any_moment_it_goes_on_to_the_same_plaintext() {
        Map<UUID, Sealed> values = fiveCases();
        clock.advance(A_QUARTER);
        rotation.goOn();
        clock.advance(A_QUARTER);
        Mortal counting = new Mortal(0);
        mortal(counting).goOn();
        Set<Integer> chosen = moments(counting.moments());

        for (int moment : chosen) {
            clock.advance(A_QUARTER);
            Mortal mortal = new Mortal(moment);
            Throwable end = catchThrowable(() -> mortal(mortal).goOn());
            forget();
            assertAllOpen(values);

            rotation.goOn();

            assertThat(end).as("moment %d", moment).isInstanceOf(Mortal.Killed.class);
            assertThat(DATABASE.ask("select count(*) from case_key k where cell_key_version <"
                            + " (select max(version) from cell_key c where c.cell_id = k.cell_id)"))
                    .as("moment %d", moment)
                    .containsExactly("0");
            assertThat(DATABASE.ask("select id from master_key where retired_at is null"))
                    .containsExactly(masterKeys.current());
            assertThat(DATABASE.ask("select id from master_key where destroyed_at is null"))
                    .hasSameElementsAs(masterKeys.names());
            forget();
            assertAllOpen(values);
        }
        System.out.printf(
                "rotation killed at %d of %d moments: always resumed to the same plaintext%n",
                chosen.size(), counting.moments());
        try (ConfigurableApplicationContext restarted = start()) {
            assertThat(restarted.getBean(MasterKeys.class).names()).isEqualTo(masterKeys.names());
        }
    }

    private static Set<Integer> moments(int all) {
        Set<Integer> chosen = new LinkedHashSet<>();
        if (Boolean.getBoolean("livc.drills")) {
            for (int moment = 1; moment <= all; moment++) {
                chosen.add(moment);
            }
        } else {
            new Random(6).ints(4, 1, all + 1).forEach(chosen::add);
        }
        return chosen;
    }

    /** The rotation of a program that dies at its moment. */
    private KeyRotation mortal(Mortal mortal) {
        return new KeyRotation(
                mortal.around(masterKeys),
                beans.getBean(MasterKeyBook.class),
                cellKeys,
                caseKeys,
                ledgerKeys,
                beans.getBean(KeyCalendar.class),
                beans.getBean(Cells.class),
                beans.getBean(EveryCell.class),
                beans.getBean(Ledger.class),
                beans.getBean(JdbcTemplate.class),
                mortal.around(beans.getBean(PlatformTransactionManager.class)),
                2);
    }
}
