package be.livc.cell;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Asks for a mandate.
 *
 * @param user the account that will act under it, if it has one
 * @param person name of the holder
 * @param validTo last day, if agreed
 * @param clearanceUntil end of the security clearance, for a police delegate
 */
public record GiveMandate(
        Optional<UserId> user,
        String person,
        PartnerId partner,
        Capacity capacity,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        Optional<LocalDate> clearanceUntil) {}
