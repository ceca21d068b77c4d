package be.livc.cell;

import be.livc.platform.CellId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A consultation body, and a data controller of its own. */
@Entity
public class Cell {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private CellKind kind;

    @Column
    private String name;

    @Column(columnDefinition = "text[]")
    private String[] municipalities;

    @Column
    private String mainPurpose;

    @Nullable
    private String founding;

    @Column
    private Instant createdAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Cell() {}

    Cell(CellId id, FoundCell founded, Instant now) {
        this.id = id.value();
        this.kind = founded.kind();
        this.name = founded.name();
        this.municipalities = founded.municipalities().toArray(String[]::new);
        this.mainPurpose = founded.mainPurpose();
        this.founding = founded.founding().orElse(null);
        this.createdAt = now;
    }

    /** Its id, which every row of its data carries. */
    public CellId id() {
        return new CellId(id);
    }

    /** What sort of body it is. */
    public CellKind kind() {
        return kind;
    }

    /** The name people know it by. */
    public String name() {
        return name;
    }

    /** NIS codes of the municipalities it serves; empty for a PIVC or the desk. */
    public List<String> municipalities() {
        return List.of(municipalities);
    }

    /** Code of the purpose that is meant where none is named (code list {@code purposes}). */
    public String mainPurpose() {
        return mainPurpose;
    }

    /** Reference of the founding decision, where recorded. */
    public Optional<String> founding() {
        return Optional.ofNullable(founding);
    }
}
