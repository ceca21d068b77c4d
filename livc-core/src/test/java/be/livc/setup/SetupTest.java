package be.livc.setup;

import static be.livc.testing.ACell.aCell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.cell.GiveMandate;
import be.livc.cell.Mandate;
import be.livc.platform.Refusal;
import be.livc.testing.ACell;
import be.livc.testing.MutableClock;
import be.livc.testing.OnTheTestDatabase;
import java.time.LocalDate;
import java.util.Optional;
import livc.program.CoreTestApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Who is let into which kind of cell. */
@SpringBootTest(classes = {CoreTestApplication.class, MutableClock.Parts.class})
class SetupTest implements OnTheTestDatabase {

    private static final String ADMINISTRATOR = "de beheerder";

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Setup setup;

    @Test
    void a_consultant_of_the_desk_has_a_mandate_in_the_desk() {
        ACell desk = foundedAs(CellKind.DESK);

        Mandate given = desk.in(() -> give(desk.actor(ADMINISTRATOR), Capacity.DESK));

        assertThat(given.capacity()).isEqualTo(Capacity.DESK);
    }

    @Test
    void the_desk_has_no_place_in_a_cell_with_cases() {
        for (CellKind kind : new CellKind[] {CellKind.LIVC_R, CellKind.PIVC}) {
            ACell cell = foundedAs(kind);
            assertThatThrownBy(() -> cell.in(() -> give(cell.actor(ADMINISTRATOR), Capacity.DESK)))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void nobody_takes_part_in_consultations_at_the_desk() {
        ACell desk = foundedAs(CellKind.DESK);

        for (Capacity capacity : Capacity.values()) {
            if (capacity.takesPart() && capacity != Capacity.LIAISON_OFFICER) {
                assertThatThrownBy(() -> desk.in(() -> give(desk.actor(ADMINISTRATOR), capacity)))
                        .as(capacity.name())
                        .isInstanceOf(Refusal.class);
            }
        }
    }

    @Test
    void a_cell_is_founded_for_a_purpose_that_cells_have() {
        assertThatThrownBy(() -> aCell().forPurpose("ZOMAAR").foundedIn(beans))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reasons())
                        .first()
                        .extracting(Refusal.Reason::code, Refusal.Reason::detail)
                        .containsExactly("unknown-code", "mainPurpose"));
    }

    @Test
    void a_liaison_officer_at_the_desk_is_a_contact_point_of_the_flemish_platform() {
        ACell desk = foundedAs(CellKind.DESK);

        Mandate given = desk.in(() -> give(desk.actor(ADMINISTRATOR), Capacity.LIAISON_OFFICER));

        assertThat(given.capacity()).isEqualTo(Capacity.LIAISON_OFFICER);
    }

    private ACell foundedAs(CellKind kind) {
        return aCell().ofKind(kind)
                .withMandate(ADMINISTRATOR, Capacity.ADMINISTRATOR)
                .foundedIn(beans);
    }

    private Mandate give(Actor by, Capacity capacity) {
        return setup.giveMandate(
                by,
                new GiveMandate(
                        Optional.empty(),
                        "Marijke Thys",
                        by.partner(),
                        capacity,
                        LocalDate.of(2024, 1, 1),
                        Optional.empty(),
                        Optional.empty()));
    }
}
