package be.livc.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
import be.livc.cell.Capacity;
import be.livc.law.BasisKind;
import be.livc.testing.ACell;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** A prison and the town to which somebody returns, each with its people, and what the one offers the other. */
public abstract class PrisonAndTownTest extends PrisonWorkTest {

    protected ACell town;
    protected String there;
    protected String officerThere;

    @BeforeEach
    void a_town_beside_the_prison() {
        town = cell();
        there = person(town, Capacity.COORDINATOR);
        officerThere = person(town, Capacity.INFORMATION_OFFICER);
        record(town, BasisKind.LAW, 50);
    }

    /** The form with which the case of somebody who comes free is offered to the town, and these fields as well. */
    protected String[] anOffer(String... more) {
        Stream<String> always = Stream.of(
                "to", town.id().toString(), "kind", "RELEASE", "purpose", "PREVENT_TERRORISM", "reason", "Komt vrij");
        return Stream.concat(always, Stream.of(more)).toArray(String[]::new);
    }

    protected String offered(CaseId id) {
        Answer offered = api(coordinator)
                .post(
                        "/cases/" + id + "/transfers",
                        Map.of("to", town.id().toString(), "kind", "RELEASE", "reason", "Komt vrij"));
        assertThat(offered.status()).isEqualTo(201);
        return offered.json().get("id").asString();
    }
}
