package be.livc.web.api;

import be.livc.cell.MandateId;
import be.livc.consultation.ConsultationView;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.FontFactory;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays the minutes of a consultation out as PDF, in Dutch: what one reader may see, and nothing else. */
@Component
class Minutes {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl-BE"));
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Fields.BRUSSELS);
    private static final Font TITLE = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 16);
    private static final Font HEADING = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 12);
    private static final Font TEXT = FontFactory.getFont(FontFactory.HELVETICA, 10);
    private static final Font SMALL = FontFactory.getFont(FontFactory.HELVETICA, 8);
    private static final float MARGIN = 56;
    private static final float GAP = 8;

    byte[] of(ConsultationView view) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN + GAP, MARGIN)) {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            writer.setPageEvent(new Frame());
            document.addTitle("Verslag " + view.number());
            document.open();
            document.add(new Paragraph("Verslag casusoverleg " + view.number(), TITLE));
            document.add(new Paragraph(
                    view.date().format(DAY) + " · " + view.place() + " · voorzitter " + view.chairName(), TEXT));
            for (ConsultationView.Item item : view.items()) {
                add(document, view, item);
            }
        }
        return out.toByteArray();
    }

    private static void add(Document document, ConsultationView view, ConsultationView.Item item) {
        Paragraph heading = new Paragraph(
                "Punt " + item.n()
                        + item.caseNumber().map(number -> " · " + number).orElse(" · opgeschort"),
                HEADING);
        heading.setSpacingBefore(2 * GAP);
        document.add(heading);
        if (item.suspended()) {
            return;
        }
        document.add(attendance(item));
        for (ConsultationView.Said said : item.disclosures()) {
            document.add(paragraph(said.byName() + (said.secret() ? " (geheim): " : ": ") + said.text()));
        }
        Map<MandateId, String> names = view.names();
        for (ConsultationView.Decided decided : item.decisions()) {
            String votes = decided.votes().entrySet().stream()
                    .map(vote -> names.getOrDefault(vote.getKey(), "") + " "
                            + word(vote.getValue().name()))
                    .collect(Collectors.joining(", "));
            document.add(paragraph("Besluit: " + decided.text() + (votes.isEmpty() ? "" : " (" + votes + ")")));
        }
    }

    private static PdfPTable attendance(ConsultationView.Item item) {
        PdfPTable table = new PdfPTable(new float[] {5, 1, 1, 2});
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        table.setSpacingBefore(GAP);
        for (String head : new String[] {"Aanwezig", "In", "Uit", "Verklaring"}) {
            table.addCell(new Phrase(head, SMALL));
        }
        for (ConsultationView.Attending one : item.attendance()) {
            table.addCell(new Phrase(one.name(), SMALL));
            table.addCell(new Phrase(hours(one, stay -> Optional.of(stay.arrived())), SMALL));
            table.addCell(new Phrase(hours(one, ConsultationView.Stay::left), SMALL));
            table.addCell(new Phrase(one.statement().isPresent() ? "getekend" : "niet getekend", SMALL));
        }
        return table;
    }

    /** An hour of each stay, one below the other. */
    private static String hours(
            ConsultationView.Attending one, Function<ConsultationView.Stay, Optional<Instant>> moment) {
        return one.stays().stream().map(stay -> hour(moment.apply(stay))).collect(Collectors.joining("\n"));
    }

    private static String hour(Optional<Instant> moment) {
        return moment.map(HOUR::format).orElse("");
    }

    private static String word(String vote) {
        return switch (vote) {
            case "FOR" -> "voor";
            case "AGAINST" -> "tegen";
            default -> "onthouding";
        };
    }

    private static Paragraph paragraph(String text) {
        Paragraph paragraph = new Paragraph(text, TEXT);
        paragraph.setSpacingBefore(GAP);
        return paragraph;
    }

    /** The head and foot of every page. */
    private static final class Frame extends PdfPageEventHelper {

        private static final float WIDTH_OF_A_NUMBER = 30;
        private static final float FOOT = 30;

        private @Nullable PdfTemplate total;

        @Override
        public void onOpenDocument(PdfWriter writer, Document document) {
            total = writer.getDirectContent().createTemplate(WIDTH_OF_A_NUMBER, 2 * GAP);
        }

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            ColumnText.showTextAligned(
                    writer.getDirectContent(),
                    Element.ALIGN_LEFT,
                    new Phrase("Vertrouwelijk — art. 458ter Sw. Enkel voor de ontvanger van dit verslag.", SMALL),
                    document.left(),
                    document.top() + GAP,
                    0);
            Phrase page = new Phrase("pagina " + writer.getPageNumber() + " van ", SMALL);
            ColumnText.showTextAligned(
                    writer.getDirectContent(), Element.ALIGN_RIGHT, page, document.right() - GAP, FOOT, 0);
            if (total != null) {
                writer.getDirectContent().addTemplate(total, document.right() - GAP, FOOT);
            }
        }

        @Override
        public void onCloseDocument(PdfWriter writer, Document document) {
            if (total != null) {
                ColumnText.showTextAligned(
                        total,
                        Element.ALIGN_LEFT,
                        new Phrase(Integer.toString(writer.getPageNumber() - 1), SMALL),
                        0,
                        0,
                        0);
            }
        }
    }
}
