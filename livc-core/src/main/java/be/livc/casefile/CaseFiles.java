package be.livc.casefile;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Entitlements;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.cell.Actor;
import be.livc.cell.CodeLists;
import be.livc.ledger.Action;
import be.livc.ledger.Ledger;
import be.livc.platform.Adding;
import be.livc.platform.CurrentCell;
import be.livc.platform.Page;
import be.livc.platform.Refusal;
import be.livc.vault.Vault;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cases of the bound cell: opened, listed, closed. What moves a case on is asked of its process. */
@Component
public class CaseFiles {

    private final CaseRows rows;
    private final CaseListing listing;
    private final CaseReading reading;
    private final CaseItems items;
    private final CaseAges ages;
    private final Labels labels;
    private final Numbers numbers;
    private final Access access;
    private final Entitlements entitlements;
    private final Ledger ledger;
    private final Vault vault;
    private final CodeLists codeLists;
    private final Clock clock;

    CaseFiles(
            CaseRows rows,
            CaseListing listing,
            CaseReading reading,
            CaseItems items,
            CaseAges ages,
            Labels labels,
            Numbers numbers,
            Access access,
            Entitlements entitlements,
            Ledger ledger,
            Vault vault,
            CodeLists codeLists,
            Clock clock) {
        this.rows = rows;
        this.listing = listing;
        this.reading = reading;
        this.items = items;
        this.ages = ages;
        this.labels = labels;
        this.numbers = numbers;
        this.access = access;
        this.entitlements = entitlements;
        this.ledger = ledger;
        this.vault = vault;
        this.codeLists = codeLists;
        this.clock = clock;
    }

    /**
     * A case as this reader sees it; the read is in the ledger before anything opens.
     *
     * @throws Refusal not found, when the reader sees nothing of it
     */
    public CaseView open(Actor reader, CaseId id) {
        return reading.open(reader, id, Action.READ);
    }

    /** The same, to be printed: that it leaves the program on paper or as a file stands in the ledger. */
    public CaseView print(Actor reader, CaseId id) {
        return reading.open(reader, id, Action.PRINT);
    }

    /**
     * The cases that this reader sees, the newest number first.
     *
     * @param phase only those in this phase
     * @param after the cursor that the page before gave
     */
    public Page<CaseRow> list(Actor reader, Optional<String> phase, Optional<String> after, int limit) {
        return listIn(reader, phase.stream().toList(), after, limit);
    }

    /**
     * The same, of several phases at once.
     *
     * @param phases only those in one of these phases; empty for all
     */
    public Page<CaseRow> listIn(Actor reader, Collection<String> phases, Optional<String> after, int limit) {
        return listing.of(reader, phases, after, limit);
    }

    /** Number and, where this reader sees it, subject of these cases: what a work list shows. Records one read. */
    public Map<CaseId, CaseLabel> labels(Actor reader, Collection<CaseId> ids) {
        return labels.of(reader, ids);
    }

    /**
     * The same for a caller that looks up the cases in the same transaction, to be opened after it: one transaction fewer
     * for what people ask most.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public SealedLabels sealedLabels(Actor reader, Collection<CaseId> ids) {
        return labels.sealed(reader, ids);
    }

    /**
     * Makes the file, when a signal is put on the case list. The subject is there already, kept with the signal.
     *
     * @param grant of the mayor's decision
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String create(CaseId id, Optional<String> purposeText, String purpose, Grant grant) {
        String number = numbers.next("D");
        rows.add(new CaseFile(
                id,
                number,
                purpose,
                purposeText
                        .map(text -> vault.seal(text, CaseFile.purposePlace(CurrentCell.require(), id), grant))
                        .orElse(null),
                LocalDate.now(clock)));
        entitlements.protect(ObjectType.CASE, id.value(), Optional.of(id.value()), Optional.empty(), Optional.empty());
        return number;
    }

    /**
     * Closes a case on a ground; its retention starts.
     *
     * @param ground a code of the list {@code closure-grounds}
     * @param aftercare what is agreed for afterwards; may be empty
     * @param retainUntil the last day of its retention
     */
    @Transactional
    public void close(Actor actor, CaseId id, String ground, String aftercare, LocalDate retainUntil) {
        CaseFile file = find(id);
        Grant grant = access.toAct(actor, Act.CLOSE_CASE, ObjectType.CASE, id.value());
        codeLists.require("closure-grounds", ground, "ground");
        file.close(ground, LocalDate.now(clock), retainUntil);
        CaseItems.Kept kept = items.add(
                AddItem.of(id, ObjectType.CLOSURE, actor.mandate(), aftercare, file.purpose())
                        .withCode(ground),
                grant);
        ledger.append(access.entry(actor, Act.CLOSE_CASE.action(), ObjectType.CASE, id.value())
                .inCase(id.value())
                .binding(kept.commitment()));
    }

    /**
     * Takes a closed case up again.
     *
     * @param because the case id of the new signal that is the reason
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reopen(CaseId id, CaseId because) {
        LocalDate today = LocalDate.now(clock);
        CaseFile file = find(id);
        // Within the quarter in which it was closed it counts as never closed: then it keeps the age that it was
        // counted with.
        if (file.closedOn()
                .filter(closed -> closed.isBefore(today.with(IsoFields.DAY_OF_QUARTER, 1)))
                .isPresent()) {
            ages.carryOver(because, id);
        }
        file.reopen(today);
    }

    /** Sets another last day of the retention of a closed case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepUntil(CaseId id, LocalDate day) {
        find(id).keepUntil(day);
    }

    /** What an act on a case needs to know of it, without opening anything; empty when there is no such case. */
    @Transactional(readOnly = true)
    public Optional<CaseFacts> facts(CaseId id) {
        return rows.findById(id.value()).map(CaseFiles::factsOf);
    }

    /** The same by the number that people call it by, as far as it is in the bound cell. */
    @Transactional(readOnly = true)
    public Optional<CaseFacts> numbered(String number) {
        return rows.findByNumber(number).map(CaseFiles::factsOf);
    }

    /** The numbers of these cases, as far as they are cases already. */
    @Transactional(readOnly = true)
    public Map<UUID, String> numbersOf(Collection<UUID> ids) {
        return rows.findNumberedByIdIn(ids).stream().collect(Collectors.toMap(Numbered::id, Numbered::number));
    }

    /** The day on which a case comes back, where one is set. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> reviewOf(CaseId id) {
        return rows.findById(id.value()).flatMap(CaseFile::nextReview);
    }

    /** The closed cases of the cell by the end of their retention: numbers and dates, for those who watch over it. */
    @Transactional(readOnly = true)
    public List<CaseFacts> inRetention() {
        return rows.findAllByClosedOnNotNullOrderByRetainUntil().stream()
                .map(CaseFiles::factsOf)
                .toList();
    }

    private static CaseFacts factsOf(CaseFile file) {
        return new CaseFacts(
                file.id(), file.number(), file.purpose(), file.openedOn(), file.closedOn(), file.retainUntil());
    }

    private CaseFile find(CaseId id) {
        return rows.findById(id.value()).orElseThrow(Refusal::notFound);
    }

    /** The number of a case, without the file that hangs on it. */
    record Numbered(UUID id, String number) {}

    /** The rows behind it. */
    interface CaseRows extends Repository<CaseFile, UUID>, Adding<CaseFile> {
        Optional<CaseFile> findById(UUID id);

        Optional<CaseFile> findByNumber(String number);

        List<Numbered> findNumberedByIdIn(Collection<UUID> ids);

        List<CaseFile> findAllByClosedOnNotNullOrderByRetainUntil();
    }
}
