package be.livc.web.ledger;

import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.ledger.Action;
import be.livc.ledger.Entry;
import be.livc.ledger.LedgerEntryView;
import be.livc.ledger.Result;
import be.livc.web.layout.PrisonWords;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says entries of the log as people read them: who is named by their mandate, codes by their words. */
@Component
class AuditLines {

    /** One line of the log. */
    record Line(
            long index,
            Instant at,
            String who,
            String action,
            String object,
            String objectId,
            @Nullable UUID caseId,
            String purpose,
            @Nullable String why,
            String to,
            boolean denied,
            boolean altered,
            boolean hasReceipt) {}

    private final Mandates mandates;
    private final LedgerReasons reasons;
    private final PrisonWords words;

    AuditLines(Mandates mandates, LedgerReasons reasons, PrisonWords words) {
        this.mandates = mandates;
        this.reasons = reasons;
        this.words = words;
    }

    /** Every person with a mandate in the cell, past ones too, by id. */
    Map<MandateId, String> names() {
        return mandates.all().stream().collect(Collectors.toMap(Mandate::id, Mandate::nameWithPartner));
    }

    List<Line> of(List<LedgerEntryView> entries, Map<MandateId, String> names, Locale locale) {
        return entries.stream().map(entry -> of(entry, names, locale)).toList();
    }

    Line of(LedgerEntryView view, Map<MandateId, String> names, Locale locale) {
        Optional<Entry> entry = view.entry();
        return new Line(
                view.index(),
                view.time(),
                entry.map(one -> who(one, names, locale)).orElse(""),
                entry.map(one -> one.action().name()).orElse(""),
                entry.map(one -> word("ledger.object.", one.object().type(), locale))
                        .orElse(""),
                entry.map(one -> one.object().id()).orElse(""),
                entry.flatMap(Entry::caseId).orElse(null),
                entry.map(Entry::purpose).orElse(""),
                entry.flatMap(one -> one.why().map(why -> reasons.of(one.action(), why, locale)))
                        .orElse(null),
                entry.map(one -> to(one, names)).orElse(""),
                entry.filter(one -> one.result() == Result.DENIED).isPresent(),
                view.state() == LedgerEntryView.State.ALTERED,
                entry.filter(one -> one.action() == Action.DISCLOSE).isPresent());
    }

    private String who(Entry entry, Map<MandateId, String> names, Locale locale) {
        return entry.actor()
                .mandate()
                .map(mandate -> names.getOrDefault(new MandateId(mandate), ""))
                .orElseGet(() -> word("audit.actor.", entry.actor().role(), locale));
    }

    private static String to(Entry entry, Map<MandateId, String> names) {
        return entry.recipients().stream()
                .map(mandate -> names.getOrDefault(new MandateId(mandate), ""))
                .collect(Collectors.joining(", "));
    }

    /** What people read for a code; a code that has no words yet is shown as it is. */
    String word(String prefix, String code, Locale locale) {
        return words.text(prefix + code, locale).orElse(code);
    }
}
