package be.livc.web.basis;

import be.livc.access.Act;
import be.livc.cell.Actor;
import be.livc.cell.Capacity;
import be.livc.law.Article;
import be.livc.law.Articles;
import be.livc.platform.CurrentCell;
import be.livc.setup.Expiries;
import be.livc.setup.Expiring;
import be.livc.web.choices.Choices;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestAttribute;

/**
 * Puts the countdown of what expires above the work list, the consultations and the settings; {@code layout/page} shows the model
 * attribute {@code expiring}. Those who run the cell see all of it; who takes part sees it on the pages of a consultation.
 */
@ControllerAdvice(annotations = Controller.class)
class ExpiryBanners {

    private static final String ACTOR = "be.livc.cell.Actor";

    /**
     * One line above the page.
     *
     * @param kind code of {@link Expiring.Kind}
     * @param level code of {@link Expiring.Level}
     * @param href where it can be mended, or null for who cannot
     */
    record Banner(String kind, String level, String text, @Nullable String href) {}

    private final Expiries expiries;
    private final Articles articles;
    private final Choices choices;
    private final MessageSource messages;
    private final Clock clock;

    ExpiryBanners(Expiries expiries, Articles articles, Choices choices, MessageSource messages, Clock clock) {
        this.expiries = expiries;
        this.articles = articles;
        this.choices = choices;
        this.messages = messages;
        this.clock = clock;
    }

    @ModelAttribute
    void lookAhead(
            @RequestAttribute(name = ACTOR, required = false) @Nullable Actor actor,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        if (actor == null || CurrentCell.get().isEmpty() || !request.getMethod().equals("GET")) {
            return;
        }
        if (shows(actor, request.getServletPath())) {
            List<Banner> banners = expiries.ahead().stream()
                    .map(one -> banner(one, actor, locale))
                    .toList();
            model.addAttribute("expiring", banners);
        }
    }

    private static boolean shows(Actor actor, String path) {
        if (path.startsWith("/overleg")) {
            return actor.capacity().takesPart() && !path.endsWith("/stand");
        }
        boolean runsTheCell =
                Act.CONFIGURE_CELL.isFor(actor.capacity()) || actor.isOneOf(Capacity.MAYOR, Capacity.PRISON_DIRECTION);
        return runsTheCell && (path.startsWith("/taken") || path.startsWith("/beheer"));
    }

    private Banner banner(Expiring one, Actor actor, Locale locale) {
        String article = articles.citation(
                        one.kind() == Expiring.Kind.BASIS ? Article.CASE_CONSULTATION : Article.COMPOSITION,
                        LocalDate.now(clock))
                .orElse("");
        String text = messages.getMessage(
                "basis.expiring." + one.kind() + (one.days() < 0 ? ".over" : ""),
                new Object[] {one.name(), Math.abs(one.days()), choices.date(one.last(), locale), article},
                locale);
        boolean mends = Act.CONFIGURE_CELL.isFor(actor.capacity());
        String where = one.kind() == Expiring.Kind.BASIS ? "/beheer/grondslagen/" + one.id() : "/beheer/machtigingen";
        return new Banner(one.kind().name(), one.level().name(), Objects.requireNonNull(text), mends ? where : null);
    }
}
