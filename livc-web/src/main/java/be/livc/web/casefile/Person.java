package be.livc.web.casefile;

import be.livc.casefile.Subject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody that a signal or case is about, as screens name them ({@code casefile/person}).
 *
 * @param age in whole years today, or null where the birth date is not known
 */
public record Person(
        String name, @Nullable LocalDate birthDate, @Nullable Integer age, boolean minor, List<String> aliases) {

    /** The subject as of today. */
    public static Person of(Subject subject, LocalDate today) {
        return new Person(
                subject.name(),
                subject.birthDate().orElse(null),
                subject.ageOn(today).orElse(null),
                subject.isMinorOn(today),
                subject.aliases());
    }

    /** Name and age, on one line. */
    public String nameAndAge() {
        return age == null ? name : name + " (" + age + ")";
    }

    @Override
    public String toString() {
        return "•••";
    }
}
