package be.livc.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Playwright;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The running program and a browser before it: one for all tests, handed to whoever takes it as a parameter. */
final class Stage implements AutoCloseable {

    private final LivcProgram program;
    private final Playwright playwright;
    private final Browser browser;
    private final Inspection inspection;

    private Stage() {
        Chromium chromium = Chromium.find();
        program = LivcProgram.start();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(chromium.launchOptions());
        inspection = new Inspection(program.address());
        System.out.printf("Chromium %s, %s%n", browser.version(), chromium.program());
    }

    /** The program itself. */
    LivcProgram program() {
        return program;
    }

    /** What was found on the pages that anyone visited. */
    Inspection inspection() {
        return inspection;
    }

    /** A browser session of someone who has not signed in. */
    BrowserContext newSession(boolean javaScript) {
        BrowserContext session = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(program.address())
                .setLocale("nl-BE")
                .setJavaScriptEnabled(javaScript));
        session.setDefaultTimeout(15_000);
        inspection.watch(session);
        return session;
    }

    /** The same through another address, uninspected: for a test that looks at what is received itself. */
    BrowserContext newSession(String address) {
        BrowserContext session = browser.newContext(
                new Browser.NewContextOptions().setBaseURL(address).setLocale("nl-BE"));
        session.setDefaultTimeout(15_000);
        return session;
    }

    @Override
    public void close() {
        System.out.println(inspection.summary());
        browser.close();
        playwright.close();
        program.close();
    }

    /** Makes the stage when the first test asks for it, and clears it after the last. */
    static final class Setter implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Stage.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            // Surefire hands its programs one class at a time: what is to live longer than that belongs to the session.
            return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(Stage.class))
                    .computeIfAbsent(Stage.class, key -> new Stage(), Stage.class);
        }
    }
}
