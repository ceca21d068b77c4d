package be.livc.web.desk;

import be.livc.cell.Actor;
import be.livc.desk.Guard;
import be.livc.desk.Questions;
import be.livc.platform.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the guard holds up of a question or an answer, shown to who wrote it. */
@Component
class HeldUp {

    private final Questions questions;

    HeldUp(Questions questions) {
        this.questions = questions;
    }

    /** Shows the writer what the guard found; what it may not tell, it does not mark. */
    void mark(Actor actor, String text, Refusal refusal, Model model) {
        if (isBehind(refusal)) {
            Guard.Judged judged = questions.judge(actor, text);
            model.addAttribute("marked", Marked.of(text, judged.findings()));
            model.addAttribute("rewrite", judged.rewrite());
        }
    }

    /** Whether a text was held up, beside whatever else was refused. */
    static boolean isBehind(Refusal refusal) {
        return refusal.reasons().stream().anyMatch(reason -> reason.code().equals("names-somebody"));
    }
}
