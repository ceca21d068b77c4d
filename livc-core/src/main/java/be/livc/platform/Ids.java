package be.livc.platform;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /**
     * Ids as PostgreSQL writes an array of them, for a parameter {@code ?::uuid[]}: the driver turns an array object into the
     * same text, but looks at every character.
     */
    public static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
