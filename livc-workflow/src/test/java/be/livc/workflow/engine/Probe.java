package be.livc.workflow.engine;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A record of the program's own, to be kept or lost together with a step of the engine. */
@Entity
@Table(name = "probe")
class Probe {

    @Id
    private UUID id;

    protected Probe() {}

    Probe(UUID id) {
        this.id = id;
    }
}
