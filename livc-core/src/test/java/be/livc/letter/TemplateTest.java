package be.livc.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.livc.platform.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Templates know fields and nothing else. */
class TemplateTest {

    @ParameterizedTest
    @EnumSource(LetterKind.class)
    void every_delivered_text_has_only_fields_of_its_kind_and_fills_in(LetterKind kind) {
        Template delivered = Letters.delivered(kind);

        assertThat(delivered.unknownFields()).isEmpty();
        Letter preview = delivered.preview();
        assertThat(preview.title() + preview.parts()).doesNotContain("{{");
    }

    @Test
    void an_unknown_field_is_refused_by_name() {
        Template template = new Template(
                LetterKind.HOUSE_RULES, 1, "Reglement", "{{cel}} {{rijksregisternummer}} {{burgemeester}}", false);

        assertThatThrownBy(() -> Letters.requireValid(template)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("unknown-letter-field");
            assertThat(refusal.reasons()).extracting(Refusal.Reason::detail).containsExactly("rijksregisternummer");
        });
    }

    @Test
    void a_point_becomes_as_many_points_as_its_field_has_lines() {
        Template template = new Template(LetterKind.MINUTES, 1, "T", "- eerst\n- {{punten}}", false);

        Letter letter = template.filled(Map.of("punten", "# een\n- twee"));

        assertThat(letter.parts())
                .containsExactly(new Letter.Point("eerst"), new Letter.Point("# een"), new Letter.Point("- twee"));
    }

    @Test
    void there_are_no_expressions_and_a_value_never_becomes_a_field_or_a_heading() {
        Template template = new Template(LetterKind.HOUSE_RULES, 1, "T", "${1+1} [[x]] #{y} {{burgemeester}}", false);

        Letter letter = template.filled(Map.of("burgemeester", "# <b>{{cel}}</b> $1 \\"));

        assertThat(letter.parts()).containsExactly(new Letter.Text("${1+1} [[x]] #{y} # <b>{{cel}}</b> $1 \\"));
        assertThat(new Template(LetterKind.HOUSE_RULES, 1, "T", "{{ 1 + 1 }}", false).unknownFields())
                .containsExactly("1 + 1");
    }
}
