package be.livc.web.ledger;

import be.livc.web.layout.Typed;

/**
 * What the form sends of whoever takes access in an emergency.
 *
 * @param number of the case, as people write it
 * @param hours for how long, as chosen from a list
 */
record EmergencyForm(String number, String reason, String hours) {

    EmergencyForm {
        number = Typed.text(number);
        reason = Typed.text(reason);
        hours = Typed.text(hours);
    }
}
