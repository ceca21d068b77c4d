package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The French of the codes that a cell has since it was founded. */
class FrenchCodesTest extends CaseTest {

    private static final String MENDS = "db/migration/V410__french_codes_elide_with_their_own_sign.sql";

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void a_cell_that_is_there_already_gets_the_sign_of_french_and_keeps_what_it_wrote_itself()
            throws IOException, SQLException {
        write("PROTECT_INTEGRITY", "Protéger l'intégrité physique et psychique de personnes");
        write("PREVENT_TERRORISM", "Prévenir l'horreur");

        TestDatabase.executeAsSuperuser(new ClassPathResource(MENDS).getContentAsString(StandardCharsets.UTF_8));

        assertThat(written("PROTECT_INTEGRITY")).isEqualTo("Protéger l’intégrité physique et psychique de personnes");
        assertThat(written("PREVENT_TERRORISM")).isEqualTo("Prévenir l'horreur");
    }

    private void write(String code, String label) {
        cell.transact(() -> {
            jdbc.update(
                    "update code set label_fr = ? where cell_id = ? and list = 'purposes' and code = ?",
                    label,
                    cell.id().value(),
                    code);
        });
    }

    private String written(String code) {
        return cell.transact(() -> jdbc.queryForObject(
                "select label_fr from code where cell_id = ? and list = 'purposes' and code = ?",
                String.class,
                cell.id().value(),
                code));
    }
}
