package be.livc.signal;

import be.livc.access.Why;
import be.livc.casefile.CaseId;
import be.livc.casefile.Subject;
import be.livc.cell.MandateId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A signal as one reader sees it.
 *
 * @param state code of the state that its process is in
 * @param subject empty when the reader does not see who it is about
 * @param assessments the weighings that the reader sees
 * @param joined the case that it was added to, or that it reopened, for who sees that case
 * @param erasure what was said about erasing it or keeping it longer, for who sees that; the oldest first
 * @param cameOfIt the case that came of it, its own or the joined one, for who sees it
 * @param access why the reader sees it
 */
public record SignalView(
        SignalId id,
        CaseId caseId,
        String number,
        String state,
        Instant filedAt,
        MandateId filedBy,
        String filedByName,
        String reporter,
        Optional<Subject> subject,
        List<FactView> facts,
        String urgency,
        boolean subjectInformed,
        Optional<String> notInformedReason,
        Optional<String> secretGround,
        List<AssessmentView> assessments,
        List<ErasureView> erasure,
        Optional<CaseId> joined,
        Optional<CaseId> cameOfIt,
        List<Why> access) {

    /** One thing that was noticed. */
    public record FactView(LocalDate date, String kind, String source, String text, List<Why> why) {}

    /** One weighing. */
    public record AssessmentView(
            MandateId assessor,
            String assessorName,
            String capacity,
            boolean joint,
            Assess.Outcome outcome,
            Optional<String> referral,
            Map<String, Assess.Answer> criteria,
            String reason,
            Instant at) {}

    /**
     * What somebody said when it was proposed to erase it, or decided to keep it longer.
     *
     * @param code why, as the rights of data subjects have it
     */
    public record ErasureView(String code, String byName, Instant at, String text) {}
}
