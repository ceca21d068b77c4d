package be.livc.web.process;

import be.livc.cell.Actor;
import be.livc.cell.CellKind;
import be.livc.workflow.diagram.Diagrams;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The help page on the steps of a case: made from the documentation in the process itself, so that it cannot lag behind. */
@Controller
class StepsController {

    private final Diagrams diagrams;

    StepsController(Diagrams diagrams) {
        this.diagrams = diagrams;
    }

    @GetMapping("/hulp/stappen")
    String steps(Actor actor, Model model) {
        model.addAttribute(
                "steps",
                diagrams.of(actor.cellKind() == CellKind.PIVC ? "pivc-case" : "livc-r-case")
                        .rows());
        return "process/steps";
    }
}
