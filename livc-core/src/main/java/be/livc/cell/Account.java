package be.livc.cell;

import be.livc.platform.CellId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Someone who can sign in. What they may do comes from their mandates alone. */
@Entity
public class Account {

    @Id
    private UUID id;

    @Column
    private String username;

    @Column
    private String displayName;

    @Column
    private String passwordHash;

    @Column
    private String locale;

    @Column
    private Instant createdAt;

    @Nullable
    private Instant disabledAt;

    @Column
    private boolean singleKeys;

    @Nullable
    private Instant passwordGivenAt;

    @Column
    private boolean passwordToChoose;

    /** Written by {@link SecondFactors} alone. */
    @Nullable
    @Column(insertable = false, updatable = false)
    private Instant secondFactorSince;

    @Column
    private UUID[] heldIn = {};

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(UUID id, String username, String displayName, String passwordHash, String locale, Instant now) {
        this.id = id;
        this.username = username;
        this.displayName = displayName;
        this.passwordHash = passwordHash;
        this.locale = locale;
        this.createdAt = now;
        this.singleKeys = true;
    }

    /** Its id. */
    public UserId id() {
        return new UserId(id);
    }

    /** What they sign in with. */
    public String username() {
        return username;
    }

    /** The name that colleagues see. */
    public String displayName() {
        return displayName;
    }

    /** The hash that the sign-in checks a password against. */
    public String passwordHash() {
        return passwordHash;
    }

    /** The language of their screens: nl, fr or en. */
    public String locale() {
        return locale;
    }

    /** Whether it may no longer sign in. */
    public boolean isDisabled() {
        return disabledAt != null;
    }

    /** Whether a letter alone is a shortcut on their screens (WCAG 2.1.4: it can be switched off). */
    public boolean usesSingleKeys() {
        return singleKeys;
    }

    /** When an administrator last gave another password, also where the person has chosen their own since. */
    public Optional<Instant> passwordGivenAt() {
        return Optional.ofNullable(passwordGivenAt);
    }

    /** Whether somebody else knows the password: its person chooses their own before anything else. */
    public boolean hasPasswordToChoose() {
        return passwordToChoose;
    }

    /** Since when something is asked after the password, or a passkey in its place; empty where the password is enough. */
    public Optional<Instant> secondFactorSince() {
        return Optional.ofNullable(secondFactorSince);
    }

    /**
     * Whether somebody who let them in again did so for another cell than this: here they wait until its own administrator
     * confirms that it is them.
     */
    public boolean waitsIn(CellId cell) {
        return Arrays.asList(heldIn).contains(cell.value());
    }

    /** Whether they may work in this cell, if they have a mandate there. */
    boolean mayWorkIn(CellId cell) {
        return !isDisabled() && !waitsIn(cell);
    }

    void waitIn(Collection<CellId> cells) {
        heldIn = cells.stream().map(CellId::value).toArray(UUID[]::new);
    }

    void isConfirmedIn(CellId cell) {
        heldIn =
                Arrays.stream(heldIn).filter(held -> !held.equals(cell.value())).toArray(UUID[]::new);
    }

    void changePassword(String hash) {
        passwordHash = hash;
        passwordToChoose = false;
    }

    void takePassword(String hash, Instant now) {
        passwordHash = hash;
        passwordGivenAt = now;
        passwordToChoose = true;
    }

    void useSingleKeys(boolean use) {
        singleKeys = use;
    }

    void speak(String language) {
        locale = language;
    }
}
