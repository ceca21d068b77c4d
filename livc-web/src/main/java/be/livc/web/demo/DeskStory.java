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
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
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
    private final StoryClock clock;

    DeskStory(Cells cells, Coaching coaching, Questions questions, Trends trends, ActionPlans plans, StoryClock clock) {
        this.cells = cells;
        this.coaching = coaching;
        this.questions = questions;
        this.trends = trends;
        this.plans = plans;
        this.clock = clock;
    }

    /** Tells it as the consultant, in the desk's cell, as it went until this day. */
    void tell(Actor consultant, LocalDate today) {
        plan(
                consultant,
                today,
                "Vorming voor nieuwe coördinatoren",
                Status.DONE,
                "Drie van de drie dagen gegeven",
                "CONSULTATIONS");
        plan(
                consultant,
                today,
                "Begeleiding van cellen die herstarten",
                Status.RUNNING,
                "Loopt volgens planning",
                "CELL_PHASES");
        plan(consultant, today, "Handreiking voor sportclubs", Status.RUNNING, "Eerste versie wordt nagelezen", "");
        clock.turnTo(Town.at(today.minusDays(48), LocalTime.of(9, 20)));
        call(
                consultant,
                DemoCells.VILLAGE,
                "CONSULTATION",
                "Kan een overleg doorgaan als de burgemeester ziek is?",
                Town.at(today.minusDays(48), LocalTime.of(11, 45)),
                "Ja, met wie de burgemeester schriftelijk aanwijst. Noteer dat bij de aanwezigheden.");
        trend(consultant, "EDUCATION", "ONLINE", "OOST_VLAANDEREN", "Leerlingen delen filmpjes uit gesloten groepen.");
        LocalDate visits = today.minusDays(20);
        clock.turnTo(Town.at(visits, LocalTime.of(16, 0)));
        coach(
                consultant,
                visits,
                DemoCells.VILLAGE,
                "START",
                "Een eerste overleg voor de zomer",
                "Reglement bespreken");
        coach(consultant, visits, DemoCells.TOWN, "OPTIMISE", "Vlotter toetsen", "Intervisie met een andere cel");
        coach(consultant, visits, HandOvers.BRUGES, "OPTIMISE", "Vroeger overdragen", "Werkafspraken nalezen");
        coach(consultant, visits, HandOvers.GHENT, "MONITOR", "Zo verder", "Gesprek over een halfjaar");
        trend(consultant, "SPORT", "POLARISATION", "LIMBURG", "Supporters roepen vaker leuzen tegen bezoekers.");
        clock.turnTo(Town.at(today.minusDays(13), LocalTime.of(13, 30)));
        call(
                consultant,
                HandOvers.BRUGES,
                "LEGAL_BASIS",
                "Mag een dienst die niet in de toestemming staat mee aan tafel?",
                Town.at(today.minusDays(12), LocalTime.of(9, 10)),
                "Neen, niet in een PIVC. Vraag eerst een ruimere toestemming aan de procureur.");
        clock.turnTo(Town.at(today, LocalTime.of(9, 5)));
        ask(consultant, DemoCells.TOWN, "RETENTION", "Hoe lang blijft een signaal staan dat niet weerhouden is?");
    }

    private Optional<CellId> cell(String name) {
        return cells.all().stream()
                .filter(one -> one.name().equals(name))
                .map(Cell::id)
                .findFirst();
    }

    private void coach(Actor consultant, LocalDate on, String name, String phase, String goals, String next) {
        cell(name).ifPresent(cell -> {
            Coaching.Met met = new Coaching.Met(Optional.of(on), "Doelen overlopen en de volgende stap gekozen.");
            coaching.follow(
                    consultant, cell, new Coaching.Stand(phase, goals, next, Optional.of(met)), Optional.empty());
        });
    }

    private void call(Actor consultant, String from, String topic, String text, Instant answeredAt, String answer) {
        QuestionId id = ask(consultant, from, topic, text);
        clock.turnTo(answeredAt);
        questions.answer(consultant, id, answer, Optional.empty());
    }

    private QuestionId ask(Actor consultant, String from, String topic, String text) {
        return questions.takeByPhone(
                consultant,
                cell(from),
                new AskQuestion(topic, text, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private void trend(Actor consultant, String sector, String theme, String region, String text) {
        trends.report(consultant, new ReportTrend(theme, region, text, Optional.of(sector)));
    }

    private void plan(
            Actor consultant, LocalDate today, String action, Status status, String affairs, String indicator) {
        plans.add(
                consultant,
                new Plan(
                        "Sterke lokale cellen",
                        action,
                        "VVSG",
                        Optional.of(today.plusMonths(8)),
                        Optional.of(12_000),
                        status,
                        affairs,
                        Optional.of(indicator).filter(code -> !code.isEmpty())));
    }
}
