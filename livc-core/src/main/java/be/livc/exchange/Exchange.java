package be.livc.exchange;

import be.livc.casefile.ItemId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An exchange without its content, as a list shows it.
 *
 * @param counterpart who receives it or gave it, with their organisation
 * @param author who recorded it
 * @param basis reference of the legal basis that covered the counterpart
 * @param answers for an answer, the request that it answers
 * @param sentOn the day it left by the partner's own channel; empty while nobody said that it did
 * @param channel a code of the list {@code exchange-channels}
 */
public record Exchange(
        ItemId id,
        ExchangeKind kind,
        String counterpart,
        String author,
        String basis,
        Instant recordedAt,
        Optional<ItemId> answers,
        Optional<LocalDate> sentOn,
        Optional<String> channel) {}
