package be.livc.platform;

import java.time.ZoneId;

/** Where the cells are: days begin and end, and terms run out, by the clocks there. */
public final class Belgium {

    /** The time in all of Belgium, summer time included. */
    public static final ZoneId TIME = ZoneId.of("Europe/Brussels");

    private Belgium() {}
}
