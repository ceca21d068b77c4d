package be.livc.law;

import be.livc.cell.CellKind;
import be.livc.cell.CodeLists;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.cell.PartnerId;
import be.livc.cell.Partners;
import be.livc.platform.Adding;
import be.livc.platform.Ids;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The legal bases of the bound cell. */
@Component
public class LegalBases {

    private final BasisRows rows;
    private final CodeLists codeLists;
    private final Partners partners;
    private final Mandates mandates;
    private final Clock clock;

    LegalBases(BasisRows rows, CodeLists codeLists, Partners partners, Mandates mandates, Clock clock) {
        this.rows = rows;
        this.codeLists = codeLists;
        this.partners = partners;
        this.mandates = mandates;
        this.clock = clock;
    }

    /**
     * Records a basis.
     *
     * @throws Refusal when reference or terms are empty, no purpose or participant is named, one of them is unknown, or
     *     the dates cross
     */
    @Transactional
    public LegalBasis record(RecordBasis recorded) {
        ShortText.SENTENCE.require("reference", recorded.reference());
        Refusal.requireText("terms", recorded.terms());
        if (recorded.purposes().isEmpty()) {
            throw Refusal.invalid("purposes", "required");
        }
        if (!recorded.purposes().stream().allMatch(purpose -> codeLists.has("purposes", purpose))) {
            throw Refusal.invalid("purposes", "unknown-code");
        }
        if (recorded.participants().isEmpty()) {
            throw Refusal.invalid("participants", "required");
        }
        if (!recorded.participants().stream().allMatch(this::isKnown)) {
            throw Refusal.invalid("participants", "unknown-participant");
        }
        if (recorded.validTo().filter(to -> to.isBefore(recorded.validFrom())).isPresent()) {
            throw Refusal.invalid("validTo", "ends-before-it-begins");
        }
        recorded.permission().ifPresent(permission -> requireComplete(recorded, permission));
        return rows.add(new LegalBasis(Ids.next(), recorded, clock.instant()));
    }

    private void requireComplete(RecordBasis recorded, RecordBasis.Permission permission) {
        if (recorded.kind() != BasisKind.PROSECUTOR_PERMISSION) {
            throw Refusal.invalid("kind", "not-a-permission");
        }
        Refusal.requireText("motivation", permission.motivation());
        ShortText.LINE.require("givenBy", permission.givenBy());
        boolean unknownPrison = permission
                .prison()
                .filter(prison -> partners.find(prison)
                        .filter(partner -> partner.category().equals("PRISON"))
                        .isEmpty())
                .isPresent();
        if (unknownPrison) {
            throw Refusal.invalid("prison", "unknown-partner");
        }
    }

    private boolean isKnown(String participant) {
        if (codeLists.has("partner-categories", participant)) {
            return true;
        }
        try {
            UUID id = UUID.fromString(participant);
            return partners.find(new PartnerId(id)).isPresent()
                    || mandates.find(new MandateId(id)).isPresent();
        } catch (IllegalArgumentException notAnId) {
            return false;
        }
    }

    /**
     * Ends a basis: it is valid up to and including this day.
     *
     * @throws Refusal when there is no such basis, or the day lies before its first
     */
    @Transactional
    public LegalBasis end(LegalBasisId id, LocalDate lastDay) {
        LegalBasis basis = find(id).orElseThrow(Refusal::notFound);
        if (lastDay.isBefore(basis.validFrom())) {
            throw Refusal.invalid("validTo", "ends-before-it-begins");
        }
        basis.endOn(lastDay);
        return basis;
    }

    /**
     * Withdraws a basis: it covers nobody from this moment on, in the middle of a meeting too.
     *
     * @throws Refusal when there is no such basis
     */
    @Transactional
    public LegalBasis withdraw(LegalBasisId id) {
        LegalBasis basis = find(id).orElseThrow(Refusal::notFound);
        basis.withdraw(clock.instant());
        return basis;
    }

    /** All bases, the newest first. */
    @Transactional(readOnly = true)
    public List<LegalBasis> all() {
        return rows.findAllByOrderByValidFromDesc();
    }

    /**
     * Those on which what a cell of this kind does can stand: in a PIVC the permissions of the procureur alone (domain.md §4),
     * elsewhere every one.
     */
    @Transactional(readOnly = true)
    public List<LegalBasis> countingIn(CellKind kind) {
        return all().stream().filter(basis -> basis.countsIn(kind)).toList();
    }

    /** The purposes that a basis serves now, in a cell of this kind. */
    @Transactional(readOnly = true)
    public Set<String> purposesServed(CellKind kind) {
        return countingIn(kind).stream()
                .filter(basis -> basis.isValidAt(clock.instant()))
                .flatMap(basis -> basis.purposes().stream())
                .collect(Collectors.toSet());
    }

    /** The basis of this id in the bound cell. */
    @Transactional(readOnly = true)
    public Optional<LegalBasis> find(LegalBasisId id) {
        return rows.findById(id.value());
    }

    /** The bases of these ids that exist in the bound cell. */
    @Transactional(readOnly = true)
    public List<LegalBasis> findAll(Collection<LegalBasisId> ids) {
        return rows.findAllByIdIn(ids.stream().map(LegalBasisId::value).toList());
    }

    /** The rows behind it. */
    interface BasisRows extends Repository<LegalBasis, UUID>, Adding<LegalBasis> {
        Optional<LegalBasis> findById(UUID id);

        List<LegalBasis> findAllByIdIn(Collection<UUID> ids);

        List<LegalBasis> findAllByOrderByValidFromDesc();
    }
}
