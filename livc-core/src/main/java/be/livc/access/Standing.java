package be.livc.access;

import static be.livc.access.ObjectType.AGENDA_ITEM;
import static be.livc.access.ObjectType.ASSESSMENT;
import static be.livc.access.ObjectType.BASIS_DOCUMENT;
import static be.livc.access.ObjectType.CASE;
import static be.livc.access.ObjectType.CLOSURE;
import static be.livc.access.ObjectType.CONSULTATION;
import static be.livc.access.ObjectType.DECISION;
import static be.livc.access.ObjectType.ERASURE;
import static be.livc.access.ObjectType.EXCHANGE;
import static be.livc.access.ObjectType.FACT;
import static be.livc.access.ObjectType.LISTING;
import static be.livc.access.ObjectType.MEASURE;
import static be.livc.access.ObjectType.PLAN;
import static be.livc.access.ObjectType.PROGRESS;
import static be.livc.access.ObjectType.RISK_ASSESSMENT;
import static be.livc.access.ObjectType.SIGNAL;
import static be.livc.access.ObjectType.SUBJECT;
import static be.livc.access.ObjectType.SUBJECT_REQUEST;
import static be.livc.access.ObjectType.THIRD_PARTY;
import static be.livc.access.ObjectType.TRANSFER;

import be.livc.cell.Capacity;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a capacity sees by itself, without having been present. A disclosure is in none of these sets: it is its
 * recipients' alone, the coordinator's not excepted.
 */
final class Standing {

    private static final Set<ObjectType> COORDINATOR = EnumSet.of(
            SIGNAL,
            SUBJECT,
            FACT,
            ASSESSMENT,
            CASE,
            LISTING,
            CONSULTATION,
            AGENDA_ITEM,
            DECISION,
            PLAN,
            MEASURE,
            PROGRESS,
            RISK_ASSESSMENT,
            EXCHANGE,
            CLOSURE,
            ERASURE,
            TRANSFER,
            THIRD_PARTY,
            SUBJECT_REQUEST,
            BASIS_DOCUMENT);

    private static final Set<ObjectType> DPO = EnumSet.of(SUBJECT_REQUEST);

    private static final Set<ObjectType> MAYOR = EnumSet.of(
            CASE,
            LISTING,
            CONSULTATION,
            AGENDA_ITEM,
            DECISION,
            PLAN,
            MEASURE,
            CLOSURE,
            ERASURE,
            TRANSFER,
            BASIS_DOCUMENT);

    private Standing() {}

    static Optional<Why> of(Capacity capacity, ObjectType type) {
        return switch (capacity) {
            case COORDINATOR -> reason(COORDINATOR, type, Why.COORDINATOR_OF_CELL);
            case MAYOR, PRISON_DIRECTION -> reason(MAYOR, type, Why.MAYOR_OF_CELL);
            case DPO -> reason(DPO, type, Why.DATA_PROTECTION);
            default -> Optional.empty();
        };
    }

    private static Optional<Why> reason(Set<ObjectType> seen, ObjectType type, Why why) {
        return seen.contains(type) ? Optional.of(why) : Optional.empty();
    }
}
