package be.livc.exchange;

import be.livc.access.Access;
import be.livc.access.Act;
import be.livc.access.Grant;
import be.livc.access.ObjectType;
import be.livc.casefile.CaseView;
import be.livc.cell.Actor;
import be.livc.cell.CodeLists;
import be.livc.cell.Mandates;
import be.livc.platform.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether a form may be recorded: by whom, in a cell that has switched it on, on a case that is not closed, filled in as asked. */
@Component
class MayRecord {

    private final ExchangeRows rows;
    private final ExchangeSettings settings;
    private final Mandates mandates;
    private final CodeLists codeLists;
    private final Access access;
    private final Clock clock;

    MayRecord(
            ExchangeRows rows,
            ExchangeSettings settings,
            Mandates mandates,
            CodeLists codeLists,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.mandates = mandates;
        this.codeLists = codeLists;
        this.access = access;
        this.clock = clock;
    }

    /** What recording it takes: the grant for it, and what the cell decided on such exchanges. */
    record Allowed(Grant grant, ExchangeSettings.Setting setting) {}

    /**
     * Passes when it may be recorded now, and gives what that takes.
     *
     * @throws Refusal as {@link Exchanges#record} does, but for quotes and for a basis
     */
    Allowed require(Actor actor, RecordExchange asked, CaseView view) {
        Grant grant = access.toAct(
                actor, Act.RECORD_EXCHANGE, ObjectType.CASE, asked.caseId().value());
        ExchangeSettings.Setting setting =
                settings.of(asked.kind().body()).orElseThrow(() -> Refusal.conflict("exchange-off"));
        if (!asked.kind().isFor(actor)) {
            throw Refusal.forbidden();
        }
        if (view.closedOn().isPresent()) {
            throw Refusal.conflict("wrong-phase");
        }
        requireValid(asked);
        return new Allowed(grant, setting);
    }

    /** In the order of the form. */
    private void requireValid(RecordExchange asked) {
        List<Refusal.Reason> problems = new ArrayList<>();
        boolean answers = asked.answers()
                .flatMap(rows::find)
                .filter(request -> request.kind() == ExchangeKind.EVALUATION_REQUEST
                        && request.caseId().equals(asked.caseId()))
                .isPresent();
        if (asked.kind().comesIn() && !answers) {
            problems.add(new Refusal.Reason("required", "answers"));
        }
        if (mandates.find(asked.counterpart()).filter(asked.kind()::goesWith).isEmpty()) {
            problems.add(new Refusal.Reason("not-a-counterpart", "counterpart"));
        }
        problems.addAll(asked.problems(codeLists, LocalDate.now(clock)));
        Refusal.requireNone(problems);
    }
}
