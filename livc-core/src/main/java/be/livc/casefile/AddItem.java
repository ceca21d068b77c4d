package be.livc.casefile;

import be.livc.access.ObjectType;
import be.livc.cell.MandateId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks for a piece of information to be kept in a case.
 *
 * @param type what kind of information it is
 * @param owner the mandate that contributes it
 * @param text the information
 * @param detail what belongs with it, such as the source of a fact
 * @param occurredOn the day it tells about
 * @param code a code that goes with the type: kind of fact, outcome, state, ground
 * @param secret whether it holds a professional secret
 * @param purpose a code of the list {@code purposes}
 * @param agendaItem the item of a consultation at which it was said
 * @param about the signal or measure that it is about
 */
public record AddItem(
        CaseId caseId,
        ObjectType type,
        MandateId owner,
        String text,
        Optional<String> detail,
        Optional<LocalDate> occurredOn,
        Optional<String> code,
        boolean secret,
        String purpose,
        Optional<UUID> agendaItem,
        Optional<UUID> about) {

    /** A plain piece of information; the rest is said with the {@code with…} methods. */
    public static AddItem of(CaseId caseId, ObjectType type, MandateId owner, String text, String purpose) {
        return new AddItem(
                caseId,
                type,
                owner,
                text,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                purpose,
                Optional.empty(),
                Optional.empty());
    }

    /** The same with what belongs to it. */
    public AddItem withDetail(String more) {
        return new AddItem(
                caseId, type, owner, text, Optional.of(more), occurredOn, code, secret, purpose, agendaItem, about);
    }

    /** The same about a day. */
    public AddItem onDay(LocalDate day) {
        return new AddItem(
                caseId, type, owner, text, detail, Optional.of(day), code, secret, purpose, agendaItem, about);
    }

    /** The same with a code that goes with its type. */
    public AddItem withCode(String value) {
        return new AddItem(
                caseId, type, owner, text, detail, occurredOn, Optional.of(value), secret, purpose, agendaItem, about);
    }

    /** The same, flagged as a professional secret or not. */
    public AddItem secret(boolean flag) {
        return new AddItem(caseId, type, owner, text, detail, occurredOn, code, flag, purpose, agendaItem, about);
    }

    /** The same, said at an item of a consultation. */
    public AddItem saidAt(UUID item) {
        return new AddItem(
                caseId, type, owner, text, detail, occurredOn, code, secret, purpose, Optional.of(item), about);
    }

    /** The same, about a signal or a measure. */
    public AddItem about(UUID thing) {
        return new AddItem(
                caseId, type, owner, text, detail, occurredOn, code, secret, purpose, agendaItem, Optional.of(thing));
    }
}
