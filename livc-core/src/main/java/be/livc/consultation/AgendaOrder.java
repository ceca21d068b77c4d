package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.ObjectType;
import be.livc.cell.Actor;
import be.livc.ledger.Action;
import be.livc.ledger.Ledger;
import be.livc.platform.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In which order the items of a planned consultation are discussed. */
@Component
public class AgendaOrder {

    private final Agenda agenda;
    private final Access access;
    private final Ledger ledger;

    AgendaOrder(Agenda agenda, Access access, Ledger ledger) {
        this.agenda = agenda;
        this.access = access;
        this.ledger = ledger;
    }

    /**
     * Puts the items in this order; those that are not named keep theirs, after the others.
     *
     * @param numbers what the items are called by
     * @throws Refusal {@code not-planned}, when the consultation has begun
     */
    @Transactional
    public void arrange(Actor actor, ConsultationId id, List<Integer> numbers) {
        List<AgendaItem> items = inOrder(actor, id);
        items.sort(Comparator.comparing(item -> {
            int named = numbers.indexOf(item.n());
            return named < 0 ? numbers.size() : named;
        }));
        keep(actor, id, items);
    }

    /** Moves one item by one place, towards the beginning or the end; at the end of the way it stays. */
    @Transactional
    public void move(Actor actor, ConsultationId id, int n, boolean earlier) {
        List<AgendaItem> items = inOrder(actor, id);
        int from = 0;
        while (from < items.size() && items.get(from).n() != n) {
            from++;
        }
        int to = earlier ? from - 1 : from + 1;
        if (from < items.size() && to >= 0 && to < items.size()) {
            items.add(to, items.remove(from));
            keep(actor, id, items);
        }
    }

    /**
     * When an item is discussed, from 1: by that a message names it, as the screens do, and not by what it is called by.
     *
     * @throws Refusal not found, when there is no such item
     */
    @Transactional(readOnly = true)
    public int placeOf(Actor actor, ConsultationId id, int n) {
        return agenda.find(actor, id, n).place();
    }

    private List<AgendaItem> inOrder(Actor actor, ConsultationId id) {
        Consultation consultation = agenda.find(actor, id);
        access.toAct(actor, Act.PUT_ON_AGENDA, ObjectType.CONSULTATION, id.value());
        consultation.requirePlanned();
        return new ArrayList<>(agenda.itemsOf(id));
    }

    private void keep(Actor actor, ConsultationId id, List<AgendaItem> items) {
        number(items);
        ledger.append(access.entry(actor, Action.UPDATE, ObjectType.CONSULTATION, id.value())
                .because("order"));
    }

    /** Gives the items their places, one after the other. */
    static void number(List<AgendaItem> items) {
        for (int at = 0; at < items.size(); at++) {
            items.get(at).standsAt(at + 1);
        }
    }
}
