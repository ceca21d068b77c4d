package be.livc.web.followup;

import be.livc.casefile.FollowUps.Stage;
import java.util.Arrays;

/** The stages as addresses name them. */
enum StageTab {
    LATE("te-laat", Stage.LATE, "bad"),
    THIS_WEEK("deze-week", Stage.THIS_WEEK, "warn"),
    WAITING("wacht", Stage.WAITING, "info"),
    DONE("klaar", Stage.DONE, "good");

    private final String slug;
    private final Stage stage;
    private final String tone;

    StageTab(String slug, Stage stage, String tone) {
        this.slug = slug;
        this.stage = stage;
        this.tone = tone;
    }

    /** The stage of this name in an address; any other name means what is late. */
    static StageTab of(String slug) {
        return Arrays.stream(values())
                .filter(tab -> tab.slug.equals(slug))
                .findFirst()
                .orElse(LATE);
    }

    /** Its name in an address. */
    public String slug() {
        return slug;
    }

    /** What it shows. */
    public Stage stage() {
        return stage;
    }

    /** The colour of its column. */
    public String tone() {
        return tone;
    }
}
