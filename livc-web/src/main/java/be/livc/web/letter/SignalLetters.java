package be.livc.web.letter;

import be.livc.casefile.Subject;
import be.livc.cell.Actor;
import be.livc.letter.LetterKind;
import be.livc.platform.Refusal;
import be.livc.signal.SignalId;
import be.livc.signal.SignalReading;
import be.livc.signal.SignalView;
import be.livc.web.choices.Choices;
import be.livc.web.pdf.Paper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Forms about a signal, each from what its reader sees of it; that it is printed stands in the ledger. */
@Component
public class SignalLetters {

    private final SignalReading signals;
    private final Choices choices;
    private final MessageSource messages;
    private final LetterPaper papers;

    SignalLetters(SignalReading signals, Choices choices, MessageSource messages, LetterPaper papers) {
        this.signals = signals;
        this.choices = choices;
        this.messages = messages;
        this.papers = papers;
    }

    /**
     * A form of this kind: signal sheet, or assessment sheet once somebody weighed it.
     *
     * @throws Refusal not found, when the reader does not see the signal or it has no such form for them
     */
    public Paper of(Actor reader, SignalId id, LetterKind kind) {
        return switch (kind) {
            case SIGNAL_SHEET -> sheet(signals.print(reader, id));
            case ASSESSMENT_SHEET -> assessment(signals.print(reader, id));
            default -> throw Refusal.notFound();
        };
    }

    private Paper sheet(SignalView view) {
        Map<String, String> kinds = choices.labels("fact-kinds", LetterPaper.LANGUAGE);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("signaal", view.number());
        values.put(
                "melder",
                choices.labels("reporter-kinds", LetterPaper.LANGUAGE).getOrDefault(view.reporter(), "")
                        + ", genoteerd door " + view.filedByName());
        values.put("persoon", view.subject().map(SignalLetters::person).orElse("niet (meer) te zien"));
        values.put("urgentie", choices.labels("urgencies", LetterPaper.LANGUAGE).getOrDefault(view.urgency(), ""));
        values.put(
                "feiten",
                view.facts().stream()
                        .map(fact -> LetterPaper.day(fact.date()) + ": " + fact.text() + " ("
                                + kinds.getOrDefault(fact.kind(), "") + ", " + fact.source() + ")")
                        .collect(Collectors.joining("\n")));
        return papers.of(LetterKind.SIGNAL_SHEET, values);
    }

    private static String person(Subject subject) {
        return subject.name()
                + subject.birthDate()
                        .map(day -> ", geboren op " + LetterPaper.day(day))
                        .orElse("");
    }

    private Paper assessment(SignalView view) {
        if (view.assessments().isEmpty()) {
            throw Refusal.notFound();
        }
        Map<String, String> values = new LinkedHashMap<>();
        values.put("signaal", view.number());
        values.put("beoordelaars", each(view, one -> one.assessorName() + (one.joint() ? " (gezamenlijk)" : "")));
        values.put("criteria", each(view, "\n\n", one -> one.assessorName() + "\n" + criteria(one)));
        values.put("besluit", each(view, one -> say("signal.outcome." + one.outcome())));
        values.put("motivering", each(view, one -> one.assessorName() + ": " + one.reason()));
        return papers.of(LetterKind.ASSESSMENT_SHEET, values);
    }

    private String criteria(SignalView.AssessmentView one) {
        Map<String, String> names = choices.labels("assessment-criteria", LetterPaper.LANGUAGE);
        return one.criteria().entrySet().stream()
                .map(answer -> names.getOrDefault(answer.getKey(), answer.getKey()) + ": "
                        + say("signal.answer." + answer.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String each(SignalView view, Function<SignalView.AssessmentView, String> say) {
        return each(view, "\n", say);
    }

    private static String each(SignalView view, String between, Function<SignalView.AssessmentView, String> say) {
        return view.assessments().stream().map(say).distinct().collect(Collectors.joining(between));
    }

    private String say(String key) {
        return String.valueOf(messages.getMessage(key, null, "", LetterPaper.LANGUAGE));
    }
}
