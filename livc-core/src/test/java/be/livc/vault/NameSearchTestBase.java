package be.livc.vault;

import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.platform.Ids;
import be.livc.testing.ACell;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;

/** Subjects that can be found by name in a cell, and people who look for them. */
abstract class NameSearchTestBase extends VaultTestBase {

    static final LocalDate BORN = LocalDate.of(2008, 5, 17);

    /** The subject of each case, as access knows it. */
    final Map<UUID, UUID> rows = new HashMap<>();

    @Autowired
    NameSearch search;

    UUID aSubjectRowOf(UUID caseId) {
        UUID id = Ids.next();
        entitlements.protect(ObjectType.SUBJECT, id, Optional.of(caseId), Optional.of(caseId), Optional.empty());
        return id;
    }

    UUID aSubject(String name) {
        UUID id = aCase();
        remember(id, new SearchRecord(List.of(name), List.of(), Optional.empty()));
        return id;
    }

    UUID aSubject(String name, LocalDate born) {
        UUID id = aCase();
        remember(id, new SearchRecord(List.of(name), List.of(), Optional.of(born)));
        return id;
    }

    void remember(UUID id, SearchRecord subject) {
        UUID row = rows.computeIfAbsent(id, this::aSubjectIn);
        cell.transact(() -> search.remember(id, row, subject, toMake(cell)));
    }

    UUID aSubjectIn(UUID caseId) {
        return cell.transact(() -> aSubjectRowOf(caseId));
    }

    List<UUID> found(String name) {
        return find(byName(name), 10).stream().map(NameSearch.Hit::record).toList();
    }

    List<NameSearch.Hit> find(NameSearch.Query query, int limit) {
        Grant grant = toSearch(cell, "An");
        return cell.in(() -> search.find(query, grant, limit));
    }

    Grant toSearch(ACell where, String who) {
        return where.transact(() -> searching.toSearch(where.actor(who), "PREVENT_TERRORISM"));
    }

    static NameSearch.Query byName(String name) {
        return new NameSearch.Query(Optional.of(name), Optional.empty());
    }
}
