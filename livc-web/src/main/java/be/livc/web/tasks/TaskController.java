package be.livc.web.tasks;

import be.livc.access.Act;
import be.livc.access.Hold;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseLabel;
import be.livc.casefile.Embargoes;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.consultation.ConsultationList;
import be.livc.consultation.ConsultationRow;
import be.livc.consultation.MinutesRound;
import be.livc.platform.Belgium;
import be.livc.platform.Page;
import be.livc.rights.SubjectRequests;
import be.livc.signal.SignalId;
import be.livc.signal.SignalReading;
import be.livc.signal.SignalRow;
import be.livc.signal.Signals;
import be.livc.web.admin.FirstSteps;
import be.livc.web.casefile.Desks;
import be.livc.web.casefile.Person;
import be.livc.workflow.engine.OpenTask;
import be.livc.workflow.livcr.WorkList;
import be.livc.workflow.transfer.SharedSteps;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The work list. */
@Controller
class TaskController {

    /** How much of a list that has a page of its own is shown beside the work list. */
    private static final int A_GLANCE = 10;

    private final WorkList work;
    private final Signals signals;
    private final SignalReading signalReading;
    private final Desks desks;
    private final Embargoes embargoes;
    private final ConsultationList consultations;
    private final MinutesRound minutes;
    private final FirstSteps firstSteps;
    private final SubjectRequests requests;
    private final Clock clock;

    TaskController(
            WorkList work,
            Signals signals,
            SignalReading signalReading,
            Desks desks,
            Embargoes embargoes,
            ConsultationList consultations,
            MinutesRound minutes,
            FirstSteps firstSteps,
            SubjectRequests requests,
            Clock clock) {
        this.work = work;
        this.signals = signals;
        this.signalReading = signalReading;
        this.desks = desks;
        this.embargoes = embargoes;
        this.consultations = consultations;
        this.minutes = minutes;
        this.firstSteps = firstSteps;
        this.requests = requests;
        this.clock = clock;
    }

    /** The measures of one case that wait; {@code due} is the date of the first of them. */
    record MeasureRow(
            String href, String number, Optional<Person> person, int count, Due due, boolean needsPermission) {}

    /** An embargo that waits for its review. */
    record EmbargoRow(String number, String type, Due due) {}

    @GetMapping("/taken")
    String list(
            Actor actor,
            @RequestParam(name = "filter", defaultValue = "") String asked,
            @RequestParam Optional<String> after,
            Model model) {
        DueFilter filter = DueFilter.of(asked);
        boolean firstPage = after.isEmpty();
        Page<WorkList.Item> page = work.tasks(actor, filter.filter(), after, Page.USUAL);
        List<TaskRow> rows = rows(page.items());
        List<MeasureRow> measures = firstPage ? measures(actor) : List.of();
        model.addAttribute("tasks", rows);
        model.addAttribute("counts", work.counts(actor));
        model.addAttribute("filter", filter);
        model.addAttribute("filters", DueFilter.values());
        model.addAttribute("first", firstPage ? null : filter.href());
        model.addAttribute("next", page.next().map(filter::hrefAfter).orElse(null));
        model.addAttribute("measures", measures);
        model.addAttribute(
                "needsPermission",
                rows.stream().anyMatch(row -> row.held()
                                .filter(held -> held.by() == Hold.NO_PERMISSION)
                                .isPresent())
                        || measures.stream().anyMatch(MeasureRow::needsPermission));
        model.addAttribute("role", role(actor));
        model.addAttribute("whoseMeasures", actor.isOneOf(Capacity.COORDINATOR) ? "late" : "own");
        model.addAttribute("mayFile", Act.FILE_SIGNAL.isFor(actor.capacity()));
        model.addAttribute(
                "newCell",
                page.items().isEmpty()
                        && Act.CONFIGURE_CELL.isFor(actor.capacity())
                        && firstSteps.remain(actor.cellKind()));
        addWhatElseWaits(actor, firstPage, model);
        return "tasks/list";
    }

    /** Beside the steps of processes, and on the first page alone: embargoes, minutes, and what is a member's own. */
    private void addWhatElseWaits(Actor actor, boolean firstPage, Model model) {
        boolean member = isMember(actor);
        model.addAttribute("dueEmbargoes", firstPage ? embargoes(actor) : List.of());
        model.addAttribute("reviewsEmbargoes", Act.REVIEW_EMBARGO.isFor(actor.capacity()));
        model.addAttribute(
                "minutes",
                firstPage ? minutes.waitingFor(actor).stream().limit(A_GLANCE).toList() : List.of());
        model.addAttribute(
                "requestsToWeigh",
                firstPage && Act.WEIGH_REQUEST.isFor(actor.capacity())
                        ? requests.toWeigh(actor).orElse(null)
                        : null);
        model.addAttribute("member", member);
        model.addAttribute("invitations", firstPage && member ? invitations(actor) : List.of());
        model.addAttribute("signals", firstPage && member ? ownSignals(actor) : List.of());
    }

    /** Goes to the screen on which a task is done, where only the task tells which one. */
    @GetMapping("/taken/{id}")
    String go(Actor actor, @PathVariable UUID id) {
        OpenTask task = work.task(actor, id);
        return "redirect:" + desks.of(task.activityId(), new CaseId(task.caseId()), Optional.empty());
    }

    private List<TaskRow> rows(List<WorkList.Item> items) {
        List<CaseId> withoutNumber = items.stream()
                .filter(item -> item.label().number().isEmpty())
                .map(item -> new CaseId(item.task().caseId()))
                .toList();
        Map<CaseId, Signals.Named> named = withoutNumber.isEmpty() ? Map.of() : signals.of(withoutNumber);
        return items.stream()
                .map(item -> row(
                        item,
                        Optional.ofNullable(named.get(new CaseId(item.task().caseId())))))
                .toList();
    }

    private TaskRow row(WorkList.Item item, Optional<Signals.Named> signal) {
        OpenTask task = item.task();
        return new TaskRow(
                task.id(),
                task.activityId(),
                href(item, signal.map(Signals.Named::id)),
                item.label()
                        .number()
                        .or(() -> signal.map(Signals.Named::number))
                        .orElse(""),
                desks.senderOf(task.activityId(), new CaseId(task.caseId())),
                person(item.label()),
                task.phase(),
                task.dueAt().map(due -> Due.at(due, clock.instant())),
                task.dueAt()
                        .filter(due -> SharedSteps.isDueByTheHour(task.activityId()))
                        .map(due -> LocalTime.ofInstant(due, Belgium.TIME)),
                item.held());
    }

    /** The consultation of a case is looked up when somebody goes there, not for each row. */
    private String href(WorkList.Item item, Optional<SignalId> signal) {
        OpenTask task = item.task();
        if (Desks.isLookedUp(task.activityId())) {
            return "/taken/" + task.id();
        }
        return item.held().filter(held -> !held.butClosing()).isPresent()
                ? "/dossiers/" + task.caseId()
                : desks.of(task.activityId(), new CaseId(task.caseId()), signal);
    }

    /** A row per case: what the measures are is content of its plan, and is read there. */
    private List<MeasureRow> measures(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        Map<CaseId, List<WorkList.Due>> ofCase = work.measures(actor).stream()
                .collect(Collectors.groupingBy(due -> due.measure().caseId(), LinkedHashMap::new, Collectors.toList()));
        return ofCase.values().stream().map(waiting -> row(waiting, today)).toList();
    }

    private MeasureRow row(List<WorkList.Due> waiting, LocalDate today) {
        WorkList.Due first = waiting.get(0);
        return new MeasureRow(
                "/dossiers/" + first.measure().caseId() + "/plan",
                first.label().number().orElse(""),
                person(first.label()),
                waiting.size(),
                Due.on(first.measure().due(), today, first.measure().overdue()),
                first.needsPermission());
    }

    /** The embargoes of this person that no step of a process waits for, the first to be reviewed first. */
    private List<EmbargoRow> embargoes(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        return embargoes.of(actor).stream()
                .filter(one -> !one.checked())
                .map(one -> new EmbargoRow(
                        one.caseNumber().orElse(""),
                        one.type().name(),
                        Due.on(one.review(), today, one.isDueOn(today))))
                .toList();
    }

    private Optional<Person> person(CaseLabel label) {
        return label.subject().map(subject -> Person.of(subject, LocalDate.now(clock)));
    }

    /** The consultations to come that this person is invited to. */
    private List<ConsultationRow> invitations(Actor actor) {
        return consultations.list(actor, Optional.empty(), A_GLANCE).items().stream()
                .filter(ConsultationRow::isToCome)
                .toList();
    }

    private List<SignalRow> ownSignals(Actor actor) {
        return signalReading
                .list(actor, Optional.empty(), Optional.empty(), A_GLANCE)
                .items();
    }

    /** Those who take part without running the cell: they come for their invitations and their own contributions. */
    private static boolean isMember(Actor actor) {
        return actor.isOneOf(
                Capacity.MEMBER,
                Capacity.POLICE,
                Capacity.PROSECUTOR,
                Capacity.PSYCHOSOCIAL_SERVICE,
                Capacity.LIAISON_OFFICER);
    }

    /** The end of a message key: how this person's list is called. */
    private static String role(Actor actor) {
        if (actor.isOneOf(Capacity.MAYOR, Capacity.PRISON_DIRECTION)) {
            return "decides";
        }
        return isMember(actor) ? "member" : "tasks";
    }
}
