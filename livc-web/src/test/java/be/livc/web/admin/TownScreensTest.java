package be.livc.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.access.Towns;
import be.livc.cell.Capacity;
import be.livc.web.Browser;
import be.livc.web.CaseworkTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who acts for which town of a cell, and which town a case is of: on screen and over REST. */
class TownScreensTest extends CaseworkTest {

    private static final String TOWN = "44021";

    @Test
    void a_mandate_acts_for_a_town_and_a_case_is_of_one() {
        String administrator = person(cell, Capacity.ADMINISTRATOR);
        assertThat(browser(administrator).get("/beheer/gemeenten").body()).contains("Deze cel werkt voor één gemeente");
        String path = "/mandates/" + mandate(mayor) + "/municipalities";

        assertThat(api(administrator)
                        .put(path, Map.of("municipalities", List.of(TOWN)))
                        .json()
                        .get("municipalities"))
                .hasSize(1);
        assertThat(api(administrator)
                        .put(path, Map.of("municipalities", List.of("11002")))
                        .code())
                .isEqualTo("not-of-this-cell");
        assertThat(api(clb).put(path, Map.of("municipalities", List.of())).status())
                .isEqualTo(404);
        assertThat(cell.in(() -> bean(Towns.class).of(mandate(mayor)))).containsExactly(TOWN);

        Browser leader = browser(coordinator);
        String page = "/dossiers/" + caseId + "/gemeente";
        assertThat(leader.get("/dossiers/" + caseId + "/toegang").body()).contains(page);
        assertThat(leader.get(page).body()).contains("Gent");
        assertThat(leader.post(page, "nis", TOWN).status()).isEqualTo(302);
        assertThat(cell.in(() -> bean(Towns.class).ofCase(caseId.value()))).contains(TOWN);
        assertThat(browser(clb).get(page).status()).isEqualTo(404);
        assertThat(api(coordinator)
                        .put("/cases/" + caseId + "/municipality", Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(cell.in(() -> bean(Towns.class).ofCase(caseId.value()))).isEmpty();
    }
}
