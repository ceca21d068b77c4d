package be.livc.web;

import be.livc.casefile.CaseId;
import be.livc.casefile.Subject;
import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.law.BasisKind;
import be.livc.signal.FileSignal;
import be.livc.signal.Filed;
import be.livc.testing.ACell;
import be.livc.workflow.livcr.SignalFlow;
import be.livc.workflow.pivc.CandidateFlow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A prison of the test's own under a permission of the procureur, and how somebody comes on its list. */
public abstract class PrisonWorkTest extends WebTest {

    protected static final String SAID = "Zoekt de oude vrienden weer op";

    protected ACell prison;
    protected String coordinator;
    protected String direction;
    protected String psychosocial;

    @Autowired
    private BeanFactory beans;

    @BeforeEach
    void a_prison_with_a_permission() {
        prison = ACell.aCell().ofKind(CellKind.PIVC).foundedIn(beans);
        coordinator = person(prison, Capacity.COORDINATOR);
        direction = person(prison, Capacity.PRISON_DIRECTION);
        psychosocial = person(prison, Capacity.PSYCHOSOCIAL_SERVICE);
        record(prison, BasisKind.PROSECUTOR_PERMISSION, 50);
    }

    /** Somebody whom the psychosocial service names. */
    protected Filed candidate() {
        return prison.in(() -> bean(SignalFlow.class)
                .file(
                        as(prison, psychosocial),
                        new FileSignal(
                                new Subject("Haerinck", "Ruben", Optional.of(TODAY.minusYears(28)), List.of()),
                                "PARTNER",
                                List.of(new FileSignal.Fact(TODAY.minusDays(2), "FACT", "gesprek", SAID)),
                                "NORMAL",
                                false,
                                Optional.of("Nog niet"),
                                false,
                                Optional.empty())));
    }

    /** The case of somebody whom the direction admitted. */
    protected CaseId admitted() {
        Filed candidate = candidate();
        prison.in(() -> bean(CandidateFlow.class).checkBasis(as(prison, coordinator), candidate.id()));
        prison.in(() -> bean(CandidateFlow.class)
                .admit(as(prison, direction), candidate.id(), "PREVENT_TERRORISM", "Terugkeer voorbereiden"));
        return candidate.caseId();
    }
}
