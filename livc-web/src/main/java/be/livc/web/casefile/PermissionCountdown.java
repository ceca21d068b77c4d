package be.livc.web.casefile;

import be.livc.casefile.CaseView;
import be.livc.cell.CellKind;
import be.livc.cell.Cells;
import be.livc.law.Article;
import be.livc.law.Articles;
import be.livc.law.LegalBases;
import be.livc.law.LegalBasis;
import be.livc.platform.Belgium;
import be.livc.web.choices.Choices;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long the permission that a case of a PIVC stands on still holds: shown on every page of the case. */
@Component
class PermissionCountdown {

    private static final long SOON = 30;

    /**
     * What is left.
     *
     * @param left days until its last one, 0 on that day; null when it has no last day, or has expired
     * @param until its last day; null when it has none
     * @param article where it says that nothing may be told without one
     */
    public record Left(boolean expired, @Nullable Long left, @Nullable String until, boolean soon, String article) {}

    private final Cells cells;
    private final LegalBases bases;
    private final Articles articles;
    private final Choices choices;
    private final Clock clock;

    PermissionCountdown(Cells cells, LegalBases bases, Articles articles, Choices choices, Clock clock) {
        this.cells = cells;
        this.bases = bases;
        this.articles = articles;
        this.choices = choices;
        this.clock = clock;
    }

    /** Empty for a case of any other kind of cell, and where no basis ever served its purpose. */
    Optional<Left> of(CaseView view, Locale locale) {
        if (cells.current().kind() != CellKind.PIVC) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        List<LegalBasis> serving = bases.countingIn(CellKind.PIVC).stream()
                .filter(basis -> basis.serves(view.purpose()))
                .toList();
        Comparator<LegalBasis> byLastDay =
                Comparator.comparing(basis -> basis.validTo().orElse(LocalDate.MAX));
        return serving.stream()
                .filter(basis -> basis.isValidAt(now))
                .max(byLastDay)
                .map(basis -> valid(basis, now, locale))
                .or(() -> serving.stream().max(byLastDay).map(basis -> expired(basis, locale)));
    }

    private Left valid(LegalBasis basis, Instant now, Locale locale) {
        @Nullable
        Long left = basis.daysLeftAt(now).isPresent() ? basis.daysLeftAt(now).getAsLong() : null;
        return new Left(false, left, until(basis, locale), left != null && left <= SOON, article());
    }

    private Left expired(LegalBasis basis, Locale locale) {
        return new Left(true, null, until(basis, locale), true, article());
    }

    private @Nullable String until(LegalBasis basis, Locale locale) {
        return basis.withdrawnAt()
                .map(moment -> LocalDate.ofInstant(moment, Belgium.TIME))
                .or(basis::validTo)
                .map(day -> choices.date(day, locale))
                .orElse(null);
    }

    private String article() {
        return articles.citation(Article.CASE_CONSULTATION, LocalDate.ofInstant(clock.instant(), Belgium.TIME))
                .orElse("");
    }
}
