package be.livc.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is held against every page that anyone visits: axe finds nothing under WCAG 2.0, 2.1 and 2.2 AA, the content
 * security policy stops nothing, no script fails and nothing is asked of another origin. Remembers what it found, and
 * the addresses and titles it saw, until somebody asks.
 */
final class Inspection {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final String REPORT_VIOLATIONS =
            """
            document.addEventListener('securitypolicyviolation', event => window.reportStoppedByPolicy(
                `${event.documentURI}: ${event.violatedDirective} stopped ${event.blockedURI} ${event.sample}`));
            """;

    /**
     * What is right need not be described, element for element: that is much of the work on a page without barriers. No rule under
     * these marks looks into the style sheets, which would be fetched once more for those that do.
     */
    private static final String WHAT_IS_WRONG =
            """
            async marks => {
              const results = await axe.run(document, {
                runOnly: { type: 'tag', values: marks },
                resultTypes: ['violations'],
                preload: { assets: ['media'] },
              });
              return results.violations.flatMap(rule =>
                  rule.nodes.map(node => `${rule.id}: ${node.target}: ${node.html}`));
            }
            """;

    /** Enter in a field presses the first button of its form, which may not be one that adds or takes away a row. */
    private static final String PRESSED_BY_ENTER =
            """
            () => [...document.forms]
                .map(form => form.querySelector('button[type=submit], button:not([type])'))
                .filter(button => button?.matches('[data-repeat-add], [data-repeat-remove]'))
                .map(button => button.value)
            """;

    /** What is another on the same page in every session. */
    private static final String OF_THE_SESSION = "(name=\"_csrf\" value|content)=\"[\\w=-]{40,}\"";

    private final URI origin;
    private final List<String> barriers = new ArrayList<>();
    private final List<String> stoppedByPolicy = new ArrayList<>();
    private final List<String> foreignRequests = new ArrayList<>();
    private final List<String> scriptErrors = new ArrayList<>();
    private final Set<String> addresses = new LinkedHashSet<>();
    private final Set<String> titles = new LinkedHashSet<>();
    private final Set<String> judged = new HashSet<>();
    private int pages;
    private long axeMillis;

    Inspection(String address) {
        this.origin = URI.create(address);
    }

    /** Listens to all that happens in this browser session. */
    void watch(BrowserContext session) {
        session.exposeBinding("reportStoppedByPolicy", (source, arguments) -> {
            stoppedByPolicy.add(String.valueOf(arguments[0]));
            return null;
        });
        session.addInitScript(REPORT_VIOLATIONS);
        // Half a megabyte, sent once for a session and not once for a page; where scripts are off it is sent when it is
        // needed.
        session.addInitScript(AxeBuilder.getAxeScript());
        session.onRequest(request -> {
            addresses.add(request.url());
            if (isForeign(request.url())) {
                foreignRequests.add(request.url());
            }
        });
        session.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                stoppedByPolicy.add(message.text());
            }
        });
        session.onWebError(error -> scriptErrors.add(error.page().url() + ": " + error.error()));
    }

    /** Looks at the page as it now stands; one that was judged before, letter for letter, is not judged again. */
    void look(Page page) {
        pages++;
        addresses.add(page.url());
        titles.add(page.title());
        if (!judged.add(page.content().replaceAll(OF_THE_SESSION, ""))) {
            return;
        }
        long start = System.nanoTime();
        Object found = page.evaluate(WHAT_IS_WRONG, WCAG);
        axeMillis += (System.nanoTime() - start) / 1_000_000;
        if (page.evaluate(PRESSED_BY_ENTER) instanceof List<?> pressed) {
            pressed.forEach(button -> barriers.add("%s: Enter presses %s".formatted(page.url(), button)));
        }
        for (Object barrier : (List<?>) found) {
            barriers.add("%s: %s".formatted(page.url(), barrier));
        }
    }

    /** Fails with everything that was found on all pages. */
    void assertNothingFound() {
        assertThat(barriers).as("axe on %d pages", pages).isEmpty();
        assertThat(stoppedByPolicy).as("stopped by the content security policy").isEmpty();
        assertThat(foreignRequests).as("requests to other origins").isEmpty();
        assertThat(scriptErrors).as("scripts that failed").isEmpty();
    }

    /** Every address that was asked for and every title that was shown. */
    List<String> addressesAndTitles() {
        List<String> all = new ArrayList<>(addresses);
        all.addAll(titles);
        return all;
    }

    /** The figures, in one line. */
    String summary() {
        return "%d pages looked at, %d of them not alike (axe %d ms): %d axe violations, %d stopped by policy, %d foreign requests, %d script errors"
                .formatted(
                        pages,
                        judged.size(),
                        axeMillis,
                        barriers.size(),
                        stoppedByPolicy.size(),
                        foreignRequests.size(),
                        scriptErrors.size());
    }

    private boolean isForeign(String url) {
        URI asked = URI.create(url);
        return switch (String.valueOf(asked.getScheme())) {
            case "data", "blob", "about" -> false;
            default ->
                !origin.getScheme().equals(asked.getScheme())
                        || !origin.getAuthority().equals(asked.getAuthority());
        };
    }
}
