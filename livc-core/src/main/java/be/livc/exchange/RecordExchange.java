package be.livc.exchange;

import be.livc.casefile.CaseId;
import be.livc.casefile.ItemId;
import be.livc.cell.CodeLists;
import be.livc.cell.MandateId;
import be.livc.platform.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks for an exchange to be recorded.
 *
 * @param counterpart who receives it, or for an answer who gave it
 * @param fields by the name of the field: a text, an ISO day or a code
 * @param answers for an answer, the request that it answers
 * @param quotingConfirmed whether its author confirmed that it may quote what was told in secret
 */
public record RecordExchange(
        CaseId caseId,
        ExchangeKind kind,
        MandateId counterpart,
        Map<String, String> fields,
        Optional<ItemId> answers,
        boolean quotingConfirmed) {

    /** Without anything confirmed. */
    public RecordExchange(
            CaseId caseId,
            ExchangeKind kind,
            MandateId counterpart,
            Map<String, String> fields,
            Optional<ItemId> answers) {
        this(caseId, kind, counterpart, fields, answers, false);
    }

    /** Keeps what the form has, in its order; whatever else was sent is left out, and so is what is empty. */
    public RecordExchange {
        Map<String, String> kept = new LinkedHashMap<>();
        for (Field field : kind.fields()) {
            Optional.ofNullable(fields.get(field.name()))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> kept.put(field.name(), value));
        }
        fields = kept;
    }

    /** What of the form is written in words: the piece of information that the case shows. */
    String narrative() {
        return kind.fields().stream()
                .filter(field -> field.type() == Field.Type.TEXT)
                .map(field -> fields.getOrDefault(field.name(), ""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Every field that is missing or wrong. */
    List<Refusal.Reason> problems(CodeLists codeLists, LocalDate today) {
        List<Refusal.Reason> problems = new ArrayList<>();
        for (Field field : kind.fields()) {
            String value = fields.getOrDefault(field.name(), "");
            if (value.isEmpty()) {
                if (field.required()) {
                    problems.add(new Refusal.Reason("required", field.name()));
                }
            } else if (field.type() == Field.Type.DAY && day(field.name()).isEmpty()) {
                problems.add(new Refusal.Reason("bad-date", field.name()));
            } else if (field.list().filter(list -> !codeLists.has(list, value)).isPresent()) {
                problems.add(new Refusal.Reason("unknown-code", field.name()));
            }
        }
        requireOrder(problems, "periodFrom", "periodTo");
        requireOrder(problems, "evaluatedOn", "reviewOn");
        for (String past : List.of("evaluatedOn", "observedOn")) {
            day(past)
                    .filter(day -> day.isAfter(today))
                    .ifPresent(day -> problems.add(new Refusal.Reason("in-the-future", past)));
        }
        return problems;
    }

    private void requireOrder(List<Refusal.Reason> problems, String first, String last) {
        Optional<LocalDate> begin = day(first);
        if (day(last).filter(end -> begin.filter(end::isBefore).isPresent()).isPresent()) {
            problems.add(new Refusal.Reason("ends-before-it-begins", last));
        }
    }

    private Optional<LocalDate> day(String name) {
        try {
            return Optional.ofNullable(fields.get(name)).map(LocalDate::parse);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "•••";
    }
}
