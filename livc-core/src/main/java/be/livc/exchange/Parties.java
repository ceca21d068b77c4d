package be.livc.exchange;

import be.livc.cell.Actor;
import be.livc.cell.Cells;
import be.livc.cell.Mandate;
import be.livc.cell.Mandates;
import be.livc.law.Covering;
import be.livc.law.Gate;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasis;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Between whom something is exchanged, and on what ground.
 *
 * @param cell what the cell is called that records it
 * @param covering the bases that cover the counterpart
 * @param setting by which the cell switched such exchanges on
 */
record Parties(
        String cell, Mandate recorder, Mandate counterpart, Covering covering, ExchangeSettings.Setting setting) {

    /** The basis under which the counterpart hears it, or gave it. */
    LegalBasis basis() {
        return covering.of(counterpart.id());
    }

    /** Where they are looked up and judged. */
    @Component
    static class Source {

        private final Cells cells;
        private final Mandates mandates;
        private final LegalBases bases;
        private final Gate gate;
        private final Clock clock;

        Source(Cells cells, Mandates mandates, LegalBases bases, Gate gate, Clock clock) {
            this.cells = cells;
            this.mandates = mandates;
            this.bases = bases;
            this.gate = gate;
            this.clock = clock;
        }

        /**
         * The parties to an exchange that the actor records.
         *
         * @param purpose of the case that it is about
         * @throws Refusal with every reason, when no basis covers the counterpart
         */
        Parties of(RecordExchange asked, Actor actor, String purpose, ExchangeSettings.Setting setting) {
            Mandate counterpart = mandates.find(asked.counterpart()).orElseThrow(Refusal::notFound);
            Covering covering =
                    gate.require(bases.countingIn(actor.cellKind()), purpose, List.of(counterpart), clock.instant());
            return new Parties(
                    cells.current().name(), mandates.require(actor.mandate()), counterpart, covering, setting);
        }
    }
}
