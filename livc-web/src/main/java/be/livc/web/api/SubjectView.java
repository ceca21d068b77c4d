package be.livc.web.api;

import be.livc.casefile.Subject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who a signal or case is about. */
record SubjectView(String familyName, String givenNames, @Nullable LocalDate birthDate, List<String> aliases) {

    static SubjectView of(Subject subject) {
        return new SubjectView(
                subject.familyName(), subject.givenNames(), subject.birthDate().orElse(null), subject.aliases());
    }

    @Override
    public String toString() {
        return "•••";
    }
}
