package be.livc.consultation;

import be.livc.cell.CodeLists;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.law.LegalBases;
import be.livc.law.ToDisclose;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who hears what is said at an item, and all else that the gate judges it by, at the moment when it is said. */
@Component
class Audience {

    private final Agenda agenda;
    private final Roll roll;
    private final Opening opening;
    private final LegalBases bases;
    private final Mandates mandates;
    private final CodeLists codeLists;
    private final Clock clock;

    Audience(
            Agenda agenda,
            Roll roll,
            Opening opening,
            LegalBases bases,
            Mandates mandates,
            CodeLists codeLists,
            Clock clock) {
        this.agenda = agenda;
        this.roll = roll;
        this.opening = opening;
        this.bases = bases;
        this.mandates = mandates;
        this.codeLists = codeLists;
        this.clock = clock;
    }

    /** Everything that the gate judges a disclosure by, as it is at this moment. */
    ToDisclose question(Consultation consultation, AgendaItem item, Meeting.Word word) {
        Instant now = clock.instant();
        List<Roll.Attendance> attendance = roll.attendance(List.of(item.id()));
        Set<MandateId> room = attendance.stream()
                .filter(Roll.Attendance::isPresent)
                .map(Roll.Attendance::mandate)
                .collect(Collectors.toSet());
        List<MandateId> hearing = Roll.mayHear(attendance);
        return new ToDisclose(
                Integer.toString(item.n()),
                bases.findAll(consultation.bases()),
                item.purpose(),
                consultation.state() == Consultation.State.OPEN,
                agenda.isUnderEmbargo(item),
                consultation.isUrgent(),
                opening.composition(agenda.discussed(consultation.id())),
                mandates.find(word.by()).orElseThrow(() -> Refusal.invalid("by", "unknown-mandate")),
                word.secret(),
                word.recipients().map(this::named).orElseGet(() -> acting(hearing, now)),
                room,
                Set.copyOf(hearing),
                codeLists.codesOf("known-regimes"),
                now);
    }

    private List<Mandate> named(List<MandateId> asked) {
        List<Mandate> found = mandates.findAll(asked);
        if (found.size() != new LinkedHashSet<>(asked).size()) {
            throw Refusal.invalid("recipients", "unknown-mandate");
        }
        return found;
    }

    /** Who hears what is said to everybody at an item now: present, signed, and with a mandate that runs. */
    List<Mandate> of(AgendaItem item) {
        return acting(roll.mayHear(item.id()), clock.instant());
    }

    private List<Mandate> acting(List<MandateId> hearing, Instant now) {
        return mandates.findAll(hearing).stream()
                .filter(mandate -> mandate.actsAt(now))
                .toList();
    }
}
