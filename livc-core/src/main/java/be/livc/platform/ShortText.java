package be.livc.platform;

/**
 * Texts that lists, titles, letters and mails show as a whole, and so how many characters they may have. What people tell, and
 * reasons, are no short texts.
 */
public enum ShortText {

    /** What stands on one line: a name, a title, a place. */
    LINE(200, "line-too-long"),

    /** What takes a sentence at most: a goal, a reference, a source, how somebody is reached. */
    SENTENCE(500, "sentence-too-long");

    private final int longest;
    private final String tooLong;

    ShortText(int longest, String tooLong) {
        this.longest = longest;
        this.tooLong = tooLong;
    }

    /**
     * Passes when something was typed that is short enough.
     *
     * @throws Refusal invalid {@code required}, {@code line-too-long} or {@code sentence-too-long}, for the field
     */
    public void require(String field, String typed) {
        Refusal.requireText(field, typed);
        requireShort(field, typed);
    }

    /**
     * Passes when what was typed is short enough, or nothing was.
     *
     * @throws Refusal invalid {@code line-too-long} or {@code sentence-too-long}, for the field
     */
    public void requireShort(String field, String typed) {
        if (!fits(typed)) {
            throw Refusal.invalid(field, tooLong);
        }
    }

    /** Whether it is short enough. */
    public boolean fits(String typed) {
        return typed.strip().length() <= longest;
    }

    /** The code for one that is not. */
    public String tooLong() {
        return tooLong;
    }
}
