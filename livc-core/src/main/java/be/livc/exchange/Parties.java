package be.livc.exchange;

import be.livc.cell.Mandate;
import be.livc.law.Covering;
import be.livc.law.LegalBasis;

/**
 * Between whom something is exchanged, and on what ground.
 *
 * @param covering the bases that cover the counterpart
 * @param setting by which the cell switched such exchanges on
 */
record Parties(Mandate recorder, Mandate counterpart, Covering covering, ExchangeSettings.Setting setting) {

    /** The basis under which the counterpart hears it, or gave it. */
    LegalBasis basis() {
        return covering.of(counterpart.id());
    }
}
