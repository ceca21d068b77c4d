package be.livc.web.demo;

import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.cell.UserId;
import be.livc.platform.CellId;
import be.livc.platform.RequestSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people of a founded demo cell, by the keys that the stories call them. */
final class Cast {

    private final CellId cell;
    private final Mandates mandates;
    private final Map<String, MandateId> mandateOf = new HashMap<>();
    private final Map<String, UserId> accountOf = new HashMap<>();

    Cast(CellId cell, Mandates mandates) {
        this.cell = cell;
        this.mandates = mandates;
    }

    void joins(String key, MandateId mandate) {
        mandateOf.put(key, mandate);
    }

    void signsIn(String key, UserId account) {
        accountOf.put(key, account);
    }

    boolean signsIn(String key) {
        return accountOf.containsKey(key);
    }

    MandateId mandate(String key) {
        return known(mandateOf, key);
    }

    /** As at a request: made afresh from the mandate that runs now. */
    Actor actor(String key) {
        return mandates.actor(known(accountOf, key), cell, RequestSource.PROGRAM)
                .orElseThrow(() -> new IllegalStateException(key + " has no mandate that runs"));
    }

    private static <T> T known(Map<String, T> ids, String key) {
        @Nullable T id = ids.get(key);
        if (id == null) {
            throw new IllegalArgumentException("the demo has nobody called " + key + " for this");
        }
        return id;
    }
}
