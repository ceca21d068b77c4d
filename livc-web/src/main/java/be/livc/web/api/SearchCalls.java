package be.livc.web.api;

import be.livc.casefile.CaseId;
import be.livc.casefile.Subjects;
import be.livc.cell.Actor;
import be.livc.vault.NameSearch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Search by name; names are never in a URL. */
@RestController
@RequestMapping("/api/v1/search")
@Tag(name = "Search")
class SearchCalls {

    /** Asks for somebody. */
    record Asked(@Nullable String name, @Nullable String birthDate, @Nullable String purpose) {}

    /** Somebody found; {@code caseId} is null for a signal that is not on the case list. */
    record HitView(@Nullable UUID caseId, @Nullable String number, SubjectView subject, double score) {}

    /** Everyone found, among those that the caller sees. */
    record HitsView(List<HitView> hits) {}

    private final Subjects subjects;
    private final CaseNames caseNames;
    private final Purposes purposes;

    SearchCalls(Subjects subjects, CaseNames caseNames, Purposes purposes) {
        this.subjects = subjects;
        this.caseNames = caseNames;
        this.purposes = purposes;
    }

    @PostMapping
    @Operation(summary = "Find people among those the caller sees; finding none and seeing none answer the same")
    HitsView find(Actor actor, @RequestBody Asked asked) {
        Fields fields = new Fields();
        Optional<String> name = Fields.maybe(asked.name());
        Optional<LocalDate> birthDate = fields.maybeDay("birthDate", asked.birthDate());
        if (name.isEmpty() && birthDate.isEmpty()) {
            fields.wrong("name", "required");
        }
        fields.check();
        String purpose = purposes.of(actor, null, asked.purpose()).code();
        List<Subjects.Found> found = subjects.find(actor, new NameSearch.Query(name, birthDate), purpose);
        Map<CaseId, String> numbers =
                caseNames.of(found.stream().map(Subjects.Found::caseId).toList());
        return new HitsView(found.stream()
                .map(one -> new HitView(
                        numbers.containsKey(one.caseId()) ? one.caseId().value() : null,
                        numbers.get(one.caseId()),
                        SubjectView.of(one.subject()),
                        one.score()))
                .toList());
    }
}
