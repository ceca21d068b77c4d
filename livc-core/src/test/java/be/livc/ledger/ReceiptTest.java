package be.livc.ledger;

import static be.livc.ledger.verify.Verdict.Outcome.ALTERED;
import static be.livc.ledger.verify.Verdict.Outcome.COMPLETE;
import static be.livc.ledger.verify.Verdict.Outcome.FORGED;
import static be.livc.ledger.verify.Verdict.Outcome.WRONG_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import be.livc.ledger.verify.Verdict;
import be.livc.ledger.verify.VerifyExport;
import be.livc.platform.CellId;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A receipt of one entry is checked by itself, and tells what was done to it. */
class ReceiptTest extends ExportTestBase {

    @Test
    void a_receipt_stands_on_its_own_also_inside_another_file() throws IOException {
        append(12);
        String receipt = CurrentCell.in(cell, () -> book.receipt(7)).orElseThrow();
        append(3);

        assertThat(checkReceipt(receipt).outcome()).isEqualTo(COMPLETE);
        assertThat(checkReceipt("%PDF-1.7 stream\n" + receipt + "endstream").outcome())
                .isEqualTo(COMPLETE);
        assertThat(checkReceipt(receipt).findings().get(1).values().get(0)).contains("\"seq\":7,");
    }

    @Test
    void a_receipt_that_was_tampered_with_is_told_apart() throws IOException {
        append(12);
        String receipt = CurrentCell.in(cell, () -> book.receipt(7)).orElseThrow();
        String extra = receipt.lines().toList().get(1).substring("extra ".length());
        String text = new String(Base64.getDecoder().decode(extra), StandardCharsets.UTF_8);
        String other = Base64.getEncoder()
                .encodeToString(text.replace("follow-up", "follow-on").getBytes(StandardCharsets.UTF_8));

        Verdict altered = checkReceipt(receipt.replace(extra, other));
        assertThat(altered.outcome()).isEqualTo(ALTERED);
        assertThat(altered.first()).isEqualTo(7);
        assertThat(checkReceipt(receipt.replace("\n12\n", "\n13\n")).outcome()).isEqualTo(FORGED);
        assertThat(checkReceipt(receipt.replace("index 7", "index 6")).outcome())
                .isEqualTo(ALTERED);
        CellId stranger = new CellId(Ids.next());
        assertThat(VerifyExport.check(
                                write("receipt", receipt.getBytes(StandardCharsets.UTF_8)),
                                Optional.empty(),
                                Optional.of(keyOf(stranger)))
                        .outcome())
                .isEqualTo(WRONG_KEY);
    }

    @Test
    void a_receipt_that_shows_a_hash_in_the_place_of_its_entry_proves_nothing() throws IOException {
        append(12);
        String receipt = CurrentCell.in(cell, () -> book.receipt(7)).orElseThrow();
        String extra = receipt.lines().toList().get(1).substring("extra ".length());
        String[] shown = new String(Base64.getDecoder().decode(extra), StandardCharsets.UTF_8).split("\n", 2);
        String hash = Base64.getEncoder()
                .encodeToString(Merkle.sha256(new byte[] {0}, shown[0].getBytes(StandardCharsets.UTF_8)));
        String hidden = Base64.getEncoder()
                .encodeToString(
                        ("{\"pruned\":\"" + hash + "\",\"seq\":7}\n" + shown[1]).getBytes(StandardCharsets.UTF_8));

        Verdict verdict = checkReceipt(receipt.replace(extra, hidden));

        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.UNREADABLE);
        assertThat(verdict.findings()).containsExactly(new Verdict.Finding("receipt.no-text", List.of("7")));
    }

    private Verdict checkReceipt(String text) throws IOException {
        return VerifyExport.check(
                write("receipt", text.getBytes(StandardCharsets.UTF_8)), Optional.empty(), Optional.empty());
    }
}
