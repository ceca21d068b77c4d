package be.livc.rights;

import be.livc.access.Entitlements;
import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.ledger.Entry;
import be.livc.ledger.LedgerBook;
import be.livc.ledger.LedgerEntryView;
import be.livc.ledger.LedgerFilter;
import be.livc.ledger.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Reads out of the ledger who came to know something in a case: who opened it, to whom it was told, before whom a list put it.
 * Whoever reads a consultation on the case counts only where they were invited to it, or see it by their capacity: others see
 * other items of it.
 */
@Component
class Trail {

    /** Who sees every item of a consultation by their capacity. */
    private static final Set<String> SEE_ALL_ITEMS =
            Set.of("COORDINATOR", "MAYOR", "PRISON_DIRECTION", "INFORMATION_OFFICER");

    /** One act by which somebody came to know something. */
    record Step(UUID recipient, HowReceived how, Optional<MandateId> person, Instant at) {}

    private final LedgerBook book;
    private final Entitlements entitlements;
    private final Mandates mandates;

    Trail(LedgerBook book, Entitlements entitlements, Mandates mandates) {
        this.book = book;
        this.entitlements = entitlements;
        this.mandates = mandates;
    }

    /** The steps in the order of their times. */
    List<Step> of(CaseId caseId) {
        Map<UUID, UUID> partners = mandates.all().stream()
                .collect(Collectors.toMap(
                        mandate -> mandate.id().value(),
                        mandate -> mandate.partner().id().value()));
        List<Step> steps = new ArrayList<>();
        Set<UUID> concerned = new HashSet<>();
        each(LedgerFilter.all().inCase(caseId.value()), (view, entry) -> {
            concerned.addAll(entry.recipients());
            steps.addAll(steps(view.time(), entry, partners));
        });
        for (UUID consultation : entitlements.consultationsOn(caseId.value())) {
            each(LedgerFilter.all().on(consultation.toString()), (view, entry) -> {
                boolean sawIt = SEE_ALL_ITEMS.contains(entry.actor().role())
                        || entry.actor().mandate().filter(concerned::contains).isPresent();
                if (sawIt) {
                    steps.addAll(byActor(view.time(), entry));
                }
            });
        }
        for (LedgerEntryView view : book.listsThatShowed(caseId.value())) {
            view.entry().ifPresent(entry -> actor(view.time(), entry, HowReceived.LISTED)
                    .ifPresent(steps::add));
        }
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }

    /** Whose acts or presence the steps are. */
    static Set<MandateId> people(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.person().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void each(LedgerFilter filter, BiConsumer<LedgerEntryView, Entry> taker) {
        book.each(filter, view -> view.entry()
                .filter(entry -> entry.result() == Result.OK && !isAboutARequest(entry))
                .ifPresent(entry -> taker.accept(view, entry)));
    }

    /** Drawing this report up tells nobody anything about the data subject. */
    private static boolean isAboutARequest(Entry entry) {
        return entry.object().type().equals(ObjectType.SUBJECT_REQUEST.code());
    }

    private static List<Step> steps(Instant at, Entry entry, Map<UUID, UUID> partners) {
        return switch (entry.action()) {
            case DISCLOSE, DECIDE, EXPORT -> {
                List<Step> told = new ArrayList<>(toRecipients(at, entry, HowReceived.TOLD, partners));
                told.addAll(byActor(at, entry));
                yield told;
            }
            case INVITE -> toRecipients(at, entry, HowReceived.INVITED, partners);
            case ATTEND, SIGN ->
                entry.why().filter("arrived"::equals).isPresent()
                        ? toRecipients(at, entry, HowReceived.PRESENT, partners)
                        : List.of();
            case TRANSFER -> toOtherCell(at, entry);
            default -> byActor(at, entry);
        };
    }

    private static List<Step> byActor(Instant at, Entry entry) {
        Optional<HowReceived> how =
                switch (entry.action()) {
                    case READ -> Optional.of(HowReceived.READ);
                    case PRINT, EXPORT -> Optional.of(HowReceived.TAKEN);
                    case EMERGENCY -> Optional.of(HowReceived.EMERGENCY);
                    default -> Optional.empty();
                };
        return how.flatMap(way -> actor(at, entry, way)).stream().toList();
    }

    /** The program itself acts for no partner: what it does tells nobody anything. */
    private static Optional<Step> actor(Instant at, Entry entry, HowReceived how) {
        return entry.actor()
                .partner()
                .map(partner -> new Step(partner, how, entry.actor().mandate().map(MandateId::new), at));
    }

    private static List<Step> toRecipients(Instant at, Entry entry, HowReceived how, Map<UUID, UUID> partners) {
        return entry.recipients().stream()
                .filter(partners::containsKey)
                .map(mandate -> new Step(
                        Objects.requireNonNull(partners.get(mandate)), how, Optional.of(new MandateId(mandate)), at))
                .toList();
    }

    /** What the other cell was only offered it cannot open yet. */
    private static List<Step> toOtherCell(Instant at, Entry entry) {
        return entry
                .link()
                .filter(other -> entry.why().filter("left"::equals).isPresent())
                .map(other -> new Step(other.cell().value(), HowReceived.TRANSFERRED, Optional.empty(), at))
                .stream()
                .toList();
    }
}
