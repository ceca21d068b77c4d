package be.livc.web.embargo;

import be.livc.access.ObjectType;
import be.livc.casefile.LayEmbargo;
import be.livc.platform.Refusal;
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

    LayEmbargo command() {
        String[] parts = what.split(":", 2);
        ObjectType type = Typed.code(ObjectType.class, parts[0]).orElseThrow(() -> Refusal.invalid("what", "required"));
        return on(type, Typed.id(parts[parts.length - 1]).orElseThrow(() -> Refusal.invalid("what", "required")));
    }

    LayEmbargo on(ObjectType type, UUID object) {
        return new LayEmbargo(
                type,
                object,
                Typed.some(reference),
                Typed.date(reviewDate).orElseThrow(() -> Refusal.invalid("reviewDate", "required")));
    }
}
