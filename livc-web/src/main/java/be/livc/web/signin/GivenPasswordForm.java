package be.livc.web.signin;

import be.livc.web.layout.Typed;

/**
 * What an administrator sends who gives somebody another password.
 *
 * @param chosen the password until its person chooses their own
 * @param again the same once more, since nobody sees what they type
 */
record GivenPasswordForm(String chosen, String again) {

    GivenPasswordForm {
        chosen = Typed.text(chosen);
        again = Typed.text(again);
    }

    static GivenPasswordForm empty() {
        return new GivenPasswordForm("", "");
    }

    /** Nothing of it in a log. */
    @Override
    public String toString() {
        return "GivenPasswordForm";
    }
}
