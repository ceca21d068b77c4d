package be.livc.web.layout;

import be.livc.access.Act;
import be.livc.cell.Account;
import be.livc.cell.Actor;
import be.livc.cell.Cell;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestAttribute;

/**
 * Puts what {@code layout/page} shows around every page into its model: the cell, who is signed in, and where they can go.
 *
 * <p>An error page gets none of it: it says the same to everybody.
 */
@ControllerAdvice(annotations = Controller.class)
class PageFrame {

    /** Under this name the request carries the {@link Actor}, from the door on. */
    private static final String ACTOR = "be.livc.cell.Actor";

    /** And under this one their {@link Account}. */
    private static final String ACCOUNT = "be.livc.cell.Account";

    private final Cells cells;
    private final MessageSource messages;
    private final Duration session;

    PageFrame(Cells cells, MessageSource messages, @Value("${spring.session.timeout}") Duration session) {
        this.cells = cells;
        this.messages = messages;
        this.session = session;
    }

    @ModelAttribute
    void frame(
            @RequestAttribute(name = ACTOR, required = false) @Nullable Actor actor,
            @RequestAttribute(name = ACCOUNT, required = false) @Nullable Account account,
            HttpServletRequest request,
            Locale language,
            Model model) {
        String path = request.getServletPath();
        if (request.getDispatcherType() == DispatcherType.ERROR || path.startsWith("/api/")) {
            return;
        }
        model.addAttribute(
                "currentPage",
                actor == null ? path : PageOfForm.shownOn(request).orElse(path));
        model.addAttribute("shortcuts", account == null || account.usesSingleKeys());
        if (actor != null) {
            model.addAttribute(
                    "cellName", cells.find(actor.cell()).map(Cell::name).orElse(null));
            model.addAttribute("recordsBases", Act.CONFIGURE_CELL.isFor(actor.capacity()));
            model.addAttribute("viewer", new Viewer(actor.name(), capacity(actor, language)));
            model.addAttribute("searches", actor.capacity().takesPart() && actor.cellKind() != CellKind.DESK);
            model.addAttribute("inPrison", actor.cellKind() == CellKind.PIVC);
            model.addAttribute("sessionSeconds", session.toSeconds());
            model.addAttribute("mandate", actor.mandate());
            model.addAttribute("helpHere", HelpHere.at(actor, path).orElse(null));
            model.addAttribute("answersForm", HttpMethod.POST.matches(request.getMethod()));
            model.addAttribute("navigation", on(path, Navigation.inLine(actor)));
            model.addAttribute("navigationMore", on(path, Navigation.behindMore(actor)));
        }
    }

    private static List<NavigationItem> on(String path, List<Navigation> entries) {
        return entries.stream().map(entry -> entry.on(path)).toList();
    }

    private String capacity(Actor actor, Locale language) {
        return messages.getMessage("capacity." + actor.capacity(), null, language);
    }
}
