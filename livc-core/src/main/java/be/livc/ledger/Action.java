package be.livc.ledger;

import java.util.Locale;

/** What was done; the words of NEN 7513 and FHIR AuditEvent, as far as a cell does them. */
public enum Action {
    CREATE,
    READ,
    UPDATE,
    DELETE,
    SEARCH,
    PRINT,
    EXPORT,
    DISCLOSE,
    DECIDE,
    VOTE,
    INVITE,
    ATTEND,
    SIGN,
    TRANSFER,
    ERASE,
    GRANT,
    REVOKE,
    DENY,
    EMERGENCY,
    LOGIN,
    LOGOUT,
    CONFIGURE;

    /** Whether it leaves what it is done to other than it was, or says so. */
    public boolean isChange() {
        return switch (this) {
            case READ, SEARCH, PRINT, EXPORT, DENY, LOGIN, LOGOUT -> false;
            default -> true;
        };
    }

    /** The word as it stands in an entry: the name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The action that an entry's word stands for; throws {@link IllegalArgumentException} on any other word. */
    public static Action of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
