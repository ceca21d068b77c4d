package be.livc.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, until a test puts it back or forward. */
final class SettableClock extends Clock {

    private volatile Duration offset = Duration.ZERO;

    void goBack(Duration by) {
        offset = offset.minus(by);
    }

    void setRight() {
        offset = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the ledger knows UTC only");
    }
}
