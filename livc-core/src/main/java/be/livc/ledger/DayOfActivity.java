package be.livc.ledger;

import java.time.LocalDate;

/**
 * How much was done on a day in Belgium.
 *
 * @param day the day
 * @param entries how many entries
 * @param denied how many of these are denials
 */
public record DayOfActivity(LocalDate day, long entries, long denied) {}
