package be.livc.web.signin;

import be.livc.web.layout.Typed;

/**
 * What somebody sends who wants another password.
 *
 * @param current the one that they sign in with now
 * @param chosen the new one
 * @param again the new one once more, since nobody sees what they type
 */
record PasswordForm(String current, String chosen, String again) {

    PasswordForm {
        current = Typed.text(current);
        chosen = Typed.text(chosen);
        again = Typed.text(again);
    }

    static PasswordForm empty() {
        return new PasswordForm("", "", "");
    }

    /** Nothing of it in a log. */
    @Override
    public String toString() {
        return "PasswordForm";
    }
}
