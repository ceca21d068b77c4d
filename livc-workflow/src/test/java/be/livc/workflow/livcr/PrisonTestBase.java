package be.livc.workflow.livcr;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.casefile.CaseId;
import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.consultation.ConflictCheck;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.PlanConsultation;
import be.livc.law.BasisKind;
import be.livc.law.LegalBasis;
import be.livc.law.RecordBasis;
import be.livc.signal.Filed;
import be.livc.testing.ACell;
import be.livc.workflow.pivc.CandidateFlow;
import be.livc.workflow.pivc.ReleaseFlow;
import be.livc.workflow.transfer.TransferFlow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A PIVC with its people, and how somebody becomes a case of it. */
abstract class PrisonTestBase extends CaseTest {

    static final String DIRECTION = "de directie";
    static final String PSYCHOSOCIAL = "de psychosociale dienst";
    static final String PROSECUTOR = "het parket";
    static final String EMPLOYMENT = "de VDAB";

    @Autowired
    CandidateFlow candidates;

    @Autowired
    ReleaseFlow releases;

    @Autowired
    TransferFlow transfers;

    @AfterEach
    void put_the_clock_right() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    /** Its permission names neither the VDAB nor any other service from outside. */
    static ACell.Builder aPrison(LocalDate lastDay) {
        return ACell.aCell()
                .ofKind(CellKind.PIVC)
                .withMandate(COORDINATOR, Capacity.COORDINATOR, "PRISON")
                .withMandate(DIRECTION, Capacity.PRISON_DIRECTION)
                .withMandate(PSYCHOSOCIAL, Capacity.PSYCHOSOCIAL_SERVICE)
                .withMandate(PROSECUTOR, Capacity.PROSECUTOR)
                .withMandate(EMPLOYMENT, Capacity.MEMBER, "VDAB")
                .withBasis(new RecordBasis(
                        BasisKind.PROSECUTOR_PERMISSION,
                        "Toestemming voor deze test",
                        List.of("PREVENT_TERRORISM"),
                        Optional.empty(),
                        "Alleen de genoemde diensten",
                        List.of("PRISON", "PSD", "PARKET"),
                        LocalDate.now(ZoneOffset.UTC).minusYears(1),
                        Optional.of(lastDay)));
    }

    static RecordBasis aBasis(BasisKind kind, String purpose) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return new RecordBasis(
                kind,
                "Een andere grondslag voor deze test",
                List.of(purpose),
                Optional.empty(),
                "Alleen de genoemde diensten",
                List.of("PRISON", "PSD", "PARKET"),
                today.minusYears(1),
                Optional.of(today.plusYears(1)));
    }

    Filed aCandidate() {
        return in(() -> signalFlow.file(as(PSYCHOSOCIAL), aSignalAbout("Karim", "Desmet")));
    }

    CaseId anAdmittedCase() {
        Filed candidate = aCandidate();
        assertThat(in(() -> candidates.checkBasis(as(COORDINATOR), candidate.id())))
                .isTrue();
        in(() -> candidates.admit(as(DIRECTION), candidate.id(), "PREVENT_TERRORISM", "Terugkeer voorbereiden"));
        return candidate.caseId();
    }

    String phase(CaseId id) {
        return seenBy(COORDINATOR, id).phase();
    }

    ConsultationId aPlannedMeeting() {
        return in(() -> consultations.plan(
                as(COORDINATOR),
                new PlanConsultation(
                        LocalDate.now(clock),
                        Optional.empty(),
                        "Vergaderzaal",
                        bases.all().stream().map(LegalBasis::id).toList(),
                        mandate(DIRECTION),
                        false)));
    }

    static ConflictCheck noConflict() {
        return new ConflictCheck(ConflictCheck.Outcome.CLEAR, Optional.empty(), Optional.empty());
    }
}
