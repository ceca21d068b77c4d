package be.livc.web.demo;

import be.livc.casefile.Subject;
import be.livc.signal.FileSignal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What somebody tells about a person: a signal in the making. From a partner, not urgent and told to the person as well,
 * until said otherwise.
 */
record Telling(
        Subject subject, String reporter, String urgency, Optional<String> notInformed, List<FileSignal.Fact> facts) {

    Telling {
        facts = List.copyOf(facts);
    }

    static Telling about(String givenNames, String familyName, LocalDate born) {
        Subject subject = new Subject(familyName, givenNames, Optional.of(born), List.of());
        return new Telling(subject, "PARTNER", "NORMAL", Optional.empty(), List.of());
    }

    Telling fact(LocalDate day, String source, String text) {
        return with(new FileSignal.Fact(day, "FACT", source, text));
    }

    Telling opinion(LocalDate day, String source, String text) {
        return with(new FileSignal.Fact(day, "OPINION", source, text));
    }

    Telling hearsay(LocalDate day, String source, String text) {
        return with(new FileSignal.Fact(day, "HEARSAY", source, text));
    }

    private Telling with(FileSignal.Fact fact) {
        List<FileSignal.Fact> more = new ArrayList<>(facts);
        more.add(fact);
        return new Telling(subject, reporter, urgency, notInformed, more);
    }

    Telling from(String otherReporter) {
        return new Telling(subject, otherReporter, urgency, notInformed, facts);
    }

    Telling urgent() {
        return new Telling(subject, reporter, "URGENT", notInformed, facts);
    }

    Telling notInformedBecause(String reason) {
        return new Telling(subject, reporter, urgency, Optional.of(reason), facts);
    }

    /** The last of the days that it tells of. */
    LocalDate lastDay() {
        return facts.stream()
                .map(FileSignal.Fact::date)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    FileSignal asSignal() {
        return new FileSignal(
                subject, reporter, facts, urgency, notInformed.isEmpty(), notInformed, false, Optional.empty());
    }
}
