package be.livc.web.ledger;

import be.livc.access.LedgerReading;
import be.livc.cell.Actor;
import be.livc.ledger.LedgerBook;
import be.livc.ledger.LedgerEntryView;
import be.livc.platform.Belgium;
import be.livc.platform.Refusal;
import be.livc.web.layout.QrCode;
import be.livc.web.pdf.Enclosure;
import be.livc.web.pdf.Paper;
import be.livc.web.pdf.Press;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What somebody takes home of one act: that it stands in the log, provable without this program. */
@Component
public class Receipts {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss");

    /** In millimetres: large enough for the camera of a telephone. */
    private static final int QR_SIDE = 48;

    private final LedgerReading reading;
    private final LedgerBook book;
    private final AuditLines lines;
    private final Press press;
    private final MessageSource messages;
    private final Clock clock;

    Receipts(
            LedgerReading reading,
            LedgerBook book,
            AuditLines lines,
            Press press,
            MessageSource messages,
            Clock clock) {
        this.reading = reading;
        this.book = book;
        this.lines = lines;
        this.press = press;
        this.messages = messages;
        this.clock = clock;
    }

    /** The proof alone (C2SP tlog-proof); refused as {@link LedgerReading#receipt}. */
    public String text(Actor actor, long index) {
        return reading.receipt(actor, index);
    }

    /** The proof in a page that people read. */
    byte[] pdf(Actor actor, long index, Locale locale) {
        String proof = reading.receipt(actor, index);
        LedgerEntryView entry = book.entry(index).orElseThrow(Refusal::notFound);
        String checkpoint = proof.substring(proof.indexOf("\n\n") + 2);
        String[] head = checkpoint.split("\n", 4);
        Paper paper = Paper.titled(say("audit.receipt.title", locale, index))
                .marked(say("audit.receipt.mark", locale))
                .in(locale)
                .text(say("audit.receipt.entry", locale, index, head[0]))
                .points(told(entry, locale))
                .heading(say("audit.receipt.signature", locale))
                .text(say("audit.receipt.signed", locale, head[1]) + "\n" + head[2])
                .picture(
                        QrCode.png(head[0] + "\n" + head[1] + "\n" + head[2] + "\n"),
                        QR_SIDE,
                        say("audit.receipt.qr", locale, head[0], head[1], head[2]))
                .heading(say("audit.receipt.checking", locale))
                .text(say("audit.receipt.check", locale))
                .text("java -jar livc-verify.jar bewijs-" + index + ".pdf --key " + book.verifierKey())
                .done();
        return press.print(
                paper,
                new Enclosure(
                        "bewijs.txt",
                        proof.getBytes(StandardCharsets.UTF_8),
                        say("audit.receipt.title", locale, index),
                        clock.instant()));
    }

    private List<String> told(LedgerEntryView entry, Locale locale) {
        AuditLines.Line line = lines.of(entry, lines.names(), locale);
        List<String> told = new ArrayList<>();
        told.add(say(
                "audit.receipt.when",
                locale,
                MOMENT.withLocale(locale).format(line.at().atZone(Belgium.TIME))));
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
        return told;
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(
                key, Arrays.stream(values).map(String::valueOf).toArray(), locale);
    }
}
