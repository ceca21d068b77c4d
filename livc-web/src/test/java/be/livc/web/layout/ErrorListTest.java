package be.livc.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

/** The list of errors above a form speaks of its fields as the form does. */
class ErrorListTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final StaticMessageSource texts = new StaticMessageSource();

    private static String line(String field, String sentence) {
        return "<li><a href='#%s' data-of-any-field='%s'>Referentie: %s</a></li>".formatted(field, sentence, sentence);
    }

    /** What the list says, line by line, once it stands above these fields. */
    private String settled(String lines, String fields) {
        return String.join(" | ", page(lines, fields).select("li").eachText());
    }

    private Document page(String lines, String fields) {
        texts.addMessage("layout.colon", DUTCH, ":");
        Document page =
                Jsoup.parse("<ul class='govuk-error-summary__list'>" + lines + "</ul><form>" + fields + "</form>");
        new ErrorList(new FieldNames(texts, DUTCH)).settle(page);
        assertThat(page.html()).doesNotContain("data-of-any-field");
        return page;
    }

    @Test
    void a_line_names_its_field_as_the_label_beside_it() {
        assertThat(settled(
                        line("kenmerk", "Dit is te lang"),
                        "<label for='kenmerk'><span>Kenmerk</span> <span class='livc-optional'>(niet verplicht)</span></label>"
                                + "<input id='kenmerk'>"))
                .isEqualTo("Kenmerk: dit is te lang");
    }

    @Test
    void a_label_that_asks_something_is_followed_by_a_sentence() {
        assertThat(
                        settled(
                                line("feiten[0].text", "Vul dit in"),
                                "<label for='feiten[0].text'>Wat gebeurde er?</label><textarea id='feiten[0].text'></textarea>"))
                .isEqualTo("Wat gebeurde er? Vul dit in");
    }

    @Test
    void of_answers_to_tick_the_question_is_the_name() {
        assertThat(
                        settled(
                                line("doel", "Kies een waarde uit de lijst"),
                                "<fieldset><legend>Voor welk doel</legend>"
                                        + "<input type='radio' name='doel' id='doel'><label for='doel'>Voorkomen</label>"
                                        + "<input type='radio' name='doel' id='doel-2'><label for='doel-2'>Nazorg</label></fieldset>"))
                .isEqualTo("Voor welk doel: kies een waarde uit de lijst");
    }

    @Test
    void where_there_is_a_choice_it_asks_to_choose_above_the_form_and_beside_the_field() {
        texts.addMessage("error.required", DUTCH, "Vul dit in");
        texts.addMessage("form.choose", DUTCH, "Maak een keuze");

        Document page = page(
                line("reden", "Vul dit in") + line("kenmerk", "Vul dit in") + line("stand", "Dit is te lang"),
                "<label for='reden'>Reden</label><p id='reden-error'><span>Fout:</span> <span>Vul dit in</span></p><select id='reden'></select>"
                        + "<label for='kenmerk'>Kenmerk</label><p id='kenmerk-error'><span>Fout:</span> Vul dit in</p><input id='kenmerk'>"
                        + "<label for='stand'>Stand</label><select id='stand'></select>");

        assertThat(page.select("li").eachText())
                .containsExactly("Reden: maak een keuze", "Kenmerk: vul dit in", "Stand: dit is te lang");
        assertThat(page.select("p").eachText()).containsExactly("Fout: Maak een keuze", "Fout: Vul dit in");
    }

    @Test
    void the_lines_stand_in_the_order_of_the_fields_and_what_is_about_no_field_comes_first() {
        assertThat(settled(
                        "<li><a href='#plaats'>Vul de plaats in</a></li><li><a href='#dag'>Vul de dag in</a></li>"
                                + "<li><span>Iemand was u voor</span></li>",
                        "<input id='dag'><input id='plaats'>"))
                .isEqualTo("Iemand was u voor | Vul de dag in | Vul de plaats in");
    }

    @Test
    void a_field_without_a_label_keeps_the_name_that_every_form_knows() {
        assertThat(settled(line("kenmerk", "Dit is te lang"), "<input id='kenmerk'>"))
                .isEqualTo("Referentie: Dit is te lang");
    }
}
