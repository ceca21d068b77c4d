package be.livc.platform;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with what was typed in a form: told of every field at once, of each the first thing. */
public final class Faults {

    private final List<Refusal.Reason> found = new ArrayList<>();

    /** A text that must be there. */
    public Faults present(String field, String text) {
        return unless(!text.isBlank(), field, "required");
    }

    /** A text that must be there and be at most so many characters. */
    public Faults text(String field, String text, int longest) {
        return present(field, text).unless(text.length() <= longest, field, "too-long");
    }

    /** A short text that must be there. */
    public Faults text(String field, String text, ShortText how) {
        return present(field, text).maybeText(field, text, how);
    }

    /** A short text that may be left out. */
    public Faults maybeText(String field, String text, ShortText how) {
        return unless(how.fits(text), field, how.tooLong());
    }

    /** A code that must be one of these. */
    public Faults code(List<String> codes, String field, String code) {
        return unless(codes.contains(code), field, code.isBlank() ? "required" : "unknown-code");
    }

    /** Anything else that must hold; of a field that has a fault already nothing more is told. */
    public Faults unless(boolean holds, String field, String code) {
        if (!holds && !isAbout(field)) {
            found.add(new Refusal.Reason(code, field));
        }
        return this;
    }

    /** Whether this field has a fault. */
    public boolean isAbout(String field) {
        return found.stream().anyMatch(fault -> fault.detail().equals(field));
    }

    /** What was found in a part of the form by itself. */
    public Faults in(List<Refusal.Reason> part) {
        found.addAll(part);
        return this;
    }

    /** What is wrong; empty when nothing is. */
    public List<Refusal.Reason> found() {
        return List.copyOf(found);
    }

    /**
     * Ends with everything that is wrong; goes on when nothing is.
     *
     * @throws Refusal invalid, with every field
     */
    public void refuse() {
        Refusal.requireNone(found);
    }
}
