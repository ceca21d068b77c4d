package be.livc.web.embargo;

import be.livc.access.ObjectType;
import be.livc.casefile.LayEmbargo;
import be.livc.platform.ShortText;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import java.util.UUID;

/**
 * What the form to lay an embargo sends.
 *
 * @param number of the case, where the form does not stand on a case already
 * @param what the type and the id of what is hidden, with a colon between them
 */
record EmbargoForm(String number, String what, String reference, String reviewDate) {

    EmbargoForm {
        number = Typed.text(number);
        what = Typed.text(what);
        reference = Typed.text(reference);
        reviewDate = Typed.text(reviewDate);
    }

    static EmbargoForm empty(String what) {
        return new EmbargoForm("", what, "", "");
    }

    static String whatOf(ObjectType type, UUID id) {
        return type + ":" + id;
    }

    /** An embargo on what was chosen on the page of a case. */
    LayEmbargo command() {
        String[] parts = what.split(":", 2);
        Reading reading = new Reading();
        ObjectType type = reading.code("what", parts[0], ObjectType.class);
        return on(type, reading.id("what", parts[parts.length - 1]), reading);
    }

    /** An embargo on this, whatever was chosen. */
    LayEmbargo on(ObjectType type, UUID object) {
        return on(type, object, new Reading());
    }

    private LayEmbargo on(ObjectType type, UUID object, Reading reading) {
        LayEmbargo asked = new LayEmbargo(type, object, Typed.some(reference), reading.day("reviewDate", reviewDate));
        reading.text("reference", reference, ShortText.SENTENCE);
        reading.check();
        return asked;
    }
}
