package be.livc.consultation;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.casefile.CaseId;
import be.livc.casefile.Embargoes;
import be.livc.casefile.LayEmbargo;
import be.livc.cell.Actor;
import be.livc.ledger.Ledger;
import be.livc.platform.Refusal;
import be.livc.platform.ShortText;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The check, before a meeting, whether what is on its agenda runs into an investigation; what it finds is an embargo. */
@Component
public class ConflictChecks {

    private final Agenda agenda;
    private final Embargoes embargoes;
    private final Access access;
    private final Ledger ledger;
    private final Clock clock;

    ConflictChecks(Agenda agenda, Embargoes embargoes, Access access, Ledger ledger, Clock clock) {
        this.agenda = agenda;
        this.embargoes = embargoes;
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Records the conflict check of an item. An embargo hides the whole case from everyone else at once; a later "clear"
     * on the same item lifts it.
     *
     * @return the case of the item
     * @throws Refusal when an embargo has no review date
     */
    @Transactional
    public CaseId check(Actor actor, ConsultationId id, int n, ConflictCheck check) {
        AgendaItem item = agenda.find(actor, id, n);
        Grant grant = access.toAct(actor, Act.CHECK_CONFLICT, ObjectType.AGENDA_ITEM, item.id());
        if (check.outcome() == ConflictCheck.Outcome.EMBARGO) {
            ShortText.SENTENCE.requireShort("reference", check.reference().orElse(""));
            LocalDate review = check.reviewDate().orElseThrow(() -> Refusal.invalid("reviewDate", "required"));
            embargoes.layAtCheck(actor, embargo(item, check, review), grant);
            item.reviewOn(review);
        } else {
            embargoes.liftAtCheck(actor, item.id(), item.caseId());
        }
        item.check(check.outcome(), actor.mandate(), clock.instant());
        ledger.append(access.entry(actor, Act.CHECK_CONFLICT.action(), ObjectType.AGENDA_ITEM, item.id())
                .inCase(item.caseId().value())
                .because(check.outcome().name()));
        return item.caseId();
    }

    private static LayEmbargo embargo(AgendaItem item, ConflictCheck check, LocalDate review) {
        return check.scope() == ConflictCheck.Scope.CASE
                ? new LayEmbargo(ObjectType.CASE, item.caseId().value(), check.reference(), review)
                : new LayEmbargo(ObjectType.AGENDA_ITEM, item.id(), check.reference(), review);
    }

    /** What the lifting of an embargo of a conflict check means for its case: its items are as if they had been clear. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void embargoLifted(Actor actor, CaseId caseId) {
        agenda.suspendedOf(caseId)
                .forEach(item -> item.check(ConflictCheck.Outcome.CLEAR, actor.mandate(), clock.instant()));
    }
}
