package be.livc.law;

import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.platform.Refusal;
import be.livc.platform.Refusal.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The one gate of art. 458ter §1 Sw.: no consultation is convened or opened, nobody invited and nothing disclosed without a
 * basis that is valid at that moment, serves the purpose and covers each person.
 *
 * <p>Each question is answered with every reason that fails, not the first. Guarantees nothing about the order of acts or
 * about who may ask: that is the process's and access's.
 */
@Component
public class Gate {

    Gate() {}

    /** Whether a consultation can be convened on this day: one of its bases must be valid then. */
    public Verdict convene(Collection<LegalBasis> bases, LocalDate day) {
        if (bases.stream().anyMatch(basis -> basis.isValidOn(day))) {
            return new Verdict.Allowed(Covering.NOBODY);
        }
        return new Verdict.Refused(List.of(new Reason("no-valid-basis", day.toString())));
    }

    /**
     * Whether these people can be invited, or be told something, for this purpose.
     *
     * @param bases the bases that the consultation stands on
     * @param purpose a code of the list {@code purposes}
     * @param people who is to hear it, or to take part
     * @param at the moment that counts, by the server's clock
     * @return allowed, with the basis that covers each person; or every reason why not
     */
    public Verdict check(Collection<LegalBasis> bases, String purpose, Collection<Mandate> people, Instant at) {
        Map<MandateId, LegalBasis> covering = new HashMap<>();
        Set<Reason> reasons = new LinkedHashSet<>();
        List<LegalBasis> usable = usable(bases, purpose, at);
        if (usable.isEmpty()) {
            reasons.add(new Reason("no-valid-basis", purpose));
            bases.forEach(basis -> reasons.add(whyNot(basis, at)));
        }
        for (Mandate person : people) {
            List<Reason> personal = personal(person, at);
            reasons.addAll(personal);
            usable.stream()
                    .filter(basis -> basis.covers(person))
                    .findFirst()
                    .ifPresent(basis -> covering.put(person.id(), basis));
            if (!usable.isEmpty() && !covering.containsKey(person.id())) {
                reasons.add(about("not-covered-by-basis", person));
            }
        }
        return reasons.isEmpty()
                ? new Verdict.Allowed(new Covering(covering))
                : new Verdict.Refused(List.copyOf(reasons));
    }

    private static List<LegalBasis> usable(Collection<LegalBasis> bases, String purpose, Instant at) {
        return bases.stream()
                .filter(basis -> basis.isValidAt(at) && basis.serves(purpose))
                .toList();
    }

    private static Reason whyNot(LegalBasis basis, Instant at) {
        String code =
                switch (basis.validityAt(at)) {
                    case NOT_BEGUN -> "basis-not-begun";
                    case EXPIRED -> "basis-expired";
                    case WITHDRAWN -> "basis-withdrawn";
                    case VALID -> "basis-other-purpose";
                };
        return new Reason(code, basis.id().toString());
    }

    /** What stands in the way of a person whatever the basis says. */
    private static List<Reason> personal(Mandate person, Instant at) {
        List<Reason> reasons = new ArrayList<>();
        if (!person.runsAt(at)) {
            reasons.add(about("mandate-not-running", person));
        }
        if (person.isSuspendedAt(at)) {
            reasons.add(about("clearance-lapsed", person));
        }
        if (!person.capacity().takesPart()) {
            reasons.add(about("does-not-take-part", person));
        }
        return reasons;
    }

    private static Reason about(String code, Mandate person) {
        return new Reason(code, person.id().toString());
    }

    /** The same for an act that cannot go on without it; a conflict that holds every reason when it is refused. */
    public Covering require(Collection<LegalBasis> bases, String purpose, Collection<Mandate> people, Instant at) {
        return allowed(check(bases, purpose, people, at));
    }

    /** What a verdict allows; a {@link Refusal}, conflict, with every reason when it allows nothing. */
    public static Covering allowed(Verdict verdict) {
        if (verdict instanceof Verdict.Allowed allowed) {
            return allowed.covering();
        }
        throw Refusal.conflict(((Verdict.Refused) verdict).reasons());
    }

    /** Whether a consultation can be opened now. */
    public Verdict open(ToOpen asked) {
        Set<Reason> reasons = new LinkedHashSet<>();
        if (asked.items().isEmpty()) {
            reasons.add(new Reason("empty-agenda", asked.number()));
        }
        asked.items().stream()
                .filter(item -> !item.checked())
                .forEach(item -> reasons.add(new Reason("conflict-check-pending", Integer.toString(item.n()))));
        reasons.addAll(
                asked.urgent()
                        ? asked.composition().missingInDangerAt(asked.chair(), asked.at())
                        : asked.composition().missingAt(asked.at()));
        for (ToOpen.Item item : asked.items()) {
            if (check(asked.bases(), item.purpose(), item.coming(), asked.at()) instanceof Verdict.Refused refused) {
                reasons.addAll(refused.reasons());
            }
        }
        return reasons.isEmpty() ? new Verdict.Allowed(Covering.NOBODY) : new Verdict.Refused(List.copyOf(reasons));
    }

    /** Whether this can be told to these people now; the covering names the basis of the speaker and of each of them. */
    public Verdict disclose(ToDisclose asked) {
        Set<Reason> reasons = new LinkedHashSet<>();
        if (!asked.open()) {
            reasons.add(new Reason("not-open", asked.item()));
        }
        if (asked.underEmbargo()) {
            reasons.add(new Reason("under-embargo", asked.item()));
        }
        reasons.addAll(onlyTasks(asked.urgent(), asked.composition(), asked.at()));
        reasons.addAll(room(asked));
        Set<Mandate> everyone = new LinkedHashSet<>(asked.recipients());
        everyone.add(asked.speaker());
        Verdict covered = check(asked.bases(), asked.purpose(), everyone, asked.at());
        if (covered instanceof Verdict.Refused refused) {
            reasons.addAll(refused.reasons());
        }
        if (asked.secret() && !mayTellSecrets(asked)) {
            reasons.add(about("secret-regime-unknown", asked.speaker()));
        }
        return reasons.isEmpty() ? covered : new Verdict.Refused(List.copyOf(reasons));
    }

    /**
     * Whether something can be decided now in the presence of these people, who learn it by that; the covering names the basis
     * of each.
     */
    public Verdict decide(ToDecide asked) {
        Set<Reason> reasons = settling(asked);
        reasons.addAll(onlyTasks(asked.urgent(), asked.composition(), asked.at()));
        return settled(asked, reasons);
    }

    /** Whether these people can each be given a task now: that can wait for no composition. */
    public Verdict setTask(ToDecide asked) {
        return settled(asked, settling(asked));
    }

    private static Set<Reason> settling(ToDecide asked) {
        Set<Reason> reasons = new LinkedHashSet<>();
        if (!asked.open()) {
            reasons.add(new Reason("not-open", asked.item()));
        }
        if (asked.underEmbargo()) {
            reasons.add(new Reason("under-embargo", asked.item()));
        }
        return reasons;
    }

    private Verdict settled(ToDecide asked, Set<Reason> reasons) {
        Verdict covered = check(asked.bases(), asked.purpose(), asked.learning(), asked.at());
        if (covered instanceof Verdict.Refused refused) {
            reasons.addAll(refused.reasons());
        }
        return reasons.isEmpty() ? covered : new Verdict.Refused(List.copyOf(reasons));
    }

    /**
     * While a mandatory function lacks at a consultation that danger did not let wait, tasks are set and nothing else: art. 3
     * of the statute of 30-07-2018 knows no smaller cell, and ratifying later cures nothing.
     */
    private static List<Reason> onlyTasks(boolean urgent, Composition composition, Instant at) {
        List<Reason> reasons = new ArrayList<>(urgent ? composition.missingAt(at) : List.of());
        if (!reasons.isEmpty()) {
            reasons.add(new Reason("only-tasks", Integer.toString(reasons.size())));
        }
        return reasons;
    }

    private static List<Reason> room(ToDisclose asked) {
        List<Reason> reasons = new ArrayList<>();
        if (!asked.inTheRoom().contains(asked.speaker().id())) {
            reasons.add(about("speaker-not-present", asked.speaker()));
        }
        if (asked.recipients().isEmpty()) {
            reasons.add(new Reason("recipient-not-present", "recipients"));
        }
        asked.recipients().stream()
                .filter(person -> !asked.mayHear().contains(person.id()))
                .forEach(person -> reasons.add(about("recipient-not-present", person)));
        return reasons;
    }

    /** A secret under a regime that the cell does not know waits until a basis names its holder. */
    private static boolean mayTellSecrets(ToDisclose asked) {
        return asked.knownRegimes().contains(asked.speaker().partner().community())
                || usable(asked.bases(), asked.purpose(), asked.at()).stream()
                        .anyMatch(basis -> basis.names(asked.speaker()));
    }
}
