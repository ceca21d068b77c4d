package be.livc.web.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.WebApplicationContext;

@WebMvcTest(
        properties = {"spring.messages.basename=messages,gallery", "spring.messages.fallback-to-system-locale=false"})
@WithMockUser
class FragmentsTest {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @EnableWebSecurity
    @Import({LayoutConfiguration.class, GalleryController.class, Bare.class})
    static class Gallery {}

    /** Shows a page with nothing in its model, as the error pages are shown. */
    @Controller
    static class Bare {

        @GetMapping("/bare")
        String bare(@RequestParam String view) {
            return view;
        }
    }

    private MockMvc mvc;

    @BeforeEach
    void open(@Autowired WebApplicationContext context) {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"form", "list", "empty", "case", "check"})
    void every_screen_has_one_heading_one_main_and_ids_that_are_used_once(String screen) throws Exception {
        String page = page(screen, "nl");

        assertThat(all(page, "<h1[ >]")).hasSize(1);
        assertThat(all(page, "<main[ >]")).hasSize(1);
        assertThat(all(page, " id=\"([^\"]+)\"")).doesNotHaveDuplicates();
        assertThat(page).startsWith("<!DOCTYPE html>").contains("lang=\"nl\"").contains("href=\"#inhoud\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"form", "list", "empty", "case", "check"})
    void no_screen_has_inline_script_or_style_or_what_comes_from_elsewhere(String screen) throws Exception {
        String page = page(screen, "nl");

        assertThat(page).doesNotContain("style=").doesNotContain("<style").doesNotContain("<script>");
        assertThat(all(page, " (on[a-z]+)=")).isEmpty();
        assertThat(all(page, " (?:src|href|action)=\"(https?:[^\"]*)\"")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "en"})
    void no_key_is_left_untranslated_in_the_frame(String language) throws Exception {
        for (String screen : Arrays.asList("form", "list", "empty", "case", "check")) {
            assertThat(page(screen, language)).doesNotContain("??");
        }
    }

    @Test
    void everything_that_a_field_is_described_by_is_on_the_page() throws Exception {
        String page = submitted().getContentAsString();

        Set<String> ids = new TreeSet<>(all(page, " id=\"([^\"]+)\""));
        Set<String> described = all(page, " aria-describedby=\"([^\"]+)\"").stream()
                .flatMap(list -> Arrays.stream(list.trim().split(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isNotEmpty();
        assertThat(ids).containsAll(described);
        assertThat(ids).containsAll(all(page, "<label[^>]* for=\"([^\"]+)\""));
    }

    @Test
    void a_form_that_is_not_accepted_is_answered_with_422_a_title_that_says_so_and_all_that_was_typed()
            throws Exception {
        MockHttpServletResponse answer = submitted();

        String page = answer.getContentAsString();
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(page)
                .contains("<title>Fout: Nieuw signaal – LIVC</title>")
                .contains("value=\"Yassin\"")
                .containsPattern("<option value=\"HEARSAY\" selected(=\"selected\")?>")
                .contains(">Riep op het plein</textarea>");
        assertThat(all(page, "value=\"work\"[^>]*(checked)")).hasSize(1);
        assertThat(all(page, "value=\"ANONYMOUS\"[^>]*(checked)")).hasSize(1);
    }

    @Test
    void each_error_is_a_link_to_the_field_it_is_about() throws Exception {
        String page = submitted().getContentAsString();

        assertThat(all(page, "<li><a href=\"#([^\"]+)\"")).containsExactlyInAnyOrder("born", "facts[1].text");
        assertThat(page).contains("id=\"facts[1].text\"").contains("id=\"born\"");
        assertThat(all(page, "id=\"(born-error|facts\\[1].text-error)\"")).hasSize(2);
    }

    @Test
    void a_date_field_holds_its_date_as_the_browser_wants_it() throws Exception {
        String page = submitted().getContentAsString();

        assertThat(page).contains("type=\"date\"").contains("value=\"2031-02-03\"");
    }

    @Test
    void every_form_that_posts_carries_the_token() throws Exception {
        for (String screen : Arrays.asList("form", "list", "case", "check")) {
            String page = page(screen, "nl");

            assertThat(all(page, "name=\"_csrf\"")).hasSameSizeAs(all(page, "<form[^>]* method=\"post\""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"signin/sign-in", "error/403", "error/404", "error/4xx", "error/500"})
    void sign_in_and_error_pages_need_nobody_signed_in(String view) throws Exception {
        for (String language : Arrays.asList("nl", "fr", "en")) {
            String page = mvc.perform(get("/bare").param("view", view).locale(Locale.forLanguageTag(language)))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();

            assertThat(page).contains("<h1").doesNotContain("??").doesNotContain("livc-menu");
        }
    }

    private String page(String screen, String language) throws Exception {
        MockHttpServletResponse answer = mvc.perform(get("/gallery/" + screen).locale(Locale.forLanguageTag(language)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse submitted() throws Exception {
        return mvc.perform(post("/gallery/form")
                        .with(csrf())
                        .locale(Locale.forLanguageTag("nl"))
                        .param("reporting", "ANONYMOUS")
                        .param("name", "Yassin")
                        .param("born", "2031-02-03")
                        .param("themes", "work")
                        .param("facts[0].kind", "HEARSAY")
                        .param("facts[0].text", "Riep op het plein")
                        .param("facts[1].text", ""))
                .andReturn()
                .getResponse();
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.groupCount() > 0 ? match.group(1) : match.group())
                .toList();
    }
}
