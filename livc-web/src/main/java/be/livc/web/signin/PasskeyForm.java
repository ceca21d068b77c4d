package be.livc.web.signin;

import be.livc.web.layout.Typed;

/**
 * What somebody sends who adds a passkey.
 *
 * @param name what they call it
 * @param current the password they sign in with now
 */
record PasskeyForm(String name, String current) {

    PasskeyForm {
        name = Typed.text(name);
        current = Typed.text(current);
    }

    static PasskeyForm empty() {
        return new PasskeyForm("", "");
    }

    /** Nothing of it in a log. */
    @Override
    public String toString() {
        return "PasskeyForm";
    }
}
