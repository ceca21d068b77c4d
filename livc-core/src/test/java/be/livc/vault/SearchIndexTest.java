package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.access.Grant;
import be.livc.naming.PersonName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** An index follows what is kept, on every node, and for as long as it is kept: no longer. */
class SearchIndexTest extends NameSearchTestBase {

    @Autowired
    SearchIndexes indexes;

    @Autowired
    Tombstones tombstones;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

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
}
