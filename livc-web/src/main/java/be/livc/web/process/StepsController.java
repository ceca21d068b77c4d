package be.livc.web.process;

import be.livc.cell.Actor;
import be.livc.web.casefile.StepNames;
import be.livc.workflow.diagram.Diagram;
import be.livc.workflow.diagram.Diagrams;
import be.livc.workflow.transfer.SharedSteps;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The help page on the steps of a case: made from the documentation in the process itself, so that it cannot lag behind. */
@Controller
class StepsController {

    private final Diagrams diagrams;
    private final StepNames stepNames;

    StepsController(Diagrams diagrams, StepNames stepNames) {
        this.diagrams = diagrams;
        this.stepNames = stepNames;
    }

    @GetMapping("/hulp/stappen")
    String steps(Actor actor, Locale locale, Model model) {
        Diagram diagram = diagrams.of(SharedSteps.processIn(actor.cellKind()));
        model.addAttribute("steps", diagram.rows());
        model.addAttribute("stepNames", stepNames.of(diagram, locale));
        model.addAttribute("stepHelp", stepNames.help(diagram, locale));
        return "process/steps";
    }
}
