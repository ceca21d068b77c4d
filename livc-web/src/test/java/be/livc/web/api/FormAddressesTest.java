package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.web.Answer;
import be.livc.web.Browser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Addresses that only take a form, asked for as a page: typed again, found by the way back, or kept as a bookmark of a form that
 * came back with its errors.
 */
class FormAddressesTest extends CallsTest {

    private static final String SAID = "Dat adres dient alleen om een formulier te versturen";

    private List<EveryRoute> onlyForms(boolean calls) {
        List<EveryRoute> all = EveryRoute.of(bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class));
        List<String> pages = all.stream()
                .filter(route -> route.method().equals("GET"))
                .map(route -> route.path().replaceAll("\\{[^/]+}", "[^/]+"))
                .toList();
        return all.stream()
                .filter(route -> route.method().equals("POST") && route.isCall() == calls)
                .filter(route ->
                        pages.stream().noneMatch(page -> somewhere(route).matches(page)))
                .toList();
    }

    private static String somewhere(EveryRoute route) {
        return route.at(UUID.randomUUID().toString(), Map.of());
    }

    @Test
    void every_address_that_only_takes_a_form_leads_to_a_page_above_it() {
        Browser browser = browser(coordinator);

        List<EveryRoute> addresses = onlyForms(false);

        assertThat(addresses).hasSizeGreaterThan(50);
        for (EveryRoute route : addresses) {
            String address = somewhere(route);
            Answer answer = browser.get(address);
            assertThat(answer.status()).as(address).isEqualTo(302);
            String page = answer.location();
            assertThat(address).startsWith(page);
            Answer there = browser.get(page);
            assertThat(there.status()).as(address + " leads to " + page).isIn(200, 302, 403, 404);
            assertThat(there.header("Content-Type").orElse("text/html"))
                    .as(page)
                    .startsWith("text/html");
        }
    }

    @Test
    void whoever_comes_back_to_the_answer_of_a_form_reads_why_they_are_on_its_page() {
        Browser browser = browser(coordinator);
        long partners = rows("/partners");

        Answer page = browser.follow(browser.get("/beheer/partners?name=Jeugdhuis&category=OTHER"));

        assertThat(page.body()).contains(SAID, "niets verstuurd of gewijzigd", "action=\"/beheer/partners\"");
        assertThat(browser.get("/beheer").body()).doesNotContain(SAID);
        assertThat(rows("/partners")).isEqualTo(partners);
    }

    @Test
    void the_sentence_is_there_after_signing_in_too() {
        Browser nobody = browser();
        Answer signIn = nobody.get("/beheer/partners");
        assertThat(signIn.location()).contains("naar=/beheer/partners");

        Browser browser = browser(coordinator);

        assertThat(browser.follow(browser.get("/beheer/partners")).body()).contains(SAID);
    }

    @Test
    void a_file_is_no_page_to_go_back_to() {
        String documents = "/dossiers/" + UUID.randomUUID() + "/documenten";

        Answer answer = browser(coordinator).get(documents + "/" + UUID.randomUUID() + "/scan");

        assertThat(answer.location()).isEqualTo(documents);
    }

    @Test
    void a_call_that_only_takes_a_post_leads_a_program_nowhere() {
        List<EveryRoute> calls = onlyForms(true);

        assertThat(calls).hasSizeGreaterThan(20);
        for (EveryRoute call : calls) {
            refused(api(coordinator).get(somewhere(call).substring("/api/v1".length())), 404, "not-found");
        }
    }

    @Test
    void a_form_that_is_sent_to_a_page_is_still_refused() {
        Browser browser = browser(coordinator);
        browser.get("/taken");

        assertThat(browser.post("/dossiers", "name", "x").status()).isEqualTo(405);
    }

    private long rows(String list) {
        return Optional.of(api(coordinator).get(list).json().get("items").size())
                .map(Integer::longValue)
                .orElseThrow();
    }
}
