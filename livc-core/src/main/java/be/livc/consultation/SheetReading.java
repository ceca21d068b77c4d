package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.access.Sight;
import be.livc.access.WhoSees;
import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.platform.Refusal;
import be.livc.vault.Vault;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens feedback sheets for those who took part: drafts with what blocks them, agreed ones ready to be given out. */
@Component
class SheetReading {

    private record Loaded(
            SheetVersion version,
            List<MandateId> tookPart,
            Map<MandateId, Boolean> votes,
            Map<MandateId, String> names) {}

    private record Read(List<Loaded> sheets, Sight sight) {}

    private final Agenda agenda;
    private final TakingPart takingPart;
    private final SheetRows rows;
    private final Access access;
    private final WhoSees whoSees;
    private final Mandates mandates;
    private final Vault vault;
    private final TransactionTemplate transactions;

    SheetReading(
            Agenda agenda,
            TakingPart takingPart,
            SheetRows rows,
            Access access,
            WhoSees whoSees,
            Mandates mandates,
            Vault vault,
            TransactionTemplate transactions) {
        this.agenda = agenda;
        this.takingPart = takingPart;
        this.rows = rows;
        this.access = access;
        this.whoSees = whoSees;
        this.mandates = mandates;
        this.vault = vault;
        this.transactions = transactions;
    }

    /**
     * The versions of the sheet for an item that this reader sees, the latest first; recorded.
     *
     * @throws Refusal not found, when the reader does not see the item
     */
    List<FeedbackSheet> of(Actor reader, ConsultationId id, int n) {
        Read read = Objects.requireNonNull(transactions.execute(tx -> {
            AgendaItem item = agenda.find(reader, id, n);
            Sight sight = access.toRead(reader, ObjectType.AGENDA_ITEM, item.id());
            return new Read(
                    rows.of(item.id()).stream()
                            .filter(version -> sight.sees(version.id().value()))
                            .map(this::load)
                            .toList(),
                    sight);
        }));
        return read.sheets().stream()
                .map(loaded -> opened(loaded, read.sight().grant()))
                .toList();
    }

    /**
     * One version.
     *
     * @throws Refusal not found, for whoever did not take part
     */
    FeedbackSheet open(Actor reader, FeedbackSheetId id) {
        Read read = Objects.requireNonNull(transactions.execute(tx -> {
            Sight sight = access.toRead(reader, ObjectType.FEEDBACK_SHEET, id.value());
            return new Read(List.of(load(rows.find(id).orElseThrow(Refusal::notFound))), sight);
        }));
        return opened(read.sheets().get(0), read.sight().grant());
    }

    /** The sheets of a case that are in the vote, at items that this reader sees: where they are, without a word of them. */
    @Transactional(readOnly = true)
    List<FeedbackSheets.InVote> inVote(Actor reader, CaseId caseId) {
        return rows.inVote(caseId).stream()
                .filter(version -> whoSees.sees(reader, version.agendaItem()))
                .flatMap(version -> agenda.find(version.agendaItem()).stream()
                        .flatMap(item -> agenda.find(item.consultation()).stream()
                                .map(held -> new FeedbackSheets.InVote(
                                        version.number(), held.id(), held.number(), item.n()))))
                .toList();
    }

    private Loaded load(SheetVersion version) {
        List<MandateId> tookPart = takingPart.in(version.agendaItem());
        return new Loaded(
                version,
                tookPart,
                rows.votes(version.id()),
                mandates.findAll(tookPart).stream().collect(Collectors.toMap(Mandate::id, Mandate::nameWithPartner)));
    }

    private FeedbackSheet opened(Loaded loaded, Grant grant) {
        SheetVersion version = loaded.version();
        String text = vault.open(version.text(), grant);
        List<FeedbackSheet.Vote> votes = loaded.tookPart().stream()
                .map(who -> new FeedbackSheet.Vote(
                        who,
                        loaded.names().getOrDefault(who, ""),
                        Optional.ofNullable(loaded.votes().get(who))))
                .toList();
        return version.isAgreed()
                ? new AgreedSheet(
                        version.id(),
                        version.number(),
                        version.version(),
                        text,
                        votes,
                        version.draftedAt(),
                        version.sentAt())
                : new DraftSheet(
                        version.id(),
                        version.number(),
                        version.version(),
                        version.state().name(),
                        text,
                        version.quotes(),
                        votes,
                        version.draftedAt());
    }
}
