package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.CasesOnOffer;
import be.livc.access.EmbargoBook;
import be.livc.access.FrozenCases;
import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.cell.Actor;
import be.livc.platform.Adding;
import be.livc.platform.CurrentCell;
import be.livc.platform.Ids;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;

/** Finds consultations and their items for an act; what is not there looks like what is hidden. */
@Component
class Agenda {

    private final ConsultationRows consultations;
    private final ItemRows items;
    private final Access access;
    private final EmbargoBook embargoes;
    private final CasesOnOffer onOffer;
    private final FrozenCases frozen;

    Agenda(
            ConsultationRows consultations,
            ItemRows items,
            Access access,
            EmbargoBook embargoes,
            CasesOnOffer onOffer,
            FrozenCases frozen) {
        this.consultations = consultations;
        this.items = items;
        this.access = access;
        this.embargoes = embargoes;
        this.onOffer = onOffer;
        this.frozen = frozen;
    }

    Optional<Consultation> find(ConsultationId id) {
        return consultations.findById(id.value());
    }

    Consultation find(Actor actor, ConsultationId id) {
        return consultations
                .findById(id.value())
                .orElseThrow(() -> access.denied(actor, ObjectType.CONSULTATION, id.value()));
    }

    /** The same, kept from others until the end of the transaction: for acts that change what it is, of which one comes first. */
    Consultation hold(Actor actor, ConsultationId id) {
        return consultations
                .findWithLockById(id.value())
                .orElseThrow(() -> access.denied(actor, ObjectType.CONSULTATION, id.value()));
    }

    AgendaItem find(Actor actor, ConsultationId id, int n) {
        return items.findByConsultationIdAndN(id.value(), n)
                .orElseThrow(() -> access.denied(actor, ObjectType.AGENDA_ITEM, Ids.next()));
    }

    Optional<AgendaItem> find(UUID item) {
        return items.findById(item);
    }

    List<AgendaItem> findAll(Collection<UUID> ids) {
        return items.findAllByIdIn(ids);
    }

    List<AgendaItem> itemsOf(ConsultationId id) {
        return items.findAllByConsultationIdOrderByPlaceAscNAsc(id.value());
    }

    /** The cases of its items; loads none of them. */
    List<CaseId> casesOn(ConsultationId id) {
        return items.casesOn(id.value()).stream().map(CaseId::new).toList();
    }

    /** What the next item is called by: never what one was called by that was taken off. */
    int nextNumber(ConsultationId id) {
        return items.highestNumber(CurrentCell.require().value(), id.value()) + 1;
    }

    /**
     * The items that are discussed: no embargo of anybody lies on them or on their case, and the case is not frozen, nor offered
     * to, or taken over by, another cell.
     */
    List<AgendaItem> discussed(ConsultationId id) {
        return discussed(itemsOf(id));
    }

    /** The same among items of several consultations. */
    List<AgendaItem> discussed(List<AgendaItem> all) {
        Set<UUID> hidden = embargoes.among(all.stream()
                .flatMap(item -> Stream.of(item.id(), item.caseId().value()))
                .toList());
        Set<CaseId> still = standingStill(all);
        return all.stream()
                .filter(item -> !item.isUnderEmbargo()
                        && !still.contains(item.caseId())
                        && !hidden.contains(item.id())
                        && !hidden.contains(item.caseId().value()))
                .toList();
    }

    /** The cases of these items that take nothing more for now: frozen, or offered to another cell or taken over by it. */
    Set<CaseId> standingStill(Collection<AgendaItem> items) {
        List<UUID> all = items.stream().map(item -> item.caseId().value()).toList();
        return Stream.concat(onOffer.among(all).stream(), frozen.among(all).stream())
                .map(CaseId::new)
                .collect(Collectors.toSet());
    }

    /** Whether an embargo of anybody lies on this item or its case. */
    boolean isUnderEmbargo(AgendaItem item) {
        return item.isUnderEmbargo()
                || !embargoes.among(List.of(item.id(), item.caseId().value())).isEmpty();
    }

    /** The items at which a case waits for the review of an embargo. */
    List<AgendaItem> suspendedOf(CaseId id) {
        return items.findAllByCaseIdAndConflict(id.value(), AgendaItem.Conflict.EMBARGO);
    }

    /** The item at which a case is or was last discussed. */
    Optional<AgendaItem> lastOf(CaseId id) {
        return items.findFirstByCaseIdOrderByIdDesc(id.value());
    }

    /** Whether the consultation of this item has not opened yet. */
    boolean isToCome(AgendaItem item) {
        return consultations
                .findById(item.consultation().value())
                .filter(one -> one.state() == Consultation.State.PLANNED)
                .isPresent();
    }

    Consultation add(Consultation consultation) {
        return consultations.add(consultation);
    }

    AgendaItem add(AgendaItem item) {
        return items.add(item);
    }

    /** The consultations behind it. */
    interface ConsultationRows extends Repository<Consultation, UUID>, Adding<Consultation> {
        Optional<Consultation> findById(UUID id);

        @Lock(LockModeType.PESSIMISTIC_WRITE)
        Optional<Consultation> findWithLockById(UUID id);
    }

    /** The items behind it. */
    interface ItemRows extends Repository<AgendaItem, UUID>, Adding<AgendaItem> {
        Optional<AgendaItem> findById(UUID id);

        List<AgendaItem> findAllByIdIn(Collection<UUID> ids);

        @Query(
                value = "select coalesce(max(n), 0) from agenda_item where cell_id = ?1 and consultation_id = ?2",
                nativeQuery = true)
        int highestNumber(UUID cellId, UUID consultationId);

        @Query("select i.caseId from AgendaItem i where i.consultationId = :consultationId")
        List<UUID> casesOn(UUID consultationId);

        Optional<AgendaItem> findByConsultationIdAndN(UUID consultationId, int n);

        List<AgendaItem> findAllByConsultationIdOrderByPlaceAscNAsc(UUID consultationId);

        List<AgendaItem> findAllByCaseIdAndConflict(UUID caseId, AgendaItem.Conflict conflict);

        Optional<AgendaItem> findFirstByCaseIdOrderByIdDesc(UUID caseId);
    }
}
