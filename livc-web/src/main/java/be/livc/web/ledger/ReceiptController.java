package be.livc.web.ledger;

import be.livc.cell.Actor;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The receipt of one entry, as PDF. */
@Controller
class ReceiptController {

    private final Receipts receipts;

    ReceiptController(Receipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping("/audit/{index:\\d{1,18}}/bewijs")
    ResponseEntity<byte[]> receipt(Actor actor, @PathVariable long index, Locale locale) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bewijs-" + index + ".pdf\"")
                .body(receipts.pdf(actor, index, locale));
    }
}
