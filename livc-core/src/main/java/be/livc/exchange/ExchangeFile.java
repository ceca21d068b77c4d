package be.livc.exchange;

import be.livc.casefile.CaseView;
import be.livc.casefile.Subject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The exact content of an exchange, as its file has it. The text of this record is what is sealed, what the ledger's entry is
 * bound to, and what is downloaded, to the byte. Never printed.
 *
 * @param format name and version of the format
 * @param cell what the sending cell is called
 * @param caseNumber the number of the case in that cell
 * @param counterpart who receives it, or gave it
 * @param basis kind of the legal basis that covers them
 * @param reference where that basis is to be found
 * @param setting the reference with which the cell switched this exchange on
 * @param fields by the name of the field, in the order of the form
 */
public record ExchangeFile(
        String format,
        ExchangeKind kind,
        String cell,
        String caseNumber,
        LocalDate recordedOn,
        String author,
        String counterpart,
        String basis,
        String reference,
        String setting,
        String purpose,
        Subject subject,
        Map<String, String> fields) {

    /** The format of this version of the program. */
    static final String FORMAT = "livc-exchange/1";

    /** Keeps its own copy, in the same order. */
    public ExchangeFile {
        fields = new LinkedHashMap<>(fields);
    }

    static ExchangeFile of(RecordExchange asked, CaseView view, Subject subject, Parties parties, LocalDate today) {
        return new ExchangeFile(
                FORMAT,
                asked.kind(),
                parties.cell(),
                view.number(),
                today,
                parties.recorder().nameWithPartner(),
                parties.counterpart().nameWithPartner(),
                parties.basis().kind().name(),
                parties.basis().reference(),
                parties.setting().reference(),
                view.purpose(),
                subject,
                asked.fields());
    }

    @Override
    public String toString() {
        return "•••";
    }
}
