package be.livc.web.api;

import be.livc.access.Why;
import be.livc.casefile.CaseId;
import be.livc.signal.Assess;
import be.livc.signal.SignalView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A signal as the caller sees it; {@code joinedCase} only for whoever sees that case. */
record SignalBody(
        UUID id,
        String number,
        String state,
        Instant filedAt,
        UUID filedBy,
        String filedByName,
        ReporterView reporter,
        @Nullable SubjectView subject,
        List<FactView> facts,
        String urgency,
        InformedView subjectInformed,
        boolean containsSecret,
        @Nullable String ground,
        List<AssessmentView> assessments,
        @Nullable UUID joinedCase,
        List<WhyView> access)
        implements SignalCalls.SignalAnswer {

    /** Who noticed it: PARTNER, ANONYMOUS or CITIZEN. */
    record ReporterView(String kind) {}

    /** Whether the person knows of the signal, or why not. */
    record InformedView(boolean informed, @Nullable String reason) {}

    /** One thing that was noticed. */
    record FactView(LocalDate date, String kind, String source, String text, List<Why> why) {}

    /** How one assessor weighed it. */
    record AssessmentView(
            UUID assessor,
            String assessorName,
            String capacity,
            boolean joint,
            Assess.Outcome outcome,
            @Nullable String referral,
            Map<String, Assess.Answer> criteria,
            String reason,
            Instant at) {}

    static SignalBody of(SignalView signal) {
        return new SignalBody(
                signal.id().value(),
                signal.number(),
                signal.state(),
                signal.filedAt(),
                signal.filedBy().value(),
                signal.filedByName(),
                new ReporterView(signal.reporter()),
                signal.subject().map(SubjectView::of).orElse(null),
                signal.facts().stream().map(SignalBody::fact).toList(),
                signal.urgency(),
                new InformedView(
                        signal.subjectInformed(), signal.notInformedReason().orElse(null)),
                signal.secretGround().isPresent(),
                signal.secretGround().orElse(null),
                signal.assessments().stream().map(SignalBody::assessment).toList(),
                signal.joined().map(CaseId::value).orElse(null),
                WhyView.of(signal.access()));
    }

    private static FactView fact(SignalView.FactView fact) {
        return new FactView(fact.date(), fact.kind(), fact.source(), fact.text(), fact.why());
    }

    private static AssessmentView assessment(SignalView.AssessmentView one) {
        return new AssessmentView(
                one.assessor().value(),
                one.assessorName(),
                one.capacity(),
                one.joint(),
                one.outcome(),
                one.referral().orElse(null),
                one.criteria(),
                one.reason(),
                one.at());
    }
}
