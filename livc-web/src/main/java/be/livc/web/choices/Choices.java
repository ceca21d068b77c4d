package be.livc.web.choices;

import be.livc.cell.Capacity;
import be.livc.cell.CellKind;
import be.livc.cell.CodeLists;
import be.livc.cell.Mandate;
import be.livc.cell.Mandates;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasis;
import be.livc.transfer.TransferKind;
import be.livc.web.layout.Choice;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns data of the cell into the answers of radios, checkboxes and selects, in the language of the page. */
@Component
public class Choices {

    private final CodeLists codeLists;
    private final Mandates mandates;
    private final LegalBases bases;
    private final MessageSource messages;

    Choices(CodeLists codeLists, Mandates mandates, LegalBases bases, MessageSource messages) {
        this.codeLists = codeLists;
        this.mandates = mandates;
        this.bases = bases;
        this.messages = messages;
    }

    /** The codes of a list that hold today. */
    public List<Choice> codes(String list, Locale locale) {
        return choices(codeLists.items(list, locale));
    }

    /** The codes of a list that every new cell starts with. */
    public List<Choice> codesOfNewCell(String list, Locale locale) {
        return choices(codeLists.ofNewCell(list, locale));
    }

    private static List<Choice> choices(List<CodeLists.Code> codes) {
        return codes.stream().map(code -> new Choice(code.code(), code.label())).toList();
    }

    /** What people read for each code of a list. */
    public Map<String, String> labels(String list, Locale locale) {
        Map<String, String> labels = new LinkedHashMap<>();
        codeLists.items(list, locale).forEach(code -> labels.put(code.code(), code.label()));
        return labels;
    }

    /** What a cell of this kind calls the reasons for which a case goes to another cell; from a prison to a prison nobody moves house. */
    public Map<String, String> transferKinds(CellKind here, Locale locale) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (TransferKind kind : TransferKind.values()) {
            boolean toAnotherPrison = kind == TransferKind.MOVE && here == CellKind.PIVC;
            labels.put(
                    kind.name(), text(toAnotherPrison ? "transfer.kind.MOVE.PIVC" : "transfer.kind." + kind, locale));
        }
        return labels;
    }

    /** Everyone who may sit in a consultation, with organisation and capacity below the name. */
    public List<Choice> people(Locale locale) {
        return mandates.ofThoseWhoTakePart().stream()
                .map(mandate -> person(mandate, locale))
                .toList();
    }

    private Choice person(Mandate mandate, Locale locale) {
        return new Choice(
                mandate.id().toString(),
                mandate.person(),
                mandate.partner().name() + " · " + capacity(mandate.capacity(), locale));
    }

    /** The same on one line each, for a select. */
    public List<Choice> peopleOnOneLine() {
        return mandates.ofThoseWhoTakePart().stream()
                .map(mandate -> new Choice(mandate.id().toString(), mandate.nameWithPartner()))
                .toList();
    }

    /** What people call a capacity. */
    public String capacity(Capacity capacity, Locale locale) {
        return Objects.requireNonNull(messages.getMessage("capacity." + capacity, null, capacity.name(), locale));
    }

    /** The legal bases that count in a cell of this kind and are still valid on a day or begin later, with kind and dates. */
    public List<Choice> basesFrom(CellKind cell, LocalDate day, Locale locale) {
        Map<String, String> kinds = labels("basis-kinds", locale);
        return bases.countingIn(cell).stream()
                .filter(basis -> basis.validTo().filter(day::isAfter).isEmpty())
                .map(basis -> new Choice(
                        basis.id().toString(),
                        basis.reference(),
                        kinds.getOrDefault(basis.kind().name(), "") + " · " + validity(basis, locale)))
                .toList();
    }

    /** From when to when a basis is valid, as one reads it. */
    public String validity(LegalBasis basis, Locale locale) {
        Optional<LocalDate> last = basis.validTo();
        return last.map(day ->
                        text("choices.valid-between", locale, date(basis.validFrom(), locale), date(day, locale)))
                .orElseGet(() -> text("choices.valid-from", locale, date(basis.validFrom(), locale)));
    }

    /** A day as one reads it. */
    public String date(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(text("layout.format.date", locale), locale)
                .format(day);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
