package be.livc.casefile;

import be.livc.access.CasesOnOffer;
import be.livc.access.Hold;
import be.livc.cell.Actor;
import be.livc.cell.CellKind;
import be.livc.law.LegalBases;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What limits a case at this moment, beside its phase.
 *
 * @param basisExpired whether no basis of the cell serves its purpose today
 * @param holds what stops acts on it
 */
record Limits(boolean basisExpired, Set<Hold> holds) {

    /** As a reader is told them. */
    List<CaseView.Restriction> restrictions(boolean underEmbargo) {
        List<CaseView.Restriction> restrictions = new ArrayList<>();
        if (underEmbargo) {
            restrictions.add(CaseView.Restriction.EMBARGO);
        }
        if (basisExpired) {
            restrictions.add(CaseView.Restriction.BASIS_EXPIRED);
        }
        if (holds.contains(Hold.FROZEN)) {
            restrictions.add(CaseView.Restriction.FROZEN);
        }
        return restrictions;
    }

    /** Where they are looked up. */
    @Component
    static class Source {

        private final LegalBases bases;
        private final CasesOnOffer onOffer;
        private final Detentions detentions;

        Source(LegalBases bases, CasesOnOffer onOffer, Detentions detentions) {
            this.bases = bases;
            this.onOffer = onOffer;
            this.detentions = detentions;
        }

        Limits of(CaseFile file, Actor reader) {
            boolean basisExpired = !bases.purposesServed(reader.cellKind()).contains(file.purpose());
            Set<Hold> holds = EnumSet.noneOf(Hold.class);
            if (!onOffer.among(List.of(file.id().value())).isEmpty()) {
                holds.add(Hold.ON_OFFER);
            }
            if (basisExpired && reader.cellKind() == CellKind.PIVC) {
                holds.add(Hold.NO_PERMISSION);
            }
            if (detentions.of(file.id()).isFrozen()) {
                holds.add(Hold.FROZEN);
            }
            return new Limits(basisExpired, holds);
        }
    }
}
