package livc.bench;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** A change as Envers audits it; without Envers, the same change for the ledger to record. */
@Entity
@Audited
@Table(name = "bench_change")
class AuditedChange {

    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    private String action;
    private String purpose;
    private Instant at;

    protected AuditedChange() {}

    AuditedChange(UUID id, UUID caseId, String action, String purpose, Instant at) {
        this.id = id;
        this.caseId = caseId;
        this.action = action;
        this.purpose = purpose;
        this.at = at;
    }
}
