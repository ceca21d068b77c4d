package be.livc.web.ledger;

import be.livc.access.LedgerReading;
import be.livc.cell.Actor;
import be.livc.ledger.LedgerBook;
import be.livc.ledger.LedgerEntryView;
import be.livc.platform.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What somebody takes home of one act: that it stands in the log, provable without this program. */
@Component
public class Receipts {

    private final LedgerReading reading;
    private final LedgerBook book;
    private final AuditLines lines;
    private final MessageSource messages;

    Receipts(LedgerReading reading, LedgerBook book, AuditLines lines, MessageSource messages) {
        this.reading = reading;
        this.book = book;
        this.lines = lines;
        this.messages = messages;
    }

    /** The proof alone (C2SP tlog-proof); refused as {@link LedgerReading#receipt}. */
    public String text(Actor actor, long index) {
        return reading.receipt(actor, index);
    }

    /** The proof in a page that people read. */
    public byte[] pdf(Actor actor, long index, Locale locale) {
        String proof = reading.receipt(actor, index);
        LedgerEntryView entry = book.entry(index).orElseThrow(Refusal::notFound);
        AuditLines.Line line = lines.of(entry, lines.names(), locale);
        String checkpoint = proof.substring(proof.indexOf("\n\n") + 2);
        String[] head = checkpoint.split("\n", 4);
        List<String> told = new ArrayList<>();
        told.add(say("audit.receipt.entry", locale, index, head[0]));
        told.add(say("audit.receipt.when", locale, line.at()));
        told.add(say("audit.receipt.who", locale, line.who()));
        told.add(say(
                "audit.receipt.what",
                locale,
                lines.word("ledger.action.", line.action(), locale),
                line.object(),
                line.objectId()));
        if (!line.to().isEmpty()) {
            told.add(say("audit.receipt.to", locale, line.to()));
        }
        told.add("");
        told.add(say("audit.receipt.signed", locale, head[1]));
        told.add(head[2]);
        told.add("");
        told.add(say("audit.receipt.check", locale));
        told.add("java -jar livc-verify.jar bewijs.pdf --key ...");
        told.add(book.verifierKey());
        return ReceiptPdf.of(
                say("audit.receipt.title", locale, index),
                told,
                head[0] + "\n" + head[1] + "\n" + head[2] + "\n",
                proof);
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(
                key, Arrays.stream(values).map(String::valueOf).toArray(), locale);
    }
}
