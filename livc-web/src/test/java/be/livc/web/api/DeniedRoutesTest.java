package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.platform.CellId;
import be.livc.web.Answer;
import be.livc.web.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page and every call that names no object, asked for by everybody: who is kept out is kept out on the record. */
class DeniedRoutesTest extends CallsTest {

    @Test
    void whoever_is_kept_from_a_page_or_a_call_stands_in_the_ledger_once() {
        List<EveryRoute> routes =
                EveryRoute.of(bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)).stream()
                        .filter(route -> route.method().equals("GET"))
                        .filter(route -> !route.path().contains("{"))
                        .toList();
        List<String> silent = new ArrayList<>();
        int denials = 0;

        for (String who : List.of(mayor, coordinator, officer, clb, ocmw, dpo, administrator, "vvsg")) {
            Browser browser = browser(who);
            browser.get("/profiel");
            CellId in = new CellId(
                    UUID.fromString(api(who).get("/me").json().at("/cell").asString()));
            for (EveryRoute route : routes) {
                long before = denialsOf(who, in);
                Answer answer = route.isCall()
                        ? api(who).get(route.path().substring("/api/v1".length()))
                        : browser.get(route.path());
                boolean denied = answer.status() == 403 || answer.status() == 404;
                long recorded = denialsOf(who, in) - before;
                if (answer.status() >= 500 || recorded != (denied ? 1 : 0)) {
                    silent.add(route + ": " + who + " " + answer.status() + ", " + recorded + " denials");
                }
                denials += denied ? 1 : 0;
            }
        }

        assertThat(silent).isEmpty();
        assertThat(routes).hasSizeGreaterThan(60);
        assertThat(denials).isGreaterThan(100);
    }
}
