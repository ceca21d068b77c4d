package be.livc.web.consultation;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Who is waited for though their mandate has ended. They stay among those who effectively took part (Constitutional Court
 * 52/2021), so the program tells it and goes on waiting.
 */
@Component
class EndedMandates {

    private final Mandates mandates;
    private final Clock clock;

    EndedMandates(Mandates mandates, Clock clock) {
        this.mandates = mandates;
        this.clock = clock;
    }

    /** Those among them, each with the day on which their mandate ended; for who follows up, and nobody for anyone else. */
    Map<MandateId, LocalDate> among(Collection<MandateId> awaited, Actor reader) {
        Map<MandateId, LocalDate> ended = new HashMap<>();
        if (Act.DRAW_UP_SHEET.isFor(reader.capacity())) {
            mandates.findAll(awaited).forEach(mandate -> mandate.endedOn(clock.instant())
                    .ifPresent(day -> ended.put(mandate.id(), day)));
        }
        return ended;
    }
}
