package be.livc.web.consultation;

import be.livc.consultation.ConflictCheck;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the form of the conflict check sends. */
record ConflictForm(
        ConflictCheck.@Nullable Outcome outcome,
        @Nullable String reference,
        @Nullable LocalDate reviewDate,
        ConflictCheck.@Nullable Scope scope) {

    ConflictCheck command(ConflictCheck.Outcome found) {
        return new ConflictCheck(
                found,
                Optional.ofNullable(reference).map(String::strip).filter(text -> !text.isEmpty()),
                Optional.ofNullable(reviewDate),
                scope == null ? ConflictCheck.Scope.CASE : scope);
    }
}
