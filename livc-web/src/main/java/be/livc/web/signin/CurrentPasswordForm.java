package be.livc.web.signin;

import be.livc.web.layout.Typed;

/**
 * What somebody sends who is asked for their password alone, before something of their own changes.
 *
 * @param current the password they sign in with now
 */
record CurrentPasswordForm(String current) {

    CurrentPasswordForm {
        current = Typed.text(current);
    }

    static CurrentPasswordForm empty() {
        return new CurrentPasswordForm("");
    }

    /** Nothing of it in a log. */
    @Override
    public String toString() {
        return "CurrentPasswordForm";
    }
}
