package be.livc.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.EmbargoBook;
import be.livc.access.EmergencyAccess;
import be.livc.access.EmergencyReason;
import be.livc.access.ObjectType;
import be.livc.access.WhoSees;
import be.livc.cell.Actor;
import be.livc.platform.Belgium;
import be.livc.platform.Ids;
import be.livc.testing.Refused;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A case opened for hours in an emergency: for whom, and that the DPO always learns of it. */
class EmergencyAccessTest extends OversightTestBase {

    @Autowired
    WhoSees whoSees;

    @Autowired
    EmergencyAccess emergencies;

    @Autowired
    EmbargoBook embargoes;

    @Test
    void emergency_access_opens_a_case_for_hours_and_always_lands_with_the_dpo() {
        aCase(file);
        UUID disclosure = Ids.next();
        cell.transact(() -> entitlements.protect(
                ObjectType.DISCLOSURE, disclosure, Optional.of(file), Optional.of(file), Optional.empty()));
        assertThat(sees(els, file)).isFalse();

        take(els, file, 4);

        assertThat(sees(els, file)).isTrue();
        assertThat(sees(els, disclosure)).isFalse();
        assertThat(open()).extracting(Finding::rule).containsExactly(ReviewRule.EMERGENCY);
        assertThat(cell.in(() -> emergencies.taken(dpo, 10)))
                .containsExactly(new EmergencyAccess.Taken(
                        file, els.mandate(), EmergencyReason.MISSING_PERSON, NOON, NOON.plus(Duration.ofHours(4))));
        assertThat(cell.in(() -> emergencies.taken(an, 10))).isEmpty();
        clock.advance(Duration.ofHours(4));
        endExpired();
        assertThat(sees(els, file)).isFalse();
    }

    @Test
    void it_lasts_its_own_hours_to_the_minute_and_the_longest_of_two_counts() {
        aCase(file);
        UUID other = Ids.next();
        aCase(other);
        take(els, file, 1);
        take(els, other, 1);
        take(els, other, 2);

        clock.advance(Duration.ofMinutes(59));
        endExpired();
        assertThat(sees(els, file)).isTrue();

        clock.advance(Duration.ofMinutes(1));
        endExpired();
        assertThat(sees(els, file)).isFalse();
        assertThat(sees(els, other)).isTrue();
    }

    @Test
    void it_opens_nothing_under_an_embargo() {
        aCase(file);
        cell.transact(() -> embargoes.lay(
                Ids.next(),
                file,
                an.mandate(),
                LocalDate.ofInstant(clock.instant(), Belgium.TIME).plusDays(9),
                false));

        take(els, file, 2);

        assertThat(sees(els, file)).isFalse();
    }

    @Test
    void emergency_access_is_for_those_who_take_part_on_a_case_that_is_there_and_for_one_to_four_hours() {
        aCase(file);
        UUID piece = Ids.next();
        cell.transact(() ->
                entitlements.protect(ObjectType.FACT, piece, Optional.of(file), Optional.of(file), Optional.empty()));

        for (int hours : new int[] {0, 5}) {
            assertThatThrownBy(() -> take(els, file, hours)).satisfies(Refused.only("out-of-range", "hours"));
        }
        assertThatThrownBy(() -> take(dpo, file, 2)).hasMessage("not-found");
        assertThatThrownBy(() -> take(els, Ids.next(), 2)).hasMessage("not-found");
        assertThatThrownBy(() -> take(els, piece, 2)).hasMessage("not-found");

        assertThat(cell.in(() -> emergencies.taken(dpo, 10))).isEmpty();
        for (int hours : new int[] {1, 4}) {
            take(els, file, hours);
        }
        assertThat(cell.in(() -> emergencies.taken(dpo, 10))).hasSize(2);
    }

    private void aCase(UUID id) {
        cell.transact(
                () -> entitlements.protect(ObjectType.CASE, id, Optional.of(id), Optional.empty(), Optional.empty()));
    }

    private boolean sees(Actor who, UUID object) {
        return cell.in(() -> whoSees.sees(who, object));
    }

    private void endExpired() {
        cell.in(() -> {
            emergencies.endExpired();
            return true;
        });
    }

    private void take(Actor who, UUID caseId, int hours) {
        cell.in(() -> {
            emergencies.take(who, caseId, EmergencyReason.MISSING_PERSON, hours);
            return true;
        });
    }
}
