package be.livc.casefile;

import be.livc.access.Access;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Searching;
import be.livc.access.Sight;
import be.livc.cell.Actor;
import be.livc.naming.Difference;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import be.livc.vault.NameSearch;
import be.livc.vault.Place;
import be.livc.vault.Sealed;
import be.livc.vault.SearchRecord;
import be.livc.vault.Vault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
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
     * @param why in what ways the name differs from what was asked
     */
    public record Found(CaseId caseId, Subject subject, double score, Set<Difference> why) {}

    private static final int MOST_HITS = 50;

    private final JdbcTemplate jdbc;
    private final Vault vault;
    private final NameSearch search;
    private final Access access;
    private final Searching searching;
    private final Entitlements entitlements;
    private final Contents contents;
    private final CaseAges ages;
    private final TransactionTemplate transactions;

    Subjects(
            JdbcTemplate jdbc,
            Vault vault,
            NameSearch search,
            Access access,
            Searching searching,
            Entitlements entitlements,
            Contents contents,
            CaseAges ages,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.search = search;
        this.access = access;
        this.searching = searching;
        this.entitlements = entitlements;
        this.contents = contents;
        this.ages = ages;
        this.transactions = transactions;
    }

    /**
     * Keeps who a new signal is about, under the new key of its case, and makes them findable.
     *
     * @return the id under which access knows this piece of information
     */
    public UUID keep(CaseId caseId, Subject subject, Optional<UUID> parent, Grant grant) {
        UUID id = Ids.next();
        jdbc.update(
                "insert into identity (cell_id, id, case_id, person_sealed) values (?, ?, ?, ?)",
                CurrentCell.require().value(),
                id,
                caseId.value(),
                vault.seal(contents.text(subject), place(caseId, id), grant).toColumn());
        entitlements.protect(ObjectType.SUBJECT, id, Optional.of(caseId.value()), parent, Optional.empty());
        search.remember(
                caseId.value(),
                id,
                new SearchRecord(
                        List.of(subject.familyName(), subject.givenNames()), subject.aliases(), subject.birthDate()),
                grant);
        ages.note(caseId, subject);
        return id;
    }

    /** The ids under which access knows who these cases are about. */
    public Map<CaseId, UUID> idsOf(Collection<CaseId> cases) {
        return sealedOf(cases).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue()
                .id()));
    }

    /** The id under which access knows whom this case is about; empty while nobody is kept for it. */
    public Optional<UUID> idOf(CaseId id) {
        return Optional.ofNullable(idsOf(List.of(id)).get(id));
    }

    /** The sealed identities of these cases, to be opened with {@link #open} once the grant is committed. */
    public Map<CaseId, SealedSubject> sealedOf(Collection<CaseId> cases) {
        Map<CaseId, SealedSubject> found = new HashMap<>();
        jdbc.query(
                "select case_id, id, person_sealed from identity where cell_id = ? and case_id = any (?)",
                row -> {
                    CaseId caseId = new CaseId(row.getObject("case_id", UUID.class));
                    found.put(caseId, sealed(caseId, row.getObject("id", UUID.class), row.getBytes("person_sealed")));
                },
                CurrentCell.require().value(),
                cases.stream().map(CaseId::value).toArray(UUID[]::new));
        return found;
    }

    /** What a row of {@code identity} of the bound cell holds. */
    static SealedSubject sealed(CaseId caseId, UUID id, byte[] person) {
        return new SealedSubject(id, Sealed.fromColumn(person).at(place(caseId, id)));
    }

    private static Place place(CaseId caseId, UUID id) {
        return new Place(CurrentCell.require(), caseId.value(), "identity", "person", id);
    }

    /** Opens those that the reader sees. */
    public Map<CaseId, Subject> open(Map<CaseId, SealedSubject> sealed, Sight sight) {
        List<CaseId> ids = new ArrayList<>(sealed.size());
        List<Sealed> seen = new ArrayList<>(sealed.size());
        sealed.forEach((id, subject) -> {
            if (sight.sees(subject.id())) {
                ids.add(id);
                seen.add(subject.person());
            }
        });
        Iterator<String> texts = vault.openAll(seen, sight.grant()).iterator();
        Map<CaseId, Subject> opened = new HashMap<>(2 * ids.size());
        ids.forEach(id -> opened.put(id, contents.subject(texts.next())));
        return opened;
    }

    /**
     * Finds people by name and birth date, among those that this reader sees. Whoever sees nobody finds nobody. Opens its
     * own transactions: one that records the search, one that records what is shown.
     *
     * @param purpose code of the purpose of the search
     */
    public List<Found> find(Actor reader, NameSearch.Query query, String purpose) {
        Grant toSearch = transactions.execute(tx -> searching.toSearch(reader, purpose));
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
                    .ifPresent(subject -> found.add(new Found(caseId, subject, hit.score(), hit.why())));
        }
        return found;
    }
}
