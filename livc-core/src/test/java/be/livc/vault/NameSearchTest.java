package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.EmbargoBook;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Why;
import be.livc.naming.Difference;
import be.livc.naming.PersonName;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.testing.ACell;
import be.livc.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** A person is found by name though the database has none, by whoever may see them and for as long as they are there. */
class NameSearchTest extends VaultTestBase {

    private static final LocalDate BORN = LocalDate.of(2008, 5, 17);

    /** The subject of each case, as access knows it. */
    private final Map<UUID, UUID> rows = new HashMap<>();

    @Autowired
    NameSearch search;

    @Autowired
    SearchIndexes indexes;

    @Autowired
    Tombstones tombstones;

    @Autowired
    EmbargoBook embargoes;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void the_usual_spellings_of_a_name_find_it() {
        UUID jan = aSubject("Jan Janssens");
        aSubject("Piet Claes");

        for (String spelling : List.of("janssens", "jansen", "Jànsen", "Janssens Jan", "Jan Janseens", "JANSEN, jan")) {
            assertThat(found(spelling)).as(spelling).containsExactly(jan);
        }
    }

    @Test
    void a_name_is_found_in_another_script_and_romanisation() {
        UUID dudaev = aSubject("Джохар Дудаев");
        UUID muhammad = aSubject("Mohamed Ben Ali");
        aSubject("Karima Bouzid");

        for (String spelling : List.of("Djokhar Doudaïev", "Dzhokhar Dudayev", "DOEDAJEV Dzjochar")) {
            assertThat(found(spelling)).as(spelling).containsExactly(dudaev);
        }
        for (String spelling : List.of("محمد بن علي", "Benali Muhammad", "M. Benali", "Mouhamed ben Ali")) {
            assertThat(found(spelling)).as(spelling).containsExactly(muhammad);
        }
    }

    @Test
    void a_hit_says_in_what_way_its_name_differs() {
        aSubject("Jan Janssens");

        assertThat(find(byName("Janssens Jan"), 10).get(0).why()).containsExactly(Difference.ORDER);
        assertThat(find(byName("Jan Janssens"), 10).get(0).why()).isEmpty();
    }

    @Test
    void a_record_kept_before_it_had_phonetic_codes_is_found_still() {
        SearchRecord record = new SearchRecord(List.of("Jan Janssens"), List.of(), Optional.empty());
        String before =
                record.toText().lines().filter(line -> !line.startsWith("c")).collect(Collectors.joining("\n"));

        assertThat(SearchRecord.of(before).codes().keySet())
                .isEqualTo(record.codes().keySet());
    }

    @Test
    void another_node_follows_what_changed_here() {
        UUID jan = aSubject("Jan Janssens");
        SearchIndexes elsewhere = new SearchIndexes(caseKeys, tombstones, jdbc, transactions, clock);
        assertThat(namedElsewhere(elsewhere, "Jan Janssens")).hasSize(1);

        UUID karin = aSubject("Karin Maes");
        assertThat(namedElsewhere(elsewhere, "Karin Maes")).hasSize(1);
        remember(karin, new SearchRecord(List.of("Mohamed Benali"), List.of(), Optional.empty()));
        assertThat(namedElsewhere(elsewhere, "Karin Maes")).isEmpty();
        assertThat(namedElsewhere(elsewhere, "Benali")).hasSize(1);
        destroy(jan);
        assertThat(namedElsewhere(elsewhere, "Jan Janssens")).isEmpty();
        assertThat(elsewhere.inMemory()).isEqualTo(1);
    }

    private List<?> namedElsewhere(SearchIndexes node, String name) {
        return cell.in(() -> node.current(cell.id())
                .named(PersonName.of(name), Optional.empty(), row -> true, 10)
                .found());
    }

    @Test
    void a_search_is_in_the_ledger_with_its_purpose_and_without_who_was_sought() {
        aSubject("Jan Janssens");
        found("Xavier Quaegebeur");

        String entries = ledgerOf(cell);
        assertThat(entries).contains("\"action\":\"search\"", "\"purpose\":\"PREVENT_TERRORISM\"");
        assertThat(entries).doesNotContainIgnoringCase("quaegebeur").doesNotContainIgnoringCase("xavier");
    }

    @Test
    void an_alias_finds_it_too() {
        UUID subject = aCase();
        remember(subject, new SearchRecord(List.of("Yusuf Öztürk"), List.of("Djo"), Optional.empty()));

        assertThat(found("ozturk yusuf")).containsExactly(subject);
        assertThat(found("djo")).containsExactly(subject);
        assertThat(found("Djo Öztürk")).containsExactly(subject);
    }

    @Test
    void a_name_kept_in_its_parts_is_found_whole() {
        UUID subject = aCase();
        remember(subject, new SearchRecord(List.of("Van den Berghe", "Jan Pieter"), List.of(), Optional.empty()));

        assertThat(found("Jan Van den Berghe")).containsExactly(subject);
        assertThat(found("Berghe")).containsExactly(subject);
    }

    @Test
    void the_birth_date_breaks_a_tie_and_is_never_required() {
        UUID other = aSubject("Jan Janssens", LocalDate.of(1980, 1, 1));
        UUID unknown = aSubject("Jan Janssens");
        UUID meant = aSubject("Jan Janssens", BORN);

        List<NameSearch.Hit> hits = find(new NameSearch.Query(Optional.of("Jan Janssens"), Optional.of(BORN)), 10);

        assertThat(hits).extracting(NameSearch.Hit::record).containsExactly(meant, unknown, other);
        assertThat(hits.get(0).score()).isEqualTo(1);
        assertThat(find(new NameSearch.Query(Optional.empty(), Optional.of(BORN)), 10))
                .extracting(NameSearch.Hit::row)
                .containsExactly(rows.get(meant));
    }

    @Test
    void a_search_for_nothing_is_refused() {
        assertThatThrownBy(() -> find(new NameSearch.Query(Optional.of(" "), Optional.empty()), 10))
                .isInstanceOf(Refusal.class)
                .hasMessage("required");
    }

    @Test
    void there_are_no_more_hits_than_asked_and_the_best_come_first() {
        aSubject("Jan Jansen");
        UUID best = aSubject("Jan Janssens");
        aSubject("Jan Janssen");

        assertThat(find(new NameSearch.Query(Optional.of("Jan Janssens"), Optional.empty()), 1))
                .extracting(NameSearch.Hit::record)
                .containsExactly(best);
    }

    @Test
    void someone_who_may_see_nothing_finds_nobody() {
        aSubject("Jan Janssens");

        Grant ofTheMember = toSearch(cell, "Els");

        assertThat(cell.in(() -> search.find(byName("Jan Janssens"), ofTheMember, 10)))
                .isEmpty();
    }

    @Test
    void who_sees_all_subjects_finds_none_under_an_embargo_of_somebody_else_and_the_others_as_before() {
        UUID hidden = aSubject("Jan Janssens");
        UUID shown = aSubject("Jan Jansens");
        hide(rows.get(hidden));

        assertThat(found("Jan Janssens")).containsExactly(shown);
        assertThat(found("Xavier Quaegebeur")).isEmpty();
    }

    @Test
    void the_name_of_somebody_under_an_embargo_steers_no_search_of_who_sees_all_subjects() {
        UUID onThePerson = aSubject("Ysabeau Quaegebeur");
        UUID onTheCase = aSubject("Ysabeau Quaegebeur");
        UUID shown = aSubject("Jan Janssens");
        hide(rows.get(onThePerson));
        hide(onTheCase);

        Grant grant = toSearch(cell, "An");

        assertThat(grant.mayComeUpon(rows.get(onThePerson))).isFalse();
        assertThat(grant.mayComeUpon(rows.get(onTheCase))).isFalse();
        assertThat(grant.mayComeUpon(rows.get(shown))).isTrue();
        assertThat(cell.in(() -> search.find(byName("Ysabeau Quaegebeur"), grant, 10)))
                .isEmpty();
    }

    @Test
    void very_many_who_are_not_seen_take_no_place_of_one_who_is() {
        List<UUID> crowd = cell.transact(() -> {
            List<UUID> made = new ArrayList<>();
            for (int n = 0; n < 230; n++) {
                made.add(aSubjectNow("Mohamed Benali"));
            }
            return made;
        });
        UUID seen = aSubject("Mohammed Ben Ali");
        crowd.forEach(id -> hide(rows.get(id)));

        assertThat(found("Mohamed Benali")).containsExactly(seen);
    }

    private UUID aSubjectNow(String name) {
        UUID id = Ids.next();
        entitlements.protect(ObjectType.SUBJECT, id, Optional.of(id), Optional.empty(), Optional.empty());
        vault.bornWith(id, toMake(cell));
        search.remember(id, id, new SearchRecord(List.of(name), List.of(), Optional.empty()), toMake(cell));
        rows.put(id, id);
        return id;
    }

    private void hide(UUID row) {
        cell.transact(
                () -> embargoes.lay(Ids.next(), row, cell.actor("Els").mandate(), LocalDate.of(2030, 1, 1), false));
    }

    @Test
    void a_member_finds_whom_they_contributed_or_were_told_of_and_nobody_else() {
        UUID told = aSubject("Jan Janssens");
        aSubject("Jan Jansens");
        cell.transact(
                () -> entitlements.entitle(rows.get(told), cell.actor("Els").mandate(), Why.RECIPIENT));

        Grant ofTheMember = toSearch(cell, "Els");

        assertThat(cell.in(() -> search.find(byName("Jan Janssens"), ofTheMember, 10)))
                .extracting(NameSearch.Hit::record)
                .containsExactly(told);
    }

    @Test
    void a_name_that_was_rolled_back_never_gets_into_an_index() {
        aSubject("Karin Maes");
        Grant grant = toSearch(cell, "An");
        UUID id = aCase();
        assertThatThrownBy(() -> cell.transact(() -> {
                    search.remember(
                            id,
                            aSubjectRowOf(id),
                            new SearchRecord(List.of("Jan Janssens"), List.of(), Optional.empty()),
                            toMake(cell));
                    assertThat(search.find(byName("Jan Janssens"), grant, 10)).isEmpty();
                    throw new IllegalStateException("not after all");
                }))
                .hasMessage("not after all");

        assertThat(indexes.inMemory()).isPositive();
        assertThat(cell.in(() -> indexes.current(cell.id()).size())).isEqualTo(1);
    }

    private UUID aSubjectRowOf(UUID caseId) {
        UUID id = Ids.next();
        entitlements.protect(ObjectType.SUBJECT, id, Optional.of(caseId), Optional.of(caseId), Optional.empty());
        return id;
    }

    @Test
    void another_cell_finds_nobody() {
        aSubject("Jan Janssens");
        ACell other = anotherCell();

        Grant elsewhere = toSearch(other, "An");

        assertThat(other.in(() -> search.find(byName("Jan Janssens"), elsewhere, 10)))
                .isEmpty();
        assertThatThrownBy(() -> cell.in(() -> search.find(byName("Jan Janssens"), elsewhere, 10)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_grant_to_read_does_not_search() {
        UUID jan = aSubject("Jan Janssens");
        Grant reading = toRead(jan);

        assertThatThrownBy(() -> cell.in(() -> search.find(byName("Jan"), reading, 10)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_changed_name_is_found_by_the_new_one_only() {
        UUID subject = aSubject("Jan Janssens");
        UUID stays = aSubject("Karin Maes");
        assertThat(found("Jan Janssens")).containsExactly(subject);

        remember(subject, new SearchRecord(List.of("Mohamed Benali"), List.of(), Optional.empty()));

        assertThat(found("Jan Janssens")).isEmpty();
        assertThat(found("Benali")).containsExactly(subject);
        assertThat(found("Maes")).containsExactly(stays);
    }

    @Test
    void an_erased_subject_leaves_the_index_at_once() {
        UUID subject = aSubject("Jan Janssens");
        aSubject("Karin Maes");
        assertThat(found("Jan Janssens")).containsExactly(subject);
        int before = indexes.inMemory();

        destroy(subject);

        assertThat(indexes.inMemory()).isEqualTo(before - 1);
        assertThat(found("Jan Janssens")).isEmpty();
    }

    @Test
    void a_forgotten_subject_is_found_no_longer() {
        UUID subject = aSubject("Jan Janssens");
        assertThat(found("Jan Janssens")).containsExactly(subject);

        cell.transact(() -> search.forget(subject));

        assertThat(found("Jan Janssens")).isEmpty();
    }

    @Test
    void an_idle_index_leaves_the_memory() {
        aSubject("Jan Janssens");
        found("Jan");
        assertThat(indexes.inMemory()).isPositive();

        clock.advance(Duration.ofMinutes(6));
        indexes.dropExpired();

        assertThat(indexes.inMemory()).isZero();
    }

    @Test
    void a_search_record_moved_to_another_subject_stops_the_search() {
        UUID one = aSubject("Jan Janssens");
        UUID other = aSubject("Karin Maes");

        asSuperuser(
                "update search_record set revision = 1, sealed = (select sealed from search_record where record_id = '"
                        + one + "') where record_id = '" + other + "'");

        assertThatThrownBy(() -> found("Jan")).isInstanceOf(SealBroken.class);
    }

    @Test
    void the_length_of_a_search_record_does_not_tell_the_name() {
        assertThat(new SearchRecord(List.of("Li"), List.of(), Optional.empty()).toText())
                .hasSameSizeAs(
                        new SearchRecord(List.of("Maria-Magdalena Vandenbroucke"), List.of("Mie"), Optional.of(BORN))
                                .toText());
    }

    private static String ledgerOf(ACell where) {
        try (Connection connection = TestDatabase.asSuperuser();
                PreparedStatement read = connection.prepareStatement(
                        "select string_agg(leaf, ' ') from ledger_entry where cell_id = ?")) {
            read.setObject(1, where.id().value());
            try (ResultSet row = read.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID aSubject(String name) {
        UUID id = aCase();
        remember(id, new SearchRecord(List.of(name), List.of(), Optional.empty()));
        return id;
    }

    private UUID aSubject(String name, LocalDate born) {
        UUID id = aCase();
        remember(id, new SearchRecord(List.of(name), List.of(), Optional.of(born)));
        return id;
    }

    private void remember(UUID id, SearchRecord subject) {
        UUID row = rows.computeIfAbsent(id, this::aSubjectIn);
        cell.transact(() -> search.remember(id, row, subject, toMake(cell)));
    }

    private UUID aSubjectIn(UUID caseId) {
        return cell.transact(() -> aSubjectRowOf(caseId));
    }

    private List<UUID> found(String name) {
        return find(byName(name), 10).stream().map(NameSearch.Hit::record).toList();
    }

    private List<NameSearch.Hit> find(NameSearch.Query query, int limit) {
        Grant grant = toSearch(cell, "An");
        return cell.in(() -> search.find(query, grant, limit));
    }

    private Grant toSearch(ACell where, String who) {
        return where.transact(() -> searching.toSearch(where.actor(who), "PREVENT_TERRORISM"));
    }

    private static NameSearch.Query byName(String name) {
        return new NameSearch.Query(Optional.of(name), Optional.empty());
    }
}
