package be.livc.platform;

/**
 * Where a request came from, already made pseudonymous by the door it came in through: keyed hashes, never an address or
 * a browser's name in clear.
 *
 * @param address keyed hash of the network address
 * @param userAgent keyed hash of the user agent
 */
public record RequestSource(String address, String userAgent) {

    /** The program itself: a timer, a migration, the seeding of the demo. */
    public static final RequestSource PROGRAM = new RequestSource("program", "program");
}
