package be.livc.access;

import be.livc.cell.Actor;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** What nobody may write: a use case that hands out what opens content, and says nothing of it. For the wall's own test. */
public final class Careless {

    private final Clock clock;

    /** Made by nobody. */
    public Careless(Clock clock) {
        this.clock = clock;
    }

    /** Hands out a grant without an entry. */
    public Grant showsWithoutAWord(Actor reader, UUID row) {
        return Grant.toRead(reader, Set.of(row), clock);
    }
}
