package be.livc.web.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.access.Towns;
import be.livc.cell.Capacity;
import be.livc.testing.ACell;
import be.livc.web.Browser;
import be.livc.web.PageForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scenario 10 on screen: in a cell of two towns nobody of the other town is proposed for a case. */
class SharedCellScreensTest extends ConsultationScreensTestBase {

    private static final String TOWN = "44021";
    private static final String OTHER_TOWN = "44019";

    private String mayorOfOther;
    private String coordinatorOfOther;

    @Override
    protected ACell cell() {
        return cellOfTowns(TOWN, OTHER_TOWN);
    }

    @BeforeEach
    void each_town_has_a_mayor_and_a_coordinator_of_its_own() {
        mayorOfOther = person(cell, Capacity.MAYOR);
        coordinatorOfOther = person(cell, Capacity.COORDINATOR);
        String administrator = person(cell, Capacity.ADMINISTRATOR);
        cell.in(() -> {
            for (String one : List.of(mayor, coordinator)) {
                bean(Towns.class).actsFor(as(administrator), mandate(one), Set.of(TOWN));
            }
            for (String one : List.of(mayorOfOther, coordinatorOfOther)) {
                bean(Towns.class).actsFor(as(administrator), mandate(one), Set.of(OTHER_TOWN));
            }
            return true;
        });
        caseIsOf(TOWN);
    }

    private void caseIsOf(String nis) {
        cell.in(() -> {
            bean(Towns.class).caseIsOf(as(coordinator), caseId.value(), Optional.of(nis));
            return true;
        });
    }

    @Test
    void scenario_10_the_mayor_and_the_coordinator_of_another_town_are_not_ticked_for_a_case() {
        Browser leader = browser(coordinator);
        String consultation = planned(leader);

        assertThat(ticked(leader.get(consultation + "/punten/nieuw?dossier=" + caseId)
                        .body()))
                .containsExactlyInAnyOrder(id(mayor), id(coordinator), id(officer));
        assertThat(ticked(leader.get(consultation + "/punten/nieuw").body()))
                .as("before a case is chosen")
                .containsExactlyInAnyOrder(id(mayor), id(coordinator), id(officer));
        cell.in(() -> {
            bean(Towns.class).caseIsOf(as(coordinator), caseId.value(), Optional.empty());
            return true;
        });
        assertThat(ticked(leader.get(consultation + "/punten/nieuw?dossier=" + caseId)
                        .body()))
                .as("of all towns")
                .contains(id(mayorOfOther), id(coordinatorOfOther));
    }

    @Test
    void scenario_10_the_chair_that_is_proposed_is_of_the_own_town() {
        assertThat(chair(coordinator)).isEqualTo(id(mayor));
        assertThat(chair(coordinatorOfOther)).isEqualTo(id(mayorOfOther));
    }

    @Test
    void who_sees_no_item_of_an_agenda_is_not_told_that_it_is_empty() {
        Browser leader = browser(coordinator);
        String consultation = planned(leader);
        onTheAgenda(leader, consultation);

        assertThat(browser(coordinatorOfOther).get(consultation).body())
                .doesNotContain("De agenda is leeg", caseNumber)
                .contains("U ziet geen punt op deze agenda");
    }

    private String chair(String planner) {
        return PageForm.on(browser(planner).get("/overleg/nieuw"), "/overleg/nieuw")
                .value("chair");
    }

    private static List<String> ticked(String page) {
        Matcher box = Pattern.compile("<input[^>]*name=\"invitees\"[^>]*>").matcher(page);
        List<String> ticked = new ArrayList<>();
        while (box.find()) {
            if (box.group().contains("checked")) {
                ticked.add(box.group().replaceFirst("(?s).*value=\"([^\"]*)\".*", "$1"));
            }
        }
        return ticked;
    }
}
