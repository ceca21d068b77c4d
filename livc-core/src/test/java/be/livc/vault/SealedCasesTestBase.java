package be.livc.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases with something sealed in each, before their keys are renewed; it is to open afterwards. */
abstract class SealedCasesTestBase extends RotationTestBase {

    @Autowired
    CellKeys cellKeys;

    @Autowired
    LedgerKeys ledgerKeys;

    Map<UUID, Sealed> fiveCases() {
        Map<UUID, Sealed> values = new LinkedHashMap<>();
        for (int n = 0; n < 5; n++) {
            UUID id = aCase();
            values.put(id, sealed("tekst van " + id, noteOf(id)));
        }
        return values;
    }

    void assertAllOpen(Map<UUID, Sealed> values) {
        List<String> opened = new ArrayList<>();
        values.forEach((id, value) -> opened.add(open(value, id)));
        assertThat(opened)
                .containsExactlyElementsOf(
                        values.keySet().stream().map(id -> "tekst van " + id).toList());
    }

    /** What a restart does to the memory. */
    void forget() {
        caseKeys.dropAll();
        cellKeys.dropAll();
        masterKeys.dropExpired();
    }
}
