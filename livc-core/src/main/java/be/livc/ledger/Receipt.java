package be.livc.ledger;

import be.livc.platform.CellId;
import java.time.Instant;

/**
 * Where an entry stands. It holds once the transaction that appended it has committed.
 *
 * @param cell whose ledger
 * @param index the entry's place, counted from 0
 * @param time the time in the entry, in microseconds
 * @param leafHash the entry's leaf hash (RFC 6962), base64
 */
public record Receipt(CellId cell, long index, Instant time, String leafHash) {}
