package be.livc.web.signal;

import be.livc.casefile.Subject;
import be.livc.platform.Refusal;
import be.livc.signal.FileSignal;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the form to file a signal holds, as it was typed.
 *
 * @param submission names this form, so that it takes effect once
 * @param informed yes or no: whether the person knows of the signal
 */
record SignalForm(
        String submission,
        String reporter,
        About subject,
        List<Fact> facts,
        String urgency,
        String informed,
        String notInformedReason,
        boolean containsSecret,
        String secretGround) {

    /** What fields of the command are called here. */
    static final Map<String, String> FIELDS = Map.of(
            "reporter.kind", "reporter",
            "subjectInformed.reason", "notInformedReason",
            "ground", "secretGround");

    private static final List<String> PARTS = List.of(
            "reporter",
            "subject",
            "facts",
            "urgency",
            "informed",
            "notInformedReason",
            "containsSecret",
            "secretGround");

    private static final int MOST_FACTS = 1000;

    /** Who it is about. */
    record About(String familyName, String givenNames, String birthDate, String aliases) {

        About {
            familyName = Typed.text(familyName);
            givenNames = Typed.text(givenNames);
            birthDate = Typed.text(birthDate);
            aliases = Typed.text(aliases);
        }

        private Subject subject() {
            return new Subject(familyName, givenNames, Typed.date(birthDate), Typed.list(aliases));
        }

        @Override
        public String toString() {
            return "•••";
        }
    }

    /** One thing that was noticed. */
    record Fact(String date, String kind, String source, String text) {

        static final Fact EMPTY = new Fact("", "", "", "");

        Fact {
            date = Typed.text(date);
            kind = Typed.text(kind);
            source = Typed.text(source);
            text = Typed.text(text);
        }

        private boolean isEmpty() {
            return equals(EMPTY);
        }

        /** The day that was typed; where it cannot be read, a day that nothing else is wrong with. */
        private FileSignal.Fact fact(LocalDate today) {
            return new FileSignal.Fact(Typed.date(date).orElse(today), kind, source, text);
        }

        @Override
        public String toString() {
            return "•••";
        }
    }

    SignalForm {
        submission = Typed.text(submission);
        reporter = Typed.text(reporter);
        subject = orNobody(subject);
        facts = facts == null || facts.isEmpty() ? List.of(Fact.EMPTY) : List.copyOf(facts);
        urgency = Typed.text(urgency);
        informed = Typed.text(informed);
        notInformedReason = Typed.text(notInformedReason);
        secretGround = Typed.text(secretGround);
    }

    private static About orNobody(@Nullable About sent) {
        return sent == null ? new About("", "", "", "") : sent;
    }

    /** The same without the rows for facts in which nothing was typed; at least one row stays. */
    SignalForm filledIn() {
        return withFacts(facts.stream().filter(fact -> !fact.isEmpty()).toList());
    }

    /** The same with other rows for facts, and at least one. */
    SignalForm withFacts(List<Fact> others) {
        return new SignalForm(
                submission,
                reporter,
                subject,
                others,
                urgency,
                informed,
                notInformedReason,
                containsSecret,
                secretGround);
    }

    /** The same with one more row for a fact. */
    SignalForm withOneMoreFact() {
        return withFacts(Stream.concat(facts.stream(), Stream.of(Fact.EMPTY)).toList());
    }

    /** The same without one row. */
    SignalForm withoutFact(int row) {
        return withFacts(IntStream.range(0, facts.size())
                .filter(at -> at != row)
                .mapToObj(facts::get)
                .toList());
    }

    /** Every field that is missing or wrong, under the names of this form. */
    List<Refusal.Reason> problems(LocalDate today) {
        Reading reading = new Reading();
        reading.present("reporter", reporter);
        reading.someDay("subject.birthDate", subject.birthDate());
        for (int i = 0; i < facts.size(); i++) {
            String field = "facts[" + i + "].";
            reading.day(field + "date", facts.get(i).date());
            reading.present(field + "kind", facts.get(i).kind());
        }
        reading.present("urgency", urgency);
        reading.present("informed", informed);
        List<Refusal.Reason> problems = new ArrayList<>(reading.problems());
        boolean toldWhetherInformed = !informed.isEmpty();
        command(today).problems(today).stream()
                .filter(problem -> toldWhetherInformed || !problem.detail().equals("subjectInformed.reason"))
                .forEach(problems::add);
        return inOrderOfTheForm(problems);
    }

    /** The summary above a form tells its errors from the top of the form to the bottom. */
    private static List<Refusal.Reason> inOrderOfTheForm(List<Refusal.Reason> problems) {
        return problems.stream()
                .map(problem ->
                        new Refusal.Reason(problem.code(), FIELDS.getOrDefault(problem.detail(), problem.detail())))
                .sorted(Comparator.comparingInt(SignalForm::place))
                .toList();
    }

    private static int place(Refusal.Reason problem) {
        String[] path = problem.detail().split("\\W+");
        int row = path[0].equals("facts") && path.length > 1 ? Integer.parseInt(path[1]) : 0;
        return PARTS.indexOf(path[0]) * MOST_FACTS + row;
    }

    FileSignal command(LocalDate today) {
        boolean subjectInformed = informed.equals("yes");
        return new FileSignal(
                subject.subject(),
                reporter,
                facts.stream().map(fact -> fact.fact(today)).toList(),
                urgency,
                subjectInformed,
                subjectInformed ? Optional.empty() : Typed.some(notInformedReason),
                containsSecret,
                containsSecret ? Typed.some(secretGround) : Optional.empty());
    }

    static SignalForm empty(String submission) {
        return new SignalForm(submission, "", new About("", "", "", ""), List.of(), "", "", "", false, "");
    }
}
