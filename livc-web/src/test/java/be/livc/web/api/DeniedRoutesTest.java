package be.livc.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.livc.cell.Accounts;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.web.Answer;
import be.livc.web.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
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
            for (EveryRoute route : routes) {
                long before = denialsOf(who);
                Answer answer = route.isCall()
                        ? api(who).get(route.path().substring("/api/v1".length()))
                        : browser.get(route.path());
                boolean denied = answer.status() == 403 || answer.status() == 404;
                long recorded = denialsOf(who) - before;
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

    private long denialsOf(String who) {
        UUID user = bean(Accounts.class).byUsername(who).orElseThrow().id().value();
        CellId of = new CellId(
                UUID.fromString(api(who).get("/me").json().at("/cell").asString()));
        return CurrentCell.in(of, () -> bean(TransactionTemplate.class).execute(tx -> bean(JdbcTemplate.class)
                .queryForObject(
                        "select count(*) from ledger_entry where action = 'deny' and actor_user = ?",
                        Long.class,
                        user)));
    }
}
