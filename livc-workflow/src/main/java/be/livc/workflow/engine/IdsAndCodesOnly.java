package be.livc.workflow.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.UUID;
import java.util.regex.Pattern;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;
import org.flowable.engine.delegate.event.AbstractFlowableEngineEventListener;
import org.flowable.variable.api.event.FlowableVariableEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keeps content out of the engine: a variable is an id, a code, a boolean, a whole number or a time, or it does not get
 * in. Its refusal names neither value nor variable, for the message of a failed job lands in a table.
 */
final class IdsAndCodesOnly extends AbstractFlowableEngineEventListener {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,40}");
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** Refuses what may not enter the engine with an {@link IllegalArgumentException}. */
    static void check(@Nullable Object value) {
        if (!isAllowed(value)) {
            throw new IllegalArgumentException(
                    "only ids, codes, booleans, whole numbers and times may enter the process engine");
        }
    }

    private static boolean isAllowed(@Nullable Object value) {
        if (value instanceof String text) {
            return CODE.matcher(text).matches() || ID.matcher(text).matches();
        }
        return value instanceof UUID
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Instant
                || value instanceof Date
                || value instanceof LocalDate;
    }

    @Override
    public void onEvent(FlowableEvent event) {
        check(event instanceof FlowableVariableEvent variable ? variable.getVariableValue() : null);
    }

    @Override
    public boolean isFailOnException() {
        return true;
    }
}
