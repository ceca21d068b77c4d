package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.casefile.ChangePlan;
import be.livc.casefile.MeasureId;
import be.livc.casefile.Plans;
import be.livc.cell.Actor;
import be.livc.cell.Mandate;
import be.livc.cell.MandateId;
import be.livc.cell.Mandates;
import be.livc.law.Covering;
import be.livc.law.Gate;
import be.livc.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tasks that are set at an item: a measure of the plan of action, told to whoever carries it out and to nobody else. It is
 * all that a consultation may do which danger did not let wait for the mandatory functions.
 */
@Component
public class Tasks {

    /** Asks for a task. */
    public record Task(String what, MandateId owner, LocalDate due) {}

    private final Agenda agenda;
    private final Opening opening;
    private final Plans plans;
    private final Access access;
    private final Gate gate;
    private final Mandates mandates;

    Tasks(Agenda agenda, Opening opening, Plans plans, Access access, Gate gate, Mandates mandates) {
        this.agenda = agenda;
        this.opening = opening;
        this.plans = plans;
        this.access = access;
        this.gate = gate;
        this.mandates = mandates;
    }

    /**
     * Sets a task at an item that is being discussed.
     *
     * @throws Refusal when it says nothing, nobody is named, or with every reason that the {@link Gate} finds
     */
    @Transactional
    public MeasureId set(Actor actor, ConsultationId id, int n, Task task) {
        Consultation consultation = agenda.find(actor, id);
        AgendaItem item = agenda.find(actor, id, n);
        Grant grant = access.toAct(actor, Act.DECIDE, ObjectType.AGENDA_ITEM, item.id());
        Mandate owner = mandates.find(task.owner()).orElseThrow(() -> Refusal.invalid("owner", "unknown-mandate"));
        Covering covering = Gate.allowed(gate.setTask(opening.toDecide(consultation, item, List.of(owner))));
        return plans.add(
                actor,
                item.caseId(),
                new ChangePlan.PlannedMeasure(Optional.empty(), task.what(), task.owner(), task.due()),
                covering,
                grant);
    }
}
