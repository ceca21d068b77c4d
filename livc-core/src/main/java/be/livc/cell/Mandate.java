package be.livc.cell;

import be.livc.platform.Belgium;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** One person may act for a partner in a cell, in a capacity, between dates. */
@Entity
public class Mandate {

    @Id
    private UUID id;

    @TenantId
    private UUID cellId;

    @Nullable
    private UUID accountId;

    @Column
    private String person;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "partner_id", nullable = false)
    private Partner partner;

    @Enumerated(EnumType.STRING)
    private Capacity capacity;

    @Column
    private LocalDate validFrom;

    @Nullable
    private LocalDate validTo;

    @Nullable
    private Instant endedAt;

    @Nullable
    private LocalDate clearanceUntil;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Mandate() {}

    @SuppressWarnings("NullAway.Init") // the tenant column is filled by Hibernate
    Mandate(UUID id, GiveMandate given, Partner partner) {
        this.id = id;
        this.accountId = given.user().map(UserId::value).orElse(null);
        this.person = given.person();
        this.partner = partner;
        this.capacity = given.capacity();
        this.validFrom = given.validFrom();
        this.validTo = given.validTo().orElse(null);
        this.clearanceUntil = given.clearanceUntil().orElse(null);
    }

    /** Its id in this cell. */
    public MandateId id() {
        return new MandateId(id);
    }

    /** The account that acts under it; empty when the coordinator records for this person. */
    public Optional<UserId> user() {
        return Optional.ofNullable(accountId).map(UserId::new);
    }

    /** The name of the person who holds it. */
    public String person() {
        return person;
    }

    /** For which organisation. */
    public Partner partner() {
        return partner;
    }

    /** Person and organisation, the way a list of those present names them. */
    public String nameWithPartner() {
        return person + " (" + partner.name() + ")";
    }

    /** In what capacity. */
    public Capacity capacity() {
        return capacity;
    }

    /** First day. */
    public LocalDate validFrom() {
        return validFrom;
    }

    /** Agreed last day, where there is one. */
    public Optional<LocalDate> validTo() {
        return Optional.ofNullable(validTo);
    }

    /** Whether it runs at this moment: within its dates and not ended. */
    public boolean runsAt(Instant moment) {
        LocalDate day = moment.atZone(Belgium.TIME).toLocalDate();
        return !day.isBefore(validFrom)
                && (validTo == null || !day.isAfter(validTo))
                && (endedAt == null || moment.isBefore(endedAt));
    }

    /** The day on which it ended, where at this moment it has: its last day, or the day on which it was ended before. */
    public Optional<LocalDate> endedOn(Instant moment) {
        LocalDate day = moment.atZone(Belgium.TIME).toLocalDate();
        Optional<LocalDate> over = validTo().filter(day::isAfter);
        Optional<LocalDate> ended = Optional.ofNullable(endedAt)
                .filter(end -> !moment.isBefore(end))
                .map(end -> end.atZone(Belgium.TIME).toLocalDate());
        return Stream.of(over, ended).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /**
     * Whether its holder may act under it at this moment: it runs and is not suspended. From the moment it does not, its
     * holder sees nothing more.
     */
    public boolean actsAt(Instant moment) {
        return runsAt(moment) && !isSuspendedAt(moment);
    }

    /** Whether its holder counts for the mandatory function at this moment: a police delegate needs a clearance too. */
    public boolean countsForQuorumAt(Instant moment) {
        return runsAt(moment) && (!capacity.needsClearance() || isClearedAt(moment));
    }

    /** Whether it is suspended because the security clearance that was attested for it has lapsed. */
    public boolean isSuspendedAt(Instant moment) {
        return capacity.needsClearance() && clearanceUntil != null && !isClearedAt(moment);
    }

    /** The last day of the security clearance that was attested, where one was. */
    public Optional<LocalDate> clearanceUntil() {
        return Optional.ofNullable(clearanceUntil);
    }

    /** Whether the security clearance that was attested still runs; without an attestation it does not. */
    public boolean isClearedAt(Instant moment) {
        return clearanceUntil != null
                && !moment.atZone(Belgium.TIME).toLocalDate().isAfter(clearanceUntil);
    }

    /** A clearance was attested, up to and including this day. */
    void clearedUntil(LocalDate lastDay) {
        clearanceUntil = lastDay;
    }

    void endAt(Instant moment) {
        if (endedAt == null) {
            endedAt = moment;
        }
    }
}
