package be.livc.web.followup;

import be.livc.access.Act;
import be.livc.casefile.CaseFiles;
import be.livc.casefile.CaseId;
import be.livc.casefile.CaseView;
import be.livc.cell.Actor;
import be.livc.consultation.ConsultationList;
import be.livc.consultation.ConsultationRow;
import be.livc.platform.Refusal;
import be.livc.web.casefile.CasePages;
import be.livc.web.layout.Notice;
import be.livc.workflow.livcr.CaseFlow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The consultation that the process proposes before a review: put the case on one that is planned, plan one, or none. */
@Controller
@RequestMapping("/dossiers/{id}/herziening")
class ReviewController {

    private static final int A_GLANCE = 10;

    private final CaseFiles cases;
    private final CaseFlow flow;
    private final ConsultationList consultations;
    private final CasePages pages;

    ReviewController(CaseFiles cases, CaseFlow flow, ConsultationList consultations, CasePages pages) {
        this.cases = cases;
        this.flow = flow;
        this.consultations = consultations;
        this.pages = pages;
    }

    @GetMapping
    String proposal(Actor actor, @PathVariable UUID id, Locale locale, Model model) {
        if (!Act.PLAN.isFor(actor.capacity())) {
            throw Refusal.forbidden();
        }
        CaseView view = cases.open(actor, new CaseId(id));
        view.requireNotHeldFrom(Act.PLAN);
        if (!flow.proposesReviewMeeting(view.id())) {
            return "redirect:/dossiers/" + id + "/plan";
        }
        pages.frame(view, "plan", locale, model);
        List<ConsultationRow> planned = consultations.list(actor, Optional.empty(), A_GLANCE).items().stream()
                .filter(row -> row.state().equals("PLANNED"))
                .toList();
        model.addAttribute("planned", planned);
        return "followup/review";
    }

    @PostMapping
    String decline(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        flow.declineReviewMeeting(actor, new CaseId(id));
        next.addFlashAttribute("notice", Notice.of("followup.review.declined"));
        return "redirect:/dossiers/" + id + "/plan";
    }
}
