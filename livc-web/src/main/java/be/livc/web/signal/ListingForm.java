package be.livc.web.signal;

import be.livc.platform.Refusal;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import be.livc.workflow.livcr.ListingFlow.Decision;
import java.util.List;

/**
 * What the mayor's form holds, as it was sent.
 *
 * @param caseId the number of the case that the signal is added to or that it reopens
 */
record ListingForm(String decision, String purpose, String purposeText, String necessity, String caseId) {

    static ListingForm empty(String purpose) {
        return new ListingForm("", purpose, "", "", "");
    }

    ListingForm {
        decision = Typed.text(decision);
        purpose = Typed.text(purpose);
        purposeText = Typed.text(purposeText);
        necessity = Typed.text(necessity);
        caseId = Typed.text(caseId);
    }

    /** Every field that is missing. */
    List<Refusal.Reason> problems() {
        Reading reading = new Reading();
        reading.unless(Typed.code(Decision.class, decision).isPresent(), "decision", "required");
        if (is(Decision.LIST)) {
            reading.present("purpose", purpose);
        }
        if (joins()) {
            reading.present("caseId", caseId);
        }
        reading.present("necessity", necessity);
        return reading.problems();
    }

    /** Whether the signal becomes part of another case. */
    boolean joins() {
        return is(Decision.ADD_TO_CASE) || is(Decision.REOPEN);
    }

    boolean is(Decision asked) {
        return asked.name().equals(decision);
    }
}
