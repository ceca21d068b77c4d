package be.livc.platform;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes new ids: UUID version 7 (RFC 9562), so that rows of one time lie together in an index. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new id; its first 48 bits are the milliseconds since 1970, the rest is random. */
    public static UUID next() {
        long time = System.currentTimeMillis();
        long high = (time << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
