package be.livc.casefile;

import be.livc.access.Access;
import be.livc.access.EmbargoBook;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.access.Why;
import be.livc.cell.Actor;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.law.LegalBasis;
import be.livc.ledger.Action;
import be.livc.ledger.Ledger;
import be.livc.ledger.Link;
import be.livc.platform.Belgium;
import be.livc.platform.Refusal;
import be.livc.vault.Sealed;
import be.livc.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What of a case can be handed over to another cell, how it leaves the one, and how it becomes a case of the other. */
@Component
public class HandingOver {

    /** An embargo hides a case from its own cell; it does not go to another. */
    private static final String UNDER_EMBARGO = "under-embargo";

    /**
     * One piece of information that its reader can hand over, opened. Never printed.
     *
     * @param called what its cell calls it, where that is not its type
     * @param occurredOn the day it is about; of a goal the day its plan comes back, of a measure the day it is due
     * @param by the person and the organisation that contributed it, or carry a measure out
     * @param code a code that goes with the type; of a goal its life domain, of a measure its state
     * @param purpose code of the purpose for which it was given
     * @param detail what belongs with it; of a goal its state
     * @param serves of a measure the goal that it serves
     * @param offer of a measure the code of the support offer that it calls upon
     */
    public record Part(
            UUID id,
            ObjectType type,
            Optional<String> called,
            Instant at,
            Optional<LocalDate> occurredOn,
            String by,
            Optional<String> code,
            boolean secret,
            String purpose,
            String text,
            Optional<String> detail,
            Optional<UUID> serves,
            Optional<String> offer) {

        /** The day it is about, or else the day it was recorded. */
        public LocalDate day() {
            return occurredOn.orElseGet(() -> at.atZone(Belgium.TIME).toLocalDate());
        }

        @Override
        public String toString() {
            return "•••";
        }
    }

    /**
     * A case, opened to be handed over: what its reader sees of it and nothing else.
     *
     * @param releaseOn in a PIVC when they are expected to leave, where that is known
     * @param parts the oldest first, then the goals of its plan and the measures
     */
    public record Opened(
            CaseId id,
            String number,
            String purpose,
            Optional<String> purposeText,
            Subject subject,
            Optional<LocalDate> releaseOn,
            List<Part> parts) {

        /** Keeps its own copy. */
        public Opened {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return "•••";
        }
    }

    /** What the first step found; still sealed. */
    private record Loaded(
            CaseFile file,
            Sight sight,
            Map<CaseId, SealedSubject> subject,
            List<CaseItem> items,
            SealedPlan plan,
            Map<MandateId, String> names) {}

    private final CaseFiles cases;
    private final CaseFiles.CaseRows rows;
    private final CaseItems items;
    private final PlanReading plans;
    private final PlanParts planParts;
    private final Subjects subjects;
    private final Detentions detentions;
    private final Mandates mandates;
    private final Cells cells;
    private final Access access;
    private final Entitlements entitlements;
    private final EmbargoBook embargoes;
    private final Ledger ledger;
    private final Vault vault;
    private final TransactionTemplate transactions;

    HandingOver(
            CaseFiles cases,
            CaseFiles.CaseRows rows,
            CaseItems items,
            PlanReading plans,
            PlanParts planParts,
            Subjects subjects,
            Detentions detentions,
            Mandates mandates,
            Cells cells,
            Access access,
            Entitlements entitlements,
            EmbargoBook embargoes,
            Ledger ledger,
            Vault vault,
            TransactionTemplate transactions) {
        this.cases = cases;
        this.rows = rows;
        this.items = items;
        this.plans = plans;
        this.planParts = planParts;
        this.subjects = subjects;
        this.detentions = detentions;
        this.mandates = mandates;
        this.cells = cells;
        this.access = access;
        this.entitlements = entitlements;
        this.embargoes = embargoes;
        this.ledger = ledger;
        this.vault = vault;
        this.transactions = transactions;
    }

    /**
     * Opens a case for somebody who is to hand it over, under a read that stands in the ledger. Nobody hands over what they
     * do not see.
     *
     * @throws Refusal not found, when the reader sees nothing of the case or not who it is about; {@code under-embargo}
     */
    public Opened open(Actor reader, CaseId id) {
        Loaded loaded = transactions.execute(tx -> load(reader, id));
        Sight sight = loaded.sight();
        Subject subject = Optional.ofNullable(
                        subjects.open(loaded.subject(), sight).get(id))
                .orElseThrow(Refusal::notFound);
        return new Opened(
                id,
                loaded.file().number(),
                loaded.file().purpose(),
                loaded.file()
                        .purposeText()
                        .filter(text -> sight.sees(id.value()))
                        .map(text -> vault.open(text, sight.grant())),
                subject,
                detentions.of(id).releaseOn(),
                parts(loaded));
    }

    private Loaded load(Actor reader, CaseId id) {
        Sight sight = access.toRead(reader, ObjectType.CASE, id.value());
        if (sight.isSuspended(id.value())) {
            throw Refusal.conflict(UNDER_EMBARGO);
        }
        CaseFile file = rows.findById(id.value()).orElseThrow(Refusal::notFound);
        List<CaseItem> seen = items.of(id).stream()
                .filter(item -> sight.sees(item.id().value()))
                .toList();
        SealedPlan plan = plans.load(id, sight);
        Set<MandateId> named = seen.stream().map(CaseItem::owner).collect(Collectors.toSet());
        plan.measures().forEach(measure -> named.add(measure.owner()));
        Map<MandateId, String> names = mandates.findAll(named).stream()
                .collect(Collectors.toMap(mandate -> mandate.id(), mandate -> mandate.nameWithPartner()));
        return new Loaded(file, sight, subjects.sealedOf(List.of(id)), seen, plan, names);
    }

    private List<Part> parts(Loaded loaded) {
        List<Sealed> sealed = new ArrayList<>();
        for (CaseItem item : loaded.items()) {
            sealed.add(item.text());
            item.detail().ifPresent(sealed::add);
        }
        Iterator<String> texts = vault.openAll(sealed, loaded.sight().grant()).iterator();
        CellKind here = cells.current().kind();
        List<Part> parts = new ArrayList<>();
        for (CaseItem item : loaded.items()) {
            String text = texts.next();
            parts.add(new Part(
                    item.id().value(),
                    item.type(),
                    item.called(here),
                    item.at(),
                    item.occurredOn(),
                    loaded.names().getOrDefault(item.owner(), ""),
                    item.code(),
                    item.isSecret(),
                    item.purpose(),
                    text,
                    item.detail().map(present -> texts.next()),
                    Optional.empty(),
                    Optional.empty()));
        }
        parts.addAll(planParts.open(loaded.plan(), loaded.file().purpose(), loaded.names(), loaded.sight()));
        return parts;
    }

    /**
     * What another cell gave, as it becomes a case here.
     *
     * @param purpose code of the purpose that the case serves here
     * @param from what the cell that gave it is called
     * @param origin the other half, in that cell's ledger
     */
    public record Arriving(
            CaseId id,
            Subject subject,
            String purpose,
            Optional<String> purposeText,
            List<Part> parts,
            String from,
            Link origin) {

        @Override
        public String toString() {
            return "•••";
        }
    }

    /**
     * Makes a case of what another cell gave. Its key is there already; each piece is sealed anew to its place, says from
     * whom it came, and is shown to the one who takes it over.
     *
     * @param bases what covers the one who takes it over, for each purpose that a piece was given for
     * @return the number of the case
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String arrive(Actor actor, Arriving arriving, Map<String, LegalBasis> bases, Grant grant) {
        TakingOver over = new TakingOver(actor, arriving, bases, grant);
        String number = cases.create(arriving.id(), arriving.purposeText(), arriving.purpose(), grant);
        subjects.keep(
                arriving.id(), arriving.subject(), Optional.of(arriving.id().value()), grant);
        Map<Boolean, List<Part>> parts = arriving.parts().stream().collect(Collectors.partitioningBy(PlanParts::isOne));
        for (Part part : parts.getOrDefault(false, List.of())) {
            CaseItems.Kept kept = items.add(asItem(over, part), grant);
            if (part.type() == ObjectType.DISCLOSURE) {
                entitlements.entitle(List.of(kept.id().value()), actor.mandate(), Why.RECIPIENT, over.basisFor(part));
            }
            ledger.append(
                    access.entry(actor, Action.CREATE, part.type(), kept.id().value())
                            .inCase(arriving.id().value())
                            .linkedTo(arriving.origin())
                            .binding(kept.commitment()));
        }
        planParts.arrive(over, parts.getOrDefault(true, List.of()));
        return number;
    }

    private static AddItem asItem(TakingOver over, Part part) {
        String origin = over.originOf(part);
        AddItem item = AddItem.of(over.caseId(), part.type(), over.by().mandate(), part.text(), part.purpose())
                .withDetail(part.detail().map(detail -> detail + " · " + origin).orElse(origin))
                .onDay(part.day())
                .secret(part.secret())
                .about(over.caseId().value());
        return part.code().map(item::withCode).orElse(item);
    }

    /**
     * Lets a case leave: its key is destroyed, and with it all its content here; what remains is its number. An embargo on something
     * in it ends, since the reference of that embargo is destroyed too.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leave(CaseId id, Grant grant) {
        vault.destroy(id.value(), grant);
        entitlements.forgetAll(id.value());
        embargoes.endAll(id.value());
    }
}
