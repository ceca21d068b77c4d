package be.livc.workflow.livcr;

import java.util.List;

/** The steps of the process {@code livc-r-case} that acts complete, by their ids in the model. */
final class Step {

    static final String ASSESS_AS_COORDINATOR = "assessAsCoordinator";
    static final String ASSESS_AS_INFORMATION_OFFICER = "assessAsInformationOfficer";
    static final String ASSESS_JOINTLY = "assessJointly";
    static final String DECIDE_LISTING = "decideListing";
    static final String PLAN_CONSULTATION = "planConsultation";
    static final String CHECK_CONFLICT = "checkConflict";
    static final String REVIEW_EMBARGO = "reviewEmbargo";
    static final String OPEN_CONSULTATION = "openConsultation";
    static final String FOLLOW_PLAN = "followPlan";
    static final String FOLLOW_PROGRESS = "followProgress";
    static final String PROPOSE_REVIEW = "proposeReview";
    static final String REVIEW = "review";
    static final String KEEP = "keep";
    static final String DECIDE_ERASURE = "decideErasure";
    static final String CARRY_OUT_ERASURE = "carryOutErasure";

    /** Where a case that is closed waits for its end, proposed or decided as it may be: nothing is added to it any more. */
    static final List<String> KEPT = List.of(KEEP, DECIDE_ERASURE, CARRY_OUT_ERASURE);

    private Step() {}
}
