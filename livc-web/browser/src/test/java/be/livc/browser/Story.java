package be.livc.browser;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** One walk: the people who take part, each in a browser of their own, what they said, and which case it is about. */
final class Story implements AutoCloseable {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final Stage stage;
    private final boolean script;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Said said = new Said();
    private String signalPath = "";
    private String casePath = "";
    private String caseNumber = "";
    private String consultationPath = "";

    Story(Stage stage) {
        this(stage, true);
    }

    private Story(Stage stage, boolean script) {
        this.stage = stage;
        this.script = script;
    }

    /** A walk of people whose browsers run no script. */
    static Story withoutScript(Stage stage) {
        return new Story(stage, false);
    }

    /** This demo user, signed in when first asked for. */
    Person the(String username) {
        return people.computeIfAbsent(
                username, name -> script ? Person.signIn(stage, name) : Person.signInWithoutScript(stage, name));
    }

    /** What was said, to look for where it may not be. */
    Said said() {
        return said;
    }

    /** The program and the browser. */
    Stage stage() {
        return stage;
    }

    /** Where the signal is found. */
    String signalPath() {
        return signalPath;
    }

    /** Where the case is found. */
    String casePath() {
        return casePath;
    }

    /** The number of the case. */
    String caseNumber() {
        return caseNumber;
    }

    /** Where the consultation is found. */
    String consultationPath() {
        return consultationPath;
    }

    void signalIsAt(String path) {
        signalPath = path;
    }

    void caseIsAt(String path, String number) {
        casePath = path;
        caseNumber = number;
    }

    void consultationIsAt(String path) {
        consultationPath = path;
    }

    /** Today, some days on or back, as a date field takes it. */
    static String day(int daysFromNow) {
        return LocalDate.now(BRUSSELS).plusDays(daysFromNow).toString();
    }

    @Override
    public void close() {
        people.values().forEach(Person::close);
    }
}
