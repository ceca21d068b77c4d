package be.livc.vault;

import be.livc.platform.CellId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names a record that has a key of its own, in its cell. */
record RecordId(CellId cell, UUID record) {

    /** What the record's wrapped key is bound to. */
    byte[] associatedData() {
        return ("v1|case_key|" + cell + '|' + record).getBytes(StandardCharsets.UTF_8);
    }
}
