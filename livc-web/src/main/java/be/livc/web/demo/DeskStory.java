package be.livc.web.demo;

import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.Cells;
import be.livc.desk.ActionPlans;
import be.livc.desk.ActionPlans.Plan;
import be.livc.desk.ActionPlans.Status;
import be.livc.desk.AskQuestion;
import be.livc.desk.Coaching;
import be.livc.desk.QuestionId;
import be.livc.desk.Questions;
import be.livc.desk.Trends;
import be.livc.desk.Trends.ReportTrend;
import be.livc.platform.CellId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What the desk of the demo is working on: cells it coaches, calls it took, what it was told, and the action plan. */
@Component
@ConditionalOnProperty("livc.demo")
class DeskStory {

    private final Cells cells;
    private final Coaching coaching;
    private final Questions questions;
    private final Trends trends;
    private final ActionPlans plans;
    private final Clock clock;

    DeskStory(Cells cells, Coaching coaching, Questions questions, Trends trends, ActionPlans plans, Clock clock) {
        this.cells = cells;
        this.coaching = coaching;
        this.questions = questions;
        this.trends = trends;
        this.plans = plans;
        this.clock = clock;
    }

    /** Tells it as the consultant, in the desk's cell. */
    void tell(Actor consultant) {
        coach(consultant, DemoCells.VILLAGE, "START", "Een eerste overleg voor de zomer", "Reglement bespreken");
        coach(consultant, DemoCells.TOWN, "OPTIMISE", "Vlotter toetsen", "Intervisie met een andere cel");
        coach(consultant, HandOvers.BRUGES, "OPTIMISE", "Vroeger overdragen", "Werkafspraken nalezen");
        coach(consultant, HandOvers.GHENT, "MONITOR", "Zo verder", "Gesprek over een halfjaar");
        call(
                consultant,
                DemoCells.VILLAGE,
                "CONSULTATION",
                "Kan een overleg doorgaan als de burgemeester ziek is?",
                Optional.of("Ja, met wie de burgemeester schriftelijk aanwijst. Noteer dat bij de aanwezigheden."));
        call(
                consultant,
                DemoCells.TOWN,
                "RETENTION",
                "Hoe lang blijft een signaal staan dat niet weerhouden is?",
                Optional.empty());
        trend(consultant, "EDUCATION", "ONLINE", "OOST_VLAANDEREN", "Leerlingen delen filmpjes uit gesloten groepen.");
        trend(consultant, "SPORT", "POLARISATION", "LIMBURG", "Supporters roepen vaker leuzen tegen bezoekers.");
        plan(
                consultant,
                "Vorming voor nieuwe coördinatoren",
                Status.DONE,
                "Drie van de drie dagen gegeven",
                "CONSULTATIONS");
        plan(
                consultant,
                "Begeleiding van cellen die herstarten",
                Status.RUNNING,
                "Loopt volgens planning",
                "CELL_PHASES");
        plan(consultant, "Handreiking voor sportclubs", Status.RUNNING, "Eerste versie wordt nagelezen", "");
    }

    private Optional<CellId> cell(String name) {
        return cells.all().stream()
                .filter(one -> one.name().equals(name))
                .map(Cell::id)
                .findFirst();
    }

    private void coach(Actor consultant, String name, String phase, String goals, String next) {
        cell(name).ifPresent(cell -> {
            Coaching.Met met = new Coaching.Met(
                    Optional.of(LocalDate.now(clock).minusDays(20)), "Doelen overlopen en de volgende stap gekozen.");
            coaching.follow(
                    consultant, cell, new Coaching.Stand(phase, goals, next, Optional.of(met)), Optional.empty());
        });
    }

    private void call(Actor consultant, String from, String topic, String text, Optional<String> answer) {
        QuestionId id = questions.takeByPhone(
                consultant,
                cell(from),
                new AskQuestion(topic, text, Optional.empty(), Optional.empty(), Optional.empty()));
        answer.ifPresent(given -> questions.answer(consultant, id, given, Optional.empty()));
    }

    private void trend(Actor consultant, String sector, String theme, String region, String text) {
        trends.report(consultant, new ReportTrend(theme, region, text, Optional.of(sector)));
    }

    private void plan(Actor consultant, String action, Status status, String affairs, String indicator) {
        plans.add(
                consultant,
                new Plan(
                        "Sterke lokale cellen",
                        action,
                        "VVSG",
                        Optional.of(LocalDate.now(clock).plusMonths(8)),
                        Optional.of(12_000),
                        status,
                        affairs,
                        Optional.of(indicator).filter(code -> !code.isEmpty())));
    }
}
