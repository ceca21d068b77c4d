package be.livc.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.EmergencyAccess;
import be.livc.access.EmergencyReason;
import be.livc.access.ObjectType;
import be.livc.access.WhoSees;
import be.livc.cell.Actor;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.springframework.beans.factory.annotation.Autowired;

/** A case opened for hours in an emergency: for whom, and that the DPO always learns of it. */
class EmergencyAccessTest extends OversightTestBase {

    @Autowired
    WhoSees whoSees;

    @Autowired
    EmergencyAccess emergencies;

    @Test
    void emergency_access_opens_a_case_for_hours_and_always_lands_with_the_dpo() {
        cell.transact(() ->
                entitlements.protect(ObjectType.CASE, file, Optional.of(file), Optional.empty(), Optional.empty()));
        UUID disclosure = Ids.next();
        cell.transact(() -> entitlements.protect(
                ObjectType.DISCLOSURE, disclosure, Optional.of(file), Optional.of(file), Optional.empty()));
        assertThat(cell.in(() -> whoSees.sees(els, file))).isFalse();

        cell.in(() -> {
            emergencies.take(els, file, EmergencyReason.DANGER_TO_LIFE, 4);
            return true;
        });

        assertThat(cell.in(() -> whoSees.sees(els, file))).isTrue();
        assertThat(cell.in(() -> whoSees.sees(els, disclosure))).isFalse();
        assertThat(open()).extracting(Finding::rule).containsExactly(ReviewRule.EMERGENCY);
        assertThat(cell.in(() -> emergencies.taken(dpo, 10))).hasSize(1);
        assertThat(cell.in(() -> emergencies.taken(an, 10))).isEmpty();
        clock.advance(Duration.ofHours(4));
        cell.in(() -> {
            emergencies.endExpired();
            return true;
        });
        assertThat(cell.in(() -> whoSees.sees(els, file))).isFalse();
    }

    @Test
    void emergency_access_is_for_those_who_take_part_and_for_four_hours_at_most() {
        for (Executable forbidden : List.<Executable>of(
                () -> take(els, file, 2),
                () -> take(dpo, file, 2),
                () -> take(els, file, 5),
                () -> take(els, file, 0))) {
            assertThatThrownBy(forbidden::execute).isInstanceOf(Refusal.class);
        }
    }

    private void take(Actor who, UUID caseId, int hours) {
        cell.in(() -> {
            emergencies.take(who, caseId, EmergencyReason.MISSING_PERSON, hours);
            return true;
        });
    }
}
