package be.livc.web.signal;

import be.livc.platform.Refusal;
import be.livc.signal.Assess;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the form to weigh a signal holds, as it was sent.
 *
 * @param criteria the answers by the code of the criterion; those that were not answered are left out
 */
record AssessForm(Map<String, String> criteria, String outcome, String referral, String reason) {

    static final AssessForm EMPTY = new AssessForm(Map.of(), "", "", "");

    AssessForm {
        criteria = criteria == null ? Map.of() : new LinkedHashMap<>(criteria);
        outcome = Typed.text(outcome);
        referral = Typed.text(referral);
        reason = Typed.text(reason);
    }

    /** Every field that is missing. */
    List<Refusal.Reason> problems() {
        Reading reading = new Reading();
        reading.atLeastOne("criteria", answers().keySet());
        reading.unless(Typed.code(Assess.Outcome.class, outcome).isPresent(), "outcome", "required");
        if (outcome.equals(Assess.Outcome.REFERRED.name())) {
            reading.present("referral", referral);
        }
        reading.present("reason", reason);
        return reading.problems();
    }

    private Map<String, Assess.Answer> answers() {
        Map<String, Assess.Answer> answers = new LinkedHashMap<>();
        criteria.forEach(
                (code, answer) -> Typed.code(Assess.Answer.class, answer).ifPresent(read -> answers.put(code, read)));
        return answers;
    }

    /** The command; call it only without {@link #problems}. */
    Assess command() {
        Assess.Outcome concluded = Assess.Outcome.valueOf(outcome);
        return new Assess(
                answers(),
                concluded,
                reason,
                concluded == Assess.Outcome.REFERRED ? Typed.some(referral) : Optional.empty());
    }
}
