package be.livc.web.exchange;

import be.livc.casefile.CaseId;
import be.livc.casefile.ItemId;
import be.livc.cell.MandateId;
import be.livc.consultation.Passage;
import be.livc.exchange.ExchangeKind;
import be.livc.exchange.Field;
import be.livc.exchange.RecordExchange;
import be.livc.platform.Refusal;
import be.livc.web.layout.Reading;
import be.livc.web.layout.Typed;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a form holds, as typed.
 *
 * @param counterpart who receives what goes out
 * @param givenBy who gave an answer
 * @param fields every field of the form by its name, empty ones too
 * @param quotingConfirmed whether the box was ticked that it may quote what was told in secret
 */
record ExchangeForm(
        ExchangeKind kind,
        String counterpart,
        String givenBy,
        String answers,
        Map<String, String> fields,
        boolean quotingConfirmed) {

    private static final UUID NOBODY = new UUID(0, 0);

    static ExchangeForm of(ExchangeKind kind, Map<String, String> sent) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Field field : kind.fields()) {
            fields.put(field.name(), Typed.text(sent.get(path(field.name()))));
        }
        return new ExchangeForm(
                kind,
                Typed.text(sent.get("counterpart")),
                Typed.text(sent.get("givenBy")),
                Typed.text(sent.get("answers")),
                fields,
                sent.containsKey("quotingConfirmed"));
    }

    /** What a field of the command is called in this form. */
    static String path(String name) {
        return "fields[" + name + "]";
    }

    /** The same for all of them; the other side has its own name in an answer. */
    Map<String, String> paths() {
        Map<String, String> paths = new LinkedHashMap<>();
        if (kind.comesIn()) {
            paths.put("counterpart", "givenBy");
        }
        fields.keySet().forEach(name -> paths.put(name, path(name)));
        return paths;
    }

    /** Days that cannot be read. */
    List<Refusal.Reason> problems() {
        Reading reading = new Reading();
        for (Field field : kind.fields()) {
            if (field.type() == Field.Type.DAY) {
                reading.someDay(field.name(), fields.getOrDefault(field.name(), ""));
            }
        }
        return reading.problems();
    }

    RecordExchange command(CaseId caseId) {
        Map<String, String> values = new LinkedHashMap<>(fields);
        for (Field field : kind.fields()) {
            if (field.type() == Field.Type.DAY) {
                values.computeIfPresent(field.name(), (name, typed) -> Typed.date(typed)
                        .map(LocalDate::toString)
                        .orElse(""));
            }
        }
        return new RecordExchange(
                caseId,
                kind,
                new MandateId(Typed.id(kind.comesIn() ? givenBy : counterpart).orElse(NOBODY)),
                values,
                Typed.id(answers).map(ItemId::new),
                quotingConfirmed);
    }

    /** The words of its author that were told in secret, as a refusal names them. */
    List<String> quoted(Refusal refusal) {
        return refusal.reasons().stream()
                .filter(reason -> reason.code().equals("quotes-secret"))
                .flatMap(reason -> reason.allowed().stream()
                        .flatMap(at -> Passage.read(at).stream())
                        .map(passage -> passage.of(
                                fields.getOrDefault(reason.detail(), "").strip())))
                .toList();
    }

    @Override
    public String toString() {
        return "•••";
    }
}
