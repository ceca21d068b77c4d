package be.livc.web.followup;

import be.livc.access.ObjectType;
import be.livc.access.WhoSees;
import be.livc.casefile.CaseLabel;
import be.livc.casefile.FollowUps;
import be.livc.casefile.FollowUps.Stage;
import be.livc.casefile.Reminders;
import be.livc.cell.Actor;
import be.livc.cell.MandateId;
import be.livc.platform.Page;
import be.livc.web.casefile.Person;
import be.livc.web.choices.Choices;
import be.livc.web.layout.Typed;
import be.livc.web.tasks.Due;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything that is to be followed up, as a list of one stage or as a board of all four. */
@Controller
@RequestMapping("/opvolging")
class FollowUpController {

    /** How much of a column the board shows; the list shows the rest. */
    private static final int A_COLUMN = 20;

    /** A row as it is shown. */
    record Card(
            FollowUps.Kind kind,
            String href,
            String number,
            @Nullable Person person,
            Due due,
            @Nullable String what,
            @Nullable String owner,
            boolean ownerGone,
            @Nullable String state) {}

    /** A column of the board. */
    record Column(StageTab tab, long count, List<Card> cards, @Nullable String more) {}

    private final FollowUps followUps;
    private final Reminders reminders;
    private final Choices choices;
    private final Clock clock;

    FollowUpController(FollowUps followUps, Reminders reminders, Choices choices, Clock clock) {
        this.followUps = followUps;
        this.reminders = reminders;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping
    String show(
            Actor actor,
            @RequestParam(defaultValue = "") String stand,
            @RequestParam(defaultValue = "") String weergave,
            @RequestParam(defaultValue = "") String wie,
            @RequestParam Optional<String> after,
            Locale locale,
            Model model) {
        boolean all = WhoSees.seesAll(actor, ObjectType.MEASURE);
        Optional<MandateId> owner = all ? Typed.id(wie).map(MandateId::new) : Optional.empty();
        Filter filter = new Filter(StageTab.of(stand), weergave.equals("bord"), owner);
        Map<Stage, Long> counts = followUps.counts(actor, owner);
        model.addAttribute("filter", filter);
        model.addAttribute("tabs", StageTab.values());
        model.addAttribute("counts", counts);
        model.addAttribute("people", all ? choices.peopleOnOneLine() : null);
        model.addAttribute("states", choices.labels("measure-states", locale));
        model.addAttribute("reminders", after.isPresent() ? List.of() : reminders(actor));
        if (filter.board()) {
            model.addAttribute("columns", columns(actor, filter, counts));
            return "followup/board";
        }
        Page<FollowUps.Row> page = followUps.list(actor, filter.asked(filter.tab()), after, Page.USUAL);
        model.addAttribute("cards", cards(page.items()));
        model.addAttribute("first", after.isPresent() ? filter.href() : null);
        model.addAttribute("next", page.next().map(filter::hrefAfter).orElse(null));
        return "followup/list";
    }

    /** A reminder as it is shown: how late or how soon, and where it leads. */
    record Note(UUID id, String href, String number, Due due) {}

    private List<Note> reminders(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        return reminders.of(actor).stream()
                .map(reminder -> new Note(
                        reminder.id(),
                        "/dossiers/" + reminder.caseId() + "/plan#maatregel-" + reminder.measure(),
                        reminder.caseNumber(),
                        Due.on(reminder.due(), today, reminder.kind() == Reminders.Kind.OVERDUE)))
                .toList();
    }

    @PostMapping("/herinneringen/{id}/gezien")
    String seen(Actor actor, @PathVariable UUID id) {
        reminders.seen(actor, id);
        return "redirect:/opvolging";
    }

    private List<Column> columns(Actor actor, Filter filter, Map<Stage, Long> counts) {
        List<Column> columns = new ArrayList<>();
        for (StageTab tab : StageTab.values()) {
            Page<FollowUps.Row> page = followUps.list(actor, filter.asked(tab), Optional.empty(), A_COLUMN);
            columns.add(new Column(
                    tab,
                    counts.getOrDefault(tab.stage(), 0L),
                    cards(page.items()),
                    page.next().isPresent() ? filter.asList(tab).href() : null));
        }
        return columns;
    }

    private List<Card> cards(List<FollowUps.Row> rows) {
        LocalDate today = LocalDate.now(clock);
        return rows.stream().map(row -> card(row, today)).toList();
    }

    private static Card card(FollowUps.Row row, LocalDate today) {
        boolean review = row.kind() == FollowUps.Kind.REVIEW;
        CaseLabel label = row.label();
        boolean over = row.state()
                .filter(state -> state.equals("DONE") || state.equals("STOPPED"))
                .isPresent();
        return new Card(
                row.kind(),
                "/dossiers/" + row.caseId() + "/plan" + (review ? "" : "#maatregel-" + row.id()),
                label.number().orElse(""),
                label.subject().map(subject -> Person.of(subject, today)).orElse(null),
                Due.on(row.due(), today, !over && row.due().isBefore(today)),
                row.what().orElse(null),
                row.ownerName().orElse(null),
                row.ownerGone() && !over,
                row.state().orElse(null));
    }
}
