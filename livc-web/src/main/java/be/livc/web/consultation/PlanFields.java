package be.livc.web.consultation;

import be.livc.cell.Actor;
import be.livc.web.choices.Choices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the fields of a plan offer to choose from, for the form that plans and the one that changes a plan. */
@Component
class PlanFields {

    private final Choices choices;
    private final Clock clock;

    PlanFields(Choices choices, Clock clock) {
        this.choices = choices;
        this.clock = clock;
    }

    /** Lays it in the model of the form, as the fragment {@code plan} asks for it. */
    void fill(Actor actor, Locale locale, Model model) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("bases", choices.basesFrom(actor.cellKind(), today, locale));
        model.addAttribute("chairs", choices.peopleOnOneLine());
        model.addAttribute("today", today);
    }
}
