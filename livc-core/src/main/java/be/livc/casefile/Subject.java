package be.livc.casefile;

import be.livc.platform.Faults;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * The person that a signal or case is about. Never printed: it has no place in a log.
 *
 * @param aliases other names the person is known by
 */
public record Subject(String familyName, String givenNames, Optional<LocalDate> birthDate, List<String> aliases) {

    private static final int OF_AGE = 18;

    /** Keeps its own copy of the aliases. */
    public Subject {
        aliases = List.copyOf(aliases);
    }

    /** Every field that is missing or wrong, named as under {@code subject.}; empty when it can be taken. */
    public List<Refusal.Reason> problems(LocalDate today) {
        boolean hasName = !familyName.isBlank() || !givenNames.isBlank() || !aliases.isEmpty();
        return new Faults()
                .unless(hasName, "subject.familyName", "required")
                .maybeText("subject.familyName", familyName, ShortText.LINE)
                .maybeText("subject.givenNames", givenNames, ShortText.LINE)
                .maybeText("subject.aliases", String.join(", ", aliases), ShortText.SENTENCE)
                .unless(birthDate.filter(date -> date.isAfter(today)).isEmpty(), "subject.birthDate", "in-the-future")
                .found();
    }

    /** Given names, then family name; an alias where there is neither. */
    public String name() {
        String name = (givenNames + " " + familyName).strip();
        return name.isEmpty() && !aliases.isEmpty() ? aliases.get(0) : name;
    }

    /** Age in whole years, where the birth date is known. */
    public Optional<Integer> ageOn(LocalDate day) {
        return birthDate.map(date -> Period.between(date, day).getYears());
    }

    /** Whether the person is known to be under eighteen: extra care, and first on an agenda. */
    public boolean isMinorOn(LocalDate day) {
        return ageOn(day).filter(age -> age < OF_AGE).isPresent();
    }

    @Override
    public String toString() {
        return "•••";
    }
}
