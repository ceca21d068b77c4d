package be.livc.web.admin;

import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.cell.Mandate;
import be.livc.cell.Mandates;
import be.livc.cell.MandatoryFunctions;
import be.livc.cell.Partners;
import be.livc.law.LegalBases;
import be.livc.platform.Belgium;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a new cell does before its first consultation, in the order in which one thing needs the other. */
@Component
public class FirstSteps {

    /**
     * One of them.
     *
     * @param code what its texts are found by
     * @param href where it is done
     * @param lacking the functions for which it is still to do, where it is done for one after the other
     */
    record Step(String code, boolean done, String href, List<Capacity> lacking) {}

    private final Partners partners;
    private final Mandates mandates;
    private final MandatoryFunctions functions;
    private final LegalBases bases;
    private final Clock clock;

    FirstSteps(Partners partners, Mandates mandates, MandatoryFunctions functions, LegalBases bases, Clock clock) {
        this.partners = partners;
        this.mandates = mandates;
        this.functions = functions;
        this.bases = bases;
        this.clock = clock;
    }

    /** Whether the bound cell still has steps to take. */
    public boolean remain(CellKind kind) {
        return !of(kind).isEmpty();
    }

    /** The steps of the bound cell; none once all are taken, and none for the desk, which holds no consultations. */
    List<Step> of(CellKind kind) {
        if (kind == CellKind.DESK) {
            return List.of();
        }
        Instant now = clock.instant();
        Set<Capacity> mandatory = functions.on(LocalDate.ofInstant(now, Belgium.TIME));
        List<Mandate> all = mandates.all();
        List<Step> steps = new ArrayList<>();
        // The first run makes the cell itself its first partner.
        steps.add(new Step("PARTNERS", partners.all().size() > 1, "/beheer#name", List.of()));
        steps.add(step("MANDATES", "/beheer#person", mandatory.stream(), filling(all, mandate -> mandate.runsAt(now))));
        steps.add(step(
                "CLEARANCES",
                "/beheer/machtigingen",
                mandatory.stream().filter(Capacity::needsClearance),
                filling(all, mandate -> mandate.countsForQuorumAt(now))));
        String form = kind == CellKind.PIVC ? "/beheer/grondslagen/toestemming" : "/beheer/grondslagen/nieuw";
        steps.add(new Step("BASIS", bases.all().stream().anyMatch(basis -> basis.isValidAt(now)), form, List.of()));
        return steps.stream().allMatch(Step::done) ? List.of() : steps;
    }

    private static Set<Capacity> filling(List<Mandate> all, Predicate<Mandate> filled) {
        return all.stream().filter(filled).map(Mandate::capacity).collect(Collectors.toSet());
    }

    /** A step for each of these functions: done for those that somebody fills. */
    private static Step step(String code, String href, Stream<Capacity> mandatory, Set<Capacity> filled) {
        List<Capacity> lacking = mandatory
                .filter(function -> !filled.contains(function))
                .sorted()
                .toList();
        return new Step(code, lacking.isEmpty(), href, lacking);
    }
}
