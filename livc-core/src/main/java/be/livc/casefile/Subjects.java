package be.livc.casefile;

import be.livc.access.Access;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.cell.Actor;
import be.livc.platform.Adding;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.vault.NameSearch;
import be.livc.vault.Sealed;
import be.livc.vault.SearchRecord;
import be.livc.vault.Vault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Who signals and cases are about: kept sealed, found by name, shown to whom it was disclosed. */
@Component
public class Subjects {

    /**
     * A person found by name.
     *
     * @param caseId the case or signal that is about them
     * @param score how alike, from 0 to 1
     */
    public record Found(CaseId caseId, Subject subject, double score) {}

    private static final int MOST_HITS = 50;

    private final IdentityRows rows;
    private final Vault vault;
    private final NameSearch search;
    private final Access access;
    private final Entitlements entitlements;
    private final Contents contents;
    private final TransactionTemplate transactions;

    Subjects(
            IdentityRows rows,
            Vault vault,
            NameSearch search,
            Access access,
            Entitlements entitlements,
            Contents contents,
            TransactionTemplate transactions) {
        this.rows = rows;
        this.vault = vault;
        this.search = search;
        this.access = access;
        this.entitlements = entitlements;
        this.contents = contents;
        this.transactions = transactions;
    }

    /**
     * Keeps who a new signal is about, under the new key of its case, and makes them findable.
     *
     * @return the id under which access knows this piece of information
     */
    public UUID keep(CaseId caseId, Subject subject, Optional<UUID> parent, Grant grant) {
        UUID id = Ids.next();
        rows.add(new Identity(
                id,
                caseId,
                vault.seal(contents.text(subject), Identity.place(CurrentCell.require(), caseId, id), grant)));
        entitlements.protect(ObjectType.SUBJECT, id, Optional.of(caseId.value()), parent, Optional.empty());
        search.remember(
                caseId.value(),
                id,
                new SearchRecord(
                        List.of(subject.familyName(), subject.givenNames()), subject.aliases(), subject.birthDate()),
                grant);
        return id;
    }

    /** The ids under which access knows who these cases are about. */
    public Map<CaseId, UUID> idsOf(Collection<CaseId> cases) {
        return rows.findAllByCaseIdIn(cases.stream().map(CaseId::value).toList()).stream()
                .collect(Collectors.toMap(Identity::caseId, Identity::id));
    }

    /** The sealed identities of these cases, to be opened with {@link #open} once the grant is committed. */
    public Map<CaseId, SealedSubject> sealedOf(Collection<CaseId> cases) {
        return rows.findAllByCaseIdIn(cases.stream().map(CaseId::value).toList()).stream()
                .collect(Collectors.toMap(
                        Identity::caseId, identity -> new SealedSubject(identity.id(), identity.person())));
    }

    /** Opens those that the reader sees. */
    public Map<CaseId, Subject> open(Map<CaseId, SealedSubject> sealed, Sight sight) {
        Map<CaseId, Sealed> seen = new HashMap<>();
        sealed.forEach((id, subject) -> {
            if (sight.sees(subject.id())) {
                seen.put(id, subject.person());
            }
        });
        Map<CaseId, Subject> opened = new HashMap<>();
        vault.openAll(seen, sight.grant()).forEach((id, text) -> opened.put(id, contents.value(text, Subject.class)));
        return opened;
    }

    /**
     * Finds people by name and birth date, among those that this reader sees. Whoever sees nobody finds nobody. Opens its
     * own transactions: one that records the search, one that records what is shown.
     *
     * @param purpose code of the purpose of the search
     */
    public List<Found> find(Actor reader, NameSearch.Query query, String purpose) {
        Grant toSearch = transactions.execute(tx -> access.toSearch(reader, purpose));
        List<NameSearch.Hit> hits = search.find(query, toSearch, MOST_HITS);
        if (hits.isEmpty()) {
            return List.of();
        }
        List<CaseId> cases = hits.stream().map(hit -> new CaseId(hit.record())).toList();
        record Shown(Map<CaseId, SealedSubject> sealed, Sight sight) {}
        Shown shown = transactions.execute(tx -> {
            Map<CaseId, SealedSubject> sealed = sealedOf(cases);
            return new Shown(
                    sealed,
                    access.toList(
                            reader,
                            "search-hits",
                            sealed.values().stream().map(SealedSubject::id).toList()));
        });
        Map<CaseId, Subject> subjects = open(shown.sealed(), shown.sight());
        List<Found> found = new ArrayList<>();
        for (NameSearch.Hit hit : hits) {
            CaseId caseId = new CaseId(hit.record());
            Optional.ofNullable(subjects.get(caseId))
                    .ifPresent(subject -> found.add(new Found(caseId, subject, hit.score())));
        }
        return found;
    }

    /** The rows behind it. */
    interface IdentityRows extends Repository<Identity, UUID>, Adding<Identity> {
        List<Identity> findAllByCaseIdIn(Collection<UUID> cases);
    }
}
