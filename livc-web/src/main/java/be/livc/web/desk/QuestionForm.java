package be.livc.web.desk;

import be.livc.desk.AskQuestion;
import be.livc.web.layout.Typed;

/**
 * What the form of a question holds, as typed.
 *
 * @param proces process, step and error code of the screen that the asker came from; codes
 * @param cell for a question by telephone, the cell that called
 */
record QuestionForm(String topic, String text, String proces, String stap, String fout, String cell) {

    QuestionForm {
        topic = Typed.text(topic);
        text = text == null ? "" : text.replace("\r\n", "\n");
        proces = Typed.text(proces);
        stap = Typed.text(stap);
        fout = Typed.text(fout);
        cell = Typed.text(cell);
    }

    AskQuestion command() {
        return new AskQuestion(topic, text, Typed.some(proces), Typed.some(stap), Typed.some(fout));
    }

    @Override
    public String toString() {
        return "•••";
    }
}
