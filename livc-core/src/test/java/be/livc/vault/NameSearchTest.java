package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.naming.Difference;
import be.livc.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A person is found by name though the database has none: however it is spelt, and the best first. */
class NameSearchTest extends NameSearchTestBase {

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
}
