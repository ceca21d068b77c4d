package be.livc.web.layout;

import be.livc.cell.Actor;
import be.livc.vault.BrokenSeals;
import be.livc.vault.SealBroken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers a value that does not open with an error page and the number under which it stands in the log; nothing of the page it
 * was for is shown.
 */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class BrokenSealPages {

    private static final Logger LOG = LoggerFactory.getLogger(BrokenSealPages.class);
    private static final String ACTOR = "be.livc.cell.Actor";

    private final BrokenSeals seals;

    BrokenSealPages(BrokenSeals seals) {
        this.seals = seals;
    }

    @ExceptionHandler
    ModelAndView broken(SealBroken broken, @RequestAttribute(name = ACTOR, required = false) @Nullable Actor actor) {
        LOG.error("A page met a value that does not open: {}", broken.getMessage());
        ModelAndView page = new ModelAndView("error/sealed", HttpStatus.INTERNAL_SERVER_ERROR);
        if (actor != null) {
            page.addObject("reference", seals.record(actor, broken));
        }
        return page;
    }
}
