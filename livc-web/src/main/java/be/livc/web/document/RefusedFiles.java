package be.livc.web.document;

import be.livc.platform.Refusal;
import be.livc.web.layout.ErrorLine;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Tells in the form of a file why the last one was not taken; its fields are streamed, so that no other form does it for it. */
@Component
class RefusedFiles {

    private final MessageSource messages;

    RefusedFiles(MessageSource messages) {
        this.messages = messages;
    }

    /** Puts it in the model as {@code refused}, about the recipients or else the file. */
    void show(Refusal refusal, HttpServletResponse response, Locale language, Model model) {
        String field = refusal.reasons().stream()
                .map(Refusal.Reason::detail)
                .filter("recipients"::equals)
                .findFirst()
                .orElse("file");
        String[] codes = {"error." + refusal.code() + "." + field, "error." + refusal.code()};
        String text = messages.getMessage(
                new DefaultMessageSourceResolvable(codes, new Object[] {""}, refusal.code()), language);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", new ErrorLine(field, text, null));
        model.addAttribute("pageHasErrors", true);
    }
}
