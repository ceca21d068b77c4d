package be.livc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/**
 * Someone with the program before them, who reads and clicks what the screen says. Every page that they come to is
 * inspected.
 */
final class Person implements AutoCloseable {

    private static final String PASSWORD = "livc-demo";

    private final String name;
    private final Inspection inspection;
    private final boolean script;
    private final BrowserContext session;
    private final Page page;
    private int pagesLoaded;

    private Person(String name, Inspection inspection, BrowserContext session, boolean script) {
        this.name = name;
        this.inspection = inspection;
        this.script = script;
        this.session = session;
        this.page = session.newPage();
        page.onLoad(loaded -> pagesLoaded++);
    }

    /** Signs in under a name of the demo. */
    static Person signIn(Stage stage, String username) {
        return signIn(stage, username, true);
    }

    /** Signs in with a browser that runs no script. */
    static Person signInWithoutScript(Stage stage, String username) {
        return signIn(stage, username, false);
    }

    private static Person signIn(Stage stage, String username, boolean script) {
        Person person = new Person(username, stage.inspection(), stage.newSession(script), script);
        person.visits("/aanmelden");
        person.writes("Gebruikersnaam", username);
        person.writes("Wachtwoord", PASSWORD);
        person.presses("Aanmelden");
        return person;
    }

    /** Looks for barriers, where scripts run: looking takes one. */
    private void look() {
        if (script) {
            inspection.look(page);
        }
    }

    /** Goes to an address. */
    Person visits(String path) {
        page.navigate(path);
        look();
        return this;
    }

    /** What an address answers when one goes there: the status. */
    int visitsAndGets(String path) {
        Response response = page.navigate(path);
        look();
        return response.status();
    }

    /** Follows the link with this text. */
    Person follows(String link) {
        return goesOn(main().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(startingWith(link)))
                .first());
    }

    /** Presses the button with this text. */
    Person presses(String button) {
        return goesOn(main().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(startingWith(button)))
                .last());
    }

    /** Uses what leads to another page, and waits until that is there. */
    Person goesOn(Locator way) {
        int before = pagesLoaded;
        way.click();
        page.waitForCondition(() -> pagesLoaded > before);
        look();
        return this;
    }

    /** Unfolds what the page keeps folded under these words: the first of them. */
    Person unfolds(String words) {
        main().locator("summary")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
        return this;
    }

    /** Writes in the field with this label. */
    Person writes(String label, String text) {
        field(main(), label).fill(text);
        return this;
    }

    /** Writes in a field of a part of the page. */
    Person writes(Locator part, String label, String text) {
        field(part, label).fill(text);
        return this;
    }

    /** Takes an option of a list. */
    Person takes(String label, String option) {
        return takes(main(), label, option);
    }

    /** Takes an option of a list in a part of the page: the first that begins like this. */
    Person takes(Locator part, String label, String option) {
        Locator list = field(part, label);
        String value = list.locator("option")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile(literally(option))))
                .first()
                .getAttribute("value");
        list.selectOption(value);
        return this;
    }

    /** Answers a question that has a choice of answers. */
    Person answers(String question, String answer) {
        group(question)
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(startingWith(answer)))
                .check();
        return this;
    }

    /** Ticks a box. */
    Person ticks(String label) {
        box(label).check();
        return this;
    }

    /** Takes the tick out of a box. */
    Person unticks(String label) {
        box(label).uncheck();
        return this;
    }

    /** Sees this on the page. */
    Person sees(String text) {
        assertThat(page.locator("body")).containsText(text);
        return this;
    }

    /** Does not find this on the page. */
    Person doesNotSee(String text) {
        assertThat(page.locator("body")).not().containsText(text);
        return this;
    }

    /** Comes back to this address until the page says so: for what the program does by itself. */
    Person waitsAt(String path, String text) {
        for (int times = 0; times < 60 && !main().innerText().contains(text); times++) {
            page.waitForTimeout(1000);
            page.navigate(path);
        }
        look();
        return sees(text);
    }

    /** The path of the page. */
    String path() {
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    /** Everything the page says. */
    String text() {
        return page.locator("body").innerText();
    }

    /** The part of the page below the header. */
    Locator main() {
        return page.locator("main");
    }

    /** A part of the page that has a name. */
    Locator part(String label) {
        return main().getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(startingWith(label)));
    }

    /** The page itself, for what has no word of its own here. */
    Page page() {
        return page;
    }

    @Override
    public void close() {
        session.close();
    }

    @Override
    public String toString() {
        return name;
    }

    private Locator group(String question) {
        return main().getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(startingWith(question)))
                .last();
    }

    private Locator box(String label) {
        return main().getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName(startingWith(label)))
                .first();
    }

    private static Locator field(Locator part, String label) {
        return part.getByLabel(startingWith(label)).first();
    }

    /** Labels go on with "(niet verplicht)" and the like. */
    private static Pattern startingWith(String words) {
        return Pattern.compile("^\\s*" + literally(words));
    }

    /** Escaped for the browser, whose expressions know no {@code \Q…\E}. */
    private static String literally(String words) {
        return words.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
    }
}
