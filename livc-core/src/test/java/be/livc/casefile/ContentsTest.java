package be.livc.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.transfer.Summary;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is sealed as one text comes back as it was. */
class ContentsTest {

    static final List<Subject> PEOPLE = List.of(
            new Subject("Verhaegen", "Bram", Optional.of(LocalDate.of(2009, 2, 28)), List.of("Brammeke", "“B”")),
            new Subject("", "", Optional.empty(), List.of("de Lange")),
            new Subject("O’Çelik\\\"", "Ümit \n", Optional.empty(), List.of()));

    private final Contents contents = new Contents();

    @ParameterizedTest
    @FieldSource("PEOPLE")
    void a_person_is_read_as_they_were_written(Subject person) {
        assertThat(contents.subject(contents.text(person))).isEqualTo(person);
    }

    @ParameterizedTest
    @FieldSource("PEOPLE")
    void a_field_that_this_version_does_not_know_is_passed_over(Subject person) {
        String later = contents.text(person).replaceFirst("\\{", "{\"later\":{\"familyName\":[\"x\"]},");

        assertThat(contents.subject(later)).isEqualTo(person);
    }

    @Test
    void an_offer_that_an_earlier_version_sealed_without_a_day_of_release_opens() {
        Summary offer = new Summary(PEOPLE.get(0), "2026-0003", "Komt vrij", Optional.empty(), List.of());
        String earlier = contents.text(offer).replaceFirst("\"releaseOn\":null,", "");
        assertThat(earlier).doesNotContain("releaseOn");

        assertThat(contents.value(earlier, Summary.class)).isEqualTo(offer);
    }
}
