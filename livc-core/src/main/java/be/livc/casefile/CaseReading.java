package be.livc.casefile;

import be.livc.access.Access;
import be.livc.access.Entitlements;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.casefile.CaseView.Piece;
import be.livc.cell.Actor;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.ledger.Action;
import be.livc.platform.Refusal;
import be.livc.vault.Vault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the view of a case for one reader: loads what is sealed and records the read in one transaction, opens after its
 * commit.
 */
@Component
class CaseReading {

    /** What the first step found; still sealed. */
    private record Loaded(
            CaseFile file,
            String phase,
            Sight sight,
            Map<CaseId, SealedSubject> subject,
            SealedTexts texts,
            Map<UUID, List<MandateId>> recipients,
            SealedPlan plan,
            Map<MandateId, Mandate> people,
            Limits limits) {}

    private final CaseFiles.CaseRows cases;
    private final PlanReading plans;
    private final SealedTexts.Source items;
    private final Subjects subjects;
    private final Phases phases;
    private final Access access;
    private final Entitlements entitlements;
    private final Mandates mandates;
    private final Limits.Source limits;
    private final Vault vault;
    private final TransactionTemplate transactions;

    CaseReading(
            CaseFiles.CaseRows cases,
            PlanReading plans,
            SealedTexts.Source items,
            Subjects subjects,
            Phases phases,
            Access access,
            Entitlements entitlements,
            Mandates mandates,
            Limits.Source limits,
            Vault vault,
            TransactionTemplate transactions) {
        this.cases = cases;
        this.plans = plans;
        this.items = items;
        this.subjects = subjects;
        this.phases = phases;
        this.access = access;
        this.entitlements = entitlements;
        this.mandates = mandates;
        this.limits = limits;
        this.vault = vault;
        this.transactions = transactions;
    }

    CaseView open(Actor reader, CaseId id, Action action) {
        return opened(transactions.execute(tx -> load(reader, id, action)));
    }

    private Loaded load(Actor reader, CaseId id, Action action) {
        String phase = phases.of(id).orElse("");
        if (Phases.GONE.contains(phase)) {
            throw access.denied(reader, ObjectType.CASE, id.value());
        }
        Sight sight = access.toRead(reader, ObjectType.CASE, id.value(), action);
        CaseFile file = cases.findById(id.value()).orElseThrow(Refusal::notFound);
        SealedTexts texts = items.of(id, sight);
        SealedPlan plan = plans.load(id, sight);
        return new Loaded(
                file,
                phase,
                sight,
                subjects.sealedOf(List.of(id)),
                texts,
                entitlements.recipientsOf(sight.all(ObjectType.DISCLOSURE)),
                plan,
                people(texts, plan),
                limits.of(file, reader));
    }

    private Map<MandateId, Mandate> people(SealedTexts texts, SealedPlan plan) {
        Set<MandateId> named = texts.contributors();
        plan.measures().forEach(measure -> named.add(measure.owner()));
        return mandates.findAll(named).stream().collect(Collectors.toMap(Mandate::id, mandate -> mandate));
    }

    private CaseView opened(Loaded loaded) {
        CaseFile file = loaded.file();
        Sight sight = loaded.sight();
        boolean seesCase = sight.sees(file.id().value());
        return new CaseView(
                file.id(),
                file.number(),
                loaded.phase(),
                loaded.limits().restrictions(sight.isSuspended(file.id().value())),
                Optional.ofNullable(subjects.open(loaded.subject(), sight).get(file.id())),
                file.openedOn(),
                file.purpose(),
                file.purposeText().filter(value -> seesCase).map(value -> vault.open(value, sight.grant())),
                file.nextReview(),
                file.closedOn(),
                file.closureGround(),
                file.retainUntil(),
                sight.why(file.id().value()),
                pieces(loaded),
                plans.open(loaded.plan(), sight, owner -> nameOf(loaded, owner)),
                sight.hasSuspended(),
                loaded.limits().holds());
    }

    private List<Piece> pieces(Loaded loaded) {
        return loaded.texts().open(vault, loaded.sight()).stream()
                .map(text -> new Piece(
                        text.id(),
                        text.type(),
                        text.at(),
                        text.day(),
                        text.by(),
                        nameOf(loaded, text.by()),
                        text.code(),
                        text.secret(),
                        text.text(),
                        text.detail(),
                        loaded.recipients().getOrDefault(text.id().value(), List.of()),
                        loaded.sight().why(text.id().value()),
                        text.agendaItem(),
                        text.about()))
                .toList();
    }

    private static String nameOf(Loaded loaded, MandateId id) {
        return Optional.ofNullable(loaded.people().get(id))
                .map(Mandate::nameWithPartner)
                .orElse("");
    }
}
