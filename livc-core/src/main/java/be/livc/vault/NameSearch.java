package be.livc.vault;

import be.livc.access.Grant;
import be.livc.access.Searching;
import be.livc.naming.Difference;
import be.livc.naming.NameIndex;
import be.livc.naming.PersonName;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the subjects of a cell by name, though the database holds neither names nor an index of them: the sealed search
 * records are opened into memory and compared there.
 *
 * <p>A search by somebody who may see nothing answers like a search for nobody, and does the same work.
 */
@Component
public class NameSearch {

    /** How much a birth date decides where a name was asked too: enough to break ties, too little to find by. */
    private static final double PART_OF_BIRTH_DATE = 0.1;

    /** With how many of those who have most words in common a name is compared with care. */
    private static final int MOST_COMPARED = 200;

    /** How many of these may be people whom the reader does not see. */
    private static final int SPARE = 50;

    /**
     * Whom to look for; a name, a birth date or both.
     *
     * @param name full or in part, in any order
     */
    public record Query(Optional<String> name, Optional<LocalDate> birthDate) {

        /** Shows nothing of who is sought. */
        @Override
        public String toString() {
            return "•••";
        }
    }

    /**
     * One subject that was found.
     *
     * @param record whose key sealed it
     * @param row the subject, as access knows it
     * @param score from 0 to 1
     * @param why in what ways the name differs from what was asked
     */
    public record Hit(UUID record, UUID row, double score, Set<Difference> why) {}

    private final CaseKeys caseKeys;
    private final SearchIndexes indexes;
    private final Searching searching;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate looking;

    NameSearch(
            CaseKeys caseKeys,
            SearchIndexes indexes,
            Searching searching,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.caseKeys = caseKeys;
        this.indexes = indexes;
        this.searching = searching;
        this.jdbc = jdbc;
        this.looking = new TransactionTemplate(transactions);
        this.looking.setReadOnly(true);
        // What the caller has not committed yet must not get into the index: it may never be.
        this.looking.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Lets a subject be found from now on, or be found by other names than before, in the running transaction.
     *
     * @param record whose key seals it
     * @param row the subject, as access knows it: who does not see it does not find it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remember(UUID record, UUID row, SearchRecord subject, Grant grant) {
        CellId cell = CurrentCell.require();
        grant.checkSeals(cell);
        Place place = SearchIndexes.placeOf(cell, new SearchIndex.Key(record, row));
        Key key = caseKeys.of(new RecordId(cell, record));
        jdbc.update(
                "insert into search_record (cell_id, record_id, row_id, revision, sealed) values (?, ?, ?, ?, ?)"
                        + " on conflict (cell_id, record_id, row_id)"
                        + " do update set revision = excluded.revision, sealed = excluded.sealed",
                cell.value(),
                record,
                row,
                ThreadLocalRandom.current().nextLong(),
                key.seal(subject.toText().getBytes(StandardCharsets.UTF_8), place.associatedData()));
    }

    /** Lets the subjects of a record be found no longer, in the running transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID record) {
        CellId cell = CurrentCell.require();
        jdbc.update("delete from search_record where cell_id = ? and record_id = ?", cell.value(), record);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                indexes.forget(new RecordId(cell, record));
            }
        });
    }

    /**
     * The most alike subjects of the bound cell that the grant's reader sees, the most alike first. Looks at what is committed,
     * in a transaction of its own.
     *
     * @param limit how many at most
     * @throws IllegalStateException when the grant does not search now (see {@link Grant#checkSearches})
     * @throws Refusal invalid {@code name}, when neither a name nor a birth date is asked
     */
    public List<Hit> find(Query query, Grant grant, int limit) {
        CellId cell = CurrentCell.require();
        grant.checkSearches(cell);
        Optional<PersonName> sought =
                query.name().filter(name -> !name.isBlank()).map(PersonName::of);
        if (sought.isEmpty() && query.birthDate().isEmpty()) {
            throw Refusal.invalid("name", "required");
        }
        return Objects.requireNonNull(looking.execute(tx -> {
            SearchIndex index = indexes.current(cell);
            return sought.map(name -> named(name, query.birthDate(), index, grant, limit))
                    .orElseGet(() -> bornOn(query.birthDate(), index, grant, limit));
        }));
    }

    /**
     * Compares with more people where many of those it came upon are not seen, so that these take no place of others. A few do
     * not count: else the time would tell that they are there.
     */
    private List<Hit> named(PersonName name, Optional<LocalDate> birthDate, SearchIndex index, Grant grant, int limit) {
        SeenFirst seenFirst = new SeenFirst(searching, grant);
        int compared = MOST_COMPARED;
        while (true) {
            NameIndex.Ranking<SearchIndex.Subject> ranking = index.named(name, birthDate, grant::mayComeUpon, compared);
            List<Hit> hits = new ArrayList<>();
            ranking.found().forEach(found -> hits.add(hit(found, birthDate)));
            hits.sort(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::row));
            List<Hit> seen = seenFirst.of(hits, Hit::row, limit);
            if (seen.size() >= limit || ranking.isWhole() || compared - seenFirst.unseen() >= MOST_COMPARED - SPARE) {
                return seen;
            }
            compared += compared;
        }
    }

    private static Hit hit(NameIndex.Found<SearchIndex.Subject> found, Optional<LocalDate> birthDate) {
        double score = found.match().score();
        if (birthDate.isPresent()) {
            score = score * (1 - PART_OF_BIRTH_DATE)
                    + PART_OF_BIRTH_DATE * found.who().born(birthDate);
        }
        SearchIndex.Key key = found.who().key();
        return new Hit(key.record(), key.row(), score, found.match().why());
    }

    private List<Hit> bornOn(Optional<LocalDate> birthDate, SearchIndex index, Grant grant, int limit) {
        List<Hit> hits = new ArrayList<>();
        birthDate.ifPresent(day -> index.bornOn(day, grant::mayComeUpon)
                .forEach(key -> hits.add(new Hit(key.record(), key.row(), 1, Set.of()))));
        hits.sort(Comparator.comparing(Hit::row));
        return new SeenFirst(searching, grant).of(hits, Hit::row, limit);
    }

    /**
     * Whether a text names a subject of the bound cell that the grant's reader sees. Says neither whom nor where: it is asked by
     * those who keep names out of a text.
     *
     * @throws IllegalStateException when the grant does not search now (see {@link Grant#checkSearches})
     */
    public boolean isSomebodyNamedIn(String text, Grant grant) {
        CellId cell = CurrentCell.require();
        grant.checkSearches(cell);
        return Boolean.TRUE.equals(looking.execute(tx -> {
            List<SearchIndex.Key> named = indexes.current(cell).namedIn(text, grant::mayComeUpon);
            return !new SeenFirst(searching, grant)
                    .of(named, SearchIndex.Key::row, 1)
                    .isEmpty();
        }));
    }
}
