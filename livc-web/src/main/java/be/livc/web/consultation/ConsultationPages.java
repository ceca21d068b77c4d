package be.livc.web.consultation;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.MandatoryFunctions;
import be.livc.consultation.ConsultationId;
import be.livc.consultation.ConsultationReading;
import be.livc.consultation.ConsultationView;
import be.livc.consultation.ConsultationView.Item;
import be.livc.law.LegalBases;
import be.livc.platform.Refusal;
import be.livc.web.choices.Choices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Opens a consultation for a reader and lays beside it what its screens need. */
@Component
class ConsultationPages {

    private final ConsultationReading reading;
    private final LegalBases bases;
    private final MandatoryFunctions functions;
    private final Choices choices;
    private final Reasons reasons;
    private final Clock clock;

    ConsultationPages(
            ConsultationReading reading,
            LegalBases bases,
            MandatoryFunctions functions,
            Choices choices,
            Reasons reasons,
            Clock clock) {
        this.reading = reading;
        this.bases = bases;
        this.functions = functions;
        this.choices = choices;
        this.reasons = reasons;
        this.clock = clock;
    }

    /** As this reader sees it; the read is recorded. */
    ConsultationPage open(Actor reader, ConsultationId id, Locale locale) {
        return page(reader, reading.open(reader, id), locale);
    }

    /** The same to be printed, which is recorded as such. */
    ConsultationPage print(Actor reader, ConsultationId id, Locale locale) {
        return page(reader, reading.print(reader, id), locale);
    }

    /** What stands in the way of opening, with the items called by their place on the agenda, as the screens do. */
    private static List<Refusal.Reason> byPlace(ConsultationView view) {
        return view.missing().stream()
                .map(reason -> reason.code().equals("conflict-check-pending")
                        ? new Refusal.Reason(reason.code(), place(view, reason.detail()))
                        : reason)
                .toList();
    }

    private static String place(ConsultationView view, String n) {
        return view.items().stream()
                .filter(item -> Integer.toString(item.n()).equals(n))
                .findFirst()
                .map(item -> Integer.toString(item.place()))
                .orElse(n);
    }

    private ConsultationPage page(Actor reader, ConsultationView view, Locale locale) {
        Map<String, String> kinds = choices.labels("basis-kinds", locale);
        // What is missing is told to who may open; without it, nothing would seem to be.
        int needed = Act.OPEN_CONSULTATION.isFor(reader.capacity())
                ? functions.on(view.date()).size()
                : 0;
        long absent = view.missing().stream()
                .filter(reason -> reason.code().equals("quorum-missing"))
                .count();
        return new ConsultationPage(
                view,
                bases.findAll(view.bases()).stream()
                        .map(basis -> new ConsultationPage.Basis(
                                basis.reference(),
                                kinds.getOrDefault(basis.kind().name(), ""),
                                choices.validity(basis, locale),
                                basis.validTo(),
                                basis.isValidOn(view.date()),
                                basis.isValidAt(clock.instant())))
                        .toList(),
                choices.labels("purposes", locale),
                Seat.of(view),
                reasons.texts(byPlace(view), locale),
                needed,
                (int) (needed - absent),
                reader.mandate(),
                Act.RECORD_ATTENDANCE.isFor(reader.capacity()),
                LocalDate.now(clock));
    }

    /** The item at this place, as far as the reader sees it. */
    static Item item(ConsultationView view, int n) {
        return view.items().stream()
                .filter(item -> item.n() == n && !item.suspended())
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** The items that can be talked about. */
    static List<Item> discussed(ConsultationView view) {
        return view.items().stream()
                .filter(item -> !item.suspended() && !item.conflict().equals("EMBARGO"))
                .toList();
    }
}
