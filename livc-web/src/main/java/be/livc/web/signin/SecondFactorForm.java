package be.livc.web.signin;

import be.livc.web.layout.Typed;

/**
 * What somebody sends who sets what is asked after their password.
 *
 * @param current the password they sign in with now
 * @param code what their device shows
 */
record SecondFactorForm(String current, String code) {

    SecondFactorForm {
        current = Typed.text(current);
        code = Typed.text(code);
    }

    static SecondFactorForm empty() {
        return new SecondFactorForm("", "");
    }

    /** Nothing of it in a log. */
    @Override
    public String toString() {
        return "SecondFactorForm";
    }
}
