package be.livc.web.pivc;

import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.cell.CellKind;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasis;
import be.livc.platform.Refusal;
import be.livc.web.casefile.Person;
import be.livc.web.choices.Choices;
import be.livc.workflow.pivc.ReleaseFlow;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What a PIVC watches: how long its permission lasts, and who leaves prison when. */
@Controller
class ReleasesController {

    /** Within so many days the end of a permission is told as a warning. */
    private static final long SOON = 60;

    /**
     * A permission that holds now.
     *
     * @param left how many days come before it ends, 0 on its last one, as the case tells it; null without an end
     */
    record Permission(String reference, @Nullable Long left, @Nullable String until) {}

    /** A case by its release. */
    record Row(
            CaseId id,
            String number,
            String phase,
            Optional<Person> person,
            @Nullable LocalDate release,
            boolean frozen) {}

    private final ReleaseFlow releases;
    private final LegalBases bases;
    private final Choices choices;
    private final Clock clock;

    ReleasesController(ReleaseFlow releases, LegalBases bases, Choices choices, Clock clock) {
        this.releases = releases;
        this.bases = bases;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping("/pivc")
    String list(Actor actor, Locale locale, Model model) {
        if (actor.cellKind() != CellKind.PIVC) {
            throw Refusal.notFound();
        }
        LocalDate today = LocalDate.now(clock);
        List<Permission> permissions = bases.countingIn(actor.cellKind()).stream()
                .filter(basis -> basis.isValidOn(today))
                .map(basis -> permission(basis, today, locale))
                .toList();
        model.addAttribute("permissions", permissions);
        model.addAttribute(
                "endsSoon",
                !permissions.isEmpty()
                        && permissions.stream().allMatch(one -> one.left() != null && one.left() <= SOON));
        model.addAttribute(
                "expected",
                releases.expected(actor).stream()
                        .map(one -> new Row(
                                one.row().id(),
                                one.row().number(),
                                one.row().phase(),
                                one.row().subject().map(subject -> Person.of(subject, today)),
                                one.detention().releaseOn().orElse(null),
                                one.detention().isFrozen()))
                        .toList());
        return "pivc/list";
    }

    private Permission permission(LegalBasis basis, LocalDate today, Locale locale) {
        return new Permission(
                basis.reference(),
                basis.validTo().map(end -> ChronoUnit.DAYS.between(today, end)).orElse(null),
                basis.validTo().map(end -> choices.date(end, locale)).orElse(null));
    }
}
