package be.livc.web.exchange;

import be.livc.casefile.Subject;
import be.livc.exchange.ExchangeFile;
import be.livc.exchange.Field;
import be.livc.web.choices.Choices;
import be.livc.web.letter.LetterPaper;
import be.livc.web.pdf.Paper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Lays the exact content of an exchange on paper, in Dutch: every field of its file and nothing else. */
@Component
class ExchangePaper {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final Choices choices;
    private final MessageSource messages;

    ExchangePaper(Choices choices, MessageSource messages) {
        this.choices = choices;
        this.messages = messages;
    }

    /** The paper; its title names nobody. */
    Paper of(ExchangeFile file) {
        return Paper.titled(text("exchange.kind." + file.kind()) + " · " + file.caseNumber())
                .notice(Paper.USE_RESTRICTION)
                .table(heads(), about(file))
                .heading(text("exchange.content"))
                .table(heads(), content(file))
                .notice(text("exchange.by-own-channel"))
                .done();
    }

    private List<String> heads() {
        return List.of(text("exchange.field"), text("exchange.value"));
    }

    private List<List<String>> about(ExchangeFile file) {
        Subject subject = file.subject();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("exchange.person", subject.familyName() + ", " + subject.givenNames()));
        subject.birthDate().ifPresent(day -> rows.add(row("exchange.born", LetterPaper.day(day))));
        rows.add(row("exchange.cell", file.cell()));
        rows.add(row("exchange.author", file.author()));
        rows.add(row(file.kind().comesIn() ? "exchange.given-by" : "exchange.counterpart", file.counterpart()));
        rows.add(row("exchange.recorded", LetterPaper.day(file.recordedOn())));
        rows.add(row("exchange.basis", file.reference()));
        rows.add(row("exchange.setting", file.setting()));
        rows.add(row("exchange.purpose", label("purposes", file.purpose())));
        return rows;
    }

    private List<List<String>> content(ExchangeFile file) {
        List<List<String>> rows = new ArrayList<>();
        for (Field field : file.kind().fields()) {
            Optional.ofNullable(file.fields().get(field.name()))
                    .ifPresent(value -> rows.add(row("exchange.field." + field.name(), shown(field, value))));
        }
        return rows;
    }

    private String shown(Field field, String value) {
        return switch (field.type()) {
            case TEXT -> value;
            case DAY -> LetterPaper.day(LocalDate.parse(value));
            case CODE -> label(field.list().orElseThrow(), value);
        };
    }

    private String label(String list, String code) {
        return choices.labels(list, DUTCH).getOrDefault(code, code);
    }

    private List<String> row(String key, String value) {
        return List.of(text(key), value);
    }

    private String text(String key) {
        return Objects.requireNonNull(messages.getMessage(key, null, key, DUTCH));
    }
}
