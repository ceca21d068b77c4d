package be.livc.cell;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** An organisation that takes part in one cell. Its category decides which legal basis can cover it. */
@Entity
public class Partner {

    @Id
    private UUID id;

    @TenantId
    private UUID cellId;

    @Column
    private String name;

    @Column
    private String category;

    @Column
    private String community;

    @Column
    private Instant createdAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Partner() {}

    @SuppressWarnings("NullAway.Init") // the tenant column is filled by Hibernate
    Partner(UUID id, String name, String category, String community, Instant now) {
        this.id = id;
        this.name = name;
        this.category = category;
        this.community = community;
        this.createdAt = now;
    }

    /** It turned out to be under the rules of another community. */
    void isOf(String other) {
        community = other;
    }

    /** Its id in this cell. */
    public PartnerId id() {
        return new PartnerId(id);
    }

    /** The name people know it by. */
    public String name() {
        return name;
    }

    /** A code of the list {@code partner-categories}. */
    public String category() {
        return category;
    }

    /** A code of the list {@code communities}: whose rules bind its professional secret. */
    public String community() {
        return community;
    }
}
