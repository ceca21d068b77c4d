package be.livc.web.signal;

import be.livc.access.Act;
import be.livc.casefile.CaseId;
import be.livc.casefile.Subject;
import be.livc.casefile.Subjects;
import be.livc.cell.Actor;
import be.livc.cell.CellKind;
import be.livc.rights.Erasures;
import be.livc.signal.SignalState;
import be.livc.signal.SignalView;
import be.livc.vault.NameSearch;
import be.livc.web.casefile.Person;
import be.livc.web.casefile.Whys;
import be.livc.web.choices.Choices;
import be.livc.web.search.Hits;
import be.livc.workflow.decision.Advice;
import be.livc.workflow.decision.AnsweredCriteria;
import be.livc.workflow.decision.DecisionTables;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts a signal in the model of a page, in the words of its reader. */
@Component
class SignalPages {

    /** One thing that was noticed. */
    record Fact(LocalDate date, String kind, String source, String text, String why) {}

    private static final List<String> UNDECIDED =
            List.of(SignalState.SIGNAL.name(), SignalState.ASSESSMENT.name(), SignalState.RETAINED.name());

    private final Subjects subjects;
    private final Hits hits;
    private final Choices choices;
    private final DecisionTables tables;
    private final Whys whys;
    private final Erasures erasures;
    private final Clock clock;

    SignalPages(
            Subjects subjects,
            Hits hits,
            Choices choices,
            DecisionTables tables,
            Whys whys,
            Erasures erasures,
            Clock clock) {
        this.subjects = subjects;
        this.hits = hits;
        this.choices = choices;
        this.tables = tables;
        this.whys = whys;
        this.erasures = erasures;
        this.clock = clock;
    }

    /** What every page about a signal shows of it. */
    void show(SignalView signal, Actor actor, Locale locale, Model model) {
        model.addAttribute("signal", signal);
        model.addAttribute("person", signal.subject().map(this::person).orElse(null));
        model.addAttribute("facts", facts(signal, locale));
        model.addAttribute("why", whys.text(signal.access(), locale));
        model.addAttribute("reporters", choices.labels("reporter-kinds", locale));
        model.addAttribute("urgencies", choices.labels("urgencies", locale));
        model.addAttribute("grounds", choices.labels("secret-grounds", locale));
        model.addAttribute("criteria", choices.labels("assessment-criteria", locale));
        model.addAttribute("advice", advice(signal, locale).map(Advice::name).orElse(null));
        model.addAttribute("referrals", choices.labels("referral-kinds", locale));
        model.addAttribute("kept", Erasures.KEPT);
        model.addAttribute("keptUntil", keptUntil(signal).orElse(null));
        model.addAttribute("mayDecide", mayDecide(signal, actor));
        model.addAttribute("candidateStep", candidateStep(signal, actor).orElse(null));
        model.addAttribute("caseHref", caseHref(signal).orElse(null));
    }

    /** The last day of a signal that is kept longer, for who sees that it is. */
    private Optional<LocalDate> keptUntil(SignalView signal) {
        return signal.erasure().stream()
                .filter(said -> said.code().equals(Erasures.KEPT))
                .findFirst()
                .flatMap(said -> erasures.keptUntil(signal.caseId()));
    }

    /** What the table advises, for who sees an assessment of a signal that is not decided on. */
    private Optional<Advice> advice(SignalView signal, Locale locale) {
        if (signal.assessments().isEmpty() || !UNDECIDED.contains(signal.state())) {
            return Optional.empty();
        }
        return Optional.of(tables.advise(AnsweredCriteria.of(
                signal, choices.labels("assessment-criteria", locale).keySet())));
    }

    private Person person(Subject subject) {
        return Person.of(subject, LocalDate.now(clock));
    }

    private List<Fact> facts(SignalView signal, Locale locale) {
        var kinds = choices.labels("fact-kinds", locale);
        return signal.facts().stream()
                .map(fact -> new Fact(
                        fact.date(),
                        kinds.getOrDefault(fact.kind(), fact.kind()),
                        fact.source(),
                        fact.text(),
                        whys.text(fact.why(), locale)))
                .toList();
    }

    static boolean mayDecide(SignalView signal, Actor actor) {
        return !isInPrison(actor)
                && signal.state().equals(SignalState.RETAINED.name())
                && Act.LIST.isFor(actor.capacity());
    }

    /** A signal of a PIVC names a candidate: who weighs it there, and on what, is another matter. */
    static boolean isInPrison(Actor actor) {
        return actor.cellKind() == CellKind.PIVC;
    }

    /** What this person does on a candidate now, as the end of a message key. */
    private static Optional<String> candidateStep(SignalView signal, Actor actor) {
        if (!isInPrison(actor)) {
            return Optional.empty();
        }
        if (signal.state().equals(SignalState.SIGNAL.name()) && Act.CHECK_BASIS.isFor(actor.capacity())) {
            return Optional.of("check");
        }
        return signal.state().equals(SignalState.RETAINED.name()) && Act.LIST.isFor(actor.capacity())
                ? Optional.of("decide")
                : Optional.empty();
    }

    /** The case that came of it, for those who see it. */
    private static Optional<String> caseHref(SignalView signal) {
        return signal.cameOfIt().map(caseId -> "/dossiers/" + caseId);
    }

    /**
     * Others of the same or a like name, and others born on the same day, for who weighs the signal while it can still be
     * joined to their case. Each search stands in the ledger.
     */
    List<Hits.Hit> possibleDuplicates(SignalView signal, Actor actor) {
        boolean undecided = UNDECIDED.contains(signal.state());
        if (!undecided || signal.subject().isEmpty() || !Act.ASSESS.isFor(actor.capacity())) {
            return List.of();
        }
        Subject subject = signal.subject().get();
        Map<CaseId, Subjects.Found> found = new LinkedHashMap<>();
        if (!subject.name().isBlank()) {
            NameSearch.Query alike = new NameSearch.Query(Optional.of(subject.name()), subject.birthDate());
            subjects.find(actor, alike, actor.purpose()).forEach(one -> found.put(one.caseId(), one));
        }
        if (subject.birthDate().isPresent()) {
            NameSearch.Query bornThatDay = new NameSearch.Query(Optional.empty(), subject.birthDate());
            Hits.byBirthDate(subjects.find(actor, bornThatDay, actor.purpose()))
                    .forEach(one -> found.putIfAbsent(one.caseId(), one));
        }
        found.remove(signal.caseId());
        return hits.of(List.copyOf(found.values()));
    }
}
