package be.livc.web.letter;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.cell.Cells;
import be.livc.cell.Mandate;
import be.livc.cell.Mandates;
import be.livc.cell.Partner;
import be.livc.cell.Partners;
import be.livc.law.BasisKind;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasis;
import be.livc.law.LegalBasisId;
import be.livc.letter.LetterKind;
import be.livc.platform.Belgium;
import be.livc.platform.Refusal;
import be.livc.transfer.Summary;
import be.livc.transfer.TransferId;
import be.livc.transfer.TransferReading;
import be.livc.transfer.TransferView;
import be.livc.web.choices.Choices;
import be.livc.web.pdf.Paper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Letters of a cell that are about no case of its own: its rules, the permission it stands on, what goes to another cell. */
@Component
public class CellLetters {

    private final Access access;
    private final Cells cells;
    private final Mandates mandates;
    private final Partners partners;
    private final LegalBases bases;
    private final TransferReading transfers;
    private final Choices choices;
    private final MessageSource messages;
    private final LetterPaper papers;
    private final Clock clock;

    CellLetters(
            Access access,
            Cells cells,
            Mandates mandates,
            Partners partners,
            LegalBases bases,
            TransferReading transfers,
            Choices choices,
            MessageSource messages,
            LetterPaper papers,
            Clock clock) {
        this.access = access;
        this.cells = cells;
        this.mandates = mandates;
        this.partners = partners;
        this.bases = bases;
        this.transfers = transfers;
        this.choices = choices;
        this.messages = messages;
        this.papers = papers;
        this.clock = clock;
    }

    /**
     * The house rules of the cell, or the code of conduct for the reader to sign.
     *
     * @throws Refusal not found, when the reader does not take part in its consultations or it is another kind of letter
     */
    public Paper of(Actor reader, LetterKind kind) {
        if (!reader.capacity().takesPart()) {
            throw Refusal.notFound();
        }
        return switch (kind) {
            case HOUSE_RULES -> papers.of(kind, Map.of("burgemeester", mayors()));
            case CODE_OF_CONDUCT -> papers.of(kind, Map.of("deelnemer", reader.name()));
            default -> throw Refusal.notFound();
        };
    }

    private String mayors() {
        return mandates.ofThoseWhoTakePart().stream()
                .filter(mandate -> mandate.capacity() == Capacity.MAYOR)
                .map(Mandate::person)
                .collect(Collectors.joining(" en "));
    }

    /**
     * The permission of the procureur that a basis is, for who speaks under it or watches over it.
     *
     * @throws Refusal not found, when it is none, or not for this reader
     */
    public Paper permission(Actor reader, LegalBasisId id) {
        boolean reads = reader.capacity().takesPart()
                || reader.isOneOf(Capacity.DPO)
                || Act.CONFIGURE_CELL.isFor(reader.capacity());
        LegalBasis basis = bases.find(id)
                .filter(found -> reads && found.kind() == BasisKind.PROSECUTOR_PERMISSION)
                .orElseThrow(() -> access.denied(reader, "legal-basis", id.value()));
        Map<String, String> purposes = choices.labels("purposes", LetterPaper.LANGUAGE);
        Map<String, String> names = names();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("procureur", basis.givenBy().orElse("De procureur des Konings"));
        values.put(
                "doel",
                Stream.concat(
                                basis.purposes().stream().map(code -> purposes.getOrDefault(code, code)),
                                basis.purposeNote().stream())
                        .collect(Collectors.joining("\n")));
        values.put("motivering", basis.motivation().orElse("Niet genoteerd."));
        values.put(
                "deelnemers",
                basis.participants().stream()
                        .map(one -> names.getOrDefault(one, ""))
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.joining("\n")));
        values.put("modaliteiten", basis.terms());
        values.put("van", LetterPaper.day(basis.validFrom()));
        values.put("tot", basis.validTo().map(LetterPaper::day).orElse("de intrekking"));
        return papers.of(LetterKind.PROSECUTOR_PERMISSION, values);
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>(choices.labels("partner-categories", LetterPaper.LANGUAGE));
        for (Partner partner : partners.all()) {
            names.put(partner.id().toString(), partner.name());
        }
        mandates.all().forEach(mandate -> names.put(mandate.id().toString(), mandate.nameWithPartner()));
        return names;
    }

    /**
     * What goes with a case to another cell, or came from one: which pieces, without what they say.
     *
     * @throws Refusal not found, when the reader does not see the hand-over
     */
    public Paper transfer(Actor reader, TransferId id) {
        TransferView view = transfers.print(reader, id);
        String here = cells.current().name();
        LocalDate day = LocalDate.ofInstant(clock.instant(), Belgium.TIME);
        Map<String, String> values = new LinkedHashMap<>();
        values.put(
                "dossier",
                view.number().or(() -> view.summary().map(Summary::number)).orElse(""));
        values.put("van_cel", view.incoming() ? view.other() : here);
        values.put("naar_cel", view.incoming() ? here : view.other());
        values.put(
                "reden",
                choices.transferKinds(cells.current().kind(), LetterPaper.LANGUAGE)
                                .getOrDefault(view.kind().name(), "")
                        + view.reason().map(words -> "\n" + words).orElse("")
                        + view.summary()
                                .flatMap(Summary::releaseOn)
                                .map(release -> "\n" + say("transfer.release") + ": " + LetterPaper.day(release))
                                .orElse(""));
        values.put(
                "grondslag",
                bases.all().stream()
                        .filter(basis -> basis.isValidOn(day) && basis.serves(view.purpose()))
                        .map(LegalBasis::reference)
                        .collect(Collectors.joining("; ")));
        values.put(
                "stukken",
                view.summary()
                        .filter(summary -> !summary.lines().isEmpty())
                        .map(summary -> summary.lines().stream()
                                .map(line ->
                                        say("casefile.piece." + line.called().orElse(line.type())) + ", "
                                                + LetterPaper.day(line.day()))
                                .collect(Collectors.joining("\n")))
                        .orElseGet(() -> view.parts() == 0
                                ? "Enkel de persoon en de reden."
                                : "Aantal stukken: " + view.parts()));
        return papers.of(LetterKind.TRANSFER_SHEET, values);
    }

    private String say(String key) {
        return String.valueOf(messages.getMessage(key, null, "", LetterPaper.LANGUAGE));
    }
}
