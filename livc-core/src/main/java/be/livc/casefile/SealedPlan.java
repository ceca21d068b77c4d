package be.livc.casefile;

import java.util.List;
import java.util.Optional;

/**
 * What a reader sees of a plan of action, loaded and still sealed.
 *
 * @param plan empty when there is none
 * @param goals as the reader heard them last; the coordinator hears every wording
 * @param measures those that the reader sees, in the order of the plan
 */
record SealedPlan(CaseId caseId, Optional<ActionPlan> plan, Optional<PlanGoals> goals, List<Measure> measures) {}
