package be.livc.workflow.engine;

import org.flowable.bpmn.model.BaseElement;
import org.jspecify.annotations.Nullable;

/** The attributes that our models carry beside BPMN's own; a BPMN viewer passes over them. */
final class ModelMarks {

    /** The phase that a case is in once it has come here. */
    static final String PHASE = "phase";

    /** The phase that a case is in once this step is done. */
    static final String PHASE_AFTER = "phaseAfter";

    /** The name of the code without which this step cannot be done. */
    static final String DECIDES = "decides";

    /** The step of the decision tables that says whom this step waits for beside those the model names. */
    static final String ESCALATES = "escalates";

    /** On a step whose phase the case is in as long as it waits, whatever another way of the case comes to meanwhile. */
    static final String HOLDS = "holdsPhase";

    private static final String NAMESPACE = "https://livc.be/bpmn";

    private ModelMarks() {}

    /** The mark on an element, or null where it carries none. */
    static @Nullable String of(BaseElement element, String mark) {
        return element.getAttributeValue(NAMESPACE, mark);
    }
}
